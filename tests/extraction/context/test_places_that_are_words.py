"""A threshold that becomes a city, or a paragraph on Ohio set in Japan, is corrected by hand in every such article."""

import pytest

from maeditor.extraction.context.gazetteer import Gazetteer
from maeditor.extraction.proposals import propose
from maeditor.extraction.text.plaintext import plain


def labels(text):
    return [place.label for place in Gazetteer(text, plain(text)).places]


@pytest.mark.parametrize(
    "text",
    [
        "La coopérative a franchi le cap des 900 membres.",
        "LA COOPÉRATIVE FRANCHIT LE CAP DES 900 MEMBRES",
        "Il passe le cap de la mi-saison.",
        "Le cap est fixé.",
        "On longe Le Cap Spartel.",
        "Les tours de refroidissement, un lot de vannes et les cannes.",
        "Une réunion dans la manche nord.",
        "Sale of the land brought 3 million.",
        "Reading the report took a day; a bath is planned.",
        "Maurice Berrada et Jordan Elkabbach ont signé.",
        "A set of china for the turkey.",
        "Le Nord de la zone reste vide.",
        "La Loire a débordé.",
    ],
)
def test_a_word_or_a_person_is_no_place(text):
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un entrepôt au bord du port, Le Cap l’attendait.", ["Le Cap"]),
        ("Une minoterie à Tours et une autre à Nice.", ["Tours", "Nice"]),
        ("Deux ateliers, à Cahors (Lot) et à Bouchain (Nord).", ["Lot", "Nord"]),
        ("Une brasserie dans l’Aube et un moulin dans le Finistère.", ["Aube", "Finistère"]),
        ("Une brasserie à Toulouse (Haute-Garonne).", ["Toulouse"]),
        ("A mill in Ashburn, Virginia, and one in Ohio.", ["Ashburn", "Ohio"]),
        ("A depot in Reading and a quay in New Mexico.", ["Reading", "Nouveau-Mexique"]),
        ("Un silo en Guinée équatoriale, un autre au Soudan du Sud.", ["Guinée équatoriale", "Soudan du Sud"]),
        ("L’île de Salé ? Non : la ville de Salé.", ["Salé", "Salé"]),
    ],
)
def test_towns_states_and_departments_are_places(text, expected):
    assert labels(text) == expected


def test_a_paragraph_without_place_of_an_article_on_several_countries_has_none():
    text = (
        "Trois moulins pour demain\n\nLe Ghana ouvre un moulin de 9 000 m² à Tema.\n\n"
        "Le Kenya en veut un de 7 000 m² à Kisumu.\n\n"
        "Boisal en construit aussi un de 5 000 m² pour ses clients.\n"
    )
    places = {each.quote: each.place for each in propose(text, "fr").proposals}
    assert places["5 000 m²"] == ""
    assert (places["9 000 m²"], places["7 000 m²"]) == ("Tema", "Kisumu")


def test_whom_a_thing_serves_is_not_where_it_stands():
    text = "Une laiterie à Vitré (Ille-et-Vilaine)\n\nElle emploie 80 personnes pour satisfaire la demande chinoise.\n"
    (proposal,) = propose(text, "fr").proposals
    assert proposal.place == "Ille-et-Vilaine"


def test_a_later_paragraph_set_in_a_department_holds_there():
    text = (
        "Une tuilerie ouvre à Troyes\n\nLa tuilerie emploie 80 personnes.\n\n"
        "Ménara agrandit son four à Bouin (Vendée). Le chantier a duré. Le four occupera 14 000 m².\n"
    )
    assert {each.quote: each.place for each in propose(text, "fr").proposals} == {
        "80 personnes": "Troyes",
        "14 000 m²": "Vendée",
    }


def test_a_rank_in_brackets_is_not_of_the_town_named_next():
    text = "Ports de France : le classement\n\nLe Havre (64e rang) et Marseille (112e rang) reculent encore.\n"
    ranks = [each for each in propose(text, "fr").proposals if each.property == "rank"]
    assert [(each.subject, each.place) for each in ranks][:1] == [("Le Havre", "France")]
