"""Records to plain JSON rows and to cells of a table, and back: one codec a table, made from the dataclass's types."""

from __future__ import annotations

import dataclasses
import json
import operator
from collections.abc import Callable
from typing import Any

from sqlalchemy import Select, Table, bindparam, select, update

from maeditor.domain.articles import Article, Passage, TextVersion
from maeditor.domain.changes import Row
from maeditor.domain.dismissals import Dismissal
from maeditor.domain.errors import ProjectError, ValueTextError
from maeditor.domain.facts import Entity, Evidence, Fact
from maeditor.domain.properties import Property
from maeditor.domain.sheets import Sheet
from maeditor.store import schema
from maeditor.store.rows import R, RecordRows

_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dump(value: object) -> str:
    """Write plain data as JSON text, keys in order, so that equal data is equal text."""
    return _encoder.encode(value)


class Codec(RecordRows[R]):
    """How records of one class are kept in one table, and what the journal says of them.

    ``derive`` adds cells that are computed from the row.
    """

    def __init__(
        self,
        record: type[R],
        table: Table,
        optional: tuple[str, ...] = (),
        derive: Callable[[Row], Row] | None = None,
    ) -> None:
        super().__init__(record, table.name, optional)
        self.table = table
        self._values = operator.attrgetter(*self.fields)
        self._derive = derive
        self._defaults = self._plain_defaults()
        # Made once: two dozen columns take longer to put in a statement than a row to read.
        self.select: Select[Any] = select(*(table.c[name] for name in self.fields))
        self.update = (
            update(table)
            .where(table.c["id"] == bindparam("record_id"))
            .values({column.name: bindparam(column.name) for column in table.columns if column.name != "id"})
        )

    def to_row(self, record: R) -> Row:
        """Write a record as plain JSON data, every field."""
        row = dict(zip(self.fields, self._values(record), strict=True))
        for name, turn in self._plain.items():
            if row[name] is not None:
                row[name] = turn(row[name])
        return row

    def to_cells(self, row: Row) -> Row:
        """Turn a row into what the table's columns take."""
        cells = dict(row)
        for name in self._documents:
            cells[name] = dump(cells[name])
        for name in self._optional:
            cells[name] = cells[name] or None
        if self._derive is not None:
            cells.update(self._derive(row))
        return cells

    def to_journal(self, row: Row | None) -> str | None:
        """Write a row for the journal: JSON without the fields that have their defaults."""
        if row is None:
            return None
        defaults = self._defaults
        text = dump({name: value for name, value in row.items() if name not in defaults or defaults[name] != value})
        if "\\u0000" in text:
            # PostgreSQL keeps no NUL in its texts, SQLite does: refused on both, so that every project can move.
            for value in row.values():
                if isinstance(value, str) and "\0" in value:
                    raise ValueTextError("text_unstorable", text=ascii(value)[:60])
        return text

    def from_journal(self, text: str | None) -> Row | None:
        """Read a row of the journal, every field; also one written before a field was there."""
        if text is None:
            return None
        try:
            return {**self._defaults, **json.loads(text)}
        except (ValueError, TypeError, RecursionError) as error:
            raise ProjectError("project_damaged", table="changes", record=text[:80]) from error

    def _plain_defaults(self) -> Row:
        found: Row = {}
        for field in dataclasses.fields(self.record):  # type: ignore[arg-type]
            if field.default_factory is not dataclasses.MISSING:
                value = field.default_factory()
            elif field.default is not dataclasses.MISSING:
                value = field.default
            else:
                continue
            turn = self._plain.get(field.name)
            found[field.name] = turn(value) if turn is not None and value is not None else value
        return found


def _norm_value(row: Row) -> Row:
    amount, lower, upper = row["norm_amount"], row["norm_lower"], row["norm_upper"]
    if amount is not None:
        return {"norm_value": float(amount)}
    if lower is not None and upper is not None:
        return {"norm_value": (float(lower) + float(upper)) / 2}
    return {"norm_value": None}


ARTICLES = Codec(Article, schema.articles)
TEXTS = Codec(TextVersion, schema.texts)
PASSAGES = Codec(Passage, schema.passages)
DISMISSALS = Codec(Dismissal, schema.dismissals)
FACTS = Codec(Fact, schema.facts, optional=("article_id",), derive=_norm_value)
EVIDENCE = Codec(Evidence, schema.evidence)
ENTITIES = Codec(Entity, schema.entities)
PROPERTIES = Codec(Property, schema.properties)
SHEETS = Codec(Sheet, schema.sheets)

CODECS: dict[str, Codec[Any]] = {
    codec.name: codec
    for codec in (ARTICLES, TEXTS, PASSAGES, DISMISSALS, FACTS, EVIDENCE, ENTITIES, PROPERTIES, SHEETS)
}
"""Every table whose records the journal follows."""
