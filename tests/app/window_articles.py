"""Articles of our own for the window's tests: figures that are surely proposed, and sentences without any."""

FRENCH_TITLE = "Deux salles neuves près d’Agadir"
FRENCH = f"""{FRENCH_TITLE}

À Agadir, le groupe Sigma Nord prévoit une première salle d’une puissance de 40 MW pour 2027. La deuxième salle, annoncée à Taroudant, atteindrait 2 gigawatts à terme.

Les riverains demandent une étude sur le bruit des machines. Le maire promet une réponse avant la fin du mois.

Le chantier emploie 120 personnes. Le réseau de la région n’offre pas plus de 500 mégawatts.
"""  # noqa: E501  an article's paragraph is one line

ENGLISH_TITLE = "A quiet hall in Lagos"
ENGLISH = f"""# {ENGLISH_TITLE}

The operator Delta Cloud runs a hall of 12 MW in Lagos. A second building of 30 MW is planned for 2028.

Neighbours say that the fans cannot be heard from the street. The company says it will plant trees.
"""

PASTED_TITLE = "Une troisième salle à Tiznit"
PASTED = f"""{PASTED_TITLE}

Le groupe Sigma Nord ajoute une salle de 25 MW à Tiznit. Les travaux commencent au printemps.
"""
