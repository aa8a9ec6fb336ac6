"""Values whose unit, noun or money stands elsewhere: not read, they are missing from the list of proposals."""

from decimal import Decimal

import pytest

from maeditor.extraction.proposals import propose


def read(text, language):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


FRENCH = [
    # the larger number has the unit
    ("La grêle a détruit 3 000 des 14 000 hectares.", ("area", 3000, "ha")),
    ("Le port a perdu 12 des 40 grues.", ("count_other", 12, "1")),
    ("Sur les 70 hectares, 9 serviront de réserve.", ("area", 9, "ha")),
    # an extension keeps the unit
    ("Une batterie de 80 MWh, extensible à 200.", ("energy", 200, "MWh")),
    ("Un quai de 300 mètres, pouvant aller jusqu’à 450.", ("length", 450, "m")),
    # values in brackets one after the other
    ("La filière place Safi (31 %) devant Nador (12).", ("share_percent", 12, "%")),
    ("Deux dépôts, Kribi (40 MW) et Limbé (25), sont prêts.", ("capacity_power", 25, "MW")),
    # an amount of an envelope is money, whatever was counted before
    (
        "Le salon attend 2 millions de visiteurs. Il coûte 40 millions d’euros. L’enveloppe de 3 milliards suivra.",
        ("investment", 3_000_000_000, "EUR"),
    ),
    ("Toiture, 3,2 milliards de dirhams ; gradins, 1,4 ; pelouse, 0,2.", ("investment", 1_400_000_000, "MAD")),
    (
        "La levée de fonds atteint 9 millions d’euros, le fonds Orion entrant à hauteur de 4.",
        ("money_other", 4_000_000, "EUR"),
    ),
    # pronouns and numberings
    ("Le lycée accueille 300 élèves. Il en recevra 900.", ("count_other", 900, "1")),
    ("Les tribunes, au nombre de 14, sont montées.", ("count_other", 14, "1")),
    ("Emplois : 5 000 au plus fort, environ 600 ensuite.", ("jobs", 600, "1")),
    ("Le bénéfice atteint 70 MDH, contre 79 un an auparavant.", ("money_other", 79_000_000, "MAD")),
    ("Le coût est arrêté à 4 milliards d’euros.", ("investment", 4_000_000_000, "EUR")),
    ("Nous sommes aujourd’hui 240.", ("jobs", 240, "1")),
    ("L’effectif est passé à 85.", ("jobs", 85, "1")),
    ("L’école emploie 120 techniciens et vise la barre des 200.", ("jobs", 200, "1")),
    # francs are those of the country
    ("À Dakar, l’amende est de 90 millions de francs.", ("money_other", 90_000_000, "XOF")),
    ("À Kigali, la prime est de 3 millions de francs.", ("investment", 3_000_000, "RWF")),
]
ENGLISH = [
    ("Passenger numbers hit 4.6m, the airline said.", ("count_other", 4_600_000, "1")),
    ("The pier is 46m long.", ("length", 46, "m")),
    ("They sold 2.1 million bikes, 70,000 more than before.", ("count_other", 70_000, "1")),
    ("Some 3.2 million people are out of work.", ("count_other", 3_200_000, "1")),
    ("The storm hit 300 of the 1,200 acres.", ("area", 300, "[acr_us]")),
    ("It builds nine bridges, three of them over the river.", ("count_other", 3, "1")),
    ("A 60 MW plant, expandable to 110.", ("capacity_power", 110, "MW")),
    ("Headcount has doubled to 75.", ("jobs", 75, "1")),
    ("The yard employs 210, up from 140 two years ago.", ("jobs", 140, "1")),
    ("We are now 320.", ("jobs", 320, "1")),
    ("The league awarded London (18%) and Leeds (11) the rest.", ("share_percent", 11, "%")),
    (
        "The $2 billion loan is signed. A bill of 3 billion remains.",
        ("money_other", 3_000_000_000, "USD"),
    ),
]


@pytest.mark.parametrize(("text", "told"), FRENCH)
def test_french_values_take_what_stands_elsewhere(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text, "fr")


@pytest.mark.parametrize(("text", "told"), ENGLISH)
def test_english_values_take_what_stands_elsewhere(text, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text, "en")


def test_a_number_with_a_noun_of_its_own_takes_no_money_from_the_item_above():
    found = read("• Recettes : 31 milliards de dirhams\n• Durée du séjour : 3,4 nuits\n• Lits : + de 290 000", "fr")
    assert ("duration", Decimal("3.4"), "d") in found
    assert ("count_other", Decimal(290_000), "1") in found


def test_what_the_answer_denies_is_not_proposed():
    asked = "On a parlé d’une enveloppe de deux milliards d’euros…\n{}, l’investissement est de 900 millions d’euros."
    assert ("investment", Decimal(2_000_000_000), "EUR") not in read(asked.format("Non"), "fr")
    assert ("investment", Decimal(2_000_000_000), "EUR") in read(asked.format("Oui"), "fr")
    assert read("A fleet of 40 buses?\nNo, that is wrong.", "en") == set()
