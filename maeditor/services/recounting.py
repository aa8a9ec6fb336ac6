"""The life of one fact: who did what to it and when, what it said before and after, whether that still stands."""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.domain.changes import Action, Change
from maeditor.services.comparing import ChangeWords, FieldChange
from maeditor.services.runner import ActionRunner
from maeditor.services.standing import fates
from maeditor.services.telling import tell_action
from maeditor.wording import Wording


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done to a fact: by ``action.editor`` at ``action.at``, ``told`` in a sentence.

    ``taken_back_by`` is the action that ended it, None while it stands.
    """

    action: Action
    told: str
    changes: tuple[FieldChange, ...]
    taken_back_by: Action | None

    @property
    def stands(self) -> bool:
        """Tell whether it still holds."""
        return self.taken_back_by is None


def fact_history(runner: ActionRunner, fact_id: str, wording: Wording, language: str = "") -> tuple[Deed, ...]:
    """All that was done to a fact and its passages, newest first; also where it is gone. ``language`` is a label's."""
    with runner.read() as queries:
        steps = queries.journal.history("facts", fact_id)
        words = ChangeWords(queries, wording, language)
        actions = {action.id: action for action, _change in steps}
        fate = fates(queries, actions.values())
        fields: dict[str, list[FieldChange]] = {action_id: [] for action_id in actions}
        for action, change in steps:
            fields[action.id].extend(words.fields(change))
        for action_id in actions:
            for link in queries.journal.evidence_changes(action_id, fact_id):
                fields[action_id].extend(_evidence(link, fact_id, words))
        return tuple(
            Deed(action, tell_action(action, wording), tuple(fields[action.id]), fate[action.id].taken_back_by)
            for action in sorted(actions.values(), key=lambda action: action.seq, reverse=True)
        )


def _evidence(change: Change, fact_id: str, words: ChangeWords) -> tuple[FieldChange, ...]:
    """A passage that came, went, or changed its role, as this fact sees it: given away it is gone from here."""
    before = change.before if change.before and change.before["fact_id"] == fact_id else None
    after = change.after if change.after and change.after["fact_id"] == fact_id else None
    return words.fields(Change(change.table, change.record_id, before, after))
