"""What several panes read of one article after the same action is read once: by commit, so never out of date."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.services.library import FactView
    from maeditor.store.queries import Queries

_kept: WeakKeyDictionary[ActionRunner, tuple[int, dict[str, tuple[FactView, ...]]]] = WeakKeyDictionary()
"""By open project: after which commit, and what was read since."""


def once(
    runner: ActionRunner, queries: Queries, article_id: str, read: Callable[[], tuple[FactView, ...]]
) -> tuple[FactView, ...]:
    """The facts of an article as they were read since the last commit, or else are read now.

    A store that is not awake yet is not asked for its commits: that would wake it for the first page.
    """
    if not runner.awake:
        return read()
    commit = queries.commits()
    known = _kept.get(runner)
    if known is None or known[0] != commit:
        known = _kept[runner] = (commit, {})
    if article_id not in known[1]:
        known[1][article_id] = read()
    return known[1][article_id]


def already(runner: ActionRunner, queries: Queries) -> dict[str, FactView]:
    """The facts that were read since the last commit, by id."""
    known = _kept.get(runner)
    if known is None or known[0] != queries.commits():
        return {}
    return {view.fact.id: view for views in known[1].values() for view in views}
