"""What others did to the project: another window, another program, another editor of a team."""

from __future__ import annotations

from maeditor.domain.changes import Done
from maeditor.services.runner import ActionRunner
from maeditor.store.mark import Mark

AT_A_TIME = 2000
"""Changes read in one transaction: some 30 ms."""

__all__ = ["Mark", "news", "reached"]


def reached(runner: ActionRunner) -> Mark:
    """How far the project has come."""
    with runner.read() as queries:
        return queries.mark()


def news(runner: ActionRunner, mark: Mark) -> tuple[Mark, tuple[Done, ...]]:
    """What was saved since, by whomever, and how far that goes; where nothing was, one number is read.

    Of much that was saved it is the first part: the mark then says where to go on.
    """
    with runner.read() as queries:
        if queries.commits() == mark.commits:
            return mark, ()
        return queries.journal.news(mark, AT_A_TIME)
