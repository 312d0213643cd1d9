# Links, the critical path and the odds in the window.

link-title = Link
link-named = Link: { $link }
link-from-start = Link from the start of { $item }
link-from-end = Link from the end of { $item }
link-lag = Lag
link-lag-days = Lag in days
link-days = days
link-remove = Remove the link
link-exists = This link is there already
link-cycle = Cycle: { $items }
link-select-two = Select at least two bars to link

step-link = link to “{ $item }”
step-relink = changed link of “{ $item }”
step-unlink = removed link of “{ $item }”

action-link = Link (finish → start)
action-critical = Critical path
action-all-links = All links
action-by-sector = Group by sector
action-only-selected = Only the selection
action-odds = Odds…

group-margins = Float
field-total-float = Total float
field-free-float = Free float
field-odds-end = Likely end
margin-critical = on the critical chain
margin-days = { $days ->
    [one] { $days-text } day
   *[other] { $days-text } days
}
odds-item = P50 { $p50 }, P80 { $p80 }

odds-window-title = Odds
odds-status = Odds: { $share } by { $date }
odds-status-end = Odds: P80 on { $date }
odds-status-no-spread = Odds: no length estimated
odds-status-waiting = Odds: being worked out
odds-about-deadline = { $name }: everyone out by { $date }
odds-all-out = Day on which everyone is out
odds-histogram = How the runs are spread, from { $from } to { $until }
odds-window-restrictions = { $count ->
    [one] { $count-text } closure of unknown end: no source says when it will be lifted; every day up to { $until } is taken to be equally likely
   *[other] { $count-text } closures of unknown end: no source says when they will be lifted; every day up to { $until } is taken to be equally likely
}
