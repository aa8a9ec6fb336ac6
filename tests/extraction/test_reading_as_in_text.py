"""What is typed into a value field reads as in an article: one grammar, or an editor would have to learn two."""

from __future__ import annotations

import ast
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maeditor.services.omissions as strip
import maeditor.services.typed_value as field
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.interface import Mention
from maeditor.extraction.mentions import mentions
from maeditor.extraction.reading import quantity, read_value
from maeditor.services.typed_value import read_date, read_typed

ABOUT, MOST = Comparator.ABOUT, Comparator.AT_MOST
TYPED = [
    ("2 GW", Quantity.of(Decimal(2), "GW")),
    ("≤ 500 MW", Quantity.of(Decimal(500), "MW", MOST)),
    ("40 à 386 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
    ("1er", Quantity.of(Decimal(1))),
    ("1,2 Md MAD", Quantity.of(Decimal(1_200_000_000), "MAD")),
    ("une vingtaine", Quantity.of(Decimal(20), "1", ABOUT)),
    ("deux millions d’euros", Quantity.of(Decimal(2_000_000), "EUR")),
    ("x2", Quantity.of(Decimal(2))),
    ("× 3", Quantity.of(Decimal(3))),
    ("Tier IV", Quantity.of(Decimal(4))),
    ("40 MW au plus", Quantity.of(Decimal(40), "MW", MOST)),
    ("entre 5 et 10 %", Quantity.between(Decimal(5), Decimal(10), "%")),
]
FRENCH = {
    "frames": ["La capacité est de {} pour le site.", "Le groupe table sur {}, dit-il.", "On y compte {}."],
    "hedges": ["", "", "", "environ ", "près de ", "quelque ", "plus de ", "au moins ", "moins de ", "≤ ", "> "],
    "numbers": ["7", "1 250", "3,5", "0,8", "12.600", "deux", "une vingtaine de", "quinze", "40 à 386", "5-12", "250"],
    "units": [
        "MW",
        "GW",
        "km",
        "m²",
        "tonnes",
        "%",
        "millions d’euros",
        "milliards de dirhams",
        "MDH",
        "emplois",
        "ans",
    ],
}
ENGLISH = {
    "frames": ["The capacity is {} for the site.", "The group expects {}, it says.", "There are {}."],
    "hedges": ["", "", "", "about ", "nearly ", "some ", "more than ", "at least ", "less than ", "up to ", "≥ "],
    "numbers": ["7", "1,250", "3.5", "0.8", "two", "a dozen", "fifteen", "40 to 386", "5-12", "250"],
    "units": ["MW", "GW", "km", "m²", "tonnes", "%", "million euros", "billion dollars", "jobs", "years"],
}


def typed_of(text: str, mention: Mention) -> str:
    """A mention as somebody would type it: its characters, with the hedge and the noun that it counts."""
    start, end = mention.start, mention.end
    if mention.hedge is not None:
        start, end = min(start, mention.hedge[0]), max(end, mention.hedge[1])
    if mention.noun:
        end = max(end, text.index(mention.noun, mention.end) + len(mention.noun))
    return text[start:end]


@pytest.mark.parametrize(("typed", "value"), TYPED)
def test_what_people_type_reads_as_in_an_article(typed: str, value: Quantity) -> None:
    assert read_value(typed, "fr") == value
    read = read_typed(typed, "fr")
    assert read is not None
    assert read.quantity == value
    told = [quantity(each) for each in mentions(f"La capacité est de {typed} pour le site.", "fr")]
    assert told == [value]


@pytest.mark.parametrize(
    ("typed", "date"),
    [("fin 2027", "2027-12"), ("mi-2026", "2026-06"), ("T3 2027", "2027-07/2027-09"), ("2030", "2030")],
)
def test_a_date_field_reads_dates_as_an_article_does(typed: str, date: str) -> None:
    assert read_date(typed, "fr") == date
    assert [each.value for each in mentions(f"Mise en service prévue {typed}.", "fr")] == [date]


@given(st.data(), st.sampled_from(["fr", "en"]))
def test_any_mention_typed_into_the_field_reads_the_same(data: st.DataObject, language: str) -> None:
    words = FRENCH if language == "fr" else ENGLISH
    frame, hedge, number, unit = (data.draw(st.sampled_from(words[name])) for name in words)
    text = frame.format(f"{hedge}{number} {unit}")
    for mention in mentions(text, language):
        value = quantity(mention)
        if value is None:
            continue
        typed = typed_of(text, mention)
        assert read_value(typed, language) == value, (text, typed)
        read = read_typed(typed, language)
        assert read is not None, (text, typed)
        assert read.quantity == value, (text, typed)


@pytest.mark.parametrize("module", [strip, field])
def test_strip_and_field_read_numbers_by_the_lexer_alone(module: object) -> None:
    source = ast.parse(Path(str(module.__file__)).read_text("utf-8"))  # type: ignore[attr-defined]
    made = {each.func.id for each in ast.walk(source) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)}
    assert not made & {"Decimal", "float", "int"}, "numbers are read by extraction.mentions"
    named = {each.module for each in ast.walk(source) if isinstance(each, ast.ImportFrom)}
    assert named & {"maeditor.extraction.figures", "maeditor.extraction.mentions", "maeditor.extraction.reading"}
