# The page that plays a plan in a browser, and slides.

web-play = Play
web-pause = Pause
web-slower = Slower
web-faster = Faster
web-speed = days per second
web-chapters = Chapters
web-notes = Notes
web-no-notes = No notes for this chapter
web-language = Français
web-theme = Light or dark
web-keys = Keys
web-map-only = Map alone
web-map = Map
web-timeline = Timeline
web-position = Day shown
web-go-to = Go to a date
web-show-day = Show
web-home = Show all
web-closer = Closer
web-farther = Farther
web-close = Close
web-km = km
web-m = m
web-previous = Previous chapter
web-next = Next chapter
web-key-play = play or pause
web-key-day = a day back or on
web-key-week = a week back or on
web-key-event = previous or next day on which something begins, ends or happens
web-key-ends = first or last day
web-key-go-to = go to a date
web-key-chapter = previous or next chapter
web-key-jump = number and Enter: go to that chapter
web-key-jkl = backwards, pause, forwards; again for twice the speed
web-key-speed = slower or faster
web-key-loop-ends = loop: from here, to here
web-key-loop = loop: off, range, all
web-key-zoom = closer, farther, show all; the wheel zooms too
web-key-drag = drag: move the map; on the timeline: choose the day
web-key-map-only = map alone
web-key-notes = notes of the chapter
web-key-keys = these keys
web-key-language = French or English
web-key-theme = light or dark
web-no-script = This page plays the plan with a script of its own, which this browser does not run.

slides-days = { $from } to { $until }
slides-present = Present: { $count-text }
slides-moving = Moving: { $count-text }
slides-departed = Left: { $count-text }
slides-ends = { $name }: until { $date }
slides-others = { $count ->
    [one] and one more end
   *[other] and { $count-text } more ends
}
slides-sources = Sources: { $sources }
slides-film = The plan, day by day
