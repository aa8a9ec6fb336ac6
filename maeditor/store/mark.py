"""How far a project has come: what is read now, and what was saved since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COMMIT = "commit"
ACTION = "action"
CHANGE = "change"
"""The counters that say it, by the names they are stored under."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How often anything was saved, the last action, the last change."""

    commits: int
    action: int
    change: int


def mark_of(counted: Mapping[str, int]) -> Mark:
    """The mark that the counters say. Raises KeyError where one is missing."""
    return Mark(counted[COMMIT], counted[ACTION], counted[CHANGE])
