# Ce que dit la fenêtre.
