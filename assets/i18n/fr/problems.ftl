# Les problèmes : fichiers, plans, théâtres.
