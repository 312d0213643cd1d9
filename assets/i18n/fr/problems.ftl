# Les problèmes : disques, fichiers, plans, théâtres.
# Les espaces insécables sont de vrais caractères : U+00A0 avant « : » et dans
# les guillemets, U+202F avant « ; ! ? ».

list-and = { $first } et { $last }
list-name = « { $name } »
list-more = { $count ->
    [one] { $count-text } autre
   *[other] { $count-text } autres
}

size-bytes = { $count ->
    [one] { $count-text } octet
   *[other] { $count-text } octets
}
size-kib = { $size } Kio
size-mib = { $size } Mio
size-gib = { $size } Gio
size-tib = { $size } Tio

disk-not-found = fichier ou dossier introuvable — vérifiez le chemin
disk-is-folder = c’est un dossier — choisissez un fichier
disk-too-large = plus volumineux que la limite de { $limit } — choisissez un autre fichier ou allégez celui-ci
disk-too-large-by-far = { $size }, alors que la limite est de { $limit } — choisissez un autre fichier ou allégez celui-ci
disk-denied = accès refusé — vérifiez vos droits sur le fichier et sur son dossier
disk-read-only = protégé en écriture — enregistrez sous un autre nom ou dans un autre dossier
disk-exists = il y a déjà un fichier ou un dossier de ce nom — choisissez un autre nom
disk-full = plus de place sur le disque — libérez de l’espace ou enregistrez ailleurs
disk-other = le disque ne répond pas comme prévu — réessayez, ou changez de disque ; le système indique : { $message }

fault-at = { $place } : { $message }
fault-line = ligne { $line }, colonne { $column }
fault-not-opened = Impossible d’ouvrir « { $path } » ; rien n’a été modifié
fault-advised = { $message } — { $advice }
fault-did-you-mean = { $message } — vouliez-vous dire « { $nearest } » ?
fault-empty = le fichier est vide — ouvrez une copie de sauvegarde ou commencez un nouveau plan
fault-not-text = ce n’est pas du texte UTF-8 — réenregistrez le fichier en UTF-8
fault-json-unexpected-end = le texte s’arrête ici, le fichier est incomplet — reprenez une copie complète
fault-json-syntax = JSON incorrect — vérifiez guillemets, virgules et deux-points ; ni commentaire ni NaN
fault-json-trailing-comma = virgule de trop après le dernier élément — supprimez-la
fault-json-trailing-text = texte en trop après la fin du plan — supprimez-le
fault-json-too-deep = plus de 127 niveaux d’objets et de listes — simplifiez cette partie
fault-json-huge-number = nombre trop grand pour être lu — corrigez-le
fault-too-many-values = plus de { $limit } valeurs, trop pour un plan — vérifiez que c’est le bon fichier
fault-not-a-plan = ce n’est pas un plan Decamp : « format » n’y est pas « decamp-plan » — choisissez un autre fichier
fault-other-format = ce n’est pas un plan Decamp : « format » y est « { $format } » et non « decamp-plan » — choisissez un autre fichier
fault-later-version = plan au format { $version }, alors que ce programme s’arrête au format { $known } — mettez Decamp à jour
fault-missing = « { $member } » manque — ajoutez-le
fault-wrong-type = valeur du mauvais type — il faut { $expected }
fault-duplicate-member = ce champ figure deux fois dans le même objet — n’en gardez qu’un
fault-bad-date = « { $text } » n’est pas une date — écrivez-la comme 2023-10-31
fault-no-such-day = la date « { $text } » n’existe pas — corrigez le mois ou le jour
fault-end-before-start = la fin, le { $end }, précède le début, le { $start } — corrigez l’une des deux dates
fault-estimates-out-of-order = estimations dans le désordre : { $low }, { $likely }, { $high } — il faut low ≤ likely ≤ high
fault-bad-id = « { $text } » n’est pas un identifiant — n’utilisez que minuscules sans accent, chiffres et traits d’union, sans trait d’union au début
fault-duplicate-id = « { $id } » est déjà l’identifiant de { $first } — choisissez-en un autre
fault-no-such-item = { $none } « { $id } »
fault-advice-reference = corrigez l’identifiant ou ajoutez l’élément
fault-wrong-kind = « { $id } » est { $found } — il faut { $expected }
fault-longitude-range = longitude { $value } hors limites — il faut de −180 à 180 degrés, la longitude d’abord
fault-latitude-range = latitude { $value } hors limites — il faut de −90 à 90 degrés, la longitude d’abord
fault-exchanged = latitude { $value } hors limites — échangez les deux nombres : la longitude vient d’abord
fault-bad-number = { $value } ne convient pas — il faut un nombre de { $least } à { $most }
fault-bad-number-whole = { $value } ne convient pas — il faut un nombre entier de { $least } à { $most }
fault-bad-number-only = { $value } ne convient pas — il faut { $least }
fault-bad-color = « { $text } » n’est pas une couleur — écrivez-la comme #1e90ff
fault-more = { $count ->
    [one] { $count-text } autre problème n’est pas affiché — corrigez d’abord ceux-ci
   *[other] { $count-text } autres problèmes ne sont pas affichés — corrigez d’abord ceux-ci
}
fault-unknown-word = mot inconnu « { $word } »
fault-advice-word = il est conservé et traité comme « other »
fault-unknown-member = champ inconnu, conservé sans être utilisé
fault-not-kept = champ inconnu — il sera perdu à l’enregistrement du plan
fault-altitude-dropped = altitude ignorée — seules la longitude et la latitude sont conservées

expected-object = un objet entre accolades
expected-list = une liste entre crochets
expected-string = un texte entre guillemets
expected-text = un texte entre guillemets, ou un objet avec un texte par langue (fr, en)
expected-number = un nombre, sans guillemets
expected-boolean = true ou false, sans guillemets
expected-date = une date entre guillemets, comme 2023-10-31
expected-id = un identifiant entre guillemets
expected-coordinates = une position [longitude, latitude] en degrés
expected-route-point = l’identifiant d’un site ou une position [longitude, latitude]
expected-word = le mot « { $word } »

none-of-sources = aucune source
none-of-objectives = aucun objectif
none-of-phases = aucune phase
none-of-sites = aucun site
none-of-units = aucune unité
none-of-activities = aucune activité
none-of-movements = aucun mouvement
none-of-events = aucun événement
none-of-limits = aucune limite
none-of-restrictions = aucune restriction
none-of-reports = aucun compte rendu
none-of-counts = aucun décompte
none-of-mandate = aucun paragraphe du mandat
none-of-tasks = aucune tâche
none-of-funds = aucun financement
none-of-risks = aucun risque
none-of-calendars = aucun calendrier de travail
none-of-layers = aucune couche
none-of-chapters = aucun chapitre
none-of-baselines = aucune référence
none-of-branches = aucune variante
none-of-link-end = aucune activité, aucun mouvement ni événement

one-of-sources = une source
one-of-objectives = un objectif
one-of-phases = une phase
one-of-sites = un site
one-of-units = une unité
one-of-activities = une activité
one-of-movements = un mouvement
one-of-events = un événement
one-of-limits = une limite
one-of-restrictions = une restriction
one-of-reports = un compte rendu
one-of-counts = un décompte
one-of-mandate = un paragraphe du mandat
one-of-tasks = une tâche
one-of-funds = un financement
one-of-risks = un risque
one-of-calendars = un calendrier de travail
one-of-layers = une couche
one-of-chapters = un chapitre
one-of-baselines = une référence
one-of-branches = une variante
one-of-link-end = une activité, un mouvement ou un événement

theatre-line = { $file }, ligne { $line }, colonne { $column }
theatre-features = { $count ->
    [0] { $file }, entité { $feature }
    [one] { $file }, entité { $feature } et { $count-text } autre
   *[other] { $file }, entité { $feature } et { $count-text } autres
}
theatre-not-bundled = aucune carte « { $name } » n’accompagne le programme — choisissez parmi : { $bundled }
theatre-no-files = aucun fichier de carte dans ce dossier — il en faut au moins un parmi { $files }
theatre-on-network = un plan ne fait pas ouvrir de chemin réseau — copiez les fichiers près du plan et choisissez-les là
theatre-bad-json = JSON incorrect — exportez de nouveau la couche en GeoJSON
theatre-not-a-collection = ce n’est pas une FeatureCollection GeoJSON — exportez la couche entière en GeoJSON
theatre-other-type = « { $found } » au lieu d’une FeatureCollection GeoJSON — exportez la couche entière
theatre-other-crs = système de coordonnées « { $crs } » — reprojetez le fichier en WGS 84 (EPSG:4326)
theatre-out-of-range = [{ $x } ; { $y }] n’est pas une longitude et une latitude — { $advice }
theatre-advice-reproject = ce sont sans doute des mètres, reprojetez le fichier en WGS 84 (EPSG:4326)
theatre-advice-swap-axes = échangez les deux nombres, la longitude vient d’abord
theatre-advice-cut = coupez le fichier au 180e méridien et comptez les longitudes ouest en négatif
theatre-note-no-features = aucune entité, la couche est vide
theatre-note-not-a-feature = ce n’est pas une entité, laissé de côté
theatre-note-no-geometry = pas de géométrie utilisable, entité laissée de côté
theatre-note-wrong-geometry = géométrie d’un type que cette couche n’affiche pas, laissée de côté
theatre-note-bad-coordinates = coordonnées illisibles, laissées de côté
theatre-note-short-ring = contour de moins de trois points différents, laissé de côté
theatre-note-short-line = ligne de moins de deux points différents, laissée de côté
theatre-note-open-ring = contour ouvert, refermé
theatre-note-hole-outside = trou hors de son polygone, laissé de côté
theatre-note-antimeridian = tracé coupé au 180e méridien
theatre-note-unreadable-name = nom dans une écriture que la carte ne sait pas afficher, remplacé par une case — ajoutez « name_fr » ou « name_en »
theatre-note-altitude = altitude ignorée
theatre-note-many-points = plusieurs points, seul le premier est conservé
theatre-note-missing-id = pas d’identifiant, un identifiant a été créé
theatre-note-rewritten-id = identifiant réécrit en minuscules, chiffres et traits d’union
theatre-note-duplicate-id = identifiant déjà pris, complété par un numéro

amount-of = { $count } × { $kind }
amount-sites = { $count ->
    [one] { $count-text } site
   *[other] { $count-text } sites
}
amount-military = { $count ->
    [one] { $count-text } militaire
   *[other] { $count-text } militaires
}
amount-police = { $count ->
    [one] { $count-text } policier
   *[other] { $count-text } policiers
}
amount-civilian = { $count ->
    [one] { $count-text } civil
   *[other] { $count-text } civils
}
amount-uniformed = { $count ->
    [one] { $count-text } militaire ou policier
   *[other] { $count-text } militaires et policiers
}
amount-vehicles = { $count ->
    [one] { $count-text } véhicule
   *[other] { $count-text } véhicules
}
amount-containers = { $count ->
    [one] { $count-text } conteneur
   *[other] { $count-text } conteneurs
}
amount-aircraft = { $count ->
    [one] { $count-text } aéronef
   *[other] { $count-text } aéronefs
}
amount-vessels = { $count ->
    [one] { $count-text } embarcation
   *[other] { $count-text } embarcations
}
amount-tonnes = { $count ->
    [one] { $count-text } tonne
   *[other] { $count-text } tonnes
}

problem-document = le document
problem-unknown-reference = « { $item } », champ { $member } : { $fault }
problem-end-before-start = { $member ->
    [planned] « { $item } » : la fin prévue, le { $end }, précède le début prévu, le { $start }
    [actual] « { $item } » : la fin réelle, le { $end }, précède le début réel, le { $start }
   *[other] « { $item } » : la fin, le { $end }, précède le début, le { $start }
}
problem-cyclic-links = { $count ->
    [one] « { $item } » dépend de sa propre date — supprimez ce lien
   *[other] { $items } dépendent en cercle les uns des autres — supprimez un des liens
}
problem-ledger-residual = Les soldes du { $date } sont faux de { $excess } : c’est un défaut de Decamp — ne vous fiez pas à ces chiffres et signalez-le
problem-huge-figure = « { $item } » : { $figure } dépasse ce qui se compte ({ $most } au plus) — corrigez ce chiffre
problem-link-broken = { $end ->
    [start] « { $item } » commence le { $is }, au plus tôt permis le { $earliest } (lien { $link } avec « { $other } »)
   *[end] « { $item } » s’achève le { $is }, au plus tôt permis le { $earliest } (lien { $link } avec « { $other } »)
}
problem-too-fast = { $why ->
    [speed] « { $item } », départ le { $date } : il faut { $needed } pour { $distance } km par la route, mais le trajet dure { $trip }
   *[dates] « { $item } », départ le { $date } : trajet de { $trip }, mais { $span } entre les deux dates
}
problem-more-than-present = « { $item } », le { $date } : il manque { $excess } de « { $other } » au départ de { $site }
problem-carries-nothing = { $severity ->
    [note] « { $item } » n’a aucun chargement
   *[other] « { $item } » part à vide le { $date } : ce qui doit être chargé n’est pas sur place ({ $site })
}
problem-unit-elsewhere = { $elsewhere ->
    [none] « { $item } » part le { $date } sans « { $other } » : l’unité n’est pas sur place ({ $site }), ni sur aucun autre site
   *[other] « { $item } » part le { $date } sans « { $other } » : l’unité n’est pas sur place ({ $site }), mais ailleurs ({ $elsewhere })
}
problem-left-behind = « { $item } » s’achève le { $date } ; encore sur place ({ $site }) : { $what }
problem-after-deadline = { $count ->
    [one] Échéance « { $item } » dépassée : { $people } encore dans le théâtre au soir du { $date }
   *[other] Échéance « { $item } » dépassée : { $people } encore dans le théâtre au soir du { $date } ({ $others })
}
problem-over-ceiling = Plafond « { $item } » ({ $max }) dépassé à partir du { $date }, de { $excess } au plus fort
problem-over-lift = Capacité « { $item } » ({ $per-day } par jour) dépassée à partir du { $date }, de { $excess } au plus fort
problem-materiel-without-guard = Matériel sans garde à partir du { $date } ({ $site }) : { $what }
problem-liquidation-too-short = « { $item } » dure { $days } ; durée minimale : { $least } (« { $other } »)
problem-too-short = « { $item } » dure { $days } ; durée minimale : { $least } (« { $other } »)
problem-undated = « { $item } » ne déplace rien tant que ses dates ne sont pas complètes
problem-outside-phase = « { $item } », prévu { $is }, sort de « { $other } » ({ $allowed }) de { $days }
problem-not-before = « { $item } » commence le { $start }, au plus tôt permis le { $earliest }
problem-misses-own-deadline = « { $item } » s’achève le { $end }, { $days } après sa propre échéance ({ $latest })
problem-arrives-at-closed-site = « { $item } » arrive le { $date } sur un site abandonné ({ $site }) : « { $other } » s’est achevée le { $last }
problem-leaves-after-handover = « { $item } » part le { $date } d’un site restitué ({ $site }) : « { $other } » s’est achevée le { $last }
problem-closed-hub-assumed = Plateforme restituée le { $date } ({ $site }), sur laquelle comptent encore { $days } durant : { $others }
problem-over-capacity = Site trop petit ({ $site }, { $max }) à partir du { $date }, de { $excess } au plus fort
problem-blocked-by-restriction = « { $item } » est bloqué à partir du { $date }, { $days } de ses dates durant : « { $other } »
problem-unplanned-restriction = Restriction que le plan ne prévoyait pas, en vigueur à partir du { $date } : « { $item } »
problem-needs-not-met = « { $item } » part le { $date } sans ce qu’il lui faut : { $needs }
problem-disposal-not-allowed = { $why ->
    [diligence] « { $item } » va à une force de sécurité sans que la diligence voulue en matière de droits de l’homme soit consignée — notez-la dans la base
    [sold] « { $item } » : ceci, de « { $other } », ne peut être vendu : { $kinds }
   *[gifted] « { $item } » : ceci, de « { $other } », ne peut être donné : { $kinds }
}
problem-early = « { $item } » s’est achevée le { $end }, { $days } avant son début prévu ({ $earliest })
problem-late = « { $item } » s’achève le { $end }, { $days } après sa fin prévue ({ $latest })
problem-need-escort = escorte
problem-need-air-support = appui aérien
problem-need-evacuation = évacuation
problem-kind-vehicles = véhicules
problem-kind-containers = conteneurs
problem-kind-aircraft = aéronefs
problem-kind-vessels = embarcations
problem-kind-tonnes = tonnes de matériel
problem-kind-helicopters = hélicoptères
problem-kind-drones = drones
problem-kind-weapons = armes
problem-kind-ammunition = munitions
problem-kind-explosives = explosifs
problem-kind-armour = blindés
problem-kind-armoured-vehicles = véhicules blindés
problem-count-differs = { $document } selon { $source }, { $plan } dans le plan
problem-report-differs = { $measure ->
    [present] Présents le { $date } selon { $source } : { $figures }
   *[departed] Partis au { $date } selon { $source } : { $figures }
}
problem-report-figure = { $reported } au compte rendu, { $computed } par le calcul ({ $difference })
problem-report-at = { $source } ({ $sites })
problem-quote-not-in-source = « { $item } » : { $source } ne dit pas « { $quote } » — citez mot à mot
problem-no-source = « { $item } » n’indique aucune source
problem-outside-theatre = { $swapped ->
    [none] « { $item } », à { $place }, est hors du théâtre
   *[other] « { $item } », à { $place }, est hors du théâtre — longitude et latitude échangées, il serait dedans
}
problem-unknown-sector = Le théâtre n’a pas de secteur « { $sector } », que nomme : { $items }

problem-title-unknown-reference = renvoi inconnu
problem-title-end-before-start = fin avant le début
problem-title-cyclic-links = liens en cercle
problem-title-ledger-residual = soldes faux
problem-title-huge-figure = chiffre démesuré
problem-title-link-broken = lien non respecté
problem-title-too-fast = trajet trop rapide
problem-title-more-than-present = plus que le présent
problem-title-carries-nothing = mouvement à vide
problem-title-unit-elsewhere = unité ailleurs
problem-title-left-behind = laissés sur place
problem-title-after-deadline = échéance dépassée
problem-title-over-ceiling = plafond dépassé
problem-title-over-lift = capacité de transport dépassée
problem-title-materiel-without-guard = matériel sans garde
problem-title-liquidation-too-short = liquidation trop courte
problem-title-too-short = activité trop courte
problem-title-undated = mouvement sans dates
problem-title-outside-phase = hors de sa phase
problem-title-not-before = trop tôt
problem-title-misses-own-deadline = échéance propre dépassée
problem-title-arrives-at-closed-site = arrivée sur un site fermé
problem-title-leaves-after-handover = départ après la restitution
problem-title-closed-hub-assumed = compte sur une plateforme fermée
problem-title-over-capacity = site trop petit
problem-title-blocked-by-restriction = bloqué par une restriction
problem-title-unplanned-restriction = restriction imprévue
problem-title-needs-not-met = besoins non couverts
problem-title-disposal-not-allowed = cession interdite
problem-title-early = plus tôt que prévu
problem-title-late = plus tard que prévu
problem-title-count-differs = écart avec un document
problem-title-report-differs = écart avec un compte rendu
problem-title-quote-not-in-source = citation introuvable
problem-title-no-source = sans source
problem-title-outside-theatre = hors du théâtre
problem-title-unknown-sector = secteur inconnu

fix-move = Déplacer « { $item } » au { $span }
fix-longer = Prolonger « { $item } » jusqu’au { $end }
