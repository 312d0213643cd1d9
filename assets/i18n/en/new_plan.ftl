# New plans from GeoJSON, and the template of a closure.

new-exists = { $name }: this file is there already; choose another name
new-made = Plan made: { $count ->
    [one] 1 site
   *[other] { $count-text } sites
}
new-no-sites = { $folder }: no file of points was found; name it with --sites
new-several-sites = several files of points: { $files }; name the one with the sites with --sites
new-several-sectors = several files of areas: { $files }; name the one with the sectors with --sectors
new-end-before-start = the plan would end before it starts
new-exit = Out of the theatre

import-not-a-point = { $file }, feature { $feature-text }: a site must be a point
import-not-an-area = { $file }, feature { $feature-text }: a sector must be an area
import-no-such-property = { $file }: no feature has the property { $property }; there are: { $known }
import-no-sites = { $file }: there is no site in this file

action-new-geojson = New plan from GeoJSON…
new-plan-hint = A file of points gives the sites, a file of areas the sectors. Longitude and latitude in degrees (WGS 84).
new-plan-title = Title
new-plan-untitled = New plan
new-plan-from = First day
new-plan-until = Last day
new-plan-file-sites = Sites
new-plan-file-sectors = Sectors
new-plan-file-map = Country or borders
new-plan-choose = Choose…
new-plan-optional = optional
new-plan-no-file = Choose the file with the sites.
new-plan-map-hint = A file boundary.geojson; the other layers in its folder are read as well.
new-plan-map-name = { $file }: this file must be called boundary.geojson, and stay in the folder of the maps
new-plan-count = { $count ->
    [one] 1 site
   *[other] { $count-text } sites
}
new-plan-preview = The first rows
new-plan-property = Property for: { $field }
new-plan-no-property = (none)
new-plan-sector-name = name of the sector
new-plan-panic = The plan could not be made by a fault of the program: { $message }
new-plan-make = Make the plan
new-plan-end-before-start = The last day is before the first.
import-field-name = name
import-field-code = code
import-field-sector = sector
import-field-kind = kind
import-field-capacity = capacity
import-field-place = place

files-geojson = Choose a GeoJSON file

action-close-site = Close a camp…
close-this-site = Close this camp…
step-closing = closing of “{ $item }”
closing-title = Close a camp
closing-site = Site
closing-ends = End of the handover
closing-people = People to
closing-materiel = Materiel to
closing-unoe = UN-owned equipment
closing-unoe-gifted = gifted
closing-unoe-sold = sold
closing-unoe-destroyed = destroyed
closing-unoe-transferred = transferred
closing-unoe-written-off = written off
closing-unoe-moved = moved
closing-recipient = Handed over to
closing-recipient-hint = civil authority
closing-nowhere = (no movement)
closing-mode-none = (no mode)
closing-mode = Mode – { $name }
closing-step = Step
closing-days = Length (d)
closing-lag = Lag (d)
closing-dates = Dates
closing-days-of = Length – { $step }
closing-lag-of = Lag – { $step }
closing-there = in the plan already
closing-reset = Usual values
closing-make = Add to the plan
closing-summary = { $from } to { $until } · { $count ->
    [one] 1 new item
   *[other] { $count-text } new items
}
closing-no-gain = No new problems
closing-gain = New problems: { $errors }, { $warnings }, { $notes }
closing-outside-horizon = Partly outside the days of the plan
closing-basis = Template of a closure
closing-hazardous = Hazardous material out
closing-load-people = People
closing-load-coe = Contingent-owned equipment
closing-load-unoe = UN-owned equipment
closing-load-rear-party = Rear party
closing-step-people-out = People out
closing-step-coe-out = Contingent-owned equipment out
closing-step-unoe-disposal = UN-owned equipment disposed
closing-step-hazardous-out = Hazardous material out
closing-step-clearance = Environmental clearance
closing-step-inventory = Inventory
closing-step-closure = Closure
closing-step-handover = Handover
closing-fault-no-site = Choose a site.
closing-fault-exit = A way out of the theatre is not closed.
closing-fault-nothing = The plan has all of these steps for this site already.
closing-fault-length = Impossible length or lag: { $step }
closing-fault-destination = This destination is not possible.
