"""What a workbook that came back says, as plain values; what it means is for whoever merges it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from maeditor.wording import Wording


@dataclass(frozen=True, slots=True)
class NotCalculated:
    """A cell without a value of its own: a formula that nobody calculated, or one that ended in ``error`` (``#REF!``).

    It says nothing about the fact; it is never read as cleared.
    """

    error: str = ""


Returned: TypeAlias = str | int | float | bool | date | datetime | NotCalculated | None
"""What stands in a cell; None where it is empty. Whole numbers are ints."""

BESIDE = ("quote", "source_number", "source_title")
"""What is read besides the merged fields, for rows that are not of a fact exported."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the workbook that its reader should know; the sentence is at ``returned.KEY``."""

    key: str
    details: Mapping[str, str | int] = field(default_factory=dict)

    def said(self, wording: Wording) -> str:
        """The sentence."""
        return wording.say(f"returned.{self.key}", **self.details)


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row: its place in the sheet (from 1), which fact it is of, and its cells by field.

    ``fact_id`` is empty where the row is of no fact exported. Where several rows carry one fact's identity, the first
    that is as it was exported keeps it, else the first of all; the others have it in ``same_as``. A field that is not
    in ``cells`` has no column any more.
    """

    row: int
    fact_id: str
    number: str
    cells: Mapping[str, Returned]
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedWorkbook:
    """A workbook that came back: how it was exported (``meta``, ``base`` by fact), and the rows it has now.

    A row of ``base`` is ``fact_id, version, number`` and the merged fields, as canonical texts.
    """

    meta: Mapping[str, str]
    base: Mapping[str, tuple[str, ...]]
    rows: tuple[ReturnedRow, ...]
    language: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most, and what reading may cost."""

    rows: int = 200_000
    columns: int = 256
    packed: int = 150_000_000
    unpacked: int = 200_000_000
    ratio: int = 100
    unpacked_plain: int = 1_500_000_000
    """Bytes unpacked where the whole is packed no tighter than ``ratio_plain``, as tables of many facts are: 100,000
    facts are some 300 MB, at 14."""

    ratio_plain: int = 40
    members: int = 2_000
    seconds: float = 180.0
    megabytes: int = 3_000


LIMITS = Limits()
