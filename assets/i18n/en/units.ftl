# The symbols of units.

layer-units = Units
map-unit-planned = expected or on the way
map-unit-sizes = platoon, company, battalion
section-units = Units here and expected
unit-coming = on the way
