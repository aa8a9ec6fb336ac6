"""The capacities sheet: power by place and subject, largest first, one drawn column a lifecycle, never a sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from maeditor.formats.workbook.columns import COMPARATORS, LIFECYCLES, STATES, Column, Kind, SheetPlan
from maeditor.formats.workbook.content import CapacityRow
from maeditor.formats.workbook.row_stream import letter_of
from maeditor.wording import Wording

MOST_BARS = 30
"""Bars a chart can hold and still be read."""

_LOG_FROM = 50
_PHRASES = {"=": "equal", "≈": "about", "<": "less", "≤": "at_most", ">": "more", "≥": "at_least", "range": "range"}
_ROW_HEIGHT = 20
_PRINTED_AT = 34
_SHOWN = (
    Column("fact_number", width=10),
    Column("place", width=17),
    Column("subject", width=22),
    Column("value", width=17),
    Column("comparator", Kind.WORD, 10, "comparator", COMPARATORS),
    Column("amount", Kind.NUMBER, 10),
    Column("lower", Kind.NUMBER, 11),
    Column("upper", Kind.NUMBER, 11),
    Column("lifecycle", Kind.WORD, 16, "lifecycle", LIFECYCLES),
    Column("state", Kind.WORD, 11, "state", STATES),
    Column("as_of", Kind.DATE, 12),
    Column("target", Kind.DATE, 12),
    Column("source_title", width=32),
)


@dataclass(frozen=True, slots=True)
class CapacitySheet:
    """The rows in the order of the bars, the sheet's plan, and what the chart needs to know of them."""

    plan: SheetPlan
    rows: tuple[CapacityRow, ...]
    lifecycles: tuple[str, ...]
    bars: int
    logarithmic: bool
    has_ranges: bool


def chart_place(capacities: CapacitySheet) -> str:
    """The cell at which the chart begins: right of the table, below the headings."""
    return f"{letter_of(len(capacities.plan.columns) + 2)}2"


def drawn(row: CapacityRow) -> Decimal | None:
    """Where a bar ends: at the amount, for a range at its lower end (a whisker leads to the upper)."""
    return row.lower if row.comparator == "range" else row.amount


def lay_out(rows: Sequence[CapacityRow], wording: Wording) -> CapacitySheet:
    """Order the rows and plan their columns; only lifecycles that occur get one."""
    ordered = tuple(sorted(rows, key=_largest_first))
    charted = [value for row in ordered if (value := drawn(row)) is not None][:MOST_BARS]
    shown = ordered[: len(charted)]
    lifecycles = tuple(key for key in LIFECYCLES if any(row.lifecycle == key for row in ordered))
    columns = (
        Column("label", Kind.PROSE, 46),
        *_SHOWN,
        *(Column(f"drawn_{key}", Kind.NUMBER, 13, heading=_drawn_heading(key, wording)) for key in lifecycles),
        Column("reach", Kind.NUMBER, 12),
    )

    def read(row: CapacityRow) -> Sequence[Any]:
        told = [getattr(row, column.name) for column in _SHOWN]
        bars = [drawn(row) if row.lifecycle == key else None for key in lifecycles]
        return [label_of(row, wording), *told, *bars, _reach(row)]

    return CapacitySheet(
        plan=SheetPlan("capacities", columns, read, row_height=_ROW_HEIGHT, printed_at=_PRINTED_AT),
        rows=ordered,
        lifecycles=lifecycles,
        bars=len(charted),
        logarithmic=_needs_logarithm(charted),
        has_ranges=any(_reach(row) is not None for row in shown),
    )


def _largest_first(row: CapacityRow) -> tuple[bool, Decimal, str, str, str]:
    value = drawn(row)
    return (value is None, -(value or Decimal(0)), row.place, row.subject, row.fact_number)


def _needs_logarithm(values: Sequence[Decimal]) -> bool:
    return bool(values) and min(values) > 0 and max(values) >= _LOG_FROM * min(values)


def _reach(row: CapacityRow) -> Decimal | None:
    if row.comparator != "range" or row.lower is None or row.upper is None:
        return None
    return row.upper - row.lower


def _drawn_heading(lifecycle: str, wording: Wording) -> str:
    return wording.say("workbook.drawn_column", lifecycle=wording.say(f"workbook.lifecycle.{lifecycle}"))


def label_of(row: CapacityRow, wording: Wording) -> str:
    """What a bar is called: place, subject, power, and whether nobody has looked at it yet."""
    parts = [part for part in dict.fromkeys((row.place, row.subject)) if part]
    power = _power(row, wording)
    if power:
        parts.append(power)
    label = " · ".join(parts)
    return wording.say("workbook.not_reviewed", label=label) if row.state == "proposed" else label


def _power(row: CapacityRow, wording: Wording) -> str:
    phrase = _PHRASES.get(row.comparator)
    if row.comparator == "range" and row.lower is not None and row.upper is not None:
        return wording.say("workbook.power.range", lower=row.lower, upper=row.upper)
    if phrase is None or row.amount is None:
        return ""
    return wording.say(f"workbook.power.{phrase}", amount=row.amount)
