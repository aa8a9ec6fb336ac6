"""Whole articles: spans an editor can trust, repeats joined, noise silent, texts of any shape survived."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.jsonl_proposals import printed_unit, proposal_lines
from maeditor.extraction.proposals import propose

ARTICLE = """Accueil | Économie | Énergie

Un parc éolien de 84 MW pour Tiaret

Par Lina M. – Publié le 2 juin 2023

Le parc éolien de Tiaret, d’une puissance de 84 MW, a coûté 96 millions d’euros. Il emploie 30 techniciens.

Il est certifié ISO 14001 et un accord de maintenance a été signé avec Ventalis le 5 mai 2023.

Lire aussi : Le vent se lève à Adrar (40 MW)
Laisser un commentaire
Votre adresse e-mail ne sera pas publiée. 12 personnes suivent ce fil.
"""

FIELDS = [
    "article",
    "type",
    "start",
    "end",
    "quote",
    "property",
    "value",
    "value_max",
    "unit",
    "modifier",
    "subject",
    "place",
]
FIELDS += ["status", "as_of", "target", "confidence", "rule", "extractor", "evidence", "alternatives", "needs_look"]

WORDS = st.sampled_from(
    [
        "12",
        "3,5",
        "%",
        "MW",
        "MDH",
        "millions",
        "milliards",
        "de",
        "à",
        "entre",
        "et",
        "le parc",
        "data centers",
        "emplois",
        "2027",
        "premier",
        "Tier IV",
        "(",
        ")",
        ".",
        ",",
        ";",
        ":",
        "|",
        "\n",
        "\n\n",
        "\t",
        "passera",
        "doublé",
        "$",
        "€",
        "1 200",
        "2024",
        "n’est pas",
        "si",
        "?",
        "environ",
        "dont",
        "autres",
        "ᵉ",
        "&nbsp;",
        "«",
        "»",
        "•",
        "-",
        "/",
        "x2",
        "1er mars",
        "Maroc",
        "GW20.5",
        "un tiers",
        "points",
        "n° 3",
        "mondial",
        "Laisser un commentaire",
        "À propos",
    ]
)


def test_repeats_of_the_headline_become_evidence_of_the_body():
    power = [p for p in propose(ARTICLE).proposals if p.property == "capacity_power"]
    assert [p.quote for p in power] == ["84 MW"]
    assert power[0].start > ARTICLE.index("Le parc éolien")
    assert len(power[0].evidence) == 2


def test_nothing_is_proposed_from_noise_and_bylines():
    found = propose(ARTICLE)
    kinds = {noise.kind for noise in found.noise}
    assert {"nav", "related", "comments"} <= kinds
    values = {p.value for p in found.proposals}
    assert values.isdisjoint({Decimal(40), Decimal(12), "2023-06-02"})


def test_text_facts_are_read():
    texts = {p.property: p.value for p in propose(ARTICLE).proposals if isinstance(p.value, str)}
    assert texts["certification"] == "ISO 14001"
    assert texts["partnership"] == "Ventalis"
    assert texts["date_event"] == "2023-05-05"


def test_lines_have_the_documented_shape():
    lines = proposal_lines(GrammarExtractor().extract(ARTICLE), "tiaret")
    fact = next(line for line in lines if line["type"] == "fact" and line["property"] == "investment")
    assert fact["value"] == 96_000_000
    assert isinstance(fact["value"], int)
    assert (fact["unit"], fact["modifier"], fact["extractor"]) == ("EUR", "exact", GrammarExtractor().name)
    assert list(fact) == FIELDS
    noise = next(line for line in lines if line["type"] == "boilerplate")
    assert set(noise) == {"article", "type", "start", "end", "kind"}


def test_printed_units_keep_to_the_documented_list():
    assert printed_unit("Mt") == ("t", Decimal(10) ** 6)
    assert printed_unit("GWh/a") == ("GWh/a", Decimal(1))
    assert printed_unit("GBy/mo") == ("GBy", Decimal(1))
    assert printed_unit("MAD/kWh") == ("MAD/kWh", Decimal(1))


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_is_read_and_every_quote_is_its_span(text):
    found = propose(text)
    for proposal in found.proposals:
        assert text[proposal.start : proposal.end] == proposal.quote
        assert proposal.quote.strip()
        assert 0 < proposal.confidence < 1
        assert all(0 <= start < end <= len(text) for start, end in proposal.evidence)
    assert found == propose(text)


def test_four_times_the_text_takes_about_four_times_as_long():
    paragraph = ARTICLE[ARTICLE.index("Le parc éolien") : ARTICLE.index("Lire aussi")]
    assert_in_proportion(paragraph * 40, paragraph * 160)


@pytest.mark.slow
@pytest.mark.parametrize(
    "sentence",
    [
        "Le parc V{n} a 5 emplois en {year}. ",
        "Le parc V{n} a doublé. ",
        "Le parc V{n} gagne-t-il 5 % ? ",
        "V{n} ouvre le 3 mai 2026\r",
        'Sète V{n} 1.200 MW, $5 et 6" ',
    ],
)
def test_the_same_value_of_thousands_of_things_takes_time_in_proportion(sentence):
    text = "".join(sentence.format(n=n, year=1900 + n % 200) for n in range(5000))
    assert_in_proportion(text[:20_000], text[:80_000])


def assert_in_proportion(few, many):
    """Four times the text may take four times as long, and as much again: measured anew where others were at work."""
    propose(few[:1000], "fr")
    shorter, longer = spent(few), spent(many)
    for _ in range(4):
        if longer <= 8 * shorter:
            break
        shorter, longer = max(shorter, spent(few)), min(longer, spent(many))
    assert longer <= 8 * shorter, f"{shorter:.3f} s for {len(few)} characters, {longer:.3f} s for {len(many)}"


def spent(text):
    start = time.process_time()
    propose(text, "fr")
    return time.process_time() - start
