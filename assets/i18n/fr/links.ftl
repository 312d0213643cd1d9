# Liens, chemin critique et probabilités dans la fenêtre.

link-title = Lien
link-named = Lien : { $link }
link-from-start = Lier à partir du début de { $item }
link-from-end = Lier à partir de la fin de { $item }
link-lag = Décalage
link-lag-days = Décalage en jours
link-days = jours
link-remove = Retirer le lien
link-exists = Ce lien existe déjà
link-cycle = Cycle : { $items }
link-select-two = Choisissez au moins deux barres à lier

step-link = lien vers « { $item } »
step-relink = lien modifié de « { $item } »
step-unlink = lien retiré de « { $item } »

action-link = Lier (fin → début)
action-critical = Chemin critique
action-all-links = Tous les liens
action-by-sector = Grouper par secteur
action-only-selected = La sélection seulement
action-odds = Probabilités…

group-margins = Marges
field-total-float = Marge totale
field-free-float = Marge libre
field-odds-end = Fin probable
margin-critical = sur la chaîne critique
margin-days = { $days ->
    [one] { $days-text } jour
   *[other] { $days-text } jours
}
odds-item = P50 { $p50 }, P80 { $p80 }

odds-window-title = Probabilités
odds-status = Probabilités : { $share } au { $date }
odds-status-end = Probabilités : P80 le { $date }
odds-status-no-spread = Probabilités : aucune durée estimée
odds-status-waiting = Probabilités : calcul en cours
odds-about-deadline = { $name } : tout le monde sorti au { $date }
odds-all-out = Jour où tout le monde est sorti
odds-histogram = Répartition des tirages, du { $from } au { $until }
odds-window-restrictions = { $count ->
    [one] { $count-text } fermeture sans fin connue : aucune source ne dit quand elle sera levée ; par hypothèse, chaque jour jusqu’au { $until } est également probable
   *[other] { $count-text } fermetures sans fin connue : aucune source ne dit quand elles seront levées ; par hypothèse, chaque jour jusqu’au { $until } est également probable
}
