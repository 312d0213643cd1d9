# Chapters and their presentation.

menu-present = Presentation
tab-chapters = Chapters
action-tab-chapters = Show chapters
action-present = Present from the start
action-present-here = Present from here
action-make-chapter = Make a chapter of the current view
action-chapters-of-phases = Make a chapter of each phase

chapter-make = New chapter of the view
chapters-none = No chapters: frame the map, choose a day, then Ctrl+M.
chapter-made = Chapter { $number-text } made of the current view
chapters-made = { $count ->
    [one] { $count-text } chapter made
   *[other] { $count-text } chapters made
}
chapters-no-phases = The plan has no phase with dates
chapter-title = Chapter title
chapter-from = First day
chapter-until = Last day
chapter-notes = Speaker’s notes
chapter-notes-hint = What the speaker will say
chapter-go-to = Go to the view
chapter-present = Present from here
chapter-retake = Take the current view
chapter-earlier = Earlier
chapter-later = Later
chapter-duplicate = Duplicate
chapter-remove = Remove
chapter-layers = Layers

layer-land = Land
layer-sectors = Sectors
layer-lakes = Lakes
layer-rivers = Rivers
layer-borders = Borders
layer-roads = Roads
layer-towns = Towns
layer-critical = Critical path
layer-ways = Routes of the selection
layer-flows = Movements
layer-sites = Sites
layer-names = Names
layer-batches = Convoys and flights
layer-problems = Marks of problems

step-make-chapter = chapter “{ $item }”
step-retake-chapter = view of chapter “{ $item }”
step-move-chapter = place of chapter “{ $item }”
step-chapters-of-phases = { $count ->
    [one] { $count-text } chapter
   *[other] { $count-text } chapters
}

present-nothing = Nothing to present: make a chapter of the view with Ctrl+M
present-place = Chapter { $number-text } of { $count-text }: { $title }
present-all = All chapters
present-typed = Chapter { $number-text }: Enter
present-black = Black screen
present-white = White screen

speaker-title = Speaker’s notes
speaker-place = { $number-text } / { $count-text }
speaker-elapsed = Elapsed
speaker-clock = Clock
speaker-next = Next
speaker-last = Last chapter
speaker-no-notes = No notes
speaker-back = Back
speaker-forward = Forward

keys-present-next = next chapter
keys-present-back = previous chapter
keys-present-jump = go to the chapter of that number
keys-present-play = play the days of the chapter
keys-present-cover = black screen, white screen
keys-present-all = all chapters
keys-present-laser = laser dot
keys-present-notes = speaker’s window
keys-present-leave = end
keys-move-chapter = move the chapter
