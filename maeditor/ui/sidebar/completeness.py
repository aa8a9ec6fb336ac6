"""Which articles have figures that no fact accounts for: counted behind the window, where no fact waits any more.

Finding the figures of a thousand articles takes seconds, so it is never done at once: only of articles whose facts
are all decided, in slices that leave the thread to other work in between, and again only where something changed.
Until an article is counted its facts alone say whether it is done; one without facts is not.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from maeditor.domain.changes import Change, Done
from maeditor.domain.errors import MissingRecordError
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.library import ArticleCard
from maeditor.services.runner import ActionRunner
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle

PAUSE_MS = 60
"""Between two slices, and before the first."""
SLICE = 0.1
"""Seconds that a slice takes, an article at least."""

Counts = Mapping[str, tuple[int, int]]
"""By article: figures left, figures dismissed."""


class Completeness(QObject):
    """What is known of the articles' figures so far."""

    changed = Signal()

    def __init__(self, desk: Desk, memory: FigureMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._memory = desk, memory
        self._known: dict[str, tuple[int, int]] = {}
        self._stale: set[str] = set()
        self._wanted: list[str] = []
        self._busy = False
        self._begun = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count_some)

    def begin(self) -> None:
        """Count from now on: the project's first page stands."""
        self._begun = True
        if self._wanted:
            self._pause.start()

    def tell(self, article_id: str, left: int, dismissed: int) -> None:
        """Take what the reader counted of the open article."""
        self._stale.discard(article_id)
        if self._known.get(article_id) != (left, dismissed):
            self._known[article_id] = (left, dismissed)
            self.changed.emit()

    def dressed(self, cards: Sequence[ArticleCard]) -> tuple[ArticleCard, ...]:
        """The cards with what is known of their figures; what is not known and matters is counted from now on."""
        self._wanted = [
            card.id for card in cards if not card.remaining and (card.id not in self._known or card.id in self._stale)
        ]
        if self._begun and self._wanted and not self._busy:
            self._pause.start()
        known = self._known
        return tuple(
            replace(card, unattached=known[card.id][0], dismissed=known[card.id][1]) if card.id in known else card
            for card in cards
        )

    def forget(self, done: Done) -> None:
        """Count anew the articles that an action touched, where it matters."""
        self._stale |= _touched(self._desk.runner, done.changes) & self._known.keys()

    def _count_some(self) -> None:
        runner, memory, wanted = self._desk.runner, self._memory, tuple(self._wanted)
        open_one = self._desk.selection.article_id
        self._busy = bool(wanted)
        if wanted:
            self._desk.jobs.start(
                "omission.counting",
                lambda handle: _counted(runner, memory, wanted, open_one, handle),
                self._take,
                lambda _error: self._take({}),
            )

    def _take(self, counts: Counts) -> None:
        self._busy = False
        self._known.update(counts)
        self._stale -= counts.keys()
        self._wanted = [each for each in self._wanted if each not in counts]
        if counts:
            self.changed.emit()
            if self._wanted:
                self._pause.start()


def _counted(
    runner: ActionRunner, memory: FigureMemory, wanted: Iterable[str], open_one: str, handle: JobHandle
) -> Counts:
    """On the thread: count as many as a slice allows."""
    from maeditor.services import omissions

    counts: dict[str, tuple[int, int]] = {}
    until = time.monotonic() + SLICE
    for article_id in wanted:
        if handle.cancelled() or (counts and time.monotonic() > until):
            break
        try:
            account = omissions.account_of(
                runner, article_id, memory if article_id == open_one else None, handle.cancelled
            )
        except MissingRecordError:
            counts[article_id] = (0, 0)  # taken away meanwhile: it has no card either
            continue
        if not handle.cancelled():
            counts[article_id] = (len(account.left), len(account.dismissed))
    return counts


def _touched(runner: ActionRunner, changes: Iterable[Change]) -> set[str]:
    """The articles whose figures a change may settle or leave."""
    found: set[str] = set()
    fact_ids: set[str] = set()
    passage_ids: set[str] = set()
    for change in changes:
        for row in (change.before, change.after):
            if row is None:
                continue
            if change.table == "evidence":
                fact_ids.add(str(row["fact_id"]))
                passage_ids.add(str(row["passage_id"]))
            elif change.table == "facts":
                fact_ids.add(change.record_id)
                found.add(str(row.get("article_id") or ""))
            elif change.table in {"dismissals", "passages"}:
                found.add(str(row["article_id"]))
            elif change.table == "articles":
                found.add(change.record_id)
    with runner.read() as queries:
        passage_ids.update(link.passage_id for link in queries.evidence_of(fact_ids))
        found.update(each.article_id for each in queries.passages(passage_ids))
    return found
