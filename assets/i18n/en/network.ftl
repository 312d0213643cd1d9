# Links, float, critical path, odds of the deadlines.

network-critical = Float and critical path
network-end-deadline = Deadline: { $date } ({ $name })
network-end-last = Last day of the plan: { $date }
network-no-dates = This plan has no activity or movement with dates
network-chain = Critical chain, { $float }
network-column-item = Activity or movement
network-column-dates = Dates
network-column-total = Total float
network-column-free = Free float
network-days = { $days-text } d
network-float = { $days ->
    [one] { $days-text } day of float
   *[other] { $days-text } days of float
}
network-float-late = { $days ->
    [one] { $days-text } day late
   *[other] { $days-text } days late
}
network-all-over = Everything in this plan is over

odds-title = Odds of the deadline
odds-stopped = The forecast was stopped before its end: there are no odds
odds-panic = The forecast failed by a fault of the program: { $message }
odds-runs = { $runs-text } runs, seed { $seed }
odds-no-spread = No three-point durations (duration_days) in this plan: nothing is drawn, and every run is the plan itself. Odds of 0% or 100% only say whether the plan, carried out to the day, meets the deadline.
odds-no-spread-restrictions = No three-point durations (duration_days) in this plan: only the ends of closed ways are drawn.
odds-spreads = { $count ->
    [one] { $count-text } three-point duration is drawn
   *[other] { $count-text } three-point durations are drawn
}
odds-soft = { $count ->
    [one] { $count-text } of them merely inferred or illustrative
   *[other] { $count-text } of them merely inferred or illustrative
}
odds-restrictions = { $count ->
    [one] { $count-text } closed way of unknown end: no source says when it is lifted; every day up to { $until } is assumed to be equally likely (--without-open-restrictions leaves it out)
   *[other] { $count-text } closed ways of unknown end: no source says when they are lifted; every day up to { $until } is assumed to be equally likely (--without-open-restrictions leaves them out)
}
odds-left = { $people ->
    [one] { $name }: no movement takes out { $people-text } person; the deadline cannot be met
   *[other] { $name }: no movement takes out { $people-text } people; the deadline cannot be met
}
odds-column-deadline = Deadline
odds-column-date = Date
odds-column-met = Met
odds-column-p50 = P50
odds-column-p80 = P80
odds-column-planned = End without chance
odds-last-day = Last day of the plan
odds-percent = { $share }%
odds-column-driver = What drives it most
odds-column-weight = Correlation
odds-column-criticality = Criticality
odds-column-item = Uncertain end
