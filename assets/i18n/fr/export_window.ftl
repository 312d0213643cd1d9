# La fenêtre d’export.

export-what = Contenu
export-kind-picture = Image
export-kind-film = Film
export-kind-table = Tableau
export-kind-map-data = Données de carte
export-kind-sheet = Planche
export-kind-pack = Dossier
export-kind-page = Page web
export-kind-slides = Diapositives

export-format = Format
export-format-png = PNG
export-format-svg = SVG (vectoriel)
export-format-mp4 = MP4 (H.264)
export-format-gif = GIF
export-format-apng = PNG animé
export-format-frames = Suite de PNG (dossier)
export-format-csv = CSV
export-format-geojson = GeoJSON
export-format-pdf = PDF
export-format-html = HTML (un seul fichier)
export-format-pptx = PPTX

export-table = Tableau
export-table-activities = Activités
export-table-movements = Mouvements
export-table-slips = Glissements depuis la référence
export-table-tasks = Tâches
export-table-mandate = Couverture du mandat
export-table-risks = Risques
export-table-funds = Fonds

export-moment = Date
export-playhead = Celle de la frise

export-days = Période
export-days-all = Toute la durée du plan
export-days-chapters = Les chapitres
export-days-loop = La boucle de lecture
export-days-typed = D’une date à une autre
export-days-from = Du
export-days-until = au
export-pace = Rythme
export-days-per-second = jours par seconde
export-frames-per-second = images par seconde
export-length = Durée
export-length-is = { $seconds } s, soit { $frames-text } images
export-length-files = { $seconds } s, soit { $frames-text } fichiers
export-film-no-chapters = Le plan n’a pas de chapitres ; choisissez une période

export-view = Cadrage
export-view-shown = La vue actuelle
export-view-all = Tout le théâtre
export-track = Dates
export-lang = Langue
export-lang-fr = Français
export-lang-en = Anglais
export-theme = Couleurs
export-theme-light = Claires
export-theme-dark = Sombres
export-theme-print = Impression
export-problems = Problèmes
export-mark-problems = Marquer les camps concernés

export-furniture = Habillage
export-furniture-title = Titre
export-furniture-date = Date et totaux
export-furniture-legend = Légende
export-furniture-scale = Échelle
export-furniture-north = Nord
export-furniture-locator = Carte de situation
export-furniture-sources = Sources
export-furniture-marking = Mention de diffusion

export-picture-size = Taille
export-size-hd = 1280 × 720
export-size-full-hd = 1920 × 1080 (Full HD)
export-size-4k = 3840 × 2160 (4K)
export-size-a4 = A4 paysage, à 2×
export-size-window = Celle de la fenêtre, à 2×
export-size-other = Autre
export-points = Points
export-width = Largeur en points
export-height = Hauteur en points
export-scale = Pixels par point
export-pixels = { $width-text } × { $height-text } pixels

export-folder-path = Chemin du dossier
export-paper = Papier
export-portrait = En hauteur
