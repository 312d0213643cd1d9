# Les mots de la carte.

map-sector = Secteur { $name }
map-departed = { $people ->
    [0] 0 parti
    [one] { $people-text } parti
   *[other] { $people-text } partis
}
map-people-size = personnel présent
map-materiel-here = matériel présent
map-materiel-flow = matériel en route
map-air = par avion
map-over-capacity = au-delà de la capacité
map-roads = routes schématiques
map-disputed = frontière non déterminée ou contestée
map-north = N
map-km = { $km-text } km
map-m = { $m-text } m
map-sources = { $others ->
    [0] Source : { $sources }.
   *[other] Sources : { $sources } et { $others-text } autres.
}
map-reading = Lecture de la carte…
map-credit = Fond : Natural Earth. Eaux : GSHHG (Wessel et Smith). Villes : GeoNames, CC BY. Routes schématiques.
map-credit-world = Fond : Natural Earth.
map-boundaries = Les frontières et les noms indiqués n’impliquent aucune reconnaissance par l’Organisation des Nations Unies.
map-totals = présents { $present-text }  ·  en route { $moving-text }  ·  partis { $departed-text }
