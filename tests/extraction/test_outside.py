"""Facts from outside enter through one gate: a figure that no article says would pass for one that somebody read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from maeditor.domain.doubts import Doubt
from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Extractor
from maeditor.extraction.outside import SURE, Checked, ClaimedFact, OutsideExtractor, Refusal, check
from maeditor.extraction.text.quotes import QuoteFinder

TEXT = """Le port de Tema double ses quais

Le groupe Voltaport construit près de Tema un quai de 1,4 km pour « deux cents millions » de dollars.
Le terminal n’excédera pas 650 MW et emploiera 1 200 personnes dès 2029.

Comptes (en MDH) ; 2021 ; 2022
Chiffre d’affaires ; 3 200 ; 1 350

Lire aussi : Le quai de 900 MW qui dort
"""
POWER = ClaimedFact("Le terminal n'excédera pas 650 MW", "capacity_power", Decimal(650), "MW", subject="le terminal")


def one(claimed: ClaimedFact) -> Checked:
    return check(TEXT, [claimed], "fr")[0]


def test_a_fact_that_stands_there_passes_with_what_we_read() -> None:
    found = one(POWER)
    assert (found.refusal, found.quote and found.quote.score) == (None, 1)
    proposal = found.proposal
    assert proposal is not None
    assert TEXT[proposal.start : proposal.end] == proposal.quote == "650 MW"
    assert (proposal.value, proposal.unit, proposal.comparator) == (650, "MW", Comparator.AT_MOST)
    assert (proposal.subject, proposal.confidence, proposal.needs_look) == ("le terminal", SURE, "")


@pytest.mark.parametrize(
    "claimed",
    [
        replace(POWER, value=Decimal("0.65"), unit="GW"),
        replace(POWER, quote="emploiera 1 200 personnes", property="jobs", value=Decimal(1200), unit=""),
        replace(
            POWER, quote="« deux cents millions » de dollars", property="other", value=Decimal(200_000_000), unit=""
        ),
        replace(
            POWER, quote="Chiffre d'affaires ; 3 200", property="revenue", value=Decimal(3_200_000_000), unit="MAD"
        ),
        replace(POWER, quote="personnes dès 2029", property="date_event", value="2029", unit=""),
        replace(POWER, quote="construit près de Tema", property="partnership", value="Tema", unit=""),
    ],
)
def test_units_are_converted_and_lent_and_words_and_dates_count(claimed: ClaimedFact) -> None:
    assert one(claimed).refusal is None


@pytest.mark.parametrize(
    ("claimed", "refusal"),
    [
        (replace(POWER, quote="Le terminal atteindra 650 MW sous peu"), Refusal.QUOTE_NOT_FOUND),
        (replace(POWER, quote=""), Refusal.QUOTE_NOT_FOUND),
        (replace(POWER, quote="Le quai de 900 MW qui dort", value=Decimal(900)), Refusal.QUOTE_IN_NOISE),
        (replace(POWER, unit="parsecs du port"), Refusal.UNIT_UNKNOWN),
        (replace(POWER, value=Decimal(560)), Refusal.VALUE_NOT_IN_QUOTE),
        (replace(POWER, value=Decimal("NaN")), Refusal.VALUE_NOT_IN_QUOTE),
        (replace(POWER, value=Decimal(650), value_max=Decimal(700)), Refusal.VALUE_NOT_IN_QUOTE),
        (replace(POWER, value="2029"), Refusal.VALUE_NOT_IN_QUOTE),
        (replace(POWER, unit="MWh"), Refusal.UNIT_NOT_SAID),
        (replace(POWER, quote="n'excédera pas 650", unit="GW"), Refusal.VALUE_NOT_IN_QUOTE),
    ],
)
def test_what_does_not_stand_there_is_refused_with_the_reason(claimed: ClaimedFact, refusal: Refusal) -> None:
    found = one(claimed)
    assert (found.refusal, found.proposal) == (refusal, None)


def test_a_quote_that_is_nearly_there_passes_with_its_score_and_a_doubt() -> None:
    near = replace(POWER, quote="Le terminal n'excédera pas les 650 MW et emploiera 1 200 personnes dès 2029")
    found = one(near)
    assert found.quote is not None
    assert 0.85 <= found.quote.score < 1
    assert found.proposal is not None
    assert found.proposal.needs_look == Doubt.QUOTE_DIFFERS
    # The number counts as the article has it, not as the quote does.
    wrong = replace(near, quote=near.quote.replace("650", "850"), value=Decimal(850))
    assert one(wrong).refusal is Refusal.VALUE_NOT_IN_QUOTE


def test_the_extractor_gives_what_passes_in_text_order_and_lists_the_rest() -> None:
    jobs = replace(POWER, quote="emploiera 1 200 personnes", property="jobs", value=Decimal(1200), unit="")
    extractor: Extractor = OutsideExtractor([jobs, replace(POWER, value=Decimal(1)), POWER], "file:facts@1")
    read = extractor.extract(TEXT, "fr")
    assert [each.property for each in read.proposals] == ["capacity_power", "jobs"]
    assert {each.extractor for each in read.proposals} == {extractor.name} == {"file:facts@1"}
    assert read.noise
    listed = OutsideExtractor([jobs, replace(POWER, value=Decimal(1))]).checked(TEXT, "fr")
    assert [each.refusal for each in listed] == [None, Refusal.VALUE_NOT_IN_QUOTE]


def test_typography_line_ends_and_case_do_not_hide_a_quote() -> None:
    finder = QuoteFinder("L’usine\nd’Agadir — la « plus grande » — coûte 3\u202f400 €.")
    for quote in ("l'usine d'Agadir", 'la "plus grande"', "coûte 3 400 €", "Agadir - la plus"):
        assert [each.score for each in finder.places(quote)] == [1], quote
    assert finder.places("l'usine de Tanger") == []
    assert finder.places("!?") == []
    assert len(QuoteFinder("le port " * 300).places("le port")) == 40


@given(st.data())
def test_any_part_of_a_text_is_found_where_it_stands(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 2))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    part = TEXT[start:end]
    places = QuoteFinder(TEXT).places(part)
    assume(places)
    assert all(0 <= each.start < each.end <= len(TEXT) for each in places)
    whole = part.strip()
    if (start == 0 or TEXT[start - 1].isspace()) and (end == len(TEXT) or TEXT[end].isspace()) and len(whole) > 30:
        assert any(each.score == 1 and each.start < end and start < each.end for each in places)


@given(st.integers(1, 9_999), st.sampled_from(["MW", "GW", "km", "t", ""]), st.integers(0, 400), st.integers(1, 90))
def test_nothing_passes_that_the_article_does_not_say(value: int, unit: str, start: int, length: int) -> None:
    claimed = ClaimedFact(TEXT[start : start + length], "capacity_power", Decimal(value), unit)
    found = one(claimed)
    assert (found.proposal is None) is (found.refusal is not None)
    if found.proposal is not None:
        assert found.quote is not None
        assert found.quote.start <= found.proposal.start < found.proposal.end <= found.quote.end
        assert found.proposal.quote == TEXT[found.proposal.start : found.proposal.end]
        assert any(character.isdigit() for character in found.proposal.quote) or "cents" in found.proposal.quote
