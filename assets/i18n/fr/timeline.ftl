# Les barres du calendrier : déplacer, choisir, saisir des dates.

action-automatic = Planification automatique

bars-automatic-hint = Ce qui dépend d’une barre se déplace avec elle ; ce qui est épinglé ne bouge pas
bars-automatic-on = Planification automatique : ce qui dépend d’une barre se déplace avec elle
bars-automatic-off = Planification automatique désactivée : rien ne bouge que ce que vous déplacez
bars-and-more = { $count ->
    [one] et { $count-text } autre
   *[other] et { $count-text } autres
}
bars-slack = Marge : { $before } → { $after }
bars-follow = { $count ->
    [one] { $count-text } barre suit
   *[other] { $count-text } barres suivent
}
bars-more-rules = { $count ->
    [one] et { $count-text } autre règle
   *[other] et { $count-text } autres règles
}
bars-conflict = { $days ->
    [one] { $item } ne bouge pas : lien avec { $other } rompu de { $days-text } jour
   *[other] { $item } ne bouge pas : lien avec { $other } rompu de { $days-text } jours
}
bars-free-day = Le { $date } est chômé dans son calendrier de travail
bars-typed-start = Début (sur la barre)
bars-typed-end = Fin (sur la barre)

keys-bars-range = choisir toutes les barres jusque-là
keys-bars-walk = aller à une autre barre sans rien choisir
keys-bars-add = ajouter la barre au choix, ou l’en retirer
keys-bars-dates = saisir les dates sur la barre
keys-bars-free = en glissant : au jour près, sans aimantation
key-enter = Entrée
