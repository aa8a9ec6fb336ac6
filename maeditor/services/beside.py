"""What both sides changed, left to be decided later: the workbook's value as a second fact beside ours."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import ONE_VALUE, OPINIONS, Correction, MergeState
from maeditor.domain.properties import Property
from maeditor.services.new_rows import worded_value
from maeditor.services.restating import VALUED, described, valued
from maeditor.services.returned_changes import Corrections
from maeditor.wording import Wording

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """Corrections of one fact that become a second fact; its id follows from the export and from what they say."""

    id: str
    items: tuple[Correction, ...]
    changes: Mapping[str, str]


def openable_keys(corrections: Corrections) -> frozenset[Key]:
    """What can be opened as a conflict: what both sides say of a fact that is still here."""
    return frozenset(
        each.key
        for each in corrections.items
        if each.state is MergeState.BOTH and each.field not in OPINIONS and each.fact_id not in corrections.gone
    )


def besides(corrections: Corrections, wanted: Collection[Key]) -> dict[str, Beside]:
    """The second facts that corrections make, by the fact that each will stand beside; one for all of a fact's."""
    by_fact: dict[str, list[Correction]] = {}
    for each in corrections.items:
        if each.key in wanted:
            by_fact.setdefault(each.fact_id, []).append(each)
    made = {}
    for fact_id, items in by_fact.items():
        changes = _changes(corrections, fact_id, items)
        words = json.dumps([fact_id, sorted(changes.items())])
        identity = uuid5(NAMESPACE_URL, f"maeditor:{corrections.meta.get('export', '')}:{words}")
        made[fact_id] = Beside(str(identity), tuple(items), changes)
    return made


def second_fact(fact: Fact, beside: Beside, corrections: Corrections, known: Mapping[str, Property]) -> Fact:
    """Our fact as the workbook has it, in state proposed, decided by nobody; it has no number yet.

    Raises CellError or ValueTextError where that is no value.
    """
    language = corrections.meta.get("language", "")
    stated = described(valued(fact, beside.changes, known, language), beside.changes)
    if ONE_VALUE & beside.changes.keys() and "value" not in beside.changes:
        stated = replace(stated, raw=worded_value(stated, Wording(language or corrections.language)))
    return replace(
        stated,
        id=beside.id,
        version=1,
        state=State.PROPOSED,
        origin=f"file:{corrections.path.name}",
        reason="",
        confidence=0.0,
        reviewer="",
        reviewed_at="",
        duplicate_of="",
        needs_look="",
    )


def _changes(corrections: Corrections, fact_id: str, items: Iterable[Correction]) -> dict[str, str]:
    """What they say; of a value the whole as it is there, for half of ours and half of theirs is nobody's."""
    changes = {each.field: each.there for each in items}
    if ONE_VALUE & changes.keys():
        both = (each for each in corrections.items if each.fact_id == fact_id and each.state is MergeState.BOTH)
        # Words that alone were changed there say the value; the numbers beside them are the former ones.
        if VALUED & {each.field for each in both} != {"value"}:
            changes.update(corrections.values.get(fact_id, {}))
    return changes
