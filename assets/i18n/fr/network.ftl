# Liens, marge, chemin critique, probabilités de tenue des échéances.

network-critical = Marges et chemin critique
network-end-deadline = Échéance : { $date } ({ $name })
network-end-last = Dernier jour du plan : { $date }
network-no-dates = Ce plan n’a aucune activité ni aucun mouvement daté
network-chain = Chaîne critique, { $float }
network-column-item = Activité ou mouvement
network-column-dates = Dates
network-column-total = Marge totale
network-column-free = Marge libre
network-days = { $days-text } j
network-float = { $days ->
    [one] marge de { $days-text } jour
   *[other] marge de { $days-text } jours
}
network-float-late = { $days ->
    [one] en retard de { $days-text } jour
   *[other] en retard de { $days-text } jours
}
network-all-over = Tout ce que prévoit ce plan est terminé

odds-title = Probabilité de tenir l’échéance
odds-stopped = Le calcul a été arrêté avant la fin : aucune probabilité n’est donnée
odds-panic = Le calcul a échoué par une erreur du programme : { $message }
odds-runs = { $runs-text } tirages, graine { $seed }
odds-no-spread = Aucune durée à trois estimations (duration_days) dans ce plan : rien n’est tiré au sort, et chaque tirage est le plan lui-même. Une probabilité de 0 % ou de 100 % dit seulement si le plan, exécuté tel quel, tient l’échéance.
odds-no-spread-restrictions = Aucune durée à trois estimations (duration_days) dans ce plan : seule la fin des fermetures est tirée au sort.
odds-spreads = { $count ->
    [one] { $count-text } durée à trois estimations est tirée au sort
   *[other] { $count-text } durées à trois estimations sont tirées au sort
}
odds-soft = { $count ->
    [one] dont { $count-text } seulement déduite ou illustrative
   *[other] dont { $count-text } seulement déduites ou illustratives
}
odds-restrictions = { $count ->
    [one] { $count-text } fermeture sans fin connue : aucune source ne dit quand elle sera levée ; par hypothèse, chaque jour jusqu’au { $until } est également probable (--without-open-restrictions l’écarte)
   *[other] { $count-text } fermetures sans fin connue : aucune source ne dit quand elles seront levées ; par hypothèse, chaque jour jusqu’au { $until } est également probable (--without-open-restrictions les écarte)
}
odds-left = { $people ->
    [one] { $name } : { $people-text } personne n’est emmenée par aucun mouvement ; l’échéance ne peut pas être tenue
   *[other] { $name } : { $people-text } personnes ne sont emmenées par aucun mouvement ; l’échéance ne peut pas être tenue
}
odds-column-deadline = Échéance
odds-column-date = Date
odds-column-met = Tenue
odds-column-p50 = P50
odds-column-p80 = P80
odds-column-planned = Fin sans aléa
odds-last-day = Dernier jour du plan
odds-percent = { $share } %
odds-column-driver = Ce qui pèse le plus
odds-column-weight = Corrélation
odds-column-criticality = Criticité
odds-column-item = Fin incertaine
