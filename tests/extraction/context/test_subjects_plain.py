"""Subjects that end in the air, or hold a verb, read oddly on a chart and send an editor back to the article."""

import pytest

from maeditor.extraction.proposals import propose


def subjects(text: str, language: str = "fr") -> set[str]:
    return {each.subject for each in propose(text, language).proposals}


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Le long du quai, un bâtiment d’au moins 20 MW sera loué.", "bâtiment d’au"),
        ("Le port signe un contrat de quinze ans pour 12 MW.", "contrat de quinze"),
        ("Le plan fixe un plafond : 300 MW pour la côte.", "plan fixe un plafond"),
        ("La facture grimpe en conséquence : 4 milliards de dirhams.", "facture grimpe en conséquence"),
        ("Encore faut-il que le vent suive : 40 MW sont visés.", "Encore faut-il que le vent suive"),
        ("Deux sites ouvrent, trois autres suivraient.", "suivraient"),
    ],
)
def test_no_subject_ends_in_the_air_or_holds_a_verb(text: str, odd: str) -> None:
    told = subjects(text)
    assert odd not in told
    assert not any(each.endswith((" d’au", " de quinze", "suivraient")) for each in told)


def test_of_what_ends_in_the_air_the_thing_before_it_stays() -> None:
    assert "bâtiment" not in {each.split(" d’")[0] for each in subjects("Un bâtiment d’au moins 20 MW ouvre.")} - {""}
    assert subjects("Le parc éolien d’au moins 20 MW ouvre.") == {"parc éolien"}


def test_a_label_that_is_a_name_stays_a_subject() -> None:
    """A thing with what it is of is no sentence, whatever stands behind its colon."""
    assert "salle du fond" in subjects("La salle du fond : 3 MW.")
    assert "centre technique" in subjects("Le centre technique : 3 MW.")


def test_a_question_names_nothing() -> None:
    assert not any(each[-2:] == "il" and "-" in each for each in subjects("Faut-il suivre ces dix règles ?"))
