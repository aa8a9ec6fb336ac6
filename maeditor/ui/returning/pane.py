"""The view of what came back from Excel: header, rows, the decision on the chosen one, what is applied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from maeditor.domain.merge import MergeState
from maeditor.services.returned_facts import Standpoint
from maeditor.ui.announcing import announce
from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.returning.correction_list import CorrectionList
from maeditor.ui.returning.decision_panel import DecisionPanel
from maeditor.ui.returning.foot import ReturnFoot
from maeditor.ui.returning.header import ReturnHeader
from maeditor.ui.returning.model import ReturnedModel
from maeditor.ui.returning.nothing import NothingReturned
from maeditor.ui.returning.rows import Choice, Returned, Row, RowKey
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Control = Qt.KeyboardModifier.ControlModifier
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
DECISIONS = {Qt.Key.Key_Left: Choice.KEEP, Qt.Key.Key_Right: Choice.TAKE, Qt.Key.Key_C: Choice.BESIDE}
NOTHING_PAGE, ROWS_PAGE = 0, 1


class ReturningPane(QWidget):
    """Rows in, decisions out; it reads no file and writes nothing."""

    apply_wanted = Signal()
    leave_wanted = Signal()
    choose_wanted = Signal()
    fact_wanted = Signal(str)
    """A fact to be shown in its article."""
    counted = Signal()
    """Others are ticked, or other rows are there."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._busy = False
        self.standpoint: Callable[[Row], Standpoint | None] = lambda _row: None
        """Asked of the row that is looked at."""
        self.model = ReturnedModel(words.wording, self)
        self.header = ReturnHeader(theme, words, self)
        self.nothing = NothingReturned(theme, words, self)
        self.list = CorrectionList(theme, words, self.model, self)
        self.panel = DecisionPanel(theme, words, self)
        self.foot = ReturnFoot(theme, words, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._wire()
        self.retranslate()
        self.show_nothing("")

    @property
    def row(self) -> Row | None:
        """The row chosen."""
        return self.model.row(self.list.rows.currentIndex().row())

    @property
    def taken(self) -> list[RowKey]:
        """What would be applied."""
        return self.model.taken

    @property
    def beside(self) -> list[RowKey]:
        """What would be opened as a conflict."""
        return self.model.beside

    @property
    def has_rows(self) -> bool:
        """Tell whether there is anything to decide."""
        return self._stack.currentIndex() == ROWS_PAGE

    def show_returned(self, returned: Returned) -> None:
        """Show what came back; a file that says the same as the project is told so."""
        chosen = self.row.key if self.row is not None else None
        self.model.show(returned, self._words.wording)
        self.header.show_returned(returned)
        self.header.show_only(self.model.only)
        self.list.retranslate()
        if not returned.rows:
            self.show_nothing(returned.name)
            return
        self._turn(ROWS_PAGE)
        at = self.model.place_of(chosen) if chosen is not None else -1
        self.list.choose(max(at, 0))
        self._ask()

    def show_nothing(self, same: str) -> None:
        """Nothing came back, or a file (its name) that says the same."""
        if not same:
            self.model.show(Returned("", "", "", 0, 0, ()), self._words.wording)
        self.nothing.tell(same)
        self._turn(NOTHING_PAGE)
        self._ask()

    def set_busy(self, busy: bool) -> None:
        """While corrections are applied nothing is decided."""
        self._busy = busy
        self._count()

    def panes(self) -> list[QWidget]:
        """Where the keyboard goes round."""
        return [self.list.rows, self.nothing.button, self.panel.keep]

    def take_focus(self) -> None:
        """Put the keyboard on what is shown."""
        target = self.list.rows if self.has_rows else self.nothing.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self, choice: Choice) -> None:
        """Decide of the chosen row; a conflict that is asked for once more is not."""
        row = self.row
        if row is None or self._busy:
            return
        wanted = Choice.OPEN if choice is Choice.KEEP and row.state is not MergeState.BOTH else choice
        if choice is Choice.BESIDE and self.model.choice(row) is Choice.BESIDE:
            wanted = Choice.OPEN
        if self.model.decide(self.list.rows.currentIndex().row(), wanted):
            self._ask()
            self._say(row)

    def tick(self, at: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.model.row(at)
        if row is not None and not self._busy and self.model.toggle(at):
            self._ask()
            self._say(row)

    def show_only(self, state: MergeState | None) -> None:
        """Show the rows in one state, or all."""
        self._rearrange(lambda: self.model.show_only(state))
        self.header.show_only(self.model.only)

    def sort_by(self, column: str) -> None:
        """Order the rows by a column."""
        self._rearrange(lambda: self.model.sort_by(column))
        self.list.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        self._rearrange(lambda: self.model.retranslate(self._words.wording))
        for part in (self.header, self.nothing, self.list, self.panel, self.foot):
            part.retranslate()
        px = self._theme.px
        self._around.setContentsMargins(px(28), px(12), px(28), px(16))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """←, → and C decide, Ctrl+Enter applies, Enter shows the fact, Esc goes back."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER and held == Control:
            self.apply_wanted.emit()
        elif held:
            super().keyPressEvent(event)
        elif key in DECISIONS and self.has_rows:
            self.decide(DECISIONS[Qt.Key(key)])
        elif key in ENTER and self.has_rows:
            self._open()
        elif key in ENTER:
            self.choose_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))

    def _leave(self) -> None:
        """First back to all rows, then to the articles."""
        if self.model.only is not None:
            self.show_only(None)
        else:
            self.leave_wanted.emit()

    def _open(self) -> None:
        row = self.row
        if row is not None and row.fact is not None and row.correction.fact_id:
            self.fact_wanted.emit(row.correction.fact_id)

    def _rearrange(self, do: Callable[[], None]) -> None:
        """The chosen row stays chosen where it still is among those shown."""
        chosen = self.row.key if self.row is not None else None
        with QSignalBlocker(self.list.rows.selectionModel()):
            do()
        self.list.choose(max(self.model.place_of(chosen) if chosen is not None else 0, 0))
        self._ask()

    def _ask(self) -> None:
        row = self.row if self.has_rows else None
        choice = self.model.choice(row) if row is not None else Choice.OPEN
        standpoint = self.standpoint(row) if row is not None else None
        self.panel.show_row(row, choice, self.model.text, self.model.returned.saved_at, standpoint)

    def _say(self, row: Row) -> None:
        choice = self.model.choice(row)
        word = "ticked" if choice is Choice.TAKE else "not_ticked"
        announce(self, f"{self._words.say(f'returning.{word}')}, {self.model.text.state(row, choice)}")

    def _count(self) -> None:
        self.foot.show_count(self.model.chosen_count, busy=self._busy)
        self.counted.emit()

    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        self.foot.setVisible(page == ROWS_PAGE)
        self.header.setVisible(page == ROWS_PAGE)

    def _show_menu(self, at: QPoint) -> None:
        """What the keys do, for the mouse."""
        rows = self.list.rows
        index = rows.indexAt(at) if rows.indexAt(at).isValid() else rows.currentIndex()
        row = self.model.row(index.row())
        if row is None:
            return
        rows.setCurrentIndex(index)
        say, menu = self._words.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, choice in (
            (self.panel.keep, Choice.KEEP),
            (self.panel.take, Choice.TAKE),
            (self.panel.beside, Choice.BESIDE),
        ):
            if row.openable if choice is Choice.BESIDE else row.applicable:
                text = button.text().replace("&", "&&")
                menu.addAction(text, lambda wanted=choice: self.decide(wanted))  # type: ignore[misc]
        if row.fact is not None and row.correction.fact_id:
            menu.addAction(say("returning.show_fact"), self._open)
        menu.popup(rows.viewport().mapToGlobal(at))

    def _wire(self) -> None:
        rows = self.list.rows
        rows.ticked.connect(self.tick)
        rows.customContextMenuRequested.connect(self._show_menu)
        rows.doubleClicked.connect(lambda _index: self._open())
        rows.selectionModel().currentChanged.connect(lambda _now, _before: self._ask())
        self.model.decided.connect(self._count)
        self.header.only_wanted.connect(self.show_only)
        self.list.sort_wanted.connect(self.sort_by)
        self.panel.decided.connect(self.decide)
        self.foot.apply_wanted.connect(self.apply_wanted)
        self.foot.later_wanted.connect(self.leave_wanted)
        self.nothing.choose_wanted.connect(self.choose_wanted)
        self._unseen = OutOfSight(self, self.retranslate, self._words.changed, self._theme.changed)

    def _lay_out(self) -> None:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self._around = QHBoxLayout()
        self._around.addWidget(self.panel)
        column.addLayout(self._around)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)
