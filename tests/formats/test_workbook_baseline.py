"""The baseline must say of each fact what it was: what it says wrongly comes back as a correction nobody made."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.merge import MERGED_FIELDS
from maeditor.domain.values import Comparator
from maeditor.formats.workbook.baseline import BASE_HEADINGS, COLUMN_OF_FIELD, base_row, is_shown_as
from maeditor.formats.workbook.cell_text import is_too_long
from maeditor.formats.workbook.columns import FACTS

FACT = Fact(
    id="7a0d2c5e-0000-4000-8000-000000000001",
    version=3,
    number=42,
    article_id="a",
    subject="Campus d’Essaouira",
    property="capacity_power",
    raw="au plus 500 MW",
    state=State.ACCEPTED,
    comparator=Comparator.AT_MOST,
    amount=Decimal("500.50"),
    unit="MW",
    lifecycle=Lifecycle.PLANNED,
    as_of="2026-05~",
)


def _told(fact: Fact) -> dict[str, str]:
    return dict(zip(BASE_HEADINGS, base_row(fact), strict=True))


def test_a_fact_is_told_in_keys_and_digits() -> None:
    """A workbook in French could not be merged into a project worked on in English."""
    told = _told(FACT)
    assert (told["fact_id"], told["version"], told["number"]) == (FACT.id, "3", "F-0042")
    assert (told["value"], told["property"], told["state"]) == ("au plus 500 MW", "capacity_power", "accepted")
    assert (told["comparator"], told["amount"], told["unit"]) == ("≤", "500.5", "MW")
    assert (told["as_of"], told["lifecycle"], told["lower"], told["note"]) == ("2026-05~", "planned", "", "")


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("1E+3", "1000"),
        ("0.10", "0.1"),
        ("-0", "0"),
        ("1E+999", "1E+999"),
        ("123456789012345678.9", "123456789012345678.9"),
    ],
)
def test_a_number_has_one_way_of_being_written(amount: str, told: str) -> None:
    """1000 and 1E+3 would be a correction."""
    assert _told(replace(FACT, amount=Decimal(amount)))["amount"] == told


def test_plain_numbers_have_no_unit() -> None:
    """The sheet shows none, so each rank would come back without its unit."""
    assert _told(replace(FACT, unit="1"))["unit"] == ""


def test_characters_no_cell_holds_are_as_the_sheet_shows_them() -> None:
    """A note with a control character would come back as a correction each time."""
    assert _told(replace(FACT, note="a\x07b\r\nc"))["note"] == "a\ufffdb\nc"


@pytest.mark.parametrize("letter", ["x", "😀"])
def test_a_text_longer_than_a_cell_is_known_by_its_beginning_and_hash(letter: str) -> None:
    """A correction of the end of a long note made here would go unseen."""
    long = letter * 40_000
    base, other = (_told(replace(FACT, note=text))["note"] for text in (long, long + "!"))
    assert base != other
    assert not is_too_long(base)
    assert is_shown_as(base, long[:32_000] + " […] suite")
    assert not is_shown_as(base, "corrected")
    assert is_shown_as("short", "short")
    assert not is_shown_as("a … #sha256:b", "a and more")


def test_every_field_taken_back_has_a_column() -> None:
    """A field could be corrected in no column."""
    shown = {column.name for column in FACTS.columns}
    assert set(COLUMN_OF_FIELD) == set(MERGED_FIELDS)
    assert set(COLUMN_OF_FIELD.values()) <= shown
