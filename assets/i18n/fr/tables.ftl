# Les tableaux du plan.

table-people = Personnel
table-problems = Problèmes
table-others = Autres
table-columns = Colonnes
table-search = Rechercher dans le tableau
table-filter = Filtrer
table-filter-of = Filtre : { $column }
table-choices-of = Valeurs : { $column }
table-too-many-choices = Trop de valeurs différentes : filtrez par un texte
table-no-text = (vide)
table-clear-filters = Effacer les filtres
table-sort-hint = Clic : trier ; Maj+clic : trier aussi par cette colonne
table-rows = { $all ->
    [one] { $all-text } ligne
   *[other] { $all-text } lignes
}
table-rows-of = { $all ->
    [one] { $shown-text } ligne sur { $all-text }
   *[other] { $shown-text } lignes sur { $all-text }
}
table-empty = Le plan n’en a pas ; collez des lignes d’un tableur pour en ajouter
table-none-found = Aucune ligne ne répond aux filtres
table-copied = { $count ->
    [one] { $count-text } ligne copiée
   *[other] { $count-text } lignes copiées
}
table-sets = Valeur donnée aux { $count-text } lignes choisies

table-not-typed = Cette colonne ne se saisit pas ici
table-no-column = Le tableau n’a pas de colonne de ce nom
table-no-room = Il n’y a plus de colonne à droite pour cette valeur
table-twice = Le même élément figure sur plusieurs lignes
table-bad-id = Un identifiant se compose de minuscules sans accents, de chiffres et de tirets
table-id-taken = Un autre élément du plan a cet identifiant
table-refused = Ligne { $row } – { $column } – « { $text } » : { $reason }
table-refused-line = Ligne { $row } : { $reason }
table-refused-title = Rien n’a été modifié : des valeurs ne conviennent pas
table-refused-more = { $count ->
    [one] et { $count-text } autre
   *[other] et { $count-text } autres
}

paste-title = Coller des lignes nouvelles
paste-adds = { $count ->
    [one] { $count-text } élément sera ajouté au plan.
   *[other] { $count-text } éléments seront ajoutés au plan.
}
paste-changes = { $count ->
    [one] { $count-text } élément sera modifié.
   *[other] { $count-text } éléments seront modifiés.
}
paste-do = Coller

step-rows-edited = { $count ->
    [one] saisie dans { $count-text } ligne
   *[other] saisie dans { $count-text } lignes
}
step-rows-pasted = { $count ->
    [one] collage de { $count-text } ligne
   *[other] collage de { $count-text } lignes
}

keys-table-type = saisir dans la cellule
keys-table-next = valider et passer à la cellule suivante
keys-table-range = choisir plusieurs lignes
keys-table-all = choisir toutes les lignes
keys-table-copy = copier les lignes, coller depuis un tableur
keys-table-fill = recopier la première ligne choisie dans les autres
keys-table-delete = supprimer les éléments choisis
menu-tables = Tableaux
