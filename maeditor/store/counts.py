"""How much a project holds."""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import State


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is, hidden things left out; ``proposed`` counts by article those that have any."""

    articles: int
    facts: dict[State, int]
    proposed: dict[str, int]


def state_of(written: str) -> State:
    """A fact's state as a table holds it. Raises ProjectError for one that there is not."""
    try:
        return State(written)
    except ValueError as error:
        raise ProjectError("project_damaged", table="facts", record="", reason=str(error)) from error
