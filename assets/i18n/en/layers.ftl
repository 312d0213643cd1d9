# The plan's own layers: files laid over the map.

action-add-layer = Add a layer…
action-reload-layers = Reload the layers
files-layer = Add a layer

layers-reload = Reload
layers-reload-hint = Read the files of the layers again, in case they changed on the disk
layers-none = No layer. Drop a GeoJSON, GeoPackage, KML or KMZ file here.
layers-show = Show “{ $name }”
layers-hide = Hide “{ $name }”
layers-up = Move “{ $name }” up
layers-down = Move “{ $name }” down
layers-read-again = { $count ->
    [0] No layer to reload
    [one] One layer reloaded
   *[other] { $count-text } layers reloaded
}
layers-added = { $count ->
    [one] Layer “{ $name }” added
   *[other] { $count-text } layers added
}

layers-areas = { $count ->
    [one] { $count-text } area
   *[other] { $count-text } areas
}
layers-lines = { $count ->
    [one] { $count-text } line
   *[other] { $count-text } lines
}
layers-points = { $count ->
    [one] { $count-text } point
   *[other] { $count-text } points
}
layers-tables = Tables:
layers-all-tables = all
layers-labels = Labels:
layers-no-label = none
layers-property = { $name }: { $value }
layers-previous = Previous feature
layers-next = Next feature
layers-feature = { $at ->
    [0] { $count ->
        [one] { $count-text } feature
       *[other] { $count-text } features
    }
   *[other] Feature { $at-text } of { $count-text }
}

step-add-layer = Layer added: { $name }
step-add-layers = { $count ->
    [one] Layer added
   *[other] { $count-text } layers added
}
step-show-layer = Layer shown: { $name }
step-hide-layer = Layer hidden: { $name }
step-move-layer = Layer moved: { $name }
step-adapt-paths = { $count ->
    [one] Path of a layer or of the map adapted
   *[other] { $count-text } paths of layers and of the map adapted
}

member-line_width = line width (points)
member-fill_opacity = opacity of the fill (0 to 1)
member-mark = mark of points
member-label = property written
member-hidden = hidden

layer-color-wine = wine
layer-color-indigo = indigo
layer-color-green = green
layer-color-olive = olive
layer-color-rose = rose
layer-color-slate = slate

layer-mark-disc = disc
layer-mark-square = square
layer-mark-triangle = triangle
layer-mark-cross = cross
layer-mark-none = none

layer-bad-xml = not correct XML — export the layer to KML or GeoJSON again
layer-not-kml = this is no KML — export the layer to KML or GeoJSON
layer-not-geopackage = this is no GeoPackage — export the layer to GeoPackage or GeoJSON
layer-no-feature-tables = this GeoPackage has no features, only pictures or tables — export a vector layer
layer-no-table = no table “{ $table }” — choose another one
layer-broken-table = database cannot be read, or not to its end — export the layer to GeoPackage or GeoJSON again
layer-note-other-system = table in another coordinate system, left out — reproject it to WGS 84 (EPSG:4326)
layer-note-open-elsewhere = open in another program, the latest changes are missing — save and close it there, then reload the layers

problem-layer-missing = The layer “{ $item }” is not drawn: there is no file { $path } — put it back or mend the path
problem-layer-unreadable = The layer “{ $item }” is not drawn: { $reason }
problem-title-layer-missing = missing layer
problem-title-layer-unreadable = unreadable layer
