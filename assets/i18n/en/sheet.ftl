# The sheet and the briefing pack.

export-kind-of-file = { $file }: this format cannot hold what --kind asks for; choose one of { $endings }

sheet-curve = People present
sheet-timeline = Timeline
sheet-closures = Closures and handovers
sheet-planned = Planned
sheet-actual = Actual
sheet-basis = Basis
sheet-more-rows = and { $count-text } more
sheet-sources = { $count ->
    [one] Source: { $sources }.
   *[other] Sources: { $sources }.
}

pack-title = Briefing pack
pack-as-of = Information as of { $date }
pack-situation = Situation on { $date }
pack-contents = Contents
pack-page = { $page-text } / { $pages-text }
pack-closed = Closures and handovers: { $list }
pack-moves = { $count ->
    [one] { $count-text } movement: { $list }
   *[other] { $count-text } movements, among them { $list }
}
pack-people = People: { $present-text } present, { $moving-text } moving, { $departed-text } left
pack-deadline = Deadline: { $name }, { $date }
pack-quote = “{ $quote }” { $cite }
pack-nothing = Nothing is planned on these dates.
pack-movements = Movements
pack-problems = Problems
pack-tasks = Tasks
pack-risks = Risks
pack-sources = Sources
pack-name = Name
pack-dates = Dates
pack-no = No.
pack-severity = Severity
pack-problem = Problem
pack-due = Due
pack-gap = Gap
pack-document = Document
pack-source-title = Title
pack-source-date = Date
pack-source-url = Address
pack-theatre = Overview map
