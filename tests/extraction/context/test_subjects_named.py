"""Subjects: a pronoun or a bare "phase" in that column would send an editor back to the article each time."""

import pytest

from maeditor.extraction.proposals import propose


def subject(text, prop, language="fr"):
    return next(p.subject for p in propose(text, language).proposals if p.property == prop)


@pytest.mark.parametrize(
    "text",
    [
        "Leur puissance atteint 40 MW.",
        "Le Royaume vise 52 %.",
        "La phase offre 40 MW.",
        "Un projet de 300 MW est prévu.",
    ],
)
def test_no_pronoun_possessive_or_bare_kind_is_a_subject(text):
    told = {p.subject for p in propose(text, "fr").proposals}
    assert told <= {""}


def test_english_openings_are_no_subjects():
    told = {p.subject for p in propose("When I left, its plant had a campus of more than 40 MW.", "en").proposals}
    assert told <= {""}


def test_a_bare_kind_stands_for_the_thing_named_before():
    text = "Le barrage de Tamri sera rehaussé. Le barrage stockera 90 millions de m3."
    assert subject(text, "volume") == "barrage de Tamri"


def test_a_pronoun_stands_for_what_was_named_before():
    text = "La centrale de Foum Zguid alimente la région. Elle produit 60 MW."
    assert subject(text, "capacity_power") == "centrale de Foum Zguid"


def test_spelling_of_the_text_is_kept_and_articles_left_out():
    assert subject("L’usine de Témara emploie 300 salariés.", "jobs") == "usine de Témara"
    assert subject("On compte 54 éoliennes.", "count_other") == "éoliennes"


def test_what_a_measure_stands_right_before_is_its_subject_in_english():
    assert subject("The group will open a 40 MW solar park near Agadir.", "capacity_power", "en") == "solar park"


def test_the_label_of_a_fact_sheet_points_to_its_headline():
    text = "Fiche du parc éolien de Tiskrad\n\n- Puissance : 100 MW\n- Longueur du câble : 40 km"
    assert subject(text, "capacity_power") == "parc éolien de Tiskrad"


def test_counts_keep_their_noun_in_the_quote():
    found = {p.quote for p in propose("It is backed by two pension funds and has 16 fibre pairs.", "en").proposals}
    assert found == {"two pension funds", "16 fibre pairs"}


def test_places_of_noise_are_not_the_articles():
    text = "Un parc solaire de 40 MW\n\nLe parc produira 40 MW.\n\nÀ lire aussi : Nairobi, Lagos et Nairobi se relient"
    assert {p.place for p in propose(text, "fr").proposals} == {""}
