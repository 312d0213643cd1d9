# La page qui joue un plan dans un navigateur, et les diapositives.

web-play = Lecture
web-pause = Pause
web-slower = Moins vite
web-faster = Plus vite
web-speed = jours par seconde
web-chapters = Chapitres
web-notes = Notes
web-no-notes = Pas de notes pour ce chapitre
web-language = English
web-theme = Clair ou sombre
web-keys = Touches
web-map-only = Carte seule
web-map = Carte
web-timeline = Chronologie
web-position = Jour affiché
web-go-to = Aller à une date
web-show-day = Afficher
web-home = Tout afficher
web-closer = Plus près
web-farther = Plus loin
web-close = Fermer
web-km = km
web-m = m
web-previous = Chapitre précédent
web-next = Chapitre suivant
web-key-play = lecture ou pause
web-key-day = un jour avant ou après
web-key-week = une semaine avant ou après
web-key-event = jour précédent ou suivant où quelque chose commence, finit ou a lieu
web-key-ends = premier ou dernier jour
web-key-go-to = aller à une date
web-key-chapter = chapitre précédent ou suivant
web-key-jump = numéro puis Entrée : aller à ce chapitre
web-key-jkl = en arrière, pause, en avant ; encore une fois pour doubler la vitesse
web-key-speed = moins vite ou plus vite
web-key-loop-ends = boucle : à partir d’ici, jusqu’ici
web-key-loop = boucle : sans, partie, tout
web-key-zoom = plus près, plus loin, tout afficher ; la molette agit de même
web-key-drag = glisser : déplacer la carte ; sur la chronologie : choisir le jour
web-key-map-only = carte seule
web-key-notes = notes du chapitre
web-key-keys = ces touches
web-key-language = français ou anglais
web-key-theme = clair ou sombre
web-no-script = Cette page joue le plan avec un script qui lui est propre, que ce navigateur n’exécute pas.

slides-days = Du { $from } au { $until }
slides-present = Présents : { $count-text }
slides-moving = En route : { $count-text }
slides-departed = Partis : { $count-text }
slides-ends = { $name } : jusqu’au { $date }
slides-others = { $count ->
    [one] et une autre échéance
   *[other] et { $count-text } autres échéances
}
slides-sources = Sources : { $sources }
slides-film = Le plan, jour après jour
