"""A figure under the wrong town is compared with the wrong facts: a place is that of the thing told of."""

import pytest

from maeditor.extraction.proposals import propose

HEADLINE = "Une scierie ouvre à Sefrou\n\n"


def place(text, quote, language="fr"):
    return next(each.place for each in propose(text, language).proposals if quote in each.quote)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (HEADLINE + "La scierie emploie 80 personnes.", "80 personnes", "Sefrou"),
        (HEADLINE + "Le bois vient de Norvège. La scierie en traite 9 000 tonnes.", "9 000 tonnes", "Sefrou"),
        (HEADLINE + "Ses machines, fabriquées à Lyon, pèsent 40 tonnes.", "40 tonnes", "Sefrou"),
        (HEADLINE + "Un prêt de 30 millions d’euros lui vient d’une banque espagnole.", "30 millions", "Sefrou"),
        (HEADLINE + "La route de Fès à Meknès en reçoit 20 camions.", "20 camions", "Sefrou"),
        (HEADLINE + "Au Portugal, la filière compte 900 scieries.", "900 scieries", "Portugal"),
        (HEADLINE + "À Azrou, une autre tourne. Elle emploie 35 ouvriers.", "35 ouvriers", "Azrou"),
        (HEADLINE + "À Azrou, une autre tourne.\n\nLe groupe promet 50 emplois.", "50 emplois", "Sefrou"),
        (HEADLINE + "Le marché absorbe 2 millions de tonnes.", "2 millions de tonnes", "Maroc"),
        (HEADLINE + "Le groupe a réalisé un chiffre d’affaires de 9 millions d’euros.", "9 millions", "Maroc"),
        (HEADLINE + "C’est la troisième scierie du pays.", "troisième", "Maroc"),
        (HEADLINE + "Les trois premières scieries africaines débitent 70 000 t.", "70 000 t", "Afrique"),
        ("Le pays compte 12 ports.\nLe Ghana en est fier.", "12 ports", "Ghana"),
        ("Un parc pour le Kenya\n\nLe site de 40 ha se trouve près de Kisumu.", "40 ha", "Kisumu"),
    ],
)
def test_a_french_value_holds_where_its_thing_is(text, quote, expected):
    assert place(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("A mill for Kumasi\n\nParis-based Boisal runs 14 sites.", "14 sites", "Kumasi"),
        ("A mill for Kumasi\n\nIn Lomé, its port handles 3 million tonnes.", "3 million tonnes", "Lomé"),
        ("A mill for Kumasi\n\nThe wood is shipped to Dubai by 12 ships.", "12 ships", "Kumasi"),
        ("A mill for Kumasi\n\nKenyan demand has reached 7 TWh.", "7 TWh", "Kenya"),
        ("A port for Lekki\n\nThe quay has 9 cranes.", "9 cranes", "Lagos"),
        ("A port for Lekki\n\nIn twelve countries the group runs 9 cranes.", "9 cranes", ""),
        ("A mill for Kumasi\n\nThe four largest African mills saw 900 t.", "900 t", "Afrique"),
    ],
)
def test_an_english_value_holds_where_its_thing_is(text, quote, expected):
    assert place(text, quote, "en") == expected


def test_ranks_in_a_table_are_of_the_whole_and_its_counts_of_each():
    text = "Ports en Afrique : le classement\n\nRang\nPays\nPorts\n1\nGhana\n14\n2\nKenya\n9\n3\nTogo\n4\n"
    places = {(each.property == "rank", each.place) for each in propose(text, "fr").proposals}
    assert {(True, "Afrique"), (False, "Ghana"), (False, "Togo")} <= places
    assert (True, "Ghana") not in places
