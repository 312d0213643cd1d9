# The tab of problems, their marks and their shortcuts.

tab-problems = Problems
tab-with-count = { $name } ({ $count-text })
action-tab-problems = Show the problems
action-next-problem = Next problem
action-previous-problem = Previous problem
action-mend-problem = Fix the chosen problem

problem-step = Problem { $number-text } of { $count-text }: { $message }
problem-mend = Fix
problem-marks-of = Problems of “{ $item }”
problem-more = { $count ->
    [one] and { $count-text } other
   *[other] and { $count-text } others
}
problem-filter = Filter the problems
problem-every-code = Every rule
problem-only-selected = Only what is selected
problem-listed = { $listed-text } of { $all-text }
problems-hidden = No problem fits this filter
