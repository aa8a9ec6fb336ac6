"""Somebody without a mouse: every key goes to the shown window, as the keyboard at hand sends it; keys are counted."""

from __future__ import annotations

from keyboards import Keyboard
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from window_person import Control, NoModifier, Person

from maeditor.domain.facts import Fact
from maeditor.ui.reader.omission_strip import OmissionStrip
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.review.pane import ReviewPane

Key = Qt.Key
MOST_FIELDS = 20
"""More than a file dialog has."""


class Typist:
    """Ten fingers and two eyes."""

    def __init__(self, person: Person, keyboard: Keyboard) -> None:
        self._person, self._keyboard = person, keyboard
        self.main = person.main
        self.pressed = self.typed = 0
        """All keys; and of them those that typed a text or chose from a list."""

    # Fingers

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self._window(), key, modifiers)
        self.pressed += 1
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text as the keyboard brings it."""
        keys = self._keyboard.type(self._window(), text)
        self.pressed, self.typed = self.pressed + keys, self.typed + keys
        QApplication.processEvents()

    def choose(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NoModifier) -> None:
        """Press a key that stands for typing: one that chooses from a list, or moves a bound by a word."""
        self.press(key, modifiers)
        self.typed += 1

    def leave_dialog(self) -> None:
        """Escape; where there is no window manager, nobody gives the keyboard back when a dialog goes."""
        self.press(Key.Key_Escape)
        self.main.activateWindow()
        QApplication.processEvents()

    def press_digit(self, number: int) -> None:
        """Press Ctrl and a key of the digit row, by its place."""
        self.pressed += self._keyboard.digit(self._window(), number, Control)
        QApplication.processEvents()

    def open_project(self, path: str) -> None:
        """Ctrl+O, the file's name, Return."""
        timer = QTimer(self.main)

        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and dialog.isVisible():
                timer.stop()
                for _field in range(MOST_FIELDS):
                    if QApplication.focusWidget().objectName() == "fileNameEdit":
                        break
                    QTest.keyClick(self._window(), Key.Key_Tab)
                for sign in path:
                    QTest.keyClick(self._window(), sign)
                QTest.keyClick(self._window(), Key.Key_Return)
                self.main.activateWindow()

        timer.timeout.connect(fill)
        timer.start(0)
        self.press("o", Control)
        timer.deleteLater()

    # Eyes

    @property
    def review(self) -> ReviewPane:
        """The review at the right of the article."""
        return self.main.findChild(ReviewPane)

    @property
    def fact(self) -> Fact:
        """What stands on the card."""
        card = self.review.card.card
        assert card is not None
        return card.view.fact

    @property
    def card(self) -> str:
        """The number of the fact on the card, as F-0001."""
        return self.fact.label

    @property
    def amount(self) -> str:
        """The amount on the card as digits, or nothing where the value is none."""
        return str(self.fact.amount or "")

    @property
    def glued(self) -> bool:
        """Whether the card offers two readings of cells glued together, that are not two facts yet."""
        doubts = self.review.card.doubts
        return doubts.isVisible() and doubts.count > 1 and doubts.split.isEnabled()

    @property
    def familiar(self) -> bool:
        """Whether the card names another fact that says the same."""
        return self.review.card.familiar.isVisible()

    @property
    def passage(self) -> str:
        """The words that the card quotes."""
        card = self.review.card.card
        assert card is not None
        return card.view.evidence[0].passage.exact

    @property
    def dialog(self) -> QWidget | None:
        """The dialog in front."""
        return QApplication.activeModalWidget()

    @property
    def heard(self) -> str:
        """What a screen reader calls whatever has the keyboard."""
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None else ""

    @property
    def in_article(self) -> bool:
        """Whether the article has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and self.main.findChild(ReaderPane).isAncestorOf(focus)

    @property
    def title(self) -> str:
        """The title of the article beside the card."""
        return self.main.findChild(ReaderPane).view.title

    def field(self, name: str) -> str:
        """What a row of the card says to a screen reader."""
        row = self.review.card.rows[name]
        return row.accessibleName() if row.isVisible() else ""

    @property
    def asks_reason(self) -> bool:
        """Whether it asks why the value is not the one of the passage."""
        return self.review.card.reason.isVisible()

    @property
    def reads(self) -> bool:
        """Whether the article is in front, without a review."""
        return not self.review.isVisible() and self.strip.window().isVisible()

    @property
    def strip(self) -> OmissionStrip:
        """What stands under the article."""
        return self.main.findChild(OmissionStrip)

    def sees(self, text: str, where: QWidget | None = None) -> bool:
        """Tell whether a label says something."""
        labels = (where or self.main).findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def _window(self):  # type: ignore[no-untyped-def]  # a QWindow, of Person's own finding
        return self._person._front()
