# Comparing and merging plans, branches and baselines.

compare-count-added = Added ({ $count-text })
compare-count-gone = Gone ({ $count-text })
compare-count-changed = Changed ({ $count-text })
compare-header = Plan
compare-order = Order of the list “{ $list }”
compare-member = { $member }: { $from } → { $to }
compare-whole-item = whole item
compare-absent = nothing
compare-there = there
compare-not-there = not there
compare-days = { $count ->
    [one] { $sign }{ $count-text } day
   *[other] { $sign }{ $count-text } days
}
compare-end-moved = end { $days }
compare-same = No difference
compare-follows = What follows ({ $track })
compare-moved = Dates moved ({ $count-text })
compare-peaks = Peaks of people present or moving
compare-all-people = total
compare-deadlines = Deadlines
compare-met = met
compare-missed = missed
compare-gained = Problems gained ({ $count-text })
compare-lost = Problems lost ({ $count-text })

compare-list-sources = sources
compare-list-objectives = objectives
compare-list-phases = phases
compare-list-mandate = mandate
compare-list-tasks = tasks
compare-list-risks = risks
compare-list-layers = layers
compare-list-chapters = chapters
compare-list-branches = branches

merge-conflicts = { $count ->
    [one] { $count-text } conflict
   *[other] { $count-text } conflicts
}
merge-no-conflict = Merged without a conflict
merge-written = Plan written: { $file }
merge-not-written = Nothing was written: settle the conflicts in the window, or choose --prefer mine or --prefer theirs
merge-both-changed = changed differently on both sides
merge-gone-and-changed = gone on one side, changed on the other
merge-both-added = added on both sides under the same id
merge-not-together = the two changes do not go together
merge-needed = gone on one side, but “{ $item }” of the other needs it
merge-points-nowhere = points at “{ $item }”, which cannot be there
merge-side-base = base
merge-side-mine = mine
merge-side-theirs = theirs
merge-value = { $side }: { $value }
merge-taken = taken: { $side }

branch-unused-no-item = branch { $branch }: { $place }: the plan no longer has this item; the edit is kept without effect
branch-unused-id-taken = branch { $branch }: { $place }: an item of another kind has this id; the edit is kept without effect
branch-unused-invalid = branch { $branch }: { $place }: the edit makes nothing sound; it is kept without effect
branch-unused-no-list = branch { $branch }: { $place }: a plan has nothing of this name; the edit is kept without effect

cli-no-such-branch = { $file }: the plan has no branch { $branch }; it has: { $known }
cli-no-such-baseline = { $file }: the plan has no baseline { $baseline }; it has: { $known }
cli-no-baseline = { $file }: the plan has no baseline; the table of slips needs one
cli-one-plan = only one plan is given: give a second file, or a branch or baseline to compare with
cli-none = none

column-change = Change
column-baseline-start = Baseline start
column-baseline-end = Baseline end
column-now-start = Start now
column-now-end = End now
column-slip-start = Slip of start (days)
column-slip-end = Slip of end (days)
column-slip-length = Change of length (days)
slip-same = as it was
slip-moved = moved
slip-added = added
slip-gone = gone
