"""The integrity of a project, looked over without changing it; and its search made anew where that disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from maeditor.domain.facts import State
from maeditor.domain.review import NEEDS_REASON
from maeditor.services.runner import ActionRunner
from maeditor.store.integrity import FOUND_WRONG, NOT_FOUND, Problem, check

__all__ = ["OF_SEARCH", "Problem", "check_project", "differing_facts", "of_search", "repair_search"]

OF_SEARCH = frozenset({NOT_FOUND, FOUND_WRONG})
"""The kinds of problems that ``repair_search`` puts right."""

PAGE = 1000
"""Facts read in one transaction: between two, an editor can write."""


def check_project(runner: ActionRunner) -> tuple[Problem, ...]:
    """Find every quote that is not at its span, every orphan, every gap between journal, records and search."""
    return tuple(check(runner.store.wake()))


def differing_facts(runner: ActionRunner) -> tuple[Problem, ...]:
    """Find the facts whose value none of their passages says, and nobody gave a reason: nothing is broken by that."""
    found: list[Problem] = []
    after = 0
    while True:
        with runner.read() as queries:
            page = queries.facts(after=after, limit=PAGE)
        found.extend(
            Problem(NEEDS_REASON, fact.id, {"fact": fact.label})
            for fact in page
            if fact.needs_look == NEEDS_REASON and fact.state is not State.REJECTED
        )
        if len(page) < PAGE:
            return tuple(found)
        after = page[-1].number


def of_search(problems: Iterable[Problem]) -> int:
    """How many of these are of the search alone."""
    return sum(problem.kind in OF_SEARCH for problem in problems)


def repair_search(runner: ActionRunner, cancelled: Callable[[], bool] = lambda: False) -> bool:
    """Make what is searched anew, in pieces that let every other writer through; tells whether it came to its end.

    Stopped half-way it goes on when the project is opened again.
    """
    with runner.store.write() as unit:
        unit.forget_index()
    more = True
    while more and not cancelled():
        with runner.store.write() as unit:
            more = unit.catch_up()
    return not more
