# What the window says.

untitled = untitled
close = Close
cancel = Cancel
map = Map
timeline = Timeline
next = Next:
saved = Plan saved
exported = Exported: { $name }
edit-refused = This change is not possible
state-saved = saved
state-unsaved = unsaved changes
copy-text = Copy { $text }
people = { $count ->
    [0] nobody
    [one] 1 person
   *[other] { $count-text } people
}
days = { $count ->
    [one] { $count-text } day
   *[other] { $count-text } days
}
days-moved = { $count ->
    [0] unchanged
   *[other] { $sign }{ $size-text } d
}
speed = { $days-text } d/s
speed-hint = Speed, in days a second ([ and ])

menu-file = File
menu-edit = Edit
menu-view = View
menu-playback = Playback
menu-help = Help
menu-timeline = Bars of the timeline

action-new = New plan
action-open = Open…
action-open-bundled = Open the reference plan
action-save = Save
action-save-as = Save as…
action-export = Export…
action-quit = Quit
action-undo = Undo
action-redo = Redo
action-search = Search
action-fit-map = Fit what is selected
action-fit-all = Show all of the theatre
action-select-nothing = Select nothing
action-zoom-in = Zoom in
action-zoom-out = Zoom out
action-fit-timeline = Fit the timeline
action-tab-timeline = Show the timeline
action-tab-tables = Show the tables
action-tab-tasks = Show the tasks
action-tab-risks = Show the risks
action-outline = Show the outline
action-inspector = Show the inspector
action-bigger = Everything larger
action-smaller = Everything smaller
action-usual-size = Usual size
action-full-screen = Full screen
action-play = Play
action-pause = Pause
action-previous-event = Previous event
action-next-event = Next event
action-previous-week = Back a week
action-next-week = On a week
action-previous-day = Previous day
action-next-day = Next day
action-previous-phase = Previous phase
action-next-phase = Next phase
action-to-start = Start
action-to-end = End
action-backwards = Play backwards
action-forwards = Play forwards
action-slower = Slower
action-faster = Faster
action-loop-from = Loop from here
action-loop-to = Loop to here
action-loop = Loop: off, range, all
action-date = Go to a date…
action-palette = All commands…
action-keys = Keyboard shortcuts…
action-about = About Decamp…

tab-timeline = Timeline
tab-tables = Tables
tab-tasks = Tasks
tab-risks = Risks

keys-next-bar = next bar
keys-move-bar = move the bar by a day
keys-move-end = move its end
keys-move-start = move its start
keys-cancel = give up the drag under way

theme-to-dark = Dark
theme-to-light = Light
track-planned-hint = Dates as planned
track-forecast-hint = Actual dates, and planned ones for the rest

step-dates = dates of “{ $item }”
step-rename = name of “{ $item }”
step-actual = actual dates of “{ $item }”

sector-name = Sector { $name }
no-sector = In no sector
outline-phases = Phases
timeline-no-phase = In no phase

inspector-hint = Click a camp, a flow or a bar to see its dates and sources.
objectives = Objectives
sources = Sources
selected-count = { $count ->
    [one] { $count-text } item selected
   *[other] { $count-text } items selected
}
basis = Basis
kind-phase = phase
kind-source = source
dates-planned = Planned dates
dates-actual = Actual dates
section-activities = Activities
section-movements = Movements
field-name = Name
field-state = State
field-start = Start
field-end = End
field-length = Length
field-forecast = Forecast
field-cancelled = Given up on

member-planned = planned dates
member-actual = actual dates
member-span = dates
member-geometry = position
member-place = position
member-personnel = strength
member-materiel = materiel
member-date = date
member-site = site
member-kind = kind
member-name = name
member-from = origin
member-to = destination
member-mode = mode
member-loads = loads
member-trip_days = length of the trip
member-contributor = country
member-roles = roles
member-role = role
member-sector = sector
member-max = ceiling
member-value = value

date-none = none
date-forms = Accepted forms: 31 oct, 31/10/2023, 2023-10-31, D+120, +7d
date-forms-or-phase = Accepted forms: 31 oct, 31/10/2023, 2023-10-31, D+120, +7d, phase 2b
date-title = Go to a date or a phase

unsaved-title = Unsaved changes
unsaved-text = The plan “{ $name }” was changed. Save it before going on?
unsaved-save = Save
unsaved-discard = Do not save
changed-title = File changed meanwhile
changed-text = The file { $name } was changed since it was opened. Replace it?
key-shift = Shift
key-space = Space
quoted = “{ $text }”
failure-title = This did not work

files-open = Open a plan
files-save = Save the plan
files-export = File to export
files-path = Path of the file
files-exists = The file { $name } is there already. Replace it?
files-do-open = Open
files-do-save = Save
files-do-choose = Choose
files-do-export = Export
files-do-replace = Replace

problems-none = No problems
severity-error = error
severity-warning = warning
severity-note = note
count-errors = { $count ->
    [one] { $count-text } error
   *[other] { $count-text } errors
}
count-warnings = { $count ->
    [one] { $count-text } warning
   *[other] { $count-text } warnings
}
count-notes = { $count ->
    [one] { $count-text } note
   *[other] { $count-text } notes
}

about-text = Plan, animate and present the phased closing of field sites. No network access.
about-data = Data and fonts
