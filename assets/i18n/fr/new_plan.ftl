# Nouveaux plans à partir de GeoJSON, et le modèle de fermeture.

new-exists = { $name } : ce fichier existe déjà ; choisissez un autre nom
new-made = Plan créé : { $count ->
    [one] 1 site
   *[other] { $count-text } sites
}
new-no-sites = { $folder } : aucun fichier de points n’a été trouvé ; nommez-le avec --sites
new-several-sites = plusieurs fichiers de points : { $files } ; nommez celui des sites avec --sites
new-several-sectors = plusieurs fichiers de surfaces : { $files } ; nommez celui des secteurs avec --sectors
new-end-before-start = le plan finirait avant de commencer
new-exit = Hors du théâtre

import-not-a-point = { $file }, entité { $feature-text } : un site doit être un point
import-not-an-area = { $file }, entité { $feature-text } : un secteur doit être une surface
import-no-such-property = { $file } : aucune entité n’a la propriété { $property } ; propriétés présentes : { $known }
import-no-sites = { $file } : aucun site dans ce fichier

action-new-geojson = Nouveau plan depuis GeoJSON…
new-plan-hint = Un fichier de points donne les sites, un fichier de surfaces les secteurs. Longitude et latitude en degrés (WGS 84).
new-plan-title = Titre
new-plan-untitled = Nouveau plan
new-plan-from = Premier jour
new-plan-until = Dernier jour
new-plan-file-sites = Sites
new-plan-file-sectors = Secteurs
new-plan-file-map = Pays ou frontières
new-plan-choose = Choisir…
new-plan-optional = facultatif
new-plan-no-file = Choisissez le fichier des sites.
new-plan-map-hint = Un fichier boundary.geojson ; les autres couches de son dossier sont lues aussi.
new-plan-map-name = { $file } : ce fichier doit s’appeler boundary.geojson, et rester dans le dossier des cartes
new-plan-count = { $count ->
    [one] 1 site
   *[other] { $count-text } sites
}
new-plan-preview = Aperçu des premières lignes
new-plan-property = Propriété pour : { $field }
new-plan-no-property = (aucune)
new-plan-sector-name = nom du secteur
new-plan-panic = Le plan n’a pas pu être créé à cause d’une erreur du programme : { $message }
new-plan-make = Créer le plan
new-plan-end-before-start = Le dernier jour précède le premier.
import-field-name = nom
import-field-code = code
import-field-sector = secteur
import-field-kind = type
import-field-capacity = capacité
import-field-place = position

files-geojson = Choisir un fichier GeoJSON

action-close-site = Fermer un camp…
close-this-site = Fermer ce camp…
step-closing = fermeture de « { $item } »
closing-title = Fermer un camp
closing-site = Site
closing-ends = Fin de la restitution
closing-people = Personnel vers
closing-materiel = Matériel vers
closing-unoe = Matériel de l’ONU
closing-unoe-gifted = donné
closing-unoe-sold = vendu
closing-unoe-destroyed = détruit
closing-unoe-transferred = transféré
closing-unoe-written-off = passé par pertes
closing-unoe-moved = transporté
closing-recipient = Remis à
closing-recipient-hint = autorité civile
closing-nowhere = (aucun mouvement)
closing-mode-none = (sans mode)
closing-mode = Mode – { $name }
closing-step = Étape
closing-days = Durée (j)
closing-lag = Décalage (j)
closing-dates = Dates
closing-days-of = Durée – { $step }
closing-lag-of = Décalage – { $step }
closing-there = déjà au plan
closing-reset = Valeurs usuelles
closing-make = Ajouter au plan
closing-summary = Du { $from } au { $until } · { $count ->
    [one] 1 nouvel élément
   *[other] { $count-text } nouveaux éléments
}
closing-no-gain = Aucun problème nouveau
closing-gain = Problèmes nouveaux : { $errors }, { $warnings }, { $notes }
closing-outside-horizon = En partie hors des dates du plan
closing-basis = Modèle de fermeture
closing-hazardous = Évacuation des matières dangereuses
closing-load-people = Personnel
closing-load-coe = Matériel des contingents
closing-load-unoe = Matériel de l’ONU
closing-load-rear-party = Arrière-garde
closing-step-people-out = Départ du personnel
closing-step-coe-out = Départ du matériel des contingents
closing-step-unoe-disposal = Cession du matériel de l’ONU
closing-step-hazardous-out = Matières dangereuses
closing-step-clearance = Nettoyage environnemental
closing-step-inventory = Inventaire
closing-step-closure = Fermeture
closing-step-handover = Restitution
closing-fault-no-site = Choisissez un site.
closing-fault-exit = Une sortie du théâtre ne se ferme pas.
closing-fault-nothing = Le plan a déjà toutes ces étapes pour ce site.
closing-fault-length = Durée ou décalage impossible : { $step }
closing-fault-destination = Cette destination n’est pas possible.
