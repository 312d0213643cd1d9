# Exported files and the command line.

export-unknown-ending = { $file }: no format has this ending; choose one of { $endings }
export-size = { $file }: a picture of { $width-text } × { $height-text } pixels cannot be made; each side may have 1 to { $most-text }
export-no-chapters = { $file }: the plan has no chapters; give the days of the film with --from and --until
export-frame-rate = { $file }: { $asked-text } frames a second are too many for this format, which takes { $most-text }
export-cancelled = { $file }: the export was stopped, nothing was written
export-panic = { $file }: the export failed by a fault of the program, nothing was written: { $message }
export-other = { $file }: the file could not be made: { $message }

exporting = Exporting { $name }
export-stop = Stop the export
seconds-left = { $count-text } s left
minutes-left = { $count-text } min left
stop-exports-title = Files are being written
stop-exports-text = Closing now stops these exports; nothing of them will remain.
stop-exports-wait = Wait
stop-exports-quit = Close anyway

column-id = Id
column-name = Name
column-kind = Kind
column-site = Site
column-sector = Sector
column-from = From
column-to = To
column-mode = Mode
column-phase = Phase
column-planned-start = Planned start
column-planned-end = Planned end
column-actual-start = Actual start
column-actual-end = Actual end
column-cancelled = Cancelled
column-forecast-start = Forecast start
column-forecast-end = Forecast end
column-people = people
column-status = Basis of the dates
column-status-loads = Basis of the figures
column-source = Source
column-marking = Marking
column-state = State

cli-from-after-until = --from { $from } is after --until { $until }: nothing to show
cli-bad-date = { $option } { $text }: not a date; write 2023-10-31, 2023-10-31T14:30, 31 oct, 31/10/2023 or D+120
cli-no-such-day = { $option } { $text }: the calendar has no such day
cli-not-bundled = { $name }: no such plan comes with the program; known: { $known }
cli-no-such-phase = --phase { $phase }: the plan has no such phase; it has: { $known }
cli-undated-phase = --phase { $phase }: this phase has no end; give --at instead
cli-table-without-csv = { $file }: only a .csv file holds a table; leave --table out, or choose that ending
cli-baseline-without-slips = --baseline: only --table slips counts from a baseline; add that, or leave --baseline out
cli-theatre = { $file }: theatre: { $message }
cli-output = standard output: cannot be written to: { $message }
cli-no-display = no display: the window needs a desktop, and neither DISPLAY nor WAYLAND_DISPLAY is set; without one use, for example, decamp snapshot PLAN --at DATE (see decamp --help)
cli-no-window = the window could not be opened ({ $message }); without one use, for example, decamp snapshot PLAN --at DATE (see decamp --help)
cli-built-without-window = this program was built without its window; use, for example, decamp snapshot PLAN --at DATE (see decamp --help)

cli-fix = to mend it: { $fix }
cli-swap = exchange longitude and latitude of { $item }: { $place }
cli-no-problems = No problem
cli-counts = { $errors }, { $warnings }, { $notes }
cli-present = present
cli-moving = on the way
cli-departed = departed
cli-disposed = disposed of
cli-totals = Totals
cli-under-way = Under way
cli-share = { $share } % of the way
cli-no-phase = no phase
