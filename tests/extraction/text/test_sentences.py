"""Sentence ends: a wrong one would show an editor half a passage, or tie a figure to the wrong verb."""

import pytest

from maeditor.extraction.text.sentences import Sentence, clause, sentences


def parts(text):
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Le parc de M. Alaoui produit 3.5 MW.",
        "Elle coûte 1.200 euros env. par mois.",
        "The U.S. firm paid $1.2 bn. in cash.",
        "Voir le site www.exemple.ma pour la suite.",
    ],
)
def test_decimals_abbreviations_and_addresses_do_not_end_a_sentence(text):
    assert parts(text) == [text]


def test_sentences_end_at_stops_also_before_a_closing_quote():
    assert parts("« Nous y sommes. » La suite viendra ! Quand ? En mai.") == [
        "« Nous y sommes. »",
        "La suite viendra !",
        "Quand ?",
        "En mai.",
    ]


def test_a_stop_without_a_blank_ends_a_sentence_before_a_capital():
    assert parts("Le port ouvrira bientôt.La route suivra.") == ["Le port ouvrira bientôt.", "La route suivra."]


def test_a_clause_is_what_stands_between_commas_and_dashes():
    text = "En 2020, le parc comptait 12 turbines ; il en a 40."
    start = text.index("12")
    left, right = clause(text, Sentence(0, len(text)), start, start + 2)
    assert text[left:right] == "le parc comptait 12 turbines "


def test_what_never_ends_is_cut_into_readable_parts():
    text = "12 MW et " * 1000
    found = sentences(text)
    assert max(one.end - one.start for one in found) <= 1500
    assert sum(text[one.start : one.end].count("MW") for one in found) == 1000
