"""Actions and the changes they made: the journal's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
"""A record as plain JSON: strings, numbers, booleans, lists, objects; decimals as text."""


class ActionState(StrEnum):
    """``OPEN`` while a job appends; an action found open by a later process was interrupted.

    ``GIVEN_UP`` was stopped and took back all it had done.
    """

    OPEN = "open"
    DONE = "done"
    INTERRUPTED = "interrupted"
    GIVEN_UP = "given-up"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before means added, None after means removed."""

    table: str
    record_id: str
    before: Row | None
    after: Row | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.record_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing an editor did. ``reverts`` names the action it takes back; ``at`` is UTC, ISO 8601.

    ``kind`` is a verb phrase with hyphens (``record-fact``) that has a sentence in every language; ``details`` fill it.
    """

    id: str
    seq: int
    kind: str
    editor: str
    at: str
    state: ActionState
    reverts: str
    details: Row


@dataclass(frozen=True, slots=True)
class Done:
    """What an action changed: views refresh from it, history pushes it."""

    action: Action
    changes: tuple[Change, ...]

    def touches(self, *tables: str) -> bool:
        """Tell whether it changed a record of one of these tables."""
        return any(change.table in tables for change in self.changes)

    def record_ids(self, table: str) -> tuple[str, ...]:
        """Name the records of a table that it changed, in order, each once."""
        return tuple(dict.fromkeys(change.record_id for change in self.changes if change.table == table))
