"""Which sheet holds the facts and which column holds what: by the headings, in every language, wherever they stand."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from maeditor.formats.returned.sheet_xml import SheetPart, first_texts, shared_texts
from maeditor.formats.workbook import columns
from maeditor.formats.workbook.baseline import COLUMN_OF_FIELD
from maeditor.formats.workbook.columns import FACTS, SheetPlan
from maeditor.wording import LANGUAGES, Wording

ROWS = 20
"""How far down the headings are looked for: somebody may put a title above them."""

_FEWEST = 3
_OTHERS = tuple(plan for plan in vars(columns).values() if isinstance(plan, SheetPlan) and plan is not FACTS)
_NEVER = (
    ("evidence", "evidence_id"),
    ("evidence", "passage_id"),
    ("journal", "action_id"),
    ("sources", "article_id"),
    ("capacities", "reach"),
)
_BESIDE = ("number", "fact_id", "quote", "source_number", "source_title")
_FIELDS = {column: field for field, column in COLUMN_OF_FIELD.items()} | {column: column for column in _BESIDE}


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet that has headings of facts: the row they stand in, and the column (from 1) of each field."""

    sheet: SheetPart
    row: int
    columns: Mapping[str, int]
    score: int


Rows = dict[int, dict[int, str]]


def beginning(package: zipfile.ZipFile, part: str) -> Rows:
    """The texts of a sheet's first rows, by row and column."""
    cells = first_texts(package, part, ROWS)
    numbers = {int(cell.value) for cell in cells if cell.kind == "s" and cell.value.isdecimal()}
    shared = shared_texts(package, numbers)
    rows: Rows = {}
    for cell in cells:
        text = shared.get(int(cell.value), "") if cell.kind == "s" and cell.value.isdecimal() else cell.value
        if text:
            rows.setdefault(cell.row, {})[cell.column] = text
    return rows


def headed(sheet: SheetPart, rows: Rows) -> Headed | None:
    """Find the headings of facts in the first rows of a sheet; None where it has none, or those of another sheet."""
    best: Headed | None = None
    known = _fields_by_heading()
    for number, texts in sorted(rows.items()):
        found: dict[str, int] = {}
        for column, text in sorted(texts.items()):
            field = known.get(folded(text))
            if field is not None:
                found.setdefault(field, column)
        words = {folded(text) for text in texts.values()}
        score = len(words & _words_of(FACTS))
        if any(len(words & _words_of(plan)) > score for plan in _OTHERS) or words & _foreign():
            continue
        if len(found) >= _FEWEST and (best is None or score > best.score):
            best = Headed(sheet, number, found, score)
    return best


def is_titled_facts(title: str) -> bool:
    """Tell whether a tab is named as the sheet of facts is when exported."""
    return folded(title) in {folded(Wording(language).say("workbook.sheet.facts")) for language in LANGUAGES}


def folded(text: str) -> str:
    """A heading without what programs and people do to it: case, spaces, apostrophes, line breaks."""
    return " ".join(text.replace("’", "'").casefold().split())


@cache
def _fields_by_heading() -> dict[str, str]:
    by_heading: dict[str, str] = {}
    for name, field in _FIELDS.items():
        for text in _headings(FACTS.key, name):
            by_heading.setdefault(text, field)
    return by_heading


@cache
def _words_of(plan: SheetPlan) -> frozenset[str]:
    return frozenset(text for column in plan.columns for text in _headings(plan.key, column.name))


@cache
def _foreign() -> frozenset[str]:
    """Headings of what is never a column of facts."""
    return frozenset(text for plan, name in _NEVER for text in _headings(plan, name)) - _words_of(FACTS)


def _headings(plan: str, name: str) -> set[str]:
    """How a column is headed, in every language."""
    found = set()
    for language in LANGUAGES:
        wording = Wording(language)
        for key in (f"workbook.column.{plan}.{name}", f"workbook.column.{name}"):
            if wording.knows(key):
                found.add(folded(wording.say(key)))
                break
    return found
