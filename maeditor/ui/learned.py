"""Keeps what is shown of confidence up with the decisions: read behind the window once, then decision by decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import learning
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.jobs import Jobs

if TYPE_CHECKING:
    from maeditor.services.learning import Learning
    from maeditor.ui.review.card_view import CardView

AFTER_MS = 4
"""Once a card is painted, and the one after it is asked for."""


class Learned(QObject):
    """What the project's decisions teach, for the inspector, the list and the review's card."""

    def __init__(self, desk: Desk, pane: FactsPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._learning: Learning = learning.learning_of(desk.runner)
        self._card: CardView | None = None
        # Of its own: no job of a person's waits behind it.
        self._jobs = Jobs(self)
        self._jobs.crashed.connect(desk.jobs.crashed)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._catch_up)
        desk.bulletin.changed.connect(self._changed)
        pane.judge_by(self._learning.judged)

    def begin(self) -> None:
        """Read all decisions, behind the window: numbers are learned from with a library that takes long to load."""
        runner = self._desk.runner
        self._jobs.start(
            "learned.reading",
            lambda _handle: learning.learn(runner),
            lambda _learning: self._show(),
            # Somebody holds the project: read after the next decision.
            lambda _error: None,
        )

    def follow(self, card: CardView) -> None:
        """Keep a review's card up, too: what it tells of is caught up with once it is painted."""
        self._card = card
        card.judge = self._learning.judged
        card.painted.connect(self._soon.start)

    def finish(self) -> None:
        """The project is about to be closed: wait for what has begun."""
        self._soon.stop()
        self._jobs.finish()

    def _changed(self, done: Done) -> None:
        if done.touches("facts"):
            self._soon.start()

    def _catch_up(self) -> None:
        if not self._learning.begun:
            if not self._jobs.running:
                self.begin()
            return
        try:
            learning.learn(self._desk.runner)
        except MaeditorError:
            # Somebody holds the project: the next decision catches up with this one, too.
            return
        self._show()

    def _show(self) -> None:
        self._pane.judge_by(self._learning.judged)
        if self._card is not None:
            self._card.judge_again()
