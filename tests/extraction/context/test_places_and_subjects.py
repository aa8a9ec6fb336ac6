"""Of whom and where: the capacity of five countries must not become one country's."""

from maeditor.extraction.context.gazetteer import Gazetteer
from maeditor.extraction.proposals import propose
from maeditor.extraction.text.plaintext import plain


def gazetteer(text):
    return Gazetteer(text, plain(text))


def test_names_demonyms_and_cities_are_places_in_three_languages():
    text = "La firme ghanéenne investit à Kisumu, en Égypte, in South Africa and in المغرب."
    assert [place.iso for place in gazetteer(text).places] == ["GH", "KE", "EG", "ZA", "MA"]


def test_the_country_stands_for_the_one_the_article_is_about():
    text = "Le Sénégal avance. Le pays construit à Dakar, loin du Togo."
    places = gazetteer(text)
    assert places.dominant == "SN"
    assert [place.label for place in places.places if place.start == text.index("Le pays")] == ["Sénégal"]


def test_ambiguous_names_need_their_capital():
    assert gazetteer("une eau sale et un jour nice").places == []


def test_a_groups_capacity_is_the_groups():
    text = "Le Kenya vise haut, alors que la capacité des quatre pays voisins n’excède pas 90 MW en Afrique."
    proposal = next(p for p in propose(text, "fr").proposals if p.property == "capacity_power")
    assert (proposal.subject, proposal.place) == ("quatre pays voisins", "Afrique")


def test_the_nearest_place_of_the_sentence_is_taken():
    text = "Au Ghana, le parc de Tema compte 30 MW. Celui de Lomé en compte 12 MW."
    assert [p.place for p in propose(text, "fr").proposals] == ["Tema", "Lomé"]
