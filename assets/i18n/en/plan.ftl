# The words of the plan: each closed list of the file format.

site-kind-camp = camp
site-kind-temporary-base = temporary base
site-kind-headquarters = headquarters
site-kind-airfield = airfield
site-kind-port = port
site-kind-waypoint = waypoint
site-kind-exit = exit from the theatre

site-role-sector-hq = sector headquarters
site-role-force-hq = force headquarters
site-role-liquidation-hub = liquidation hub
site-role-receiving-hub = receiving hub

site-state-planned = planned
site-state-open = open
site-state-closing = closing
site-state-reducing = reducing
site-state-reduced = reduced
site-state-liquidating = liquidating
site-state-closed = closed
site-state-handed-over = handed over

category-military = military
category-police = police
category-civilian = civilians
category-stores = materiel

unit-kind-infantry = infantry
unit-kind-armour = armour
unit-kind-engineer = engineers
unit-kind-signals = signals
unit-kind-medical = medical
unit-kind-aviation = aviation
unit-kind-logistics = logistics
unit-kind-convoy = convoy
unit-kind-eod = explosive ordnance disposal
unit-kind-airfield = airfield
unit-kind-fpu = formed police unit
unit-kind-ipo = individual police officers
unit-kind-staff-officers = staff officers
unit-kind-civil-staff = civilian staff
unit-kind-headquarters = headquarters
unit-kind-naval = naval
unit-kind-stores = stores
unit-kind-other = other

unit-role-operations = operations
unit-role-guard = guard
unit-role-rear-party = rear party
unit-role-liquidation = liquidation
unit-role-support = support

owner-contingent = contingent
owner-un = United Nations
owner-contractor = contractor

activity-at-site = { $kind } of { $of }
activity-kind-opening = Opening
activity-kind-drawdown = Drawdown
activity-kind-people-out = Departure of people
activity-kind-coe-out = Departure of contingent-owned equipment
activity-kind-unoe-disposal = Disposal of UN-owned equipment
activity-kind-clearance = Environmental clearance
activity-kind-inventory = Inventory
activity-kind-closure = Closure
activity-kind-handover = Handover
activity-kind-reduction = Reduction
activity-kind-dismantling = Dismantling
activity-kind-liquidation = Liquidation
activity-kind-other = Activity

movement-kind-redeployment = redeployment
movement-kind-repatriation = repatriation
movement-kind-deployment = deployment
movement-kind-supply = supply
movement-kind-materiel = transfer of materiel
movement-kind-separation = separation
movement-kind-disposal = disposal

movement-state-absent = absent
movement-state-planned = to come
movement-state-under-way = under way
movement-state-over = over

mode-road = road
mode-air = air
mode-river = river
mode-rail = rail
mode-sea = sea

event-kind-handover = handover
event-kind-incident = incident
event-kind-decision = decision
event-kind-report = report
event-kind-meeting = meeting
event-kind-ceremony = ceremony
event-kind-agreement = agreement
event-kind-other = event

limit-kind-ceiling = ceiling
limit-kind-deadline = deadline
limit-kind-lift = lift
limit-kind-guard = guard
limit-kind-minimum = minimum length

task-status-proposed = proposed
task-status-consultation = under consultation
task-status-conditional = conditional
task-status-continuing = continuing
task-status-partly = partly transferable
task-status-declared = declared by the Government
task-status-not-transferable = not transferable
task-status-transferred = transferred

materiel-vehicles = vehicles
materiel-containers = containers
materiel-aircraft = aircraft
materiel-vessels = vessels
materiel-tonnes = tonnes

status-stated = stated by the source
status-inferred = inferred
status-reported = reported
status-illustrative = illustrative
status-planner = planner’s decision

track-planned = Plan
track-forecast = Forecast
