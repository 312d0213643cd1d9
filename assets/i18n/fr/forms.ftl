# Les formulaires de l’inspecteur : noms des champs, mots de leurs listes, saisie.

yes = oui
no = non

typed-not-a-number = Il faut un nombre
typed-not-a-date = Ce n’est pas une date : 31 oct., 31/10/2023, 2023-10-31, J+120, +7j
typed-no-such-day = Ce jour n’existe pas
typed-not-yes-or-no = Il faut oui ou non
typed-no-such-word = Mot inconnu. Mots possibles : { $words }
typed-no-such-item = Le plan n’a pas d’élément « { $name } » qui convienne ici
typed-several-items = Plusieurs éléments s’appellent « { $name } » : donnez l’identifiant
typed-not-coordinates = Il faut la longitude puis la latitude, en degrés : -0.05, 16.27
typed-not-here = Cela ne se saisit pas en une ligne
