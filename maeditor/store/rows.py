"""Rows of tables to records: made from the dataclass's types, without the library that writes them."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from maeditor.domain.articles import Noise
from maeditor.domain.changes import Row
from maeditor.domain.errors import ProjectError
from maeditor.domain.record import Record

R = TypeVar("R", bound=Record)
Turn: TypeAlias = Callable[[Any], Any]


class Cells(Protocol):
    """A row as a driver hands it over: its cells by the columns' names."""

    def __getitem__(self, name: str, /) -> Any: ...  # noqa: ANN401 - any cell is


class RecordRows(Generic[R]):
    """How records of one class are read from the table called ``name``.

    ``optional`` names references whose empty text is stored as NULL, so that the foreign key holds for the others.
    """

    def __init__(self, record: type[R], name: str, optional: tuple[str, ...] = ()) -> None:
        hints = typing.get_type_hints(record)
        self.record = record
        self.name = name
        self.fields = tuple(field.name for field in dataclasses.fields(record))  # type: ignore[arg-type]
        self._optional = optional
        self._plain: dict[str, Turn] = {}
        self._typed: dict[str, Turn] = {}
        self._documents: list[str] = []
        self.flags = tuple(field for field in self.fields if hints[field] is bool)
        """Fields that SQLite holds as 0 and 1."""
        for field in self.fields:
            plain, typed, document = _turns(hints[field])
            if plain is not None:
                self._plain[field] = plain
            if typed is not None:
                self._typed[field] = typed
            if document:
                self._documents.append(field)

    def from_row(self, row: Row) -> R:
        """Read a record from plain JSON data; fields that are not there have their defaults."""
        values = dict(row)
        try:
            for name, turn in self._typed.items():
                if values.get(name) is not None:
                    values[name] = turn(values[name])
            return self.record(**values)
        except (ValueError, TypeError, ArithmeticError, KeyError, AttributeError) as error:
            raise ProjectError("project_damaged", table=self.name, record=row.get("id")) from error

    def from_cells(self, cells: Cells) -> Row:
        """Turn what the columns hold into a row."""
        row = {name: cells[name] for name in self.fields}
        try:
            for name in self._documents:
                row[name] = json.loads(row[name])
        except (ValueError, TypeError, RecursionError) as error:
            raise ProjectError("project_damaged", table=self.name, record=row["id"]) from error
        for name in self._optional:
            row[name] = row[name] or ""
        return row

    def to_record(self, cells: Cells) -> R:
        """Read a record from the cells of a table."""
        return self.from_row(self.from_cells(cells))


def _turns(hint: type[Any]) -> tuple[Turn | None, Turn | None, bool]:
    """How to write and read one field's type, and whether its cell is a JSON document."""
    origin = typing.get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        origin = typing.get_origin(hint)
    if origin is dict:
        return None, None, True
    if origin is tuple:
        if typing.get_args(hint)[0] is Noise:
            return _noise_out, _noise_in, True
        return list, tuple, True
    if hint is Decimal:
        return str, Decimal, False
    if issubclass(hint, StrEnum):
        return str, hint, False
    if hint in (int, float):
        return None, hint, False  # an SQLite column holds anything: a number that is none is told here
    return None, None, False


def _noise_out(spans: tuple[Noise, ...]) -> list[Row]:
    return [dataclasses.asdict(span) for span in spans]


def _noise_in(spans: list[Row]) -> tuple[Noise, ...]:
    return tuple(Noise(**span) for span in spans)
