"""What came back, as rows: each correction with the fact that it is about, and what is decided of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from maeditor.domain.facts import Fact
from maeditor.domain.merge import Correction, MergeState
from maeditor.domain.properties import Property

RowKey: TypeAlias = tuple[str, str, int]

APPLICABLE = frozenset({MergeState.CHANGED_THERE, MergeState.BOTH, MergeState.NEW, MergeState.DELETED})
"""What can be taken over; the others are told."""
DECIDED = (
    MergeState.CHANGED_THERE,
    MergeState.BOTH,
    MergeState.INVALID,
    MergeState.NEW,
    MergeState.DELETED,
    MergeState.CHANGED_HERE,
)
"""In the order in which their chips stand."""


class Choice(StrEnum):
    """What a person decided of a row."""

    OPEN = "open"
    KEEP = "keep"
    TAKE = "take"
    BESIDE = "beside"
    """Open it as a conflict: both stand, and it is decided later."""


@dataclass(frozen=True, slots=True)
class Row:
    """A correction and its fact; a new row has the one that it would become, one that is gone has none.

    ``quoted`` is told of a new row: whether its quote stands in an article. ``differs``: no passage says its value.
    ``openable``: it can be opened as a conflict.
    """

    correction: Correction
    fact: Fact | None = None
    known: Property | None = None
    quoted: bool = False
    differs: bool = False
    openable: bool = False

    @property
    def key(self) -> RowKey:
        """What it is told by."""
        return self.correction.key

    @property
    def state(self) -> MergeState:
        """What became of it."""
        return self.correction.state

    @property
    def applicable(self) -> bool:
        """Tell whether it can be taken over: not what is wrong, what changed here alone, or what is gone."""
        return self.correction.state in APPLICABLE and self.fact is not None


@dataclass(frozen=True)
class Returned:
    """All that came back from one file; the moments are UTC, ISO 8601, empty where they are not known."""

    name: str
    saved_at: str
    exported_at: str
    rows_read: int
    unchanged: int
    rows: tuple[Row, ...]
    units_there: Mapping[str, str] = field(default_factory=dict)
    """By fact: the unit that it has in the workbook, where that was changed there."""

    @cached_property
    def applicable(self) -> int:
        """How many rows can be taken over."""
        return sum(1 for row in self.rows if row.applicable)

    @cached_property
    def properties(self) -> Mapping[str, Property]:
        """The properties of its facts."""
        return {row.known.key: row.known for row in self.rows if row.known is not None}

    @cached_property
    def counts(self) -> Mapping[MergeState, int]:
        """How many rows are in each state."""
        return Counter(row.state for row in self.rows)


def rows_of(
    corrections: Sequence[Correction],
    facts: Mapping[str, Fact],
    properties: Mapping[str, Property],
    new: Mapping[int, tuple[Fact, bool]],
    differing: str = "",
    openable: Collection[RowKey] = (),
) -> tuple[Row, ...]:
    """Dress corrections with their facts, those of one fact beside each other, in the order of the workbook.

    ``new`` holds by row of the workbook the fact that it would become, and whether its quote was found.
    ``differing`` is the reason of those whose value no passage says; ``openable`` are those that can be conflicts.
    """
    first: dict[str, int] = {}
    for at, each in enumerate(corrections):
        if each.fact_id:
            first.setdefault(each.fact_id, at)
    order = sorted(range(len(corrections)), key=lambda at: (first.get(corrections[at].fact_id, at), at))
    rows = []
    for at in order:
        correction = corrections[at]
        made, quoted = new.get(correction.row, (None, False)) if not correction.fact_id else (None, False)
        fact = made or facts.get(correction.fact_id)
        known = properties.get(fact.property) if fact is not None else None
        differs = bool(differing) and correction.reason == differing
        rows.append(Row(correction, fact, known, quoted, differs, fact is not None and correction.key in openable))
    return tuple(rows)


def units_there(corrections: Collection[Correction]) -> dict[str, str]:
    """The units that were changed in the workbook, by fact."""
    return {
        each.fact_id: each.there
        for each in corrections
        if each.field == "unit" and each.state in {MergeState.CHANGED_THERE, MergeState.BOTH}
    }
