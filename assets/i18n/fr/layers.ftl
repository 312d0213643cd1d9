# Les couches propres au plan : des fichiers posés sur la carte.

action-add-layer = Ajouter une couche…
action-reload-layers = Relire les couches
files-layer = Ajouter une couche

layers-reload = Relire
layers-reload-hint = Relire les fichiers des couches, s’ils ont changé sur le disque
layers-none = Aucune couche. Déposez ici un fichier GeoJSON, GeoPackage, KML ou KMZ.
layers-show = Afficher « { $name } »
layers-hide = Masquer « { $name } »
layers-up = Monter « { $name } »
layers-down = Descendre « { $name } »
layers-read-again = { $count ->
    [0] Aucune couche à relire
    [one] Une couche relue
   *[other] { $count-text } couches relues
}
layers-added = { $count ->
    [one] Couche « { $name } » ajoutée
   *[other] { $count-text } couches ajoutées
}

layers-areas = { $count ->
    [one] { $count-text } surface
   *[other] { $count-text } surfaces
}
layers-lines = { $count ->
    [one] { $count-text } ligne
   *[other] { $count-text } lignes
}
layers-points = { $count ->
    [one] { $count-text } point
   *[other] { $count-text } points
}
layers-tables = Tables :
layers-all-tables = toutes
layers-labels = Étiquettes :
layers-no-label = aucune
layers-property = { $name } : { $value }
layers-previous = Entité précédente
layers-next = Entité suivante
layers-feature = { $at ->
    [0] { $count ->
        [one] { $count-text } entité
       *[other] { $count-text } entités
    }
   *[other] Entité { $at-text } sur { $count-text }
}

step-add-layer = Couche ajoutée : { $name }
step-add-layers = { $count ->
    [one] Couche ajoutée
   *[other] { $count-text } couches ajoutées
}
step-show-layer = Couche affichée : { $name }
step-hide-layer = Couche masquée : { $name }
step-move-layer = Couche déplacée : { $name }
step-adapt-paths = { $count ->
    [one] Chemin d’une couche ou de la carte adapté
   *[other] { $count-text } chemins de couches et de la carte adaptés
}

member-line_width = épaisseur du trait (points)
member-fill_opacity = opacité du fond (0 à 1)
member-mark = signe des points
member-label = propriété écrite
member-hidden = masquée

layer-color-wine = lie-de-vin
layer-color-indigo = indigo
layer-color-green = vert
layer-color-olive = olive
layer-color-rose = rose
layer-color-slate = ardoise

layer-mark-disc = disque
layer-mark-square = carré
layer-mark-triangle = triangle
layer-mark-cross = croix
layer-mark-none = aucun

layer-bad-xml = XML incorrect — exportez de nouveau la couche en KML ou en GeoJSON
layer-not-kml = ce n’est pas du KML — exportez la couche en KML ou en GeoJSON
layer-not-geopackage = ce n’est pas un GeoPackage — exportez la couche en GeoPackage ou en GeoJSON
layer-no-feature-tables = ce GeoPackage n’a pas d’entités, seulement des images ou des tableaux — exportez une couche vectorielle
layer-no-table = pas de table « { $table } » — choisissez-en une autre
layer-broken-table = base de données illisible ou incomplète — exportez de nouveau la couche en GeoPackage ou en GeoJSON
layer-note-other-system = table dans un autre système de coordonnées, laissée de côté — reprojetez-la en WGS 84 (EPSG:4326)
layer-note-open-elsewhere = ouvert dans un autre programme, les dernières modifications manquent — enregistrez-les, fermez-y le fichier, puis relisez les couches

problem-layer-missing = La couche « { $item } » n’est pas dessinée : pas de fichier { $path } — remettez-le en place ou corrigez le chemin
problem-layer-unreadable = La couche « { $item } » n’est pas dessinée : { $reason }
problem-title-layer-missing = couche introuvable
problem-title-layer-unreadable = couche illisible
