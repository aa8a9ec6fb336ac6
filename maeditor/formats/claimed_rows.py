"""Facts that somebody else made, as rows of a file: JSON lines, CSV or a workbook's first sheet, one fact a row.

What a row says of its value is text or a number as it stands there; whether an article says so is for others to find.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from maeditor.domain.errors import UnreadableFileError
from maeditor.domain.listing import plain
from maeditor.formats.delimited import records

LARGEST = 200_000_000
LONGEST_CELL = 1_000_000
SUFFIXES = (".jsonl", ".csv", ".xlsx")
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "article": ("article", "source", "texte", "text", "document"),
    "quote": ("quote", "citation", "passage", "extrait", "exact"),
    "property": ("property", "propriete", "champ"),
    "value": ("value", "valeur", "amount", "montant"),
    "value_max": ("value_max", "valeur max", "max", "upper", "borne haute"),
    "unit": ("unit", "unite"),
    "subject": ("subject", "sujet", "objet"),
    "place": ("place", "lieu"),
    "as_of": ("as_of", "date", "au"),
    "target": ("target", "echeance", "cible"),
    "status": ("status", "statut", "lifecycle", "stade"),
}
"""What a column's heading may be, as ``domain.listing.plain`` folds it; the first are the keys of JSON lines."""
NEEDED = ("quote", "property", "value")


@dataclass(frozen=True, slots=True)
class ClaimedRow:
    """One row; ``values`` has what the row says under the keys of ``HEADINGS``. ``line`` counts from 1 in the file."""

    line: int
    values: Mapping[str, str] = field(default_factory=dict)
    unreadable: bool = False


def read_claimed(path: Path) -> list[ClaimedRow]:
    """Read the rows of a file, by its suffix. Raises UnreadableFileError for a file that holds none."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableFileError("facts_file_unknown", name=path.name)
    if suffix == ".xlsx":
        from maeditor.formats.sheet_values import first_sheet

        return list(_of_table(first_sheet(path), path.name))
    data = _bytes(path)
    if suffix == ".jsonl":
        return list(_of_lines(data))
    return list(_of_table(_table(data, path.name), path.name))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFileError("file_too_large", name=path.name, limit=LARGEST // 1_000_000)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError("file_missing", name=path.name) from error
    except OSError as error:
        raise UnreadableFileError("file_unreadable", name=path.name) from error


def _of_lines(data: bytes) -> Iterator[ClaimedRow]:
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=str, parse_int=str)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            yield ClaimedRow(number, unreadable=True)
        elif row.get("type", "fact") == "fact":
            # What proposing prints of noise is no fact.
            yield ClaimedRow(number, {key: _text(row[key]) for key in HEADINGS if row.get(key) is not None})


def _table(data: bytes, name: str) -> list[list[str]]:
    from maeditor.formats.decoding import decode

    text = decode(data, name).text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    return list(records(text, delimiter, name, "facts_file_broken"))


def _of_table(rows: Iterable[Sequence[Any]], name: str) -> Iterator[ClaimedRow]:
    told = iter(rows)
    columns = _columns(next(told, ()))
    missing = [key for key in NEEDED if key not in columns]
    if missing:
        raise UnreadableFileError("facts_file_headings", name=name, missing=", ".join(missing))
    for number, row in enumerate(told, 2):
        values = {key: _text(row[at]) for key, at in columns.items() if at < len(row) and _text(row[at])}
        if values:
            yield ClaimedRow(number, values)


def _columns(headings: Sequence[Any]) -> dict[str, int]:
    said = [plain(_text(heading)).strip() for heading in headings]
    return {key: said.index(name) for key, names in HEADINGS.items() for name in names[::-1] if name in said}


def _text(value: Any) -> str:  # noqa: ANN401 - a cell holds anything
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = value if isinstance(value, str) else json.dumps(value) if isinstance(value, list | dict) else str(value)
    return text[:LONGEST_CELL].strip()
