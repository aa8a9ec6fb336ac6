"""The list of facts: several can be chosen; letters are commands here, so it does not search by typing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from maeditor.ui.facts.model import FactsModel
from maeditor.ui.pane_keys import pane_key

Flag = QItemSelectionModel.SelectionFlag
LIST_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
Action = QAbstractItemView.CursorAction


class FactList(QListView):
    """Rows of one height, of which it draws what is in sight."""

    key_pressed = Signal(str)
    """A key that panes hand over to commands."""
    escape_pressed = Signal()
    several_chosen = Signal()
    """Another set of rows is marked."""
    menu_wanted = Signal(QPoint)
    """On a row, at a place of the screen."""

    def __init__(self, model: FactsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def chosen_count(self) -> int:
        """How many facts are marked."""
        return len(self.chosen_numbers)

    @property
    def chosen_numbers(self) -> list[int]:
        """The numbers of the facts marked, in the order of the list."""
        numbers: list[int] = []
        ranges = self.selectionModel().selection()
        spans = [(ranges.at(each).top(), ranges.at(each).bottom()) for each in range(ranges.count())]
        for first, last in sorted(spans):
            numbers.extend(self._facts.numbers_between(first, last))
        return numbers

    def mark(self, row: int) -> None:
        """Mark one row alone, or none, without telling anybody."""
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            selection.setCurrentIndex(self._facts.index(row), Flag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.viewport().update()

    def mark_again(self, numbers: list[int], current: int) -> None:
        """Mark the facts of these numbers that are there still, as when the list was set anew."""
        rows = [row for row in map(self._facts.row_of_number, numbers) if row >= 0]
        marked = QItemSelection()
        for row in rows:
            marked.select(self._facts.index(row), self._facts.index(row))
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        selection.setCurrentIndex(self._facts.index(current), Flag.NoUpdate)
        selection.select(marked, Flag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.viewport().update()

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: a letter that is no command must not move the selection."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lists everything again; bare Space and Enter are the list's own, other keys of panes the commands'."""
        keys = pane_key(event)
        if keys and (event.key() not in LIST_KEYS or event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.key_pressed.emit(keys)
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: over the lines of sections, which Qt would stop at."""
        facts, row = self._facts, self.currentIndex().row()
        last = facts.rowCount() - 1
        page = max(self.viewport().height() // max(self.sizeHintForRow(0), 1) - 1, 1)
        first = facts.step(-1, 1)
        if row < 0 or action is Action.MoveHome:
            wanted = first
        elif action is Action.MoveEnd:
            wanted = last
        elif action in {Action.MovePageUp, Action.MovePageDown}:
            step = page if action is Action.MovePageDown else -page
            wanted = min(max(row + step, first), last)
            wanted = wanted if facts.number_at(wanted) is not None else facts.step(wanted, 1)
        elif action in {Action.MoveUp, Action.MovePrevious}:
            wanted = facts.step(row, -1)
        elif action in {Action.MoveDown, Action.MoveNext}:
            wanted = facts.step(row, 1)
        else:
            wanted = row
        return facts.index(wanted)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the rows marked; from the keyboard the menu stands at the current one."""
        row = self.currentIndex()
        if not row.isValid():
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(self.visualRect(row).center()) if by_key else event.globalPos()
        self.menu_wanted.emit(place)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that other rows are marked."""
        super().selectionChanged(selected, deselected)
        self.several_chosen.emit()
