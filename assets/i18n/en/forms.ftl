# The forms of the inspector: names of members, words of their lists, typing.

yes = yes
no = no

typed-not-a-number = A number is needed
typed-not-a-date = This is no date: 31 Oct, 31/10/2023, 2023-10-31, D+120, +7d
typed-no-such-day = There is no such day
typed-not-yes-or-no = Yes or no is needed
typed-no-such-word = Unknown word. Possible words: { $words }
typed-no-such-item = The plan has no item “{ $name }” that can stand here
typed-several-items = Several items are called “{ $name }”: give the id
typed-not-coordinates = Longitude, then latitude, in degrees: -0.05, 16.27
typed-not-here = This cannot be typed in one line
