"""Cells that a flattened table glued together: which column each reading of the characters stands under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import Fact
from maeditor.domain.units import is_unit, same_value
from maeditor.domain.values import Quantity
from maeditor.extraction.claims.article_view import ArticleView
from maeditor.extraction.claims.tables import CellClaim, table_claims
from maeditor.extraction.text.rows import Form

MOST_LINES = 60
"""Lines above a cell among which the table's head is looked for, and below it: what a table of the extractor has."""

LONGEST_LINE = 400
"""Characters; what is longer is a paragraph and no row."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Where glued cells stand in their table: the row, the head being the first, and the head of each value.

    0 and empty where that is not known; empty, too, for all cells read as one number.
    """

    row: int
    heads: tuple[str, ...]


def cells_at(text: str, start: int, values: Sequence[Quantity], language: str) -> Cells:
    """Look up some readings of a place in the flattened table that it is in."""
    first, last = _block(text, start)
    place, row, found = start - first, 0, list[CellClaim]()
    view = ArticleView(text[first:last] + "\n", language or None)
    for table in view.tables:
        if table.form is Form.GLUED:
            here = [at for at, (span, *_) in enumerate(table.rows) if at and span[0] <= place < span[1]]
            row = here[0] + 1 if here else row
            cells = table_claims(view, table) if here else []
            found += [each for each in cells if each.row[0] <= place < each.row[1] and each.subject]
    return Cells(row, tuple(_head(value, found) for value in values))


def refuse_split(fact: Fact, readings: Sequence[Quantity], *, halved: bool) -> None:
    """Raise ReviewError where a fact is not, or no longer, of glued cells, or where it was split already."""
    if len(readings) < 2:
        raise ReviewError("split_not_glued", label=fact.label)
    if halved:
        raise ReviewError("split_already", label=fact.label)


def subject_under(fact: Fact, heads: Sequence[str], at: int) -> str:
    """What one of the readings is said of: its column's head, where the fact's own value is said of its own."""
    own = heads[0] if heads else ""
    return heads[at] or fact.subject if own and _folded(own) == _folded(fact.subject) else fact.subject


def _head(value: Quantity, cells: Sequence[CellClaim]) -> str:
    for each in cells:
        claim = each.claim
        unit = claim.unit or "1"
        if not isinstance(claim.value, str) and is_unit(unit) and same_value(Quantity.of(claim.value, unit), value):
            return each.subject
    return ""


def _block(text: str, start: int) -> tuple[int, int]:
    """Where the lines around a place begin and end, up to a blank one or a paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = _line_end(text, start)
    for _line in range(MOST_LINES):
        above = text.rfind("\n", 0, max(first - 1, 0)) + 1
        if first == 0 or not 0 < len(text[above : first - 1].strip()) <= LONGEST_LINE:
            break
        first = above
    for _line in range(MOST_LINES):
        below = _line_end(text, last + 1)
        if last >= len(text) or not 0 < len(text[last + 1 : below].strip()) <= LONGEST_LINE:
            break
        last = below
    return first, last


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
