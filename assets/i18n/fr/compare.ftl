# La comparaison et la fusion de plans, les variantes et les plans de référence.

compare-count-added = Ajoutés ({ $count-text })
compare-count-gone = Supprimés ({ $count-text })
compare-count-changed = Modifiés ({ $count-text })
compare-header = Plan
compare-order = Ordre de la liste « { $list } »
compare-member = { $member } : { $from } → { $to }
compare-whole-item = élément entier
compare-absent = rien
compare-there = présent
compare-not-there = absent
compare-days = { $count ->
    [one] { $sign }{ $count-text } jour
   *[other] { $sign }{ $count-text } jours
}
compare-end-moved = fin { $days }
compare-same = Aucune différence
compare-follows = Conséquences ({ $track })
compare-moved = Dates déplacées ({ $count-text })
compare-peaks = Maximums de l’effectif présent ou en route
compare-all-people = total
compare-deadlines = Échéances
compare-met = tenue
compare-missed = manquée
compare-gained = Problèmes nouveaux ({ $count-text })
compare-lost = Problèmes disparus ({ $count-text })

compare-list-sources = sources
compare-list-objectives = objectifs
compare-list-phases = phases
compare-list-mandate = mandat
compare-list-tasks = tâches
compare-list-risks = risques
compare-list-layers = couches
compare-list-chapters = chapitres
compare-list-branches = variantes

merge-conflicts = { $count ->
    [one] { $count-text } conflit
   *[other] { $count-text } conflits
}
merge-no-conflict = Fusion sans conflit
merge-written = Plan écrit : { $file }
merge-not-written = Rien n’a été écrit : réglez les conflits dans la fenêtre, ou choisissez --prefer mine ou --prefer theirs
merge-both-changed = modifié différemment des deux côtés
merge-gone-and-changed = supprimé d’un côté, modifié de l’autre
merge-both-added = ajouté des deux côtés sous le même identifiant
merge-not-together = les deux modifications sont incompatibles entre elles
merge-needed = supprimé d’un côté, mais l’autre en a besoin pour « { $item } »
merge-points-nowhere = renvoie à « { $item } », qui ne peut pas être là
merge-side-base = origine
merge-side-mine = ma version
merge-side-theirs = leur version
merge-value = { $side } : { $value }
merge-taken = retenu : { $side }

branch-unused-no-item = variante { $branch } : { $place } : le plan n’a plus cet élément ; la modification est gardée sans effet
branch-unused-id-taken = variante { $branch } : { $place } : un élément d’une autre nature porte cet identifiant ; la modification est gardée sans effet
branch-unused-invalid = variante { $branch } : { $place } : la modification ne donne rien de valable ; elle est gardée sans effet
branch-unused-no-list = variante { $branch } : { $place } : un plan n’a rien de ce nom ; la modification est gardée sans effet

cli-no-such-branch = { $file } : le plan n’a pas de variante { $branch } ; il a : { $known }
cli-no-such-baseline = { $file } : le plan n’a pas de plan de référence { $baseline } ; il a : { $known }
cli-no-baseline = { $file } : le plan n’a pas de plan de référence ; le tableau des glissements en demande un
cli-one-plan = un seul plan est donné : donnez un second fichier, ou une variante ou un plan de référence à comparer
cli-none = aucun

column-change = Écart
column-baseline-start = Début de référence
column-baseline-end = Fin de référence
column-now-start = Début actuel
column-now-end = Fin actuelle
column-slip-start = Glissement du début (jours)
column-slip-end = Glissement de la fin (jours)
column-slip-length = Écart de durée (jours)
slip-same = inchangé
slip-moved = déplacé
slip-added = ajouté
slip-gone = supprimé
