# Baselines, branches, actual dates, comparing, merging and the history.

menu-plan = Plan
menu-baseline = Baseline shown
menu-branch = Branch shown

action-started = Record the start on the playhead’s day
action-finished = Record the end on the playhead’s day
action-given-up = Record as given up on the playhead’s day
action-not-recorded = Clear actual dates
action-take-baseline = Take a baseline…
action-rename-baseline = Rename the baseline shown…
action-remove-baseline = Remove the baseline shown
action-hide-baseline = Hide the baseline
action-new-branch = New branch…
action-next-branch = Go to the next branch
action-rename-branch = Rename the branch shown…
action-remove-branch = Remove the branch shown
action-merge = Merge with a file…
action-tab-compare = Show the comparison
action-tab-history = Show the history

tab-compare = Compare
tab-history = History

version-plan = Main plan
version-opened = Plan as opened
version-hint = The main plan or the branch that is shown and edited
version-file = File { $name }
branch-shown = Branch “{ $name }”
baseline-shown = Baseline “{ $name }”
baseline-none = None
baseline-usual-name = Baseline of { $date }
branch-usual-name = Branch { $count-text }
baseline-none-shown = No baseline is shown
branch-none-shown = No branch is shown
branch-unused = { $count ->
    [one] { $count-text } edit of this branch has no effect
   *[other] { $count-text } edits of this branch have no effect
}
baseline-hint = Planned dates are kept as they are; the bars can then be compared with them.
baseline-taken = Date of the baseline
baseline-make = Take the baseline
branch-hint = The branch begins as what is shown. The main plan is not touched.
branch-make = Make the branch
naming-rename = Rename
naming-rename-hint = The new name is for the whole plan.

bar-started = Actual start on { $date }
bar-finished = Actual end on { $date }
bar-given-up = Given up on { $date }
bar-dates = Edit dates…
record-on = On { $date }
record-start = Start
record-end = End
record-given-up = Given up
recorded-started = Actual start recorded on { $date }: { $item }
recorded-finished = Actual end recorded on { $date }: { $item }
recorded-given-up = Given up on { $date }: { $item }
recorded-nothing = Actual dates cleared: { $item }
record-several = { $count-text } items
record-nothing-selected = Select an activity or a movement first
unrecorded-ends-before = “{ $item }” would end before it started
unrecorded-is-over = “{ $item }” is over already
unrecorded-given-up = “{ $item }” was given up
known-until = Set the plan as of { $date }
known-until-hint = Some actual dates are later than the day up to which they are said to be known.

slip-since = Baseline
slip-none = not planned

step-known-until = as of { $name }
step-actual-several = { $count ->
    [one] actual dates of { $count-text } item
   *[other] actual dates of { $count-text } items
}
step-take-baseline = baseline “{ $name }” taken
step-rename-baseline = name of the baseline “{ $name }”
step-remove-baseline = baseline “{ $name }” removed
step-take-branch = branch “{ $name }” made
step-rename-branch = name of the branch “{ $name }”
step-remove-branch = branch “{ $name }” removed
step-take-over = taken over from another plan: { $name }
step-merge = merge with { $name }
step-in-branch = { $step } (branch “{ $branch }”)

history-steps = { $count ->
    [0] No change in this sitting
    [one] { $done-text } of { $count-text } change done
   *[other] { $done-text } of { $count-text } changes done
}
history-hint = A click or Enter takes the plan to that step.
history-start = Plan at the beginning of the history
clock-time = { $hours }:{ $minutes }

compare-differences = Differences
compare-slips = Slips
compare-from = From
compare-to = To
compare-swap = Swap the two plans
compare-other-file = Another file…
compare-choose = Choose two different plans: the main plan, a branch, a baseline or another file.
compare-none-shown = To take changes over, show one of the two plans.
compare-members = Other changes ({ $count-text })
compare-of-header = Data of the plan ({ $count-text })
compare-orders = Order of lists ({ $count-text })
compare-dates-follow = Dates that follow ({ $count-text })
compare-peaks-count = Largest numbers present or moving ({ $count-text })
compare-deadlines-count = Deadlines ({ $count-text })
compare-start-moved = start { $days }
take-over = Take over
take-back = Put back
take-hint = This change in “{ $here }”
take-of = { $take }: { $item }
take-all = Take over all
take-all-back = Put back all
take-all-hint = “{ $here }” becomes the same as “{ $other }”
take-over-refused = This change cannot be taken over by itself

slips-since = The baseline from which slips are counted
slips-taken = taken on { $date }
slips-track = dates now: { $track }
slips-no-baseline = There is no baseline: take one to follow slips.
slips-then = Baseline
slips-now = Dates now
slips-start = Start
slips-end = End
slips-length = Length

merge-title = Merge with { $name }
merge-ancestor = Common ancestor
merge-ancestor-hint = The plan both versions come from: it tells who changed what.
merge-ancestor-opened = This plan as it was opened
merge-ancestor-saved = This plan as it was saved last
merge-ancestor-file = Another file…
merge-summary = Coming into this plan: { $added-text } added, { $changed-text } changed, { $gone-text } gone
merge-open = Conflicts to be settled: { $open-text } of { $all-text }
merge-number = Conflict { $number-text } of { $count-text }
merge-previous = Previous conflict
merge-next = Next conflict
merge-all = All others: { $side }
merge-make = Merge
merge-done = { $count ->
    [0] Merged: nothing changed
    [one] Merged: { $count-text } item changed
   *[other] Merged: { $count-text } items changed
}
changed-merge = Merge…
