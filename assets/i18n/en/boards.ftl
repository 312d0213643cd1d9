# The board of tasks, the register of risks and their files.

yes = yes
no = no
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
