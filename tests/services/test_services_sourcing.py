"""Each field that is filled in shows its words: a wrong reading is seen, and no guess passes for a reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.mentions import mentions
from maeditor.services import suggesting
from maeditor.services.annotating import FactStatement
from maeditor.services.sourcing import MOST_READ, REACH, Context, Origin, Slot, parts

TEXT = (
    "La région compte peu de salles. La capacité des cinq sites pilotes du Maroc n’excède pas 500 mégawatts, "
    "et sera portée à 2 GW en 2030 près de Dakhla.\nUn autre paragraphe cite 500 MW."
)


def test_every_field_of_a_reading_points_at_its_words(project: Project) -> None:
    quote = "Le groupe Rifdata prévoit un campus de 120 mégawatts à Nador en 2028."
    suggested = suggesting.suggest(project.runner, project.article_id, project.span(quote))
    words = {each.slot: each.words for each in suggested.sources}
    assert words[Slot.VALUE] == "120"
    assert words[Slot.UNIT] == "mégawatts"
    assert words[Slot.PLACE] == "Nador"
    assert words[Slot.DATE] == "2028"
    assert words[Slot.STATUS] == "prévoit"
    for each in suggested.sources:
        assert each.origin is Origin.PASSAGE
        assert each.span is not None
        assert project.text[each.span.start : each.span.end] == each.words


def test_words_outside_of_the_selection_are_named_as_context(project: Project) -> None:
    suggested = suggesting.suggest(project.runner, project.article_id, project.span("60 MW"))
    hedge = next(each for each in suggested.sources if each.slot is Slot.HEDGE)
    assert (hedge.words, hedge.origin) == ("n’excède pas", Origin.CONTEXT)


def test_what_no_word_says_is_named_as_supposed(make_project: Callable[[str], Project]) -> None:
    words = "La salle du bas ronronne avec ses 5 MW de serveurs."
    project = make_project(f"Une salle\n\n{words}\n")
    suggested = suggesting.suggest(project.runner, project.article_id, project.span(words))
    status = next(each for each in suggested.sources if each.slot is Slot.STATUS)
    assert (status.origin, status.span, status.words) == (Origin.SUPPOSED, None, "")


def test_of_a_bare_figure_no_status_is_supposed(make_project: Callable[[str], Project]) -> None:
    project = make_project("Une salle\n\nUne salle de 5 MW.\n")
    suggested = suggesting.suggest(project.runner, project.article_id, project.span("Une salle de 5 MW."))
    assert not [each for each in suggested.sources if each.slot is Slot.STATUS]


def test_a_typed_field_is_named_as_typed_unless_the_passage_says_it_too() -> None:
    start = TEXT.index("La capacité")
    context = Context(TEXT, Span(start, TEXT.index(",")), "fr")
    said = FactStatement("capacity_power", "", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST), place="Dakhla")
    origins = {each.slot: each.origin for each in context.sources(said, {Slot.VALUE, Slot.PLACE})}
    assert origins[Slot.VALUE] is Origin.PASSAGE
    assert origins[Slot.PLACE] is Origin.TYPED
    elsewhere = replace(said, quantity=Quantity.of(Decimal(2), "GW"))
    origins = {each.slot: each.origin for each in context.sources(elsewhere, {Slot.VALUE})}
    assert origins[Slot.VALUE] is Origin.TYPED
    assert origins[Slot.PLACE] is Origin.CONTEXT


def test_the_same_value_in_another_unit_is_found() -> None:
    context = Context(TEXT, Span(0, TEXT.index("\n")), "fr")
    said = FactStatement("capacity_power", "", Quantity.of(Decimal("0.5"), "GW", Comparator.AT_MOST))
    sources = {each.slot: each.words for each in context.sources(said)}
    assert sources == {Slot.VALUE: "500", Slot.UNIT: "mégawatts", Slot.HEDGE: "n’excède pas"}


def test_of_two_stages_the_one_meant_is_shown() -> None:
    text = "Le parc, en service depuis 2020, aura une extension prévue de 80 MW."
    context = Context(text, Span(0, len(text)), "fr")
    said = FactStatement("capacity_power", "", Quantity.of(Decimal(80), "MW"), lifecycle=Lifecycle.OPERATIONAL)
    assert next(each.words for each in context.sources(said) if each.slot is Slot.STATUS) == "en service"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("500 mégawatts", "500", "mégawatts"),
        ("1,2 milliard de dirhams", "1,2 milliard", "dirhams"),
        ("40 à 386 MW", "40 à 386", "MW"),
        ("12 %", "12", "%"),
        ("deux gigawatts", "deux", "gigawatts"),
        ("٣٠ ميغاواط", "٣٠", "ميغاواط"),
    ],
)
def test_number_and_unit_are_told_apart(text: str, number: str, unit: str) -> None:
    language = "ar" if "ميغاواط" in text else "fr"
    (mention,) = mentions(text, language)
    first, second = parts(mention, language)
    assert text[first.start : first.end] == number
    assert second is not None
    assert text[second.start : second.end] == unit


@settings(max_examples=60)
@given(words=st.lists(st.sampled_from([*TEXT.split(), "\n", "🏗️", "2028", "≤ 5 GW"]), max_size=30), data=st.data())
def test_sources_lie_within_the_text_and_say_what_they_claim(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words) + " fin"
    start = data.draw(st.integers(0, len(text) - 1))
    context = Context(text, Span(start, data.draw(st.integers(start + 1, len(text)))), "fr")
    said = FactStatement(
        "capacity_power",
        "sites pilotes",
        Quantity.of(Decimal(500), "MW", Comparator.AT_MOST),
        place="Dakhla",
        lifecycle=Lifecycle.PLANNED,
        as_of="2030",
    )
    for each in context.sources(said):
        if each.span is not None:
            assert " ".join(text[each.span.start : each.span.end].split()) == each.words
        else:
            assert each.origin is Origin.SUPPOSED


def test_of_a_whole_book_marked_at_once_the_beginning_is_read() -> None:
    text = "Le site de Nador appelle 40 MW. " * 40_000
    context = Context(text, Span(0, len(text)), "fr")
    assert len(context.paragraph) <= MOST_READ + REACH
    said = FactStatement("capacity_power", "", Quantity.of(Decimal(40), "MW"), place="Nador")
    assert {each.words for each in context.sources(said)} == {"40", "MW", "Nador"}
