# Problems: of disks, files, plans, theatres.

list-and = { $first } and { $last }
list-name = “{ $name }”
list-more = { $count ->
    [one] { $count-text } other
   *[other] { $count-text } others
}

size-bytes = { $count ->
    [one] { $count-text } byte
   *[other] { $count-text } bytes
}
size-kib = { $size } KiB
size-mib = { $size } MiB
size-gib = { $size } GiB
size-tib = { $size } TiB

disk-not-found = no such file or folder — check the path
disk-is-folder = this is a folder — choose a file
disk-too-large = larger than the limit of { $limit } — choose another file or make this one smaller
disk-too-large-by-far = { $size }, and the limit is { $limit } — choose another file or make this one smaller
disk-denied = access denied — check your rights to the file and its folder
disk-read-only = write-protected — save under another name or in another folder
disk-exists = there is a file or a folder of this name already — choose another name
disk-full = no room left on the disk — free some space or save elsewhere
disk-other = the disk does not answer as it should — try again, or use another disk; the system says: { $message }

fault-at = { $place }: { $message }
fault-line = line { $line }, column { $column }
fault-not-opened = “{ $path }” cannot be opened; nothing was changed
fault-advised = { $message } — { $advice }
fault-did-you-mean = { $message } — did you mean "{ $nearest }"?
fault-empty = the file is empty — open a backup copy or start a new plan
fault-not-text = this is not UTF-8 text — save the file again as UTF-8
fault-json-unexpected-end = the text ends here, the file is incomplete — get a complete copy
fault-json-syntax = not correct JSON — check quotes, commas and colons; no comments, no NaN
fault-json-trailing-comma = a comma too many after the last element — delete it
fault-json-trailing-text = more text after the end of the plan — delete it
fault-json-too-deep = more than 127 levels of objects and lists — simplify this part
fault-json-huge-number = a number too large to be read — correct it
fault-too-many-values = more than { $limit } values, too many for a plan — check that this is the right file
fault-not-a-plan = this is no Decamp plan: its "format" is not "decamp-plan" — choose another file
fault-other-format = this is no Decamp plan: its "format" is "{ $format }", not "decamp-plan" — choose another file
fault-later-version = a plan of format { $version }, and this program knows formats up to { $known } — update Decamp
fault-missing = "{ $member }" is missing — add it
fault-wrong-type = a value of the wrong type — this must be { $expected }
fault-duplicate-member = this member is twice in the same object — keep only one
fault-bad-date = "{ $text }" is no date — write it like 2023-10-31
fault-no-such-day = there is no day "{ $text }" — correct the month or the day
fault-end-before-start = the end, { $end }, is before the start, { $start } — correct one of the two dates
fault-estimates-out-of-order = estimates out of order: { $low }, { $likely }, { $high } — they must be low ≤ likely ≤ high
fault-bad-id = "{ $text }" is no id — use only a to z, digits and hyphens, and no hyphen at the start
fault-duplicate-id = "{ $id }" is already the id of { $first } — choose another one
fault-no-such-item = { $none } "{ $id }"
fault-advice-reference = correct the id or add the item
fault-wrong-kind = "{ $id }" is { $found } — this must be { $expected }
fault-longitude-range = longitude { $value } is out of range — it must be from −180 to 180 degrees, longitude first
fault-latitude-range = latitude { $value } is out of range — it must be from −90 to 90 degrees, longitude first
fault-exchanged = latitude { $value } is out of range — exchange the two numbers: longitude comes first
fault-bad-number = { $value } is not allowed — it must be a number from { $least } to { $most }
fault-bad-number-whole = { $value } is not allowed — it must be a whole number from { $least } to { $most }
fault-bad-number-only = { $value } is not allowed — it must be { $least }
fault-bad-color = "{ $text }" is no colour — write it like #1e90ff
fault-more = { $count ->
    [one] { $count-text } more problem is not shown — correct these first
   *[other] { $count-text } more problems are not shown — correct these first
}
fault-unknown-word = unknown word "{ $word }"
fault-advice-word = it is kept and treated as "other"
fault-unknown-member = unknown member, kept but not used
fault-not-kept = unknown member — it will be lost when the plan is saved
fault-altitude-dropped = altitude left out — only longitude and latitude are kept

expected-object = an object in braces
expected-list = a list in square brackets
expected-string = a text in quotes
expected-text = a text in quotes, or an object with a text for each language (fr, en)
expected-number = a number, without quotes
expected-boolean = true or false, without quotes
expected-date = a date in quotes, like 2023-10-31
expected-id = an id in quotes
expected-coordinates = a position [longitude, latitude] in degrees
expected-route-point = the id of a site or a position [longitude, latitude]
expected-word = the word "{ $word }"

none-of-sources = no source
none-of-objectives = no objective
none-of-phases = no phase
none-of-sites = no site
none-of-units = no unit
none-of-activities = no activity
none-of-movements = no movement
none-of-events = no event
none-of-limits = no limit
none-of-restrictions = no restriction
none-of-reports = no report
none-of-counts = no count
none-of-mandate = no paragraph of the mandate
none-of-tasks = no task
none-of-funds = no fund
none-of-risks = no risk
none-of-calendars = no working calendar
none-of-layers = no layer
none-of-chapters = no chapter
none-of-baselines = no baseline
none-of-branches = no branch
none-of-link-end = no activity, movement or event

one-of-sources = a source
one-of-objectives = an objective
one-of-phases = a phase
one-of-sites = a site
one-of-units = a unit
one-of-activities = an activity
one-of-movements = a movement
one-of-events = an event
one-of-limits = a limit
one-of-restrictions = a restriction
one-of-reports = a report
one-of-counts = a count
one-of-mandate = a paragraph of the mandate
one-of-tasks = a task
one-of-funds = a fund
one-of-risks = a risk
one-of-calendars = a working calendar
one-of-layers = a layer
one-of-chapters = a chapter
one-of-baselines = a baseline
one-of-branches = a branch
one-of-link-end = an activity, a movement or an event

theatre-line = { $file }, line { $line }, column { $column }
theatre-features = { $count ->
    [0] { $file }, feature { $feature }
    [one] { $file }, feature { $feature } and { $count-text } other
   *[other] { $file }, feature { $feature } and { $count-text } others
}
theatre-not-bundled = no map “{ $name }” comes with the program — choose one of: { $bundled }
theatre-no-files = no map file in this folder — it needs at least one of { $files }
theatre-on-network = a plan cannot have a network path opened — copy the files near the plan and choose them there
theatre-bad-json = not correct JSON — export the layer to GeoJSON again
theatre-not-a-collection = this is no GeoJSON FeatureCollection — export the whole layer to GeoJSON
theatre-other-type = "{ $found }" instead of a GeoJSON FeatureCollection — export the whole layer
theatre-other-crs = coordinate system "{ $crs }" — reproject the file to WGS 84 (EPSG:4326)
theatre-out-of-range = [{ $x }; { $y }] is no longitude and latitude — { $advice }
theatre-advice-reproject = these are probably metres, reproject the file to WGS 84 (EPSG:4326)
theatre-advice-swap-axes = exchange the two numbers, longitude comes first
theatre-advice-cut = cut the file at the 180th meridian and count western longitudes as negative
theatre-note-no-features = no features, the layer is empty
theatre-note-not-a-feature = this is no feature, left out
theatre-note-no-geometry = no usable geometry, feature left out
theatre-note-wrong-geometry = geometry of a type this layer does not show, left out
theatre-note-bad-coordinates = unreadable coordinates, left out
theatre-note-short-ring = outline of fewer than three different points, left out
theatre-note-short-line = line of fewer than two different points, left out
theatre-note-open-ring = open outline, closed
theatre-note-hole-outside = hole outside of its polygon, left out
theatre-note-antimeridian = cut at the 180th meridian
theatre-note-unreadable-name = name in a script the map cannot write, shown as a box — add “name_fr” or “name_en”
theatre-note-altitude = altitude left out
theatre-note-many-points = several points, only the first is kept
theatre-note-missing-id = no id, one was made
theatre-note-rewritten-id = id rewritten in a to z, digits and hyphens
theatre-note-duplicate-id = id already taken, a number was added

amount-of = { $count } × { $kind }
amount-sites = { $count ->
    [one] { $count-text } site
   *[other] { $count-text } sites
}
amount-military = { $count ->
    [one] { $count-text } soldier
   *[other] { $count-text } soldiers
}
amount-police = { $count ->
    [one] { $count-text } police officer
   *[other] { $count-text } police officers
}
amount-civilian = { $count ->
    [one] { $count-text } civilian
   *[other] { $count-text } civilians
}
amount-uniformed = { $count ->
    [one] { $count-text } soldier or police officer
   *[other] { $count-text } soldiers and police officers
}
amount-vehicles = { $count ->
    [one] { $count-text } vehicle
   *[other] { $count-text } vehicles
}
amount-containers = { $count ->
    [one] { $count-text } container
   *[other] { $count-text } containers
}
amount-aircraft = { $count ->
    [one] { $count-text } aircraft
   *[other] { $count-text } aircraft
}
amount-vessels = { $count ->
    [one] { $count-text } vessel
   *[other] { $count-text } vessels
}
amount-tonnes = { $count ->
    [one] { $count-text } tonne
   *[other] { $count-text } tonnes
}

problem-document = the document
problem-unknown-reference = “{ $item }”, member { $member }: { $fault }
problem-end-before-start = { $member ->
    [planned] “{ $item }”: the planned end, { $end }, is before the planned start, { $start }
    [actual] “{ $item }”: the actual end, { $end }, is before the actual start, { $start }
   *[other] “{ $item }”: the end, { $end }, is before the start, { $start }
}
problem-cyclic-links = { $count ->
    [one] “{ $item }” depends on its own date — delete this link
   *[other] { $items } depend on each other in a circle — delete one of the links
}
problem-ledger-residual = The balances of { $date } are wrong by { $excess }: this is a fault of Decamp — do not trust these figures, and report it
problem-huge-figure = “{ $item }”: { $figure } is more than can be counted ({ $most } at most) — correct this figure
problem-link-broken = { $end ->
    [start] “{ $item }” starts on { $is }, allowed from { $earliest } ({ $link } link to “{ $other }”)
   *[end] “{ $item }” ends on { $is }, allowed from { $earliest } ({ $link } link to “{ $other }”)
}
problem-too-fast = { $why ->
    [speed] “{ $item }”, leaving on { $date }: { $distance } km by road take { $needed }, and the trip has { $trip }
   *[dates] “{ $item }”, leaving on { $date }: a trip of { $trip }, but its dates leave { $span }
}
problem-more-than-present = “{ $item }” on { $date }: { $excess } of “{ $other }” short on leaving { $site }
problem-carries-nothing = { $severity ->
    [note] “{ $item }” has no loads
   *[other] “{ $item }” leaves empty on { $date }: what it is to carry is not there ({ $site })
}
problem-unit-elsewhere = { $elsewhere ->
    [none] “{ $item }” leaves on { $date } without “{ $other }”: the unit is not there ({ $site }), nor at any other site
   *[other] “{ $item }” leaves on { $date } without “{ $other }”: the unit is not there ({ $site }), but elsewhere ({ $elsewhere })
}
problem-left-behind = “{ $item }” ends on { $date }; still there ({ $site }): { $what }
problem-after-deadline = { $count ->
    [one] Deadline “{ $item }” missed: { $people } still in the theatre at the close of { $date }
   *[other] Deadline “{ $item }” missed: { $people } still in the theatre at the close of { $date } ({ $others })
}
problem-over-ceiling = Ceiling “{ $item }” ({ $max }) exceeded from { $date }, by { $excess } at most
problem-over-lift = Lift “{ $item }” ({ $per-day } a day) exceeded from { $date }, by { $excess } at most
problem-materiel-without-guard = Materiel without a guard from { $date } ({ $site }): { $what }
problem-liquidation-too-short = “{ $item }” lasts { $days }; at least { $least } are needed (“{ $other }”)
problem-too-short = “{ $item }” lasts { $days }; at least { $least } are needed (“{ $other }”)
problem-undated = “{ $item }” moves nothing until its dates are complete
problem-outside-phase = “{ $item }” is planned for { $is }, outside of “{ $other }” ({ $allowed }) by { $days }
problem-not-before = “{ $item }” starts on { $start }, allowed from { $earliest }
problem-misses-own-deadline = “{ $item }” ends on { $end }, { $days } after its own deadline ({ $latest })
problem-arrives-at-closed-site = “{ $item }” arrives on { $date } at a site given up ({ $site }): “{ $other }” was over on { $last }
problem-leaves-after-handover = “{ $item }” leaves on { $date } from a site handed over ({ $site }): “{ $other }” was over on { $last }
problem-closed-hub-assumed = Hub handed over on { $date } ({ $site }), counted on for { $days } more by { $others }
problem-over-capacity = More than there is room for ({ $site }, { $max }) from { $date }, by { $excess } at most
problem-blocked-by-restriction = “{ $item }” is blocked from { $date } for { $days } of its dates: “{ $other }”
problem-unplanned-restriction = A restriction that was not planned for, in force from { $date }: “{ $item }”
problem-needs-not-met = “{ $item }” leaves on { $date } without what it needs: { $needs }
problem-disposal-not-allowed = { $why ->
    [diligence] “{ $item }” goes to a security force, and no human-rights due diligence is recorded — note it in the basis
    [sold] “{ $item }”: this of “{ $other }” may not be sold: { $kinds }
   *[gifted] “{ $item }”: this of “{ $other }” may not be given away: { $kinds }
}
problem-early = “{ $item }” was over on { $end }, { $days } before it was planned to begin ({ $earliest })
problem-late = “{ $item }” ends on { $end }, { $days } after its planned end ({ $latest })
problem-need-escort = escort
problem-need-air-support = air support
problem-need-evacuation = evacuation
problem-kind-vehicles = vehicles
problem-kind-containers = containers
problem-kind-aircraft = aircraft
problem-kind-vessels = vessels
problem-kind-tonnes = tonnes of materiel
problem-kind-helicopters = helicopters
problem-kind-drones = drones
problem-kind-weapons = weapons
problem-kind-ammunition = ammunition
problem-kind-explosives = explosives
problem-kind-armour = armour
problem-kind-armoured-vehicles = armoured vehicles
problem-count-differs = { $document } according to { $source }, { $plan } in the plan
problem-report-differs = { $measure ->
    [present] Present on { $date } according to { $source }: { $figures }
   *[departed] Departed by { $date } according to { $source }: { $figures }
}
problem-report-figure = { $reported } reported, { $computed } computed ({ $difference })
problem-report-at = { $source } ({ $sites })
problem-quote-not-in-source = “{ $item }”: { $source } does not say “{ $quote }” — quote word for word
problem-no-source = “{ $item }” names no source
problem-outside-theatre = { $swapped ->
    [none] “{ $item }” at { $place } lies outside of the theatre
   *[other] “{ $item }” at { $place } lies outside of the theatre — with longitude and latitude exchanged it would lie inside
}
problem-unknown-sector = The theatre has no sector “{ $sector }”, named by { $items }

problem-title-unknown-reference = unknown reference
problem-title-end-before-start = end before start
problem-title-cyclic-links = circular links
problem-title-ledger-residual = wrong balances
problem-title-huge-figure = figure beyond measure
problem-title-link-broken = link not kept
problem-title-too-fast = trip too fast
problem-title-more-than-present = more than is there
problem-title-carries-nothing = empty movement
problem-title-unit-elsewhere = unit elsewhere
problem-title-left-behind = left behind
problem-title-after-deadline = deadline missed
problem-title-over-ceiling = ceiling exceeded
problem-title-over-lift = lift exceeded
problem-title-materiel-without-guard = materiel without guard
problem-title-liquidation-too-short = liquidation too short
problem-title-too-short = activity too short
problem-title-undated = movement without dates
problem-title-outside-phase = outside of its phase
problem-title-not-before = too early
problem-title-misses-own-deadline = own deadline missed
problem-title-arrives-at-closed-site = arrival at a closed site
problem-title-leaves-after-handover = departure after handover
problem-title-closed-hub-assumed = counts on a closed hub
problem-title-over-capacity = capacity exceeded
problem-title-blocked-by-restriction = blocked by a restriction
problem-title-unplanned-restriction = unplanned restriction
problem-title-needs-not-met = needs not met
problem-title-disposal-not-allowed = disposal not allowed
problem-title-early = earlier than planned
problem-title-late = later than planned
problem-title-count-differs = differs from a document
problem-title-report-differs = differs from a report
problem-title-quote-not-in-source = quote not found
problem-title-no-source = no source
problem-title-outside-theatre = outside of the theatre
problem-title-unknown-sector = unknown sector

fix-move = Move “{ $item }” to { $span }
fix-longer = Extend “{ $item }” to { $end }
