"""The project's history as a person reads it: what was done, by whom, whether it stands, and what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from maeditor.domain.changes import Action, ActionState, Change
from maeditor.domain.errors import MissingRecordError
from maeditor.services.checkpoints import CHECKPOINT
from maeditor.services.comparing import ChangeWords, FieldChange
from maeditor.services.runner import ActionRunner
from maeditor.services.standing import fates
from maeditor.services.telling import tell_action
from maeditor.store.journal import About
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

PAGE = 100
MOST_RECORDS = 60
"""Records whose changes are shown; of more the number is told."""

_LOOKED_THROUGH = 400


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the history is shown: one editor's, what concerns one fact or one article; empty: all."""

    editors: tuple[str, ...] = ()
    fact_id: str = ""
    article_id: str = ""

    @property
    def about(self) -> About | None:
        """The same, as the journal is asked."""
        if self.fact_id:
            return About("facts", self.fact_id)
        return About("articles", self.article_id) if self.article_id else None


@dataclass(frozen=True, slots=True)
class Step:
    """One action in the history: ``told`` is its sentence.

    ``taken_back_by`` is what ended it, None while it stands; ``running`` is a job under way, ``interrupted`` one that
    was cut off.
    """

    action: Action
    told: str
    taken_back_by: Action | None

    @property
    def stands(self) -> bool:
        """Tell whether what it did still holds."""
        return self.taken_back_by is None

    @property
    def running(self) -> bool:
        """Tell whether a job is still at it."""
        return self.action.state is ActionState.OPEN

    @property
    def interrupted(self) -> bool:
        """Tell whether it was cut off before its end."""
        return self.action.state is ActionState.INTERRUPTED or bool(self.action.details.get("interrupted"))

    @property
    def given_up(self) -> bool:
        """Tell whether it was stopped, and put all back by itself."""
        return self.action.state is ActionState.GIVEN_UP

    @property
    def is_checkpoint(self) -> bool:
        """Tell whether it only names a place."""
        return self.action.kind == CHECKPOINT


class Sort(StrEnum):
    """What an action did to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an action did to one record: what kind it is (a table's name), what people call it, field by field.

    ``fact_id`` or ``article_id`` says where it can be seen, as far as it is still there.
    """

    table: str
    about: str
    sort: Sort
    fields: tuple[FieldChange, ...]
    fact_id: str = ""
    article_id: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """All that an action changed, as far as it is shown; ``more`` counts the changes left out."""

    records: tuple[RecordChange, ...]
    more: int


def history_page(
    runner: ActionRunner,
    wording: Wording,
    scope: Scope | None = None,
    before: int | None = None,
    *,
    limit: int = PAGE,
    down_to: int | None = None,
) -> tuple[Step, ...]:
    """A page of the history, newest first; ``before`` is the ``seq`` of the last step of the page above.

    ``down_to`` asks for all from there on, so that one step far down can be shown.
    """
    scope = scope or Scope()
    with runner.read() as queries:
        actions = queries.journal.actions(
            before=before, down_to=down_to, limit=limit, editors=scope.editors, about=scope.about
        )
        return _steps(queries, actions, wording)


def retell(runner: ActionRunner, wording: Wording, action_ids: Iterable[str]) -> tuple[Step, ...]:
    """These actions as they stand now, in the order asked for."""
    with runner.read() as queries:
        found = [queries.journal.find(action_id) for action_id in action_ids]
        return _steps(queries, [action for action in found if action is not None], wording)


def editors(runner: ActionRunner) -> tuple[str, ...]:
    """Everyone who did something in the project, by name."""
    with runner.read() as queries:
        return queries.journal.editors()


def trace(runner: ActionRunner, action_id: str, wording: Wording) -> Trace:
    """What an action changed, record by record, in people's words. Raises MissingRecordError where there is none."""
    with runner.read() as queries:
        if queries.journal.find(action_id) is None:
            raise MissingRecordError("action_missing", action=action_id)
        count = queries.journal.count_changes(action_id)
        words = ChangeWords(queries, wording)
        records: list[RecordChange] = []
        seen = 0
        for change in queries.journal.changes(action_id, limit=_LOOKED_THROUGH):
            if len(records) == MOST_RECORDS:
                break
            seen += 1
            fields = words.fields(change)
            if fields:
                fact_id, article_id = _place(change)
                records.append(
                    RecordChange(change.table, words.about(change), _sort(change), fields, fact_id, article_id)
                )
        return Trace(tuple(records), count - seen)


def _place(change: Change) -> tuple[str, str]:
    """The fact or the article that a record is, or belongs to."""
    row = change.after or change.before or {}
    match change.table:
        case "facts":
            return change.record_id, str(row.get("article_id", ""))
        case "evidence":
            return str(row.get("fact_id", "")), ""
        case "articles":
            return "", change.record_id
        case _:
            return "", str(row.get("article_id", ""))


def _sort(change: Change) -> Sort:
    return Sort.ADDED if change.before is None else Sort.REMOVED if change.after is None else Sort.CHANGED


def _steps(queries: Queries, actions: Iterable[Action], wording: Wording) -> tuple[Step, ...]:
    actions = tuple(actions)
    fate = fates(queries, actions)
    return tuple(Step(action, tell_action(action, wording), fate[action.id].taken_back_by) for action in actions)
