"""What must come of a random colleague's corrections, counted out anew by the rule of the three ways."""

from __future__ import annotations

import unicodedata

from random_colleague import Intent
from random_project import VALUE, fields_of

from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import MERGED_FIELDS, MergeState


def expected_states(intent: Intent, exported: list[Fact], here: dict[str, Fact]) -> dict[tuple[str, str], MergeState]:
    """The corrections that are meant, by the rule of the three ways: counted out anew, field by field."""
    found: dict[tuple[str, str], MergeState] = {}
    for fact in exported:
        now = here[fact.id]
        there, invalid = intent.there.get(fact.id, {}), intent.invalid.get(fact.id, set())
        if fact.id in intent.deleted:
            if not now.hidden:
                found[fact.id, ""] = MergeState.DELETED
            continue
        found.update({(fact.id, name): MergeState.INVALID for name in invalid})
        if invalid & set(VALUE):
            found.update({(fact.id, name): MergeState.INVALID for name in there if name in VALUE})
        if now.hidden:
            found.update({(fact.id, name): MergeState.BOTH for name in there if (fact.id, name) not in found})
            continue
        was, is_now = _settled(fact), _settled(now)
        mended = [name for name in VALUE if is_now[name] not in (was[name], there.get(name, was[name]))]
        for name in MERGED_FIELDS:
            new = there.get(name, was[name])
            if (fact.id, name) in found or new == is_now[name]:
                continue
            if new == was[name]:
                found[fact.id, name] = MergeState.CHANGED_HERE
            elif is_now[name] == was[name] and not (name in VALUE and mended):
                found[fact.id, name] = MergeState.CHANGED_THERE
            else:
                found[fact.id, name] = MergeState.BOTH
    return found


def expected_fields(
    fact: Fact, now: Fact, there: dict[str, str], states: dict[tuple[str, str], MergeState]
) -> dict[str, str]:
    """The fields that a fact has once all is applied, but for its state."""
    taken = {name for name in there if states.get((fact.id, name)) in {MergeState.CHANGED_THERE, MergeState.BOTH}}
    fields = {**_settled(now), **{name: there[name] for name in taken}}
    if any(states.get((fact.id, name)) is MergeState.BOTH for name in VALUE) and not now.hidden:
        whole = {**_settled(fact), **there}
        fields.update({name: whole[name] for name in VALUE if name != "value"})
    return fields


def expected_state(fact: Fact, now: Fact, there: dict[str, str], restates: bool) -> str:
    if "state" in there:
        return there["state"]
    if now.state is State.REJECTED or not restates:
        return now.state.value
    proposal = now.origin != "person" or now.state is State.CORRECTED
    return (State.CORRECTED if proposal else State.ACCEPTED).value


def _settled(fact: Fact) -> dict[str, str]:
    return {name: unicodedata.normalize("NFC", text).strip() for name, text in fields_of(fact).items()}
