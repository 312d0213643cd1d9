# Le tableau des tâches, le registre des risques et leurs fichiers.

not-addressed = non traité

risk-level-low = faible
risk-level-medium = moyen
risk-level-high = élevé
risk-level-very-high = très élevé

column-mandate = Mandat
column-paragraph = Paragraphe
column-text = Texte
column-priority = Priorité
column-recipients = Repreneurs
column-task-status = Statut
column-needs = Besoins
column-gap = Manque (USD)
column-due = Échéance
column-fund = Fonds
column-sites = Sites
column-activities = Activités
column-tasks = Tâches
column-number = N°
column-likelihood = Probabilité
column-impact = Incidence
column-level = Niveau
column-mitigations = Mesures d’atténuation
column-phases = Phases
column-sites-of-phases = Autres sites de ces phases
column-from-day = Du
column-to-day = Au
column-needed = Nécessaire (USD)
column-available = Disponible (USD)
column-missing = Manquant (USD)
column-basis-status = Fondement du statut
column-basis-gap = Fondement du manque
column-basis-sites = Fondement des sites
column-basis-needed = Fondement du besoin
column-basis-available = Fondement du disponible

step-rating = cote de « { $item } »

tasks-none = Ce plan n’a ni mandat, ni tâches, ni fonds.
tasks-caption = { $rows ->
    [one] { $rows-text } ligne du mandat
   *[other] { $rows-text } lignes du mandat
}, { $open ->
    [one] { $open-text } non traitée
   *[other] { $open-text } non traitées
} · { $tasks ->
    [one] { $tasks-text } tâche
   *[other] { $tasks-text } tâches
}
tasks-elsewhere = Hors mandat
mandate-priority = prioritaire
not-addressed-hint = aucune tâche ne reprend cette ligne
no-status = sans statut
no-recipient = sans repreneur
head-task = Tâche
head-gap = Manque
field-status-of = Statut de « { $item } »
field-recipients-of = Repreneurs de « { $item } »
field-recipients-hint = noms séparés par ;
field-gap-of = Manque de « { $item } »
fold-details = Replier « { $item } »
unfold-details = Déplier « { $item } »

filter-on = Ne montrer que : { $filter }
filter-off = { $filter } – tout montrer
sums-by-status = Par statut
sums-by-recipient = Par repreneur
sum-total = Total
sum-tasks = tâches
sum-tasks-hint = Nombre de tâches, ou de lignes du mandat non traitées
sum-gap = manque
sum-gap-hint = Manques chiffrés, en dollars des États-Unis
sum-unknown = inconnu
sum-unknown-hint = Tâches dont le manque n’est pas chiffré
sum-needs = besoin
sum-needs-hint = Tâches qui expriment un besoin

funds = Fonds
fund-amounts = { $available } sur { $needed } ; manque { $missing }
fund-need-unknown = { $available } ; besoin non chiffré
fund-means-unknown = { $needed } nécessaires ; disponible non chiffré
fund-unknown = montants non chiffrés

risks-none = Ce plan n’a pas de risques.
risks-unrated = { $count ->
    [0] Tous les risques sont cotés
    [one] { $count-text } risque à coter : glissez-le dans la matrice
   *[other] { $count-text } risques à coter : glissez-les dans la matrice
}
risk-unrated = non coté
risk-rated = probabilité { $likelihood-text }, incidence { $impact-text } : niveau { $level }
risk-disc = Risque { $number-text } : { $name }
head-risk = Risque
head-likelihood = Prob.
head-impact = Inc.
axis-likelihood = Probabilité
axis-impact = Incidence
field-likelihood-of = Probabilité de « { $item } »
field-impact-of = Incidence de « { $item } »
