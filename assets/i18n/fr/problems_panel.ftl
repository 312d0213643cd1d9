# L’onglet des problèmes, leurs marques et leurs raccourcis.

tab-problems = Problèmes
tab-with-count = { $name } ({ $count-text })
action-tab-problems = Montrer les problèmes
action-next-problem = Problème suivant
action-previous-problem = Problème précédent
action-mend-problem = Corriger le problème choisi

problem-step = Problème { $number-text } sur { $count-text } : { $message }
problem-mend = Corriger
problem-marks-of = Problèmes de « { $item } »
problem-more = { $count ->
    [one] et { $count-text } autre
   *[other] et { $count-text } autres
}
problem-filter = Filtrer les problèmes
problem-every-code = Toutes les règles
problem-only-selected = Seulement la sélection
problem-listed = { $listed-text } sur { $all-text }
problems-hidden = Aucun problème ne correspond à ce filtre
