# Tools of the map: measuring, editing, comparing.

action-earlier-view = Previous view of the map
action-later-view = Next view of the map
action-compare-map = Compare on the map
action-measure = Measure on the map
action-show-all = Show everything on the map
action-edit-sites = Edit sites on the map
action-edit-sectors = Edit sectors on the map

map-bar-measure = Measure
map-bar-sites = Sites
map-bar-sectors = Sectors
map-bar-compare = Compare
map-done = Done
map-filtered = Some things are hidden by the legend
map-filter = Legend: { $name }
map-filter-on-hint = Hide on the map
map-filter-off-hint = Show on the map again

map-measure-from-here = Measure from here
map-new-site-here = New site here
map-choose-sector = Choose the sector
map-no-sector = No sector chosen
map-sector-name = Name of the sector
map-new-site = New site
map-new-sector = New sector
map-remove-sector = Remove the sector
map-corner = Corner { $number-text } of { $sector }
map-edge = Add a corner after corner { $number-text } of { $sector }
map-move-sector = Move the sector { $sector }

map-measure-hint = Click from point to point. Backspace takes the last point back, Esc ends.
map-sites-hint = Drag a site, or move it with the arrows. Near a road junction it snaps; Alt: no snap. Del removes it.
map-add-site-hint = Click where the site is. Esc cancels.
map-sectors-hint = Click in a sector to change its outline.
map-sector-hint = Drag a corner or an edge; Del removes the corner, Alt: no snap.
map-draw-sector-hint = Click corner by corner; Enter or a double-click closes, Backspace takes back, Esc cancels.

sector-new = New sector
sector-crosses = The outline of a sector may not cross or touch itself
sector-too-few = A sector has at least three corners
sectors-taken = The sectors of the map are now part of the plan
sector-freed = { $count ->
    [one] Sector removed; { $count-text } item of the plan has no sector any more
   *[other] Sector removed; { $count-text } items of the plan have no sector any more
}

step-move-site = move “{ $name }”
step-add-sector = add sector “{ $name }”
step-reshape-sector = outline of sector “{ $name }”
step-rename-sector = name of sector “{ $name }”
step-remove-sector = remove sector “{ $name }”

swipe-dates = Two dates
swipe-tracks = Planned and forecast
swipe-fixed = Fixed date
swipe-fixed-field = Fixed date of the comparison
swipe-exchange = Exchange
swipe-divider = Divider of the two maps

keys-map-pan = move the map (⇧: less)
keys-map-point = put a point at the middle of the map
keys-map-finish = close the outline, finish
keys-map-back = take the last point back
keys-map-corners = go to the next corner, edge or site
keys-map-nudge = move the corner, the site or the divider
keys-map-remove = remove the corner, the sector or the site
keys-map-free = no snap
key-backspace = Backspace
menu-map = Map
