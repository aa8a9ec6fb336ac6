"""What is marked for a proposal says the value, no more and no less: two bare words tell a reader nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.proposals import propose
from maeditor.services.proposed_facts import spans_of


def marked(text, quote, language="fr"):
    proposal = next(each for each in propose(text, language).proposals if quote in each.quote)
    return text[slice(*spans_of(proposal)[0])]


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (
            "Deux sites sont prévus, avec une puissance totale de 3 gigawatts.",
            "3 gig",
            "une puissance totale de 3 gigawatts",
        ),
        ("Le quai offre plus de 2 gigawatts de capacité.", "2 gig", "plus de 2 gigawatts de capacité"),
        ("La commune a reçu un prêt de 40 millions d’euros.", "40", "un prêt de 40 millions d’euros"),
        ("Le taux de remplissage atteint 61 %, contre 55 %.", "61", "Le taux de remplissage atteint 61 %"),
        ("Près de 300 ouvriers y travaillent.", "300", "Près de 300 ouvriers"),
        ("Le port exporte 9 000 tonnes d’engrais et 4 000 tonnes de sel.", "4 000", "4 000 tonnes de sel"),
        ("Atlas Crédit a 12 agences.", "12", "12 agences"),
        ("Le pont mesure 900 mètres.", "900", "900 mètres"),
    ],
)
def test_a_passage_goes_from_what_is_measured_to_what_is_counted(text, quote, words):
    assert marked(text, quote) == words


def test_the_quote_stays_the_shortest():
    text = "La ville veut une capacité totale de 3 gigawatts."
    proposal = next(each for each in propose(text, "fr").proposals if each.property == "capacity_power")
    assert text[proposal.start : proposal.end] == proposal.quote == "3 gigawatts"


def test_the_row_of_a_table_is_not_marked_as_a_whole():
    text = "Ports : le classement\n\nRang\nPays\nPorts\n1\nGhana\n14\n2\nKenya\n9\n3\nTogo\n4\n"
    for each in propose(text, "fr").proposals:
        assert spans_of(each)[0] == (each.start, each.end)


@given(
    st.lists(
        st.sampled_from(
            ["une capacité de", "40 MW", ",", "et", "12 %", "de sel", "plus de", "300 ouvriers", ".", "le coût"]
        ),
        max_size=14,
    )
)
def test_what_is_marked_holds_the_value_and_stays_in_the_text(words):
    text = " ".join(words)
    for each in propose(text, "fr").proposals:
        for start, end in spans_of(each)[:1]:
            assert 0 <= start <= each.start < each.end <= end <= len(text)
