# Les mots du plan : chaque liste fermée du format de fichier.

site-kind-camp = camp
site-kind-temporary-base = base temporaire
site-kind-headquarters = quartier général
site-kind-airfield = aérodrome
site-kind-port = port
site-kind-waypoint = point de passage
site-kind-exit = sortie du théâtre

site-role-sector-hq = état-major de secteur
site-role-force-hq = état-major de la Force
site-role-liquidation-hub = centre de liquidation
site-role-receiving-hub = centre d’accueil

site-state-planned = prévu
site-state-open = ouvert
site-state-closing = en fermeture
site-state-reducing = en réduction
site-state-reduced = réduit
site-state-liquidating = en liquidation
site-state-closed = fermé
site-state-handed-over = restitué

category-military = militaires
category-police = police
category-civilian = civils
category-stores = matériel

unit-kind-infantry = infanterie
unit-kind-armour = blindés
unit-kind-engineer = génie
unit-kind-signals = transmissions
unit-kind-medical = santé
unit-kind-aviation = aviation
unit-kind-logistics = logistique
unit-kind-convoy = convois
unit-kind-eod = neutralisation d’explosifs
unit-kind-airfield = aérodrome
unit-kind-fpu = unité de police constituée
unit-kind-ipo = policiers hors unités constituées
unit-kind-staff-officers = officiers d’état-major
unit-kind-civil-staff = personnel civil
unit-kind-headquarters = état-major
unit-kind-naval = marine
unit-kind-stores = stocks
unit-kind-other = autre

unit-role-operations = opérations
unit-role-guard = garde
unit-role-rear-party = détachement arrière
unit-role-liquidation = liquidation
unit-role-support = soutien

owner-contingent = contingent
owner-un = ONU
owner-contractor = prestataire

activity-at-site = { $kind } { $of }
activity-kind-opening = Ouverture
activity-kind-drawdown = Réduction progressive
activity-kind-people-out = Départ du personnel
activity-kind-coe-out = Départ du matériel des contingents
activity-kind-unoe-disposal = Cession du matériel de l’ONU
activity-kind-clearance = Nettoyage environnemental
activity-kind-inventory = Inventaire
activity-kind-closure = Fermeture
activity-kind-handover = Restitution
activity-kind-reduction = Réduction
activity-kind-dismantling = Démontage
activity-kind-liquidation = Liquidation
activity-kind-other = Activité

movement-kind-redeployment = redéploiement
movement-kind-repatriation = rapatriement
movement-kind-deployment = déploiement
movement-kind-supply = ravitaillement
movement-kind-materiel = transfert de matériel
movement-kind-separation = fin de service
movement-kind-disposal = cession

movement-state-absent = absent
movement-state-planned = à venir
movement-state-under-way = en cours
movement-state-over = terminé

mode-road = route
mode-air = air
mode-river = fleuve
mode-rail = rail
mode-sea = mer

event-kind-handover = restitution
event-kind-incident = incident
event-kind-decision = décision
event-kind-report = rapport
event-kind-meeting = réunion
event-kind-ceremony = cérémonie
event-kind-agreement = accord
event-kind-other = événement

limit-kind-ceiling = plafond
limit-kind-deadline = échéance
limit-kind-lift = capacité de transport
limit-kind-guard = garde
limit-kind-minimum = durée minimale

task-status-proposed = proposé
task-status-consultation = en consultation
task-status-conditional = sous condition
task-status-continuing = poursuivi
task-status-partly = en partie transférable
task-status-declared = déclaré par le Gouvernement
task-status-not-transferable = non transférable
task-status-transferred = transféré

materiel-vehicles = véhicules
materiel-containers = conteneurs
materiel-aircraft = aéronefs
materiel-vessels = embarcations
materiel-tonnes = tonnes

status-stated = dit par la source
status-inferred = déduit
status-reported = rapporté
status-illustrative = illustratif
status-planner = choix du planificateur

track-planned = Plan
track-forecast = Prévision
