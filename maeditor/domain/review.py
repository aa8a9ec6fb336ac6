"""Review: which decisions a fact can take, and the fact as each leaves it. The state machine of ``State``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from maeditor.domain.doubts import Doubt
from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import Fact, State

TRANSITIONS: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.PROPOSED: frozenset({State.ACCEPTED, State.CORRECTED, State.REJECTED, State.DEFERRED}),
        State.DEFERRED: frozenset({State.ACCEPTED, State.CORRECTED, State.REJECTED, State.PROPOSED}),
        State.REJECTED: frozenset({State.ACCEPTED, State.CORRECTED, State.DEFERRED, State.PROPOSED}),
        State.ACCEPTED: frozenset({State.ACCEPTED, State.CORRECTED, State.REJECTED, State.DEFERRED, State.PROPOSED}),
        # Accepting what was corrected would lose that a person had to mend it.
        State.CORRECTED: frozenset({State.CORRECTED, State.REJECTED, State.DEFERRED, State.PROPOSED}),
    }
)
"""From each state those it may go to. Accepting once more confirms, e.g. when a person edits a fact of their own."""

GLUED = Doubt.GLUED_CELL.value
"""The doubt that comes with other readings of the same characters."""

STANDING = frozenset({State.ACCEPTED, State.CORRECTED})
"""What a person took for right."""

NEEDS_REASON = Doubt.DIFFERS_FROM_PASSAGE.value
"""The one doubt that accepting does not settle: it stays until a person says why."""

DUPLICATE = "duplicate"
"""The reason of what was rejected because another fact says the same; ``duplicate_of`` names that one."""

_STATED = (
    "subject",
    "property",
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
    "object_entity",
    "qualifiers",
)


def may_become(fact: Fact, state: State) -> bool:
    """Tell whether a decision is open to a fact."""
    return state in TRANSITIONS[fact.state]


def says_otherwise(fact: Fact, stated: Fact) -> bool:
    """Tell whether two versions of a fact state something different: a value, or what it is a value of."""
    return any(getattr(fact, name) != getattr(stated, name) for name in _STATED)


def accepted(fact: Fact, editor: str, at: str, reason: str = "") -> Fact:
    """The fact as an editor accepts it; ``at`` is UTC, ISO 8601. Raises ReviewError where it cannot be."""
    doubt = fact.needs_look if fact.needs_look == NEEDS_REASON and not reason else ""
    return replace(_decided(fact, State.ACCEPTED, editor, at), reason=reason, needs_look=doubt)


def corrected(fact: Fact, stated: Fact, editor: str, at: str) -> Fact:
    """The fact as an editor restated it: corrected where it now states something else, else accepted with the rest.

    What a person recorded is not a proposal: restating it leaves it accepted. Every state lets itself be corrected.
    """
    proposal_mended = fact.origin != "person" and says_otherwise(fact, stated)
    state = State.CORRECTED if proposal_mended or fact.state is State.CORRECTED else State.ACCEPTED
    return replace(stated, state=state, reviewer=editor, reviewed_at=at)


def rejected(fact: Fact, reason: str, editor: str, at: str) -> Fact:
    """The fact as an editor rejects it, with a reason or none; it stays in the project. Raises ReviewError."""
    return replace(_decided(fact, State.REJECTED, editor, at), reason=reason)


def deferred(fact: Fact, editor: str, at: str) -> Fact:
    """The fact as an editor puts it off. Raises ReviewError."""
    return _decided(fact, State.DEFERRED, editor, at)


def reopened(fact: Fact) -> Fact:
    """The fact as nobody decided about it yet; what was restated stays. Raises ReviewError."""
    return replace(_decided(fact, State.PROPOSED, "", ""), reason="")


def _decided(fact: Fact, state: State, editor: str, at: str) -> Fact:
    if not may_become(fact, state):
        raise ReviewError("review_refused", label=fact.label)
    return replace(fact, state=state, reviewer=editor, reviewed_at=at)
