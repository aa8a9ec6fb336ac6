"""The review pane: header, progress, card, decisions. It says what the person wants and writes nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from maeditor.ui.command_table import Scope
from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.pane_keys import BOUNDS, pane_key
from maeditor.ui.review import saying
from maeditor.ui.review.card_view import SIDE, CardView
from maeditor.ui.review.footer import Footer
from maeditor.ui.review.header import Header
from maeditor.ui.review.progress import Progress
from maeditor.ui.review.summary import Summary
from maeditor.ui.review.walk import Walk
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SCROLL_STEP = 60
LEAST_WIDTH = 400
LOW = 740
"""Below this height of the pane the card stands closer."""


class ReviewPane(QWidget):
    """One fact at a time. It has the keyboard itself, so that Space and Return are the card's and no button's."""

    asked = Signal(str)
    """``accept``, ``reject``, ``later``, ``escape``, ``leave``, ``go-on``, ``again``, ``split``, ``link``; while
    something is changed ``commit``, ``commit_accept``, ``cancel``."""
    field_asked = Signal(str)
    scope_asked = Signal(bool)
    key_pressed = Signal(str)
    """Another of the keys that panes hand over."""
    bound_moved = Signal(bool, bool)
    """A key for that was pressed: whether the end of the passage moves, and whether forward."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.bounding = False
        """The bounds of the passage are being moved: Enter keeps, Escape leaves."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = Header(theme, words, self)
        self.progress, self.counts = Progress(theme, self), QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.card = CardView(theme, words, self)
        self.footer = Footer(theme, words, self)
        self.summary = Summary(theme, self)
        self._scroll = QScrollArea(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.header.scope_asked.connect(self.scope_asked)
        self.header.leave_asked.connect(lambda: self.asked.emit("leave"))
        self.footer.asked.connect(self.asked)
        self.card.asked.connect(self.asked)
        self.card.field_asked.connect(self.field_asked)
        self.summary.go_on.connect(lambda: self.asked.emit("go-on"))
        self.summary.later_asked.connect(lambda: self.asked.emit("again"))
        OutOfSight(self, self.restyle, words.changed, theme.changed)
        self.restyle()

    @property
    def over(self) -> bool:
        """Tell whether the summary is shown."""
        return self._stack.currentWidget() is self.summary

    def show_walk(self, walk: Walk) -> None:
        """Show how far the review is."""
        words = self._words.wording
        told = saying.counts_text(walk, words)
        self.progress.show_walk(walk.states(), walk.conflicts(), -1 if walk.over else walk.place)
        self.progress.setAccessibleName(told)
        self.counts.setText(told)
        if walk.over or not len(walk):
            self.header.show_place("")
        else:
            self.header.show_place(words.say("review.place", number=walk.place + 1, count=len(walk)))

    def show_visit(self, label: str) -> None:
        """Say that a fact is only looked at, to compare; empty: the card is the one on the table."""
        self.footer.visiting = bool(label)
        self.header.show_visit(self._words.say("review.compared", label=label) if label else "")

    def show_summary(self, over: bool) -> None:
        """Show the summary, or the card."""
        self._stack.setCurrentIndex(1 if over else 0)

    def show_card_top(self) -> None:
        """Show the card from its top."""
        self._scroll.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until something of the card is in sight."""
        self._scroll.ensureWidgetVisible(widget, 0, self._theme.px(8))

    def restyle(self) -> None:
        """Take words, colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        self.setAccessibleName(self._words.say("review.title"))
        self.header.restyle()
        self.footer.restyle()
        self.card.restyle()
        self.summary.restyle()
        self._top.setContentsMargins(px(SIDE), px(8), px(SIDE), px(6))
        self._top.setSpacing(px(5))
        self.progress.updateGeometry()
        self.progress.update()
        self.counts.setFont(theme.ui_font(11.5, tabular=True))
        self.counts.setStyleSheet(f"color: {theme.tokens.text2};")
        self._scroll.viewport().setAutoFillBackground(False)
        if self.card.card is not None and not self.card.open_names:
            self.card.show_card(self.card.card)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window sets the card closer."""
        super().resizeEvent(event)
        self._make_room()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """On the card Tab takes the first other reading, where there is one; else it goes on as everywhere."""
        if (
            forward
            and self.hasFocus()
            and not self.over
            and self.card.doubts.isVisible()
            and self.card.doubts.choose_other()
        ):
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, Escape leaves, arrows choose a reading or scroll; what buttons leave is for the commands."""
        key, pressed = event.key(), pane_key(event)
        moved = BOUNDS.get(self._words.keys.at_pane(pressed, Scope.READING))
        called = self._words.keys.at_pane(pressed, Scope.REVIEW)
        if moved is not None and self.bounding:
            self.bound_moved.emit(*moved)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._takes_enter:
            self._enter(control=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif called and not self.bounding:
            self.asked.emit(called.removeprefix("review-"))
        elif pressed and not self.bounding:
            self.key_pressed.emit(pressed)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not event.modifiers() and not self.over:
            self._arrow(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Never what the words of the moment ask for: the article beside must not move when they change."""
        return QSize(self._theme.px(LEAST_WIDTH), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("panel"))

    def _make_room(self) -> None:
        bar = self._scroll.verticalScrollBar()
        # The scroll bar stands in the margin: card and buttons end at one line.
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self.card.make_room(low=self.height() < self._theme.px(LOW), taken=taken)

    def _escape(self) -> None:
        if self.bounding or self.card.open_names:
            self.asked.emit("cancel")
        elif self.card.doubts.taken >= 0 and not self.over:
            self.card.doubts.drop()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit("escape")

    @property
    def _takes_enter(self) -> bool:
        """Whether there is something that Enter ends."""
        doubted = self.card.doubts.isVisible() and self.card.doubts.taken >= 0
        return self.over or self.bounding or bool(self.card.open_names) or doubted

    def _enter(self, *, control: bool) -> None:
        if self.over:
            self.asked.emit("go-on")
        elif self.bounding or self.card.open_names:
            self.asked.emit("commit_accept" if control else "commit")
        else:
            self.asked.emit("accept")

    def _arrow(self, step: int) -> None:
        doubts = self.card.doubts
        if doubts.isVisible() and doubts.count:
            doubts.step(step)
        else:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + step * self._theme.px(SCROLL_STEP))

    def _lay_out(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll.setWidget(self.card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._make_room())
        column.addWidget(self._scroll, 1)
        column.addWidget(self.footer)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.summary)
        self._top = QVBoxLayout()
        self._top.addWidget(self.progress)
        self._top.addWidget(self.counts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(self._top)
        outer.addWidget(self._stack, 1)
