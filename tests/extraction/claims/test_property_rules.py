"""Which property a number states: a wrong one puts a figure in the wrong column of somebody's sheet."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.proposals import propose


def read(text, language="fr"):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


FRENCH = [
    ("La centrale de Kaya affiche 45 MW.", "capacity_power", 45, "MW"),
    ("Elle fournit 210 GWh par an au réseau.", "energy", 210, "GWh/a"),
    ("Le chantier a coûté 3,2 milliards de dirhams.", "investment", 3_200_000_000, "MAD"),
    ("Le chiffre d’affaires s’établit à 84 millions d’euros.", "revenue", 84_000_000, "EUR"),
    ("Le bénéfice net ressort à 12 millions d’euros.", "money_other", 12_000_000, "EUR"),
    ("La banque a obtenu un prêt de 60 millions de dollars.", "money_other", 60_000_000, "USD"),
    ("L’électricité sera vendue 0,45 DH le kWh.", "price", "0.45", "MAD/kWh"),
    ("L’abonnement coûte 199 DH par mois.", "price", 199, "MAD/mo"),
    ("La disponibilité atteint 99,9 %.", "availability_percent", "99.9", "%"),
    ("Les ventes ont progressé de 8 % sur un an.", "growth_percent", 8, "%"),
    ("Les pertes ont reculé de 4 %.", "growth_percent", -4, "%"),
    ("Le solaire représente 17 % du mix.", "share_percent", 17, "%"),
    ("La marge a gagné 2,5 points à 31 %.", "growth_percent", "2.5", "{pp}"),
    ("Un tiers des ménages est raccordé.", "share_percent", "33.33", "%"),
    ("Le groupe exploite six data centers.", "count_datacenters", 6, "1"),
    ("L’usine emploie 350 personnes.", "jobs", 350, "1"),
    ("Le réseau compte 41 agences.", "count_other", 41, "1"),
    ("Le site s’étend sur 12 hectares.", "area", 12, "ha"),
    ("La digue mesure 900 mètres.", "length", 900, "m"),
    ("Le PUE moyen est de 1,35.", "pue", "1.35", "1"),
    ("Le bâtiment est classé Tier III.", "tier", 3, ""),
    ("La latence tombe à 12 ms.", "duration", 12, "ms"),
    ("Le trafic a doublé depuis l’ouverture.", "multiplier", 2, "1"),
    ("Le temps de trajet a été divisé par trois.", "multiplier", 3, "1"),
    ("Le pays est le deuxième producteur africain de cobalt.", "rank", 2, "1"),
    ("La banque occupe la quatrième place du secteur.", "rank", 4, "1"),
    ("Le groupe inaugure sa sixième usine.", "count_other", 6, "1"),
    ("L’opérateur a ouvert son huitième data center.", "count_datacenters", 8, "1"),
    ("La mise en service est prévue en mars 2027.", "date_event", "2027-03", ""),
    ("Sept foyers sur dix sont raccordés.", "share_percent", 70, "%"),
    ("La facture a été réduite de moitié.", "growth_percent", -50, "%"),
    ("L’eau coûtera 52 centimes d’euro le m3.", "price", "0.52", "EUR/m3"),
    ("Le parc compte 80 navires ; trente autres arriveront.", "count_other", 30, "1"),
    ("Le nombre de lignes passera de 14 à 22.", "count_other", 22, "1"),
    ("La flotte passera de 12 à 30 navires.", "count_other", 12, "1"),
    ("Le débit passera de 3 à 8 millions de m3 par an.", "volume", 3_000_000, "m3/a"),
    ("Le délai est de 24 mois, contre six en Irlande.", "duration", 6, "mo"),
    ("La banque est 12e au classement, derrière une rivale (9e).", "rank", 9, "1"),
    ("L’emprunt a été sursouscrit quatre fois.", "multiplier", 4, "1"),
    ("Le groupe a payé 10 millions d’euros d’amende, contre 6 millions avant.", "money_other", 6_000_000, "EUR"),
]

ENGLISH = [
    ("The plant has a capacity of 30 MW.", "capacity_power", 30, "MW"),
    ("The dam cost $2.5 billion.", "investment", 2_500_000_000, "USD"),
    ("Revenue rose to $40 million.", "revenue", 40_000_000, "USD"),
    ("Net profit was $7m.", "money_other", 7_000_000, "USD"),
    ("Power is sold at $0.06 per kWh.", "price", "0.06", "USD/kWh"),
    ("Sales fell 6 percent.", "growth_percent", -6, "%"),
    ("The state owns 51% of the company.", "share_percent", 51, "%"),
    ("The port will create 700 jobs.", "jobs", 700, "1"),
    ("The operator runs 14 data centres.", "count_datacenters", 14, "1"),
    ("It is the third-largest economy in Africa.", "rank", 3, "1"),
    ("The terminal opened in May 2021.", "date_event", "2021-05", ""),
    ("Output is three times higher than before.", "multiplier", 3, "1"),
    ("Power costs 9 US cents per kWh.", "price", "0.09", "USD/kWh"),
    ("Subscribers rose to 22 million.", "count_other", 22_000_000, "1"),
    ("The board approved a €60 million ($65 million) loan.", "money_other", 60_000_000, "EUR"),
    ("It will add 400 construction jobs.", "jobs", 400, "1"),
    ("The operator runs three 20 MW turbines.", "count_other", 3, "1"),
]


@pytest.mark.parametrize(("text", "name", "value", "unit"), FRENCH)
def test_french(text, name, value, unit):
    expected = value if name == "date_event" else Decimal(value)
    assert (name, expected, unit) in read(text)


@pytest.mark.parametrize(("text", "name", "value", "unit"), ENGLISH)
def test_english(text, name, value, unit):
    expected = value if name == "date_event" else Decimal(value)
    assert (name, expected, unit) in read(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "La loi 12-34 et l’article 7 fixent le cadre.",
        "Appelez le 05 22 10 20 30 ou le +212 6 61 00 11 22.",
        "Le service répond 24h/24 et 7j/7.",
        "La stratégie Horizon 2031 et la CAN 2029 mobilisent tout le monde.",
        "La deuxième phase commencera bientôt.",
        "Dans un premier temps, rien ne change.",
        "C’est une première pour la ville.",
        "Voir page 12, figure 3.",
        "Le directeur, âgé de 52 ans, s’est réjoui.",
        "Il y a trois ans, personne n’y croyait.",
        "Les deux ministres se sont vus.",
        "Le forum tiendra sa 14e édition.",
        "Le siège se trouve au 18 rue des Cèdres.",
        "Le commutateur 5G et la puce H200 arrivent.",
    ],
)
def test_numbers_that_state_nothing_are_not_proposed(text):
    assert read(text) == set()


def test_both_ends_of_a_change_are_facts_and_a_span_is_one():
    assert {("capacity_power", Decimal(5), "MW"), ("capacity_power", Decimal(20), "MW")} <= read(
        "La capacité passera de 5 à 20 MW."
    )
    span = propose("Le parc produira entre 150 et 200 GWh.", "fr").proposals[0]
    assert (span.value, span.value_max, span.comparator) == (Decimal(150), Decimal(200), Comparator.RANGE)


def test_a_bare_amount_takes_the_currency_told_before():
    text = "Le marché valait 3 milliards d’euros en 2020. Il devrait atteindre 5 milliards en 2030."
    assert ("money_other", Decimal(5_000_000_000), "EUR") in read(text) or (
        "investment",
        Decimal(5_000_000_000),
        "EUR",
    ) in read(text)


def test_parts_take_what_they_are_a_part_of():
    assert ("jobs", Decimal(120), "1") in read("L’usine créera 900 emplois, dont 120 directs.")


def test_the_bound_of_a_value_is_kept():
    bounds = {
        p.quote: p.comparator
        for p in propose("Le parc atteint au moins 30 MW, n’excède pas 50 MW et couvre environ 8 ha.", "fr").proposals
    }
    assert bounds == {"30 MW": Comparator.AT_LEAST, "50 MW": Comparator.AT_MOST, "8 ha": Comparator.ABOUT}


def test_fact_sheets_tell_label_and_value_on_two_lines():
    text = "Fiche du port de Kribi\n\nQuai\n350 m\nEmplois créés\n120\nMise en service\nMars 2026\n\nLe port grandit."
    assert {("length", Decimal(350), "m"), ("jobs", Decimal(120), "1"), ("date_event", "2026-03", "")} <= read(text)


def test_tons_of_the_press_are_tonnes():
    assert ("mass", Decimal(30_000), "t") in read("The plant in Ghana makes 30,000 tons of steel.", "en")
