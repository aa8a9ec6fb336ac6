"""The two sheets nobody reads: the baseline for the merge, and the closed lists that cells are chosen from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from maeditor.formats.workbook.baseline import BASE_HEADINGS, FORMAT, META
from maeditor.formats.workbook.cells import word_of
from maeditor.formats.workbook.columns import ENTITY_KINDS, FACTS, ROLES, Column, Kind, SheetPlan
from maeditor.formats.workbook.content import FactRow, WorkbookContent
from maeditor.wording import Wording

MOST_CHOICES = 10_000
"""Values that a drop-down offers; who looks for one among more types it."""

FREE = ("shown_unit", "place", "object_entity")
"""Columns whose values are offered but not the only ones allowed; properties are all known, so they are closed."""


def _stored(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, Kind.STORED, 18, heading=name) for name in names)


def _same(row: Sequence[str]) -> Sequence[str]:
    return row


BASE = SheetPlan("base", _stored(BASE_HEADINGS), _same, hidden=True)


def base_rows(content: WorkbookContent, language: str) -> Iterator[tuple[str, ...]]:
    """What the export was, as JSON beside its mark, then each fact as it was."""
    meta: Mapping[str, object] = {
        "format": FORMAT,
        "project": "",
        "export": "",
        "at": content.exported_at,
        "sheet": "",
        "language": language,
        **content.meta,
    }
    first = (META, json.dumps(meta, ensure_ascii=False), *[""] * (len(BASE_HEADINGS) - 2))
    return chain((first,), content.baseline)


def lists_of(content: WorkbookContent, wording: Wording) -> dict[str, tuple[str, ...]]:
    """What can be chosen in each column of the facts' sheet, in the language of the workbook.

    Keys come in their own order; other values (properties, units, places) by alphabet.
    """
    lists = {
        column.name: tuple(word_of(column.words, choice, wording) for choice in column.choices)
        for column in FACTS.columns
        if column.choices
    }
    lists["role"] = tuple(word_of("role", role, wording) for role in ROLES)
    lists["kind"] = tuple(word_of("kind", kind, wording) for kind in ENTITY_KINDS)
    for name in ("property_label", *FREE):
        lists[name] = _offered(name, content.facts, content.choices.get(name, ()))
    return lists


def _offered(name: str, facts: Iterable[FactRow], more: Sequence[str]) -> tuple[str, ...]:
    found = {getattr(fact, name) for fact in facts}
    found.update(more)
    found.discard("")
    return tuple(sorted(found, key=lambda value: (value.casefold(), value))[:MOST_CHOICES])


def lists_plan(lists: Mapping[str, tuple[str, ...]]) -> SheetPlan:
    """Plan the sheet of lists: a column a list."""
    return SheetPlan("lists", _stored(tuple(lists)), _same, hidden=True)


def lists_rows(lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The lists side by side."""
    return zip_longest(*lists.values(), fillvalue="")
