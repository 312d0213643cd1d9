# Fichiers exportés et ligne de commande.

export-unknown-ending = { $file } : aucun format n’a cette extension ; choisissez parmi { $endings }
export-size = { $file } : une image de { $width-text } × { $height-text } pixels ne peut pas être produite ; chaque côté peut avoir de 1 à { $most-text } pixels
export-no-chapters = { $file } : le plan n’a pas de chapitres ; indiquez les jours du film avec --from et --until
export-frame-rate = { $file } : { $asked-text } images par seconde sont trop pour ce format, qui en admet { $most-text }
export-cancelled = { $file } : l’export a été arrêté, rien n’a été écrit
export-panic = { $file } : l’export a échoué par une erreur du programme, rien n’a été écrit : { $message }
export-other = { $file } : le fichier n’a pas pu être produit : { $message }

exporting = Export de { $name }
export-stop = Arrêter l’export
seconds-left = encore { $count-text } s
minutes-left = encore { $count-text } min
stop-exports-title = Des fichiers sont en cours d’écriture
stop-exports-text = Fermer maintenant arrête ces exports ; il n’en restera rien.
stop-exports-wait = Attendre
stop-exports-quit = Fermer quand même

column-id = Identifiant
column-name = Nom
column-kind = Nature
column-site = Site
column-sector = Secteur
column-from = De
column-to = Vers
column-mode = Mode
column-phase = Phase
column-planned-start = Début prévu
column-planned-end = Fin prévue
column-actual-start = Début réel
column-actual-end = Fin réelle
column-cancelled = Abandonné le
column-forecast-start = Début (prévision)
column-forecast-end = Fin (prévision)
column-people = personnel
column-status = Fondement des dates
column-status-loads = Fondement des effectifs
column-source = Source
column-marking = Mention de diffusion
column-state = État

cli-from-after-until = --from { $from } est après --until { $until } : rien à montrer
cli-bad-date = { $option } { $text } : ce n’est pas une date ; écrivez 2023-10-31, 2023-10-31T14:30, 31 oct., 31/10/2023 ou J+120
cli-no-such-day = { $option } { $text } : ce jour n’existe pas dans le calendrier
cli-not-bundled = { $name } : aucun plan de ce nom n’est fourni avec le programme ; sont fournis : { $known }
cli-no-such-phase = --phase { $phase } : le plan n’a pas cette phase ; il a : { $known }
cli-undated-phase = --phase { $phase } : cette phase n’a pas de fin ; donnez plutôt --at
cli-table-without-csv = { $file } : seul un fichier .csv contient un tableau ; retirez --table ou choisissez cette extension
cli-baseline-without-slips = --baseline : seul --table slips compte à partir d’un plan de référence ; ajoutez-le ou retirez --baseline
cli-theatre = { $file } : theatre : { $message }
cli-output = sortie standard : écriture impossible : { $message }
cli-no-display = pas d’écran : la fenêtre a besoin d’un bureau, et ni DISPLAY ni WAYLAND_DISPLAY n’est défini ; sans bureau, utilisez par exemple decamp snapshot PLAN --at DATE (voir decamp --help)
cli-no-window = la fenêtre n’a pas pu s’ouvrir ({ $message }) ; sans fenêtre, utilisez par exemple decamp snapshot PLAN --at DATE (voir decamp --help)
cli-built-without-window = ce programme a été construit sans sa fenêtre ; utilisez par exemple decamp snapshot PLAN --at DATE (voir decamp --help)

cli-fix = pour y remédier : { $fix }
cli-swap = échanger la longitude et la latitude de { $item } : { $place }
cli-no-problems = Aucun problème
cli-counts = { $errors }, { $warnings }, { $notes }
cli-present = présents
cli-moving = en route
cli-departed = partis
cli-disposed = cédés
cli-totals = Totaux
cli-under-way = En cours
cli-share = { $share } % du trajet
cli-no-phase = hors phase
