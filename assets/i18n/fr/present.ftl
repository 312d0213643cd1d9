# Les chapitres et leur présentation.

menu-present = Présentation
tab-chapters = Chapitres
action-tab-chapters = Montrer les chapitres
action-present = Présenter depuis le début
action-present-here = Présenter à partir d’ici
action-make-chapter = Faire un chapitre de la vue actuelle
action-chapters-of-phases = Faire un chapitre de chaque phase

chapter-make = Nouveau chapitre de la vue
chapters-none = Aucun chapitre : cadrez la carte, choisissez un jour, puis Ctrl+M.
chapter-made = Chapitre { $number-text } fait de la vue actuelle
chapters-made = { $count ->
    [one] { $count-text } chapitre fait
   *[other] { $count-text } chapitres faits
}
chapters-no-phases = Le plan n’a pas de phase datée
chapter-title = Titre du chapitre
chapter-from = Premier jour
chapter-until = Dernier jour
chapter-notes = Notes de l’orateur
chapter-notes-hint = Ce que dira l’orateur
chapter-go-to = Aller à la vue
chapter-present = Présenter d’ici
chapter-retake = Reprendre la vue actuelle
chapter-earlier = Avancer
chapter-later = Reculer
chapter-duplicate = Dupliquer
chapter-remove = Supprimer
chapter-layers = Couches

layer-land = Terre
layer-sectors = Secteurs
layer-lakes = Lacs
layer-rivers = Cours d’eau
layer-borders = Frontières
layer-roads = Routes
layer-towns = Villes
layer-critical = Chemin critique
layer-ways = Itinéraires de la sélection
layer-flows = Mouvements
layer-sites = Sites
layer-names = Noms
layer-batches = Convois et vols
layer-problems = Marques des problèmes

step-make-chapter = chapitre « { $item } »
step-retake-chapter = vue du chapitre « { $item } »
step-move-chapter = place du chapitre « { $item } »
step-chapters-of-phases = { $count ->
    [one] { $count-text } chapitre
   *[other] { $count-text } chapitres
}

present-nothing = Rien à présenter : faites un chapitre de la vue avec Ctrl+M
present-place = Chapitre { $number-text } sur { $count-text } : { $title }
present-all = Tous les chapitres
present-typed = Chapitre { $number-text } : Entrée
present-black = Écran noir
present-white = Écran blanc

speaker-title = Notes de l’orateur
speaker-place = { $number-text } / { $count-text }
speaker-elapsed = Temps écoulé
speaker-clock = Heure
speaker-next = Suivant
speaker-last = Dernier chapitre
speaker-no-notes = Pas de notes
speaker-back = Précédent
speaker-forward = Suivant

keys-present-next = chapitre suivant
keys-present-back = chapitre précédent
keys-present-jump = aller au chapitre de ce numéro
keys-present-play = jouer les jours du chapitre
keys-present-cover = écran noir, écran blanc
keys-present-all = tous les chapitres
keys-present-laser = pointeur lumineux
keys-present-notes = fenêtre de l’orateur
keys-present-leave = terminer
keys-move-chapter = déplacer le chapitre
