# Les symboles des unités.

layer-units = Unités
map-unit-planned = attendu ou en route
map-unit-sizes = section, compagnie, bataillon
section-units = Unités sur place et attendues
unit-coming = en route
