# Ce que dit la fenêtre.

untitled = sans titre
close = Fermer
cancel = Annuler
map = Carte
timeline = Calendrier
next = Ensuite :
saved = Plan enregistré
exported = Exporté : { $name }
edit-refused = Cette modification n’est pas possible
state-saved = enregistré
state-unsaved = modifications non enregistrées
copy-text = Copier { $text }
people = { $count ->
    [0] personne
    [one] 1 personne
   *[other] { $count-text } personnes
}
days = { $count ->
    [one] { $count-text } jour
   *[other] { $count-text } jours
}
days-moved = { $count ->
    [0] sans changement
   *[other] { $sign }{ $size-text } j
}
speed = { $days-text } j/s
speed-hint = Vitesse, en jours par seconde ([ et ])

menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-playback = Lecture
menu-help = Aide
menu-timeline = Barres du calendrier

action-new = Nouveau plan
action-open = Ouvrir…
action-open-bundled = Ouvrir le plan de référence
action-save = Enregistrer
action-save-as = Enregistrer sous…
action-export = Exporter…
action-quit = Quitter
action-undo = Annuler
action-redo = Rétablir
action-search = Rechercher
action-fit-map = Cadrer ce qui est choisi
action-fit-all = Voir tout le théâtre
action-select-nothing = Ne rien choisir
action-zoom-in = Rapprocher
action-zoom-out = Éloigner
action-fit-timeline = Cadrer le calendrier
action-tab-timeline = Montrer le calendrier
action-tab-tables = Montrer les tableaux
action-tab-tasks = Montrer les tâches
action-tab-risks = Montrer les risques
action-outline = Montrer le volet des éléments
action-inspector = Montrer l’inspecteur
action-bigger = Agrandir l’affichage
action-smaller = Réduire l’affichage
action-usual-size = Taille habituelle
action-full-screen = Plein écran
action-play = Lire
action-pause = Pause
action-previous-event = Événement précédent
action-next-event = Événement suivant
action-previous-week = Une semaine en arrière
action-next-week = Une semaine en avant
action-previous-day = Jour précédent
action-next-day = Jour suivant
action-previous-phase = Phase précédente
action-next-phase = Phase suivante
action-to-start = Début
action-to-end = Fin
action-backwards = Lire en arrière
action-forwards = Lire en avant
action-slower = Ralentir
action-faster = Accélérer
action-loop-from = Boucle : à partir d’ici
action-loop-to = Boucle : jusqu’ici
action-loop = Boucle : sans, partie, tout
action-date = Aller à une date…
action-palette = Toutes les commandes…
action-keys = Raccourcis clavier…
action-about = À propos de Decamp…

tab-timeline = Calendrier
tab-tables = Tableaux
tab-tasks = Tâches
tab-risks = Risques

keys-next-bar = barre suivante
keys-move-bar = déplacer la barre d’un jour
keys-move-end = déplacer sa fin
keys-move-start = déplacer son début
keys-cancel = abandonner le déplacement en cours

theme-to-dark = Sombre
theme-to-light = Clair
track-planned-hint = Dates prévues par le plan
track-forecast-hint = Dates réelles, et prévues pour le reste

step-dates = dates de « { $item } »
step-rename = nom de « { $item } »
step-actual = dates réelles de « { $item } »

sector-name = Secteur { $name }
no-sector = Hors secteur
outline-phases = Phases
timeline-no-phase = Hors phase

inspector-hint = Cliquez sur un camp, un flux ou une barre pour voir ses dates et ses sources.
objectives = Objectifs
sources = Sources
selected-count = { $count ->
    [one] { $count-text } élément choisi
   *[other] { $count-text } éléments choisis
}
basis = Fondement
kind-phase = phase
kind-source = source
dates-planned = Dates prévues
dates-actual = Dates réelles
section-activities = Activités
section-movements = Mouvements
field-name = Nom
field-state = État
field-start = Début
field-end = Fin
field-length = Durée
field-forecast = Prévision
field-cancelled = Abandonné le

member-planned = dates prévues
member-actual = dates réelles
member-span = période
member-geometry = position
member-place = position
member-personnel = effectif
member-materiel = matériel
member-date = date
member-site = site
member-kind = nature
member-name = nom
member-from = départ
member-to = destination
member-mode = mode
member-loads = charges
member-trip_days = durée du trajet
member-contributor = pays
member-roles = rôles
member-role = rôle
member-sector = secteur
member-max = plafond
member-value = valeur

date-none = aucune
date-forms = Formes acceptées : 31 oct., 31/10/2023, 2023-10-31, J+120, +7j
date-forms-or-phase = Formes acceptées : 31 oct., 31/10/2023, 2023-10-31, J+120, +7j, phase 2b
date-title = Aller à une date ou à une phase

unsaved-title = Modifications non enregistrées
unsaved-text = Le plan « { $name } » a été modifié. Enregistrer avant de continuer ?
unsaved-save = Enregistrer
unsaved-discard = Ne pas enregistrer
changed-title = Fichier modifié entre-temps
changed-text = Le fichier { $name } a été modifié depuis qu’il a été ouvert. Le remplacer ?
key-shift = Maj
key-space = Espace
quoted = « { $text } »
failure-title = L’opération a échoué

files-open = Ouvrir un plan
files-save = Enregistrer le plan
files-export = Fichier à exporter
files-path = Chemin du fichier
files-exists = Le fichier { $name } existe déjà. Le remplacer ?
files-do-open = Ouvrir
files-do-save = Enregistrer
files-do-choose = Choisir
files-do-export = Exporter
files-do-replace = Remplacer

problems-none = Aucun problème
severity-error = erreur
severity-warning = avertissement
severity-note = note
count-errors = { $count ->
    [one] { $count-text } erreur
   *[other] { $count-text } erreurs
}
count-warnings = { $count ->
    [one] { $count-text } avertissement
   *[other] { $count-text } avertissements
}
count-notes = { $count ->
    [one] { $count-text } note
   *[other] { $count-text } notes
}

about-text = Planifier, animer et présenter la fermeture échelonnée de sites. Aucun accès au réseau.
about-data = Données et polices
