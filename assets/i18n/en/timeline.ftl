# The bars of the timeline: moving, picking, typing dates.

action-automatic = Automatic scheduling

bars-automatic-hint = What depends on a bar moves along with it; what is pinned stays
bars-automatic-on = Automatic scheduling: what depends on a bar moves along with it
bars-automatic-off = Automatic scheduling off: nothing moves but what you move
bars-and-more = { $count ->
    [one] and { $count-text } other
   *[other] and { $count-text } others
}
bars-slack = Float: { $before } → { $after }
bars-follow = { $count ->
    [one] { $count-text } bar follows
   *[other] { $count-text } bars follow
}
bars-more-rules = { $count ->
    [one] and { $count-text } other rule
   *[other] and { $count-text } other rules
}
bars-conflict = { $days ->
    [one] { $item } stays: its link with { $other } is broken by { $days-text } day
   *[other] { $item } stays: its link with { $other } is broken by { $days-text } days
}
bars-free-day = { $date } is a free day in its working calendar
bars-typed-start = Start (on the bar)
bars-typed-end = End (on the bar)

keys-bars-range = select all bars up to there
keys-bars-walk = go to another bar and select nothing
keys-bars-add = add the bar to the selection, or take it out
keys-bars-dates = type the dates on the bar
keys-bars-free = while dragging: to the day, not drawn to other bars
key-enter = Enter
