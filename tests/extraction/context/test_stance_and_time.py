"""Denied, imagined, planned, past: proposing these as plain truth would put errors into a sheet."""

import pytest

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.jsonl_proposals import status
from maeditor.extraction.proposals import propose


def only(text, language="fr"):
    return propose(text, language).proposals


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a démenti le chiffre de 900 MW.",
        "La mine n’a pas produit 40 tonnes.",
        "Le site offre 20 MW, et non 35 MW.",
        "It is not 300 MW.",
        "Une version précédente de cet article parlait de 70 MW.",
    ],
)
def test_denied_and_retracted_values_are_not_proposed(text):
    assert {p.quote for p in only(text)} <= {"20 MW"}


@pytest.mark.parametrize("text", ["Si le parc atteignait 80 MW, tout changerait.", "Faut-il construire 80 MW ?"])
def test_imagined_and_asked_values_are_marked_and_doubted(text):
    proposal = only(text)[0]
    assert proposal.modality is Modality.POSSIBILITY
    assert proposal.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Le parc disposera de 60 MW.", "planned"),
        ("Une centrale de 60 MW est en cours de construction.", "under_construction"),
        ("La centrale compte 60 MW en service.", "operational"),
        ("Les analystes estiment le besoin à 60 MW.", "estimated"),
        ("Le projet de 60 MW a été abandonné.", None),
        ("Un protocole d’accord porte sur 60 MW.", "announced"),
    ],
)
def test_the_status_follows_trigger_words_and_tense(text, state):
    proposal = only(text)[0]
    assert status(proposal.lifecycle, proposal.modality) == state


def test_a_finished_period_is_printed_as_past():
    assert status(Lifecycle.UNKNOWN, Modality.PAST) == "past"
    assert status(Lifecycle.CANCELLED, Modality.FACT) is None


def test_the_date_of_a_figure_is_its_scope_and_not_an_event():
    proposals = only("Le marché pesait 4 milliards de dollars en 2023.")
    assert [(p.property, p.as_of) for p in proposals] == [("money_other", "2023")]


def test_a_day_without_its_year_takes_it_from_the_byline():
    text = "Le port ouvre un quai neuf\nPar Omar S. | 20 mai 2022\n\nLe quai a été inauguré le 18 mai par la région."
    assert [p.value for p in only(text) if p.property == "date_event"] == ["2022-05-18"]
    assert all(p.start > text.index("inauguré") for p in only(text))


def test_datelines_are_not_events():
    text = "Un prêt pour le rail\n\nTUNIS, 4 mars 2021 (Agence) – Le rail recevra 12 locomotives."
    assert [p.property for p in only(text)] == ["count_other"]
