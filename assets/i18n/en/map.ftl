# The words on the map.

map-sector = Sector { $name }
map-departed = { $people-text } left
map-people-size = people present
map-materiel-here = materiel present
map-materiel-flow = materiel moving
map-air = by air
map-over-capacity = over capacity
map-roads = schematic roads
map-disputed = undetermined or disputed boundary
map-north = N
map-km = { $km-text } km
map-m = { $m-text } m
map-sources = { $others ->
    [0] Source: { $sources }.
   *[other] Sources: { $sources } and { $others-text } more.
}
map-reading = Reading the map…
map-credit = Made with Natural Earth. Water: GSHHG (Wessel and Smith). Towns: GeoNames, CC BY. Roads schematic.
map-credit-world = Made with Natural Earth.
map-boundaries = The boundaries and names shown do not imply endorsement by the United Nations.
map-totals = present { $present-text }  ·  moving { $moving-text }  ·  left { $departed-text }
