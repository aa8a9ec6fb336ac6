"""Which fact each row is of: by its identity, else by its number; and which of several rows of one fact is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from maeditor.domain.merge import MERGED_FIELDS
from maeditor.formats.returned.base_sheet import Baseline
from maeditor.formats.returned.content import NotCalculated
from maeditor.formats.returned.headings import folded
from maeditor.formats.returned.recovering import DATES, TEXTS, day_column, plain_cell, text_column
from maeditor.formats.workbook.baseline import BASE_HEADINGS
from maeditor.wording import LANGUAGES, Wording

Cells = Mapping[str, Sequence[object]]
"""The cells of all rows, a list a field."""

_NUMBERS = frozenset({"amount", "lower", "upper"})
_LABELLED = frozenset({"property"})
"""Shown by a label that a project may have made for itself: what it is the key of is not known here."""


@dataclass(slots=True)
class FactRows:
    """Fact and number of each row; ``same_as`` names the fact of rows that carry the identity of another row."""

    fact_ids: list[str]
    numbers: list[str]
    same_as: dict[int, str] = field(default_factory=dict)

    @property
    def others(self) -> list[int]:
        """The rows that are of no fact exported."""
        return [at for at, fact_id in enumerate(self.fact_ids) if not fact_id]


def identified(count: int, cells: Cells, base: Baseline, counts_from_1904: bool) -> FactRows:
    """Find the fact of each row."""
    ids = [_name(cell) for cell in cells["fact_id"]] if "fact_id" in cells else [""] * count
    numbers = [_name(cell) for cell in cells["number"]] if "number" in cells else [""] * count
    claims: dict[str, list[int]] = {}
    for at, fact_id in enumerate(ids):
        if fact_id in base.rows:
            claims.setdefault(fact_id, []).append(at)
    if "" in ids:
        _claim_by_number(ids, numbers, base, claims)
    rows = FactRows([""] * count, numbers)
    for fact_id, places in claims.items():
        meant = places[0]
        if len(places) > 1:
            told = dict(zip(BASE_HEADINGS, base.rows[fact_id], strict=True))
            meant = next((at for at in places if _is_unchanged(cells, at, told, counts_from_1904)), meant)
            rows.same_as.update((at, fact_id) for at in places if at != meant)
        rows.fact_ids[meant] = fact_id
    return rows


def _claim_by_number(ids: list[str], numbers: list[str], base: Baseline, claims: dict[str, list[int]]) -> None:
    """A row whose identity is gone is of the fact of its number, unless another row is."""
    by_number = {number: fact_id for number, fact_id in base.numbers().items() if fact_id not in claims}
    for at, number in enumerate(numbers):
        if not ids[at] and number in by_number:
            claims.setdefault(by_number[number], []).append(at)


def _name(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _is_unchanged(cells: Cells, at: int, told: Mapping[str, str], counts_from_1904: bool) -> bool:
    fields = [name for name in MERGED_FIELDS if name in cells and name not in _LABELLED]
    return all(_shows(name, cells[name][at], told[name], counts_from_1904) for name in fields)


def _shows(name: str, cell: object, base: str, counts_from_1904: bool) -> bool:
    value = plain_cell(cell)
    if value is None:
        return not base
    if isinstance(value, NotCalculated):
        return False
    if name in TEXTS:
        return text_column([cell], [base]) == [base]
    if name in _NUMBERS:
        return bool(base) and _is_number(value, base)
    if name in DATES:
        day = day_column([cell], counts_from_1904)[0]
        return str(day.date() if isinstance(day, datetime) else day) == base
    return folded(str(value)) in _words(name, base)


def _is_number(value: object, base: str) -> bool:
    if isinstance(value, bool | date):
        return False
    try:
        return Decimal(str(value).replace(",", ".")) == Decimal(base)
    except InvalidOperation:
        return False


def _words(name: str, key: str) -> set[str]:
    named = f"workbook.{name}.{key}"
    wordings = [Wording(language) for language in LANGUAGES]
    return {folded(key), *(folded(wording.say(named)) for wording in wordings if wording.knows(named))}
