"""A review in the whole window, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.domain.facts import Fact
from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.ui.review.pane import ReviewPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
PATIENCE_MS = 10_000
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Reviewer:
    """Presses keys in the shown window; reads what stands there and what was saved."""

    def __init__(self, window: Window) -> None:
        self.window = window
        assert window.workspace is not None
        self.workspace: Workspace = window.workspace

    @property
    def pane(self) -> ReviewPane:
        return self.workspace.review

    @property
    def shown(self) -> FactView:
        """The fact on the card, as it is shown."""
        card = self.pane.card.card
        assert card is not None
        return card.view

    def press(self, key: Qt.Key | str, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window.main.windowHandle(), key, held)
        settle()

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.window.main.windowHandle(), character)
        settle()

    def start(self) -> None:
        self.press("r", CONTROL)

    def saved(self, fact_id: str) -> Fact:
        return library.fact_view(self.workspace.desk.runner, fact_id).fact

    def told(self) -> None:
        """Wait until the other panes have heard of the last decision."""
        telling = self.workspace.review_presenter.deciding.telling
        if telling.waiting:
            loop = QEventLoop()
            telling.told.connect(loop.quit)
            # Only so that a fault ends the test.
            QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
            loop.exec()
        assert not telling.waiting
        settle()

    def show_article(self, number: int) -> str:
        """Open an article by its number; its id."""
        card = next(each for each in library.articles(self.workspace.desk.runner) if each.number == number)
        self.workspace.desk.selection.show_article(card.id)
        settle()
        return card.id
