# La feuille et le dossier de présentation.

export-kind-of-file = { $file } : ce format ne peut pas contenir ce qui est demandé avec --kind ; choisissez parmi { $endings }

sheet-curve = Effectifs présents
sheet-timeline = Calendrier
sheet-closures = Fermetures et restitutions
sheet-planned = Prévu
sheet-actual = Réel
sheet-basis = Fondement
sheet-more-rows = { $count ->
    [one] et { $count-text } autre
   *[other] et { $count-text } autres
}
sheet-sources = { $count ->
    [one] Source : { $sources }.
   *[other] Sources : { $sources }.
}

pack-title = Dossier de présentation
pack-as-of = État des informations au { $date }
pack-situation = Situation au { $date }
pack-contents = Sommaire
pack-page = { $page-text } / { $pages-text }
pack-closed = Fermetures et restitutions : { $list }
pack-moves = { $count ->
    [one] { $count-text } mouvement : { $list }
   *[other] { $count-text } mouvements, dont { $list }
}
pack-people = Personnel : { $present-text } présents, { $moving-text } en route, { $departed-text } partis
pack-deadline = Échéance : { $name }, { $date }
pack-quote = « { $quote } » { $cite }
pack-nothing = Rien n’est prévu à ces dates.
pack-movements = Mouvements
pack-problems = Problèmes
pack-tasks = Tâches
pack-risks = Risques
pack-sources = Sources
pack-name = Nom
pack-dates = Dates
pack-no = N°
pack-severity = Gravité
pack-problem = Problème
pack-due = Échéance
pack-gap = Manque
pack-document = Document
pack-source-title = Titre
pack-source-date = Date
pack-source-url = Adresse
pack-theatre = Carte générale
