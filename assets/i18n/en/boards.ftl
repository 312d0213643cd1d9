# The board of tasks, the register of risks and their files.

not-addressed = not addressed

risk-level-low = low
risk-level-medium = medium
risk-level-high = high
risk-level-very-high = very high

column-mandate = Mandate
column-paragraph = Paragraph
column-text = Text
column-priority = Priority
column-recipients = Recipients
column-task-status = Status
column-needs = Needs
column-gap = Gap (USD)
column-due = Due
column-fund = Fund
column-sites = Sites
column-activities = Activities
column-tasks = Tasks
column-number = No.
column-likelihood = Likelihood
column-impact = Impact
column-level = Level
column-mitigations = Mitigation
column-phases = Phases
column-sites-of-phases = Other sites of these phases
column-from-day = From day
column-to-day = To day
column-needed = Needed (USD)
column-available = Available (USD)
column-missing = Missing (USD)
column-basis-status = Basis of the status
column-basis-gap = Basis of the gap
column-basis-sites = Basis of the sites
column-basis-needed = Basis of the need
column-basis-available = Basis of what is available

step-rating = rating of “{ $item }”

tasks-none = This plan has no mandate, no tasks and no funds.
tasks-caption = { $rows ->
    [one] { $rows-text } row of the mandate
   *[other] { $rows-text } rows of the mandate
}, { $open-text } not addressed · { $tasks ->
    [one] { $tasks-text } task
   *[other] { $tasks-text } tasks
}
tasks-elsewhere = Outside the mandate
mandate-priority = priority
not-addressed-hint = no task takes over this row
no-status = no status
no-recipient = no recipient
head-task = Task
head-gap = Gap
field-status-of = Status of “{ $item }”
field-recipients-of = Recipients of “{ $item }”
field-recipients-hint = names parted by ;
field-gap-of = Gap of “{ $item }”
fold-details = Fold “{ $item }”
unfold-details = Unfold “{ $item }”

filter-on = Show only: { $filter }
filter-off = { $filter } – show all
sums-by-status = By status
sums-by-recipient = By recipient
sum-total = Total
sum-tasks = tasks
sum-tasks-hint = Number of tasks, or of rows not addressed
sum-gap = gap
sum-gap-hint = Gaps with a figure, in US dollars
sum-unknown = unknown
sum-unknown-hint = Tasks whose gap has no figure
sum-needs = need
sum-needs-hint = Tasks that state a need

funds = Funds
fund-amounts = { $available } of { $needed }; { $missing } missing
fund-need-unknown = { $available }; need without a figure
fund-means-unknown = { $needed } needed; available without a figure
fund-unknown = amounts without figures

risks-none = This plan has no risks.
risks-unrated = { $count ->
    [0] All risks are rated
    [one] { $count-text } risk to rate: drag it into the matrix
   *[other] { $count-text } risks to rate: drag them into the matrix
}
risk-unrated = not rated
risk-rated = likelihood { $likelihood-text }, impact { $impact-text }: { $level }
risk-disc = Risk { $number-text }: { $name }
head-risk = Risk
head-likelihood = Likel.
head-impact = Imp.
axis-likelihood = Likelihood
axis-impact = Impact
field-likelihood-of = Likelihood of “{ $item }”
field-impact-of = Impact of “{ $item }”
