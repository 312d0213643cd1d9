# Les références, les variantes, les dates réelles, la comparaison, la fusion et l’historique.

menu-plan = Plan
menu-baseline = Référence affichée
menu-branch = Variante affichée

action-started = Noter le début à la date du curseur
action-finished = Noter la fin à la date du curseur
action-given-up = Noter l’abandon à la date du curseur
action-not-recorded = Effacer les dates réelles
action-take-baseline = Prendre une référence…
action-rename-baseline = Renommer la référence affichée…
action-remove-baseline = Supprimer la référence affichée
action-hide-baseline = Masquer la référence
action-new-branch = Nouvelle variante…
action-next-branch = Passer à la variante suivante
action-rename-branch = Renommer la variante affichée…
action-remove-branch = Supprimer la variante affichée
action-merge = Fusionner avec un fichier…
action-tab-compare = Montrer la comparaison
action-tab-history = Montrer l’historique

tab-compare = Comparer
tab-history = Historique

version-plan = Plan principal
version-opened = Plan tel qu’ouvert
version-hint = Le plan principal ou la variante qui est montrée et modifiée
version-file = Fichier { $name }
branch-shown = Variante « { $name } »
baseline-shown = Référence « { $name } »
baseline-none = Aucune
baseline-usual-name = Référence du { $date }
branch-usual-name = Variante { $count-text }
baseline-none-shown = Aucune référence n’est affichée
branch-none-shown = Aucune variante n’est affichée
branch-unused = { $count ->
    [one] { $count-text } modification de cette variante reste sans effet
   *[other] { $count-text } modifications de cette variante restent sans effet
}
baseline-hint = Les dates prévues sont gardées telles qu’elles sont ; les barres pourront leur être comparées.
baseline-taken = Date de la référence
baseline-make = Prendre la référence
branch-hint = La variante part de ce qui est affiché. Le plan principal n’est pas touché.
branch-make = Créer la variante
naming-rename = Renommer
naming-rename-hint = Le nouveau nom vaut pour tout le plan.

bar-started = Début réel le { $date }
bar-finished = Fin réelle le { $date }
bar-given-up = Abandon le { $date }
bar-dates = Modifier les dates…
record-on = Au { $date }
record-start = Début
record-end = Fin
record-given-up = Abandon
recorded-started = Début réel noté au { $date } : { $item }
recorded-finished = Fin réelle notée au { $date } : { $item }
recorded-given-up = Abandon noté au { $date } : { $item }
recorded-nothing = Dates réelles effacées : { $item }
record-several = { $count-text } éléments
record-nothing-selected = Sélectionnez d’abord une activité ou un mouvement
unrecorded-ends-before = « { $item } » se terminerait avant d’avoir commencé
unrecorded-is-over = « { $item } » est déjà terminé
unrecorded-given-up = « { $item } » a été abandonné
known-until = Porter la situation au { $date }
known-until-hint = Des dates réelles sont plus récentes que la date de situation du plan.

slip-since = Référence
slip-none = non prévu

step-known-until = date de situation : { $name }
step-actual-several = { $count ->
    [one] dates réelles de { $count-text } élément
   *[other] dates réelles de { $count-text } éléments
}
step-take-baseline = prise de la référence « { $name } »
step-rename-baseline = nom de la référence « { $name } »
step-remove-baseline = suppression de la référence « { $name } »
step-take-branch = création de la variante « { $name } »
step-rename-branch = nom de la variante « { $name } »
step-remove-branch = suppression de la variante « { $name } »
step-take-over = reprise d’un autre plan : { $name }
step-merge = fusion avec { $name }
step-in-branch = { $step } (variante « { $branch } »)

history-steps = { $count ->
    [0] Aucune modification dans cette séance
    [one] { $done-text } modification faite sur { $count-text }
   *[other] { $done-text } modifications faites sur { $count-text }
}
history-hint = Un clic ou Entrée ramène le plan à cette étape.
history-start = Plan au début de l’historique
clock-time = { $hours } h { $minutes }

compare-differences = Différences
compare-slips = Glissements
compare-from = De
compare-to = Vers
compare-swap = Échanger les deux plans
compare-other-file = Autre fichier…
compare-choose = Choisissez deux plans différents : le plan principal, une variante, une référence ou un autre fichier.
compare-none-shown = Pour reprendre des modifications, affichez l’un des deux plans comparés.
compare-members = Autres modifications ({ $count-text })
compare-of-header = Données du plan ({ $count-text })
compare-orders = Ordre des listes ({ $count-text })
compare-dates-follow = Dates qui en découlent ({ $count-text })
compare-peaks-count = Maximums de l’effectif présent ou en route ({ $count-text })
compare-deadlines-count = Échéances ({ $count-text })
compare-start-moved = début { $days }
take-over = Reprendre
take-back = Rétablir
take-hint = Ce changement dans « { $here } »
take-of = { $take } : { $item }
take-all = Tout reprendre
take-all-back = Tout rétablir
take-all-hint = « { $here } » devient identique à « { $other } »
take-over-refused = Cette modification ne peut pas être reprise seule

slips-since = Référence depuis laquelle les glissements sont comptés
slips-taken = prise le { $date }
slips-track = dates actuelles : { $track }
slips-no-baseline = Aucune référence : prenez-en une pour suivre les glissements.
slips-then = Référence
slips-now = Dates actuelles
slips-start = Début
slips-end = Fin
slips-length = Durée

merge-title = Fusionner avec { $name }
merge-ancestor = Ancêtre commun
merge-ancestor-hint = Le plan dont les deux versions sont parties : il dit qui a modifié quoi.
merge-ancestor-opened = Ce plan tel qu’il a été ouvert
merge-ancestor-saved = Ce plan tel qu’il a été enregistré en dernier
merge-ancestor-file = Autre fichier…
merge-summary = Viendront dans ce plan : { $added-text } ajouts, { $changed-text } modifications, { $gone-text } suppressions
merge-open = Conflits à régler : { $open-text } sur { $all-text }
merge-number = Conflit { $number-text } sur { $count-text }
merge-previous = Conflit précédent
merge-next = Conflit suivant
merge-all = Tout le reste : { $side }
merge-make = Fusionner
merge-done = { $count ->
    [0] Fusion faite : rien n’a changé
    [one] Fusion faite : { $count-text } élément a changé
   *[other] Fusion faite : { $count-text } éléments ont changé
}
changed-merge = Fusionner…
