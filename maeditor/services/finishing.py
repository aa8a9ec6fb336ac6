"""Calling an article read: what nobody made a fact of is dismissed for one reason, once every fact is decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done, Row
from maeditor.domain.dismissals import DismissalReason, checked_note
from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import State
from maeditor.services.dismissing import put_aside
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.omissions import Omission, account_of
from maeditor.services.runner import ActionRunner
from maeditor.store.queries import Queries
from maeditor.store.unit_of_work import UnitOfWork

WAITING = frozenset({State.PROPOSED, State.DEFERRED})


@dataclass(frozen=True, slots=True)
class Remaining:
    """What an article still asks for: facts ``undecided``, and figures ``left`` without a fact."""

    undecided: int
    left: tuple[Omission, ...]

    @property
    def done(self) -> bool:
        """Tell whether nothing is left."""
        return not self.undecided and not self.left


def remaining(
    runner: ActionRunner,
    article_id: str,
    memory: FigureMemory | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Remaining:
    """Say what an article still asks for. Raises MissingRecordError where there is none."""
    account = account_of(runner, article_id, memory, cancelled)
    with runner.read() as queries:
        return Remaining(_undecided(queries, article_id), account.left)


def finish_article(
    runner: ActionRunner, article_id: str, spans: Iterable[Span], reason: DismissalReason, note: str = ""
) -> Done:
    """Dismiss all that is left, as one action. Raises ReviewError while a fact waits, else as ``dismiss_all``."""
    said = checked_note(reason, note)

    def work(unit: UnitOfWork) -> Row:
        undecided = _undecided(unit.queries, article_id)
        if undecided:
            raise ReviewError("article_undecided", count=undecided)
        made = put_aside(unit, article_id, dict.fromkeys(spans), reason, said)
        return {"titles": [unit.articles.get(article_id).title], "count": len(made), "reason": reason.value}

    return runner.run("finish-article", work)


def _undecided(queries: Queries, article_id: str) -> int:
    return sum(fact.state in WAITING for fact in queries.facts_of(article_id))
