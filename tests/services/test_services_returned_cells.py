"""A cell read otherwise than it was meant changes a figure by a thousand, or a date by a century."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.formats.returned import NotCalculated, Returned
from maeditor.formats.workbook.baseline import base_number
from maeditor.services.returned_cells import CellError, CellReader, settled, short

KNOWN = {each.key: each for each in load_catalogue()}
FRENCH, ENGLISH = CellReader(KNOWN, "fr"), CellReader(KNOWN, "en")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_a_number_is_the_same_however_it_is_typed(number: Decimal) -> None:
    wanted = base_number(number)
    assert FRENCH.read("amount", float(number)) == wanted
    assert FRENCH.read("amount", wanted.replace(".", ",")) == wanted
    assert ENGLISH.read("amount", wanted) == wanted
    grouped = f"{number:,}"
    assert FRENCH.read("amount", grouped.replace(",", "\u202f").replace(".", ",")) == wanted
    assert ENGLISH.read("amount", grouped, wanted) == wanted


@pytest.mark.parametrize(
    ("reader", "typed", "before", "said"),
    [
        (FRENCH, "1.200", "1.2", "1.2"),
        (FRENCH, "1.200", "1200", "1200"),
        (FRENCH, "1,200", "", "1.2"),
        (ENGLISH, "1.200", "", "1.2"),
        (FRENCH, "0.200", "", "0.2"),
        (FRENCH, "1.200.000", "", "1200000"),
        (FRENCH, "1,200,000.5", "", "1200000.5"),
        (FRENCH, "−3", "", "-3"),
        (FRENCH, "١٢", "", "12"),
        (FRENCH, "1e3", "", "1000"),
        (FRENCH, "12345678901234567890,5", "", "12345678901234567890.5"),
        (FRENCH, 10**21, "", "1" + "0" * 21),
        (FRENCH, 0.1, "", "0.1"),
        (FRENCH, "  ", "5", ""),
        (FRENCH, None, "5", ""),
    ],
)
def test_marks_of_thousands_and_decimals(reader: CellReader, typed: Returned, before: str, said: str) -> None:
    assert reader.read("amount", typed, before) == said


@pytest.mark.parametrize(
    "typed",
    ["1.200", "2 GW", "12%", "1 2", "--5", ",", ".", "1e99999", "9" * 500, float("inf"), True, date(2026, 5, 1)],
)
def test_what_may_be_two_numbers_or_none_is_refused(typed: Returned) -> None:
    with pytest.raises(CellError):
        FRENCH.read("amount", typed)


@pytest.mark.parametrize(
    ("typed", "before", "said"),
    [
        (datetime(2026, 5, 8, 10, 30), "", "2026-05-08"),  # noqa: DTZ001 - as cells have them
        (46150.4, "", "2026-05-08"),
        (2026, "", "2026"),
        ("2026-05~", "", "2026-05~"),
        (" avant 2030 ", "", "../2030"),
        ("un jour", "un jour", "un jour"),
        (date(1905, 7, 18), "1905-07-18", "1905-07-18"),
        ("", "2026", ""),
    ],
)
def test_dates_and_years(typed: Returned, before: str, said: str) -> None:
    assert FRENCH.read("as_of", typed, before) == said


@pytest.mark.parametrize("typed", ["un jour", True, 12, 2026.5, 5_000_000, float("nan")])
def test_what_is_no_date_is_refused(typed: Returned) -> None:
    with pytest.raises(ValueTextError, match="date_unreadable"):
        FRENCH.read("target", typed)


@pytest.mark.parametrize(
    ("typed", "before", "code"),
    [
        ("MW", "", "MW"),
        ("Go", "", "GBy"),
        ("gigawatts", "", "GW"),
        ("€", "", "EUR"),
        ("{rack}", "", "{rack}"),
        ("rack", "{rack}", "{rack}"),
        (1, "", ""),
        (None, "MW", ""),
    ],
)
def test_units_by_code_symbol_or_word(typed: Returned, before: str, code: str) -> None:
    assert FRENCH.read("unit", typed, before) == code


@pytest.mark.parametrize("typed", ["lieues", "MW ou GW", "x" * 500])
def test_what_is_no_unit_is_refused(typed: Returned) -> None:
    with pytest.raises(ValueTextError, match="unit_unknown"):
        FRENCH.read("unit", typed)


@pytest.mark.parametrize(
    ("name", "typed", "before", "said"),
    [
        ("subject", "  Nador\u200e \n ville ", "", "Nador ville"),
        ("note", "un\r\ndeux ", "", "un\ndeux"),
        ("claim", "e\u0301tape\r\nfin ", "", "étape\nfin"),
        ("claim", 12.5, "", "12,5"),
        ("claim", 12.5, "12.50", "12.50"),
        ("claim", True, "", "TRUE"),
        ("claim", date(2026, 5, 8), "2026-05-08", "2026-05-08"),
        ("claim", float("inf"), "", "inf"),
        ("place", None, "Nador", ""),
    ],
)
def test_texts_of_every_type(name: str, typed: Returned, before: str, said: str) -> None:
    assert FRENCH.read(name, typed, before) == said
    assert settled(name, said) == said


def test_a_formula_says_nothing() -> None:
    for cell, key in ((NotCalculated(), "not_calculated"), (NotCalculated("#DIV/0!"), "formula_failed")):
        with pytest.raises(CellError, match=key):
            FRENCH.read("claim", cell)


def test_a_label_of_two_properties_is_the_one_that_stood_there() -> None:
    twin = {**KNOWN, "mine": next(iter(KNOWN.values()))}
    reader = CellReader(twin, "fr")
    first = next(iter(KNOWN))
    label = KNOWN[first].label_fr
    assert reader.read("property", label, "mine") == "mine"
    assert reader.read("property", label, "") == first


def test_what_a_sentence_repeats_is_one_short_line() -> None:
    assert short("un\ndeux") == "un deux"
    assert len(short("mot " * 100)) <= 60
