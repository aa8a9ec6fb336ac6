"""Sheets: saved choices of facts, each with its columns, its order and what goes along; and what was exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from maeditor.domain.listing import Listing


class Part(StrEnum):
    """What a workbook can hold besides its facts."""

    EVIDENCE = "evidence"
    SOURCES = "sources"
    CAPACITIES = "capacities"
    CHRONOLOGY = "chronology"
    ENTITIES = "entities"
    JOURNAL = "journal"


STEP = 1 << 10
"""What lies between the positions of two sheets, so that one moved between them changes no other."""

ALL_PARTS = tuple(part.value for part in Part)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A saved choice of facts. ``listing`` is ``domain.listing.Listing`` as plain JSON.

    ``columns`` are keys of the fact table's columns in their order; none means all, in the usual order. ``language`` is
    that of the labels, empty for the interface's. Facts without a passage stay out unless ``without_passage``.
    ``position`` orders the project's sheets.
    """

    id: str
    version: int
    title: str
    position: int
    language: str = ""
    listing: dict[str, Any] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    parts: tuple[str, ...] = ALL_PARTS
    without_passage: bool = False
    hidden: bool = False

    @property
    def asked(self) -> Listing:
        """Its filter, order and grouping."""
        return Listing.from_row(self.listing)

    def has(self, part: Part) -> bool:
        """Tell whether a part goes along."""
        return part.value in self.parts


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was written, with the facts in it and their versions.

    ``sheet_id`` is empty for everything; ``change_seq`` is the journal's last change then; ``number`` orders exports.
    ``facts`` is only there of a sheet's last export, and where it was asked for.
    """

    id: str
    sheet_id: str
    path: str
    at: str
    change_seq: int
    number: int = 0
    facts: Mapping[str, int] = field(default_factory=dict)
