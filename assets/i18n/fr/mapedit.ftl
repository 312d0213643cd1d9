# Outils de la carte : mesurer, modifier, comparer.

action-earlier-view = Vue précédente de la carte
action-later-view = Vue suivante de la carte
action-compare-map = Comparer sur la carte
action-measure = Mesurer sur la carte
action-show-all = Tout afficher sur la carte
action-edit-sites = Modifier les sites sur la carte
action-edit-sectors = Modifier les secteurs sur la carte

map-bar-measure = Mesurer
map-bar-sites = Sites
map-bar-sectors = Secteurs
map-bar-compare = Comparer
map-done = Terminer
map-filtered = Des éléments sont masqués par la légende
map-filter = Légende : { $name }
map-filter-on-hint = Masquer sur la carte
map-filter-off-hint = Afficher de nouveau sur la carte

map-measure-from-here = Mesurer à partir d’ici
map-new-site-here = Nouveau site ici
map-choose-sector = Choisir le secteur
map-no-sector = Aucun secteur choisi
map-sector-name = Nom du secteur
map-new-site = Nouveau site
map-new-sector = Nouveau secteur
map-remove-sector = Supprimer le secteur
map-corner = Sommet { $number-text } de { $sector }
map-edge = Ajouter un sommet après le sommet { $number-text } de { $sector }
map-move-sector = Déplacer le secteur { $sector }

map-measure-hint = Cliquez de point en point. Retour arrière reprend le dernier point, Échap termine.
map-sites-hint = Faites glisser un site ou déplacez-le avec les flèches ; il s’accroche aux nœuds routiers (Alt : libre). Suppr le supprime.
map-add-site-hint = Cliquez à l’endroit du site. Échap annule.
map-sectors-hint = Cliquez dans un secteur pour en modifier le tracé.
map-sector-hint = Faites glisser un sommet ou un côté ; Suppr supprime le sommet, Alt : libre.
map-draw-sector-hint = Cliquez sommet après sommet ; Entrée ou double-clic ferme, Retour arrière reprend, Échap annule.

sector-new = Nouveau secteur
sector-crosses = Le tracé d’un secteur ne peut ni se croiser ni se toucher
sector-too-few = Un secteur a au moins trois sommets
sectors-taken = Les secteurs de la carte font désormais partie du plan
sector-freed = { $count ->
    [one] Secteur supprimé ; { $count-text } élément du plan n’a plus de secteur
   *[other] Secteur supprimé ; { $count-text } éléments du plan n’ont plus de secteur
}

step-move-site = déplacement de « { $name } »
step-add-sector = ajout du secteur « { $name } »
step-reshape-sector = tracé du secteur « { $name } »
step-rename-sector = nom du secteur « { $name } »
step-remove-sector = suppression du secteur « { $name } »

swipe-dates = Deux dates
swipe-tracks = Planifié et prévision
swipe-fixed = Date fixe
swipe-fixed-field = Date fixe de la comparaison
swipe-exchange = Intervertir
swipe-divider = Séparation des deux cartes

keys-map-pan = déplacer la carte (⇧ : moins)
keys-map-point = poser un point au milieu de la carte
keys-map-finish = fermer le tracé, terminer
keys-map-back = reprendre le dernier point
keys-map-corners = passer au sommet, au côté ou au site suivant
keys-map-nudge = déplacer le sommet, le site ou la séparation
keys-map-remove = supprimer le sommet, le secteur ou le site
keys-map-free = sans accrochage
key-backspace = Retour arrière
menu-map = Carte
