"""Says what an action did, in the person's language: for notices, the undo entry, the journal."""

from __future__ import annotations

from maeditor.domain.changes import Action, Row
from maeditor.domain.errors import BlockedRevertError, MaeditorError
from maeditor.services.phrasing import worded_moment
from maeditor.services.undoing import original_kind
from maeditor.wording import Wording

TAKEN_BACK = frozenset({"undo", "revert"})


def tell_action(action: Action, wording: Wording) -> str:
    """Word an action: ``Fait F-0042 accepté``, ``Annulé : fait F-0042 accepté``."""
    told = tell_deed(action, wording)
    if action.kind in TAKEN_BACK:
        return wording.say("action.undone", what=told)
    if action.kind == "redo":
        return wording.say("action.redone", what=told)
    return told


def tell_deed(action: Action, wording: Wording) -> str:
    """Word what an action, or the action it took back or did again, was about."""
    kind = original_kind(action)
    details = action.details
    facts = [str(label) for label in details.get("facts", [])]
    titles = [str(title) for title in details.get("titles", [])]
    quotes = [str(quote) for quote in details.get("quotes", [])]
    count = int(details.get("count", len(facts) or len(titles) or len(quotes)))
    name = next(iter([*facts, *titles, *quotes]), "")
    key = f"action.{kind}"
    if not wording.knows(key):
        return kind
    return wording.say(key, count=count, name=name, **_further(details))


def tell_error(error: MaeditorError, wording: Wording) -> str:
    """Word an error; one of taking back names what stands on it, whose that is and when it was done."""
    if isinstance(error, BlockedRevertError) and error.blocking:
        last = error.blocking[0]
        return wording.say(
            "error.revert_blocked_by",
            count=len(error.blocking),
            what=tell_action(last, wording),
            editor=last.editor,
            at=worded_moment(last.at, wording),
        )
    return wording.say(f"error.{error.key}", **error.details)


def _further(details: Row) -> dict[str, str]:
    """What else the sentence may name: the facts that were made, the one that others became part of, a checkpoint."""
    made = [str(label) for label in details.get("made", [])]
    return {"made": ", ".join(made), "to": str(details.get("to", "")), "checkpoint": str(details.get("checkpoint", ""))}
