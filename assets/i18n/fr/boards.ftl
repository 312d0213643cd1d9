# Le tableau des tâches, le registre des risques et leurs fichiers.

yes = oui
no = non
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
