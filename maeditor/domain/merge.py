"""Three-way merge of a fact's fields: what was exported, what is here now, what came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class MergeState(StrEnum):
    """What became of one field of one exported fact, or of a whole row."""

    CHANGED_THERE = "changed_there"
    CHANGED_HERE = "changed_here"
    BOTH = "both"
    NEW = "new"
    DELETED = "deleted"
    INVALID = "invalid"


CLEAN = frozenset({MergeState.CHANGED_THERE})
"""What is ticked without being asked for."""

MERGED_FIELDS = (
    "subject",
    "property",
    "value",
    "comparator",
    "amount",
    "lower",
    "upper",
    "unit",
    "text_value",
    "place",
    "lifecycle",
    "modality",
    "as_of",
    "target",
    "state",
    "standing",
    "claim",
    "object_entity",
    "reason",
    "note",
)
"""The fields that a colleague may correct in a workbook, in the order in which people read them; its other columns
tell, and are not taken back."""

ONE_VALUE = frozenset({"value", "comparator", "amount", "lower", "upper", "unit", "text_value"})
"""The fields that say one value between them: 120 MW made 130 MW here and 120 GW there is not 130 GW."""

OPINIONS = frozenset({"state", "standing", "reason", "note"})
"""The fields that say what people think of a fact: another opinion is not another fact."""


def merged(base: str, here: str, there: str) -> MergeState | None:
    """What became of one field; None where there is nothing to tell: unchanged, or changed alike."""
    if here == there:
        return None
    if there == base:
        return MergeState.CHANGED_HERE
    return MergeState.CHANGED_THERE if here == base else MergeState.BOTH


def merged_fields(base: Mapping[str, str], here: Mapping[str, str], there: Mapping[str, str]) -> dict[str, MergeState]:
    """What became of each field that ``there`` tells of; where that is nothing it is left out.

    A value that was changed on both sides is ``BOTH`` in every field that was changed there, also where each side
    changed another field of it.
    """
    found = {name: state for name in there if (state := merged(base[name], here[name], there[name])) is not None}
    own = {name for name in ONE_VALUE & base.keys() if here[name] not in (base[name], there.get(name, base[name]))}
    if own:
        clashing = (name for name in ONE_VALUE if found.get(name) is MergeState.CHANGED_THERE)
        found.update(dict.fromkeys(clashing, MergeState.BOTH))
    return found


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of one fact that is no longer as it was exported, or one row that came or went.

    ``fact_id`` is empty for a new row, ``field`` for a whole row. ``base``, ``here`` and ``there`` are canonical texts:
    decimals as digits with a point, dates as EDTF, keys of enumerations. ``reason`` is a sentence in the person's
    language, said where the state is invalid. ``row`` is the row of the workbook (from 1), 0 where there is none.
    """

    fact_id: str
    number: str
    field: str
    base: str
    here: str
    there: str
    state: MergeState
    reason: str = ""
    row: int = 0

    @property
    def key(self) -> tuple[str, str, int]:
        """What it is told by among all that came back at once."""
        return (self.fact_id, self.field, self.row if not self.fact_id else 0)
