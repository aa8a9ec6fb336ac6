"""At the left: the project's sheets, in the order that a person gives them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from maeditor.ui.ink_label import InkLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.pane_keys import pane_key
from maeditor.ui.sheets.card_delegate import SheetDelegate
from maeditor.ui.sheets.cards import SheetCard, SheetsModel
from maeditor.ui.sheets.movable_list import MovableList
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEADER = 44
TOOLS = (("duplicate-sheet", "copy"), ("delete-sheet", "trash"))
"""The buttons beside the one for a new sheet: the command that each stands for, and its icon."""
MENU = ("rename-sheet", "duplicate-sheet", "export-sheet", "", "sheet-up", "sheet-down", "", "delete-sheet")


class SheetList(MovableList):
    """The list; Enter goes on to what the sheet holds, Delete is a command's."""

    key_pressed = Signal(str)
    opened = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, arrows=False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.edit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, what panes hand over is handed over, arrows move."""
        pressed = pane_key(event)
        if self.state() is QAbstractItemView.State.EditingState:
            # The end of what was typed over a title: the field leaves Enter to whoever is above it.
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif pressed and event.key() != Qt.Key.Key_Space:
            self.key_pressed.emit(pressed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The mouse asks where it is; the key for menus at the row in hand."""
        row = self.currentIndex()
        place = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            place = self.viewport().mapToGlobal(self.visualRect(row).center())
        if row.isValid():
            self.menu_wanted.emit(place)


class SheetPanel(QWidget):
    """It tells what the person wants of the sheets, by the names of commands."""

    chosen = Signal(str)
    wanted = Signal(str)
    """A command's name."""
    moved = Signal(str, int)
    """A sheet and the place it is to have."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._count = InkLabel(self), InkLabel(self)
        self.model = SheetsModel(words, self)
        self.list = SheetList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(SheetDelegate(theme, words, self.list))
        self.new_button = KeycapButton(theme, "add", "", self, tight=True)
        self.tools = {name: QToolButton(self) for name, _icon in TOOLS}
        self._menu = QMenu(self)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.moved.connect(lambda row, place: self.moved.emit(self.model.sheet_id(row), place))
        self.list.menu_wanted.connect(self._menu.popup)
        self.new_button.clicked.connect(lambda: self.wanted.emit("new-sheet"))
        for name, tool in self.tools.items():
            tool.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
        self.retranslate()

    @property
    def current(self) -> str:
        """The sheet in hand, or nothing."""
        return self.model.sheet_id(self.list.currentIndex().row())

    def show_cards(self, cards: Sequence[SheetCard], chosen: str) -> None:
        """Show the sheets and mark the one in front, without telling anybody."""
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        self.model.show(cards)
        index = self.model.index(max(self.model.row_of(chosen), 0))
        if cards and index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        selection.blockSignals(blocked)
        self.list.viewport().update()
        self._count.setText(self._words.number(len(cards)) if cards else "")
        for tool in self.tools.values():
            tool.setEnabled(bool(cards))

    def rename(self) -> None:
        """Let the title in hand be typed over."""
        if self.list.currentIndex().isValid():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.edit(self.list.currentIndex())

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, words, px = self._theme, self._words, self._theme.px
        self._title.setText(words.say("sheets.sheets"))
        self._title.dress(theme.ui_font(13, 600), theme.colour("text"))
        self._count.dress(theme.ui_font(12, tabular=True), theme.colour("text3"))
        self.list.setAccessibleName(words.say("sheets.sheets"))
        self.new_button.setText(words.say("sheets.new"))
        self.new_button.setAccessibleName(words.say("sheets.new_title"))
        self.new_button.setToolTip(words.tip("sheets.new_title", "new-sheet"))
        self.new_button.set_key(words.cap("new-sheet"))
        for name, icon in TOOLS:
            key = f"sheets.{name.removesuffix('-sheet')}"
            self.tools[name].setIcon(theme.icon(icon, "text2"))
            self.tools[name].setIconSize(QSize(px(17), px(17)))
            self.tools[name].setAccessibleName(words.say(key))
            self.tools[name].setToolTip(words.tip(key, name))
        self._fill_menu()
        self._head.setContentsMargins(px(18), 0, px(12), 0)
        self._foot.setContentsMargins(px(12), px(8), px(12), px(12))
        self._title.setFixedHeight(px(HEADER))
        self.list.doItemsLayout()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the header's hairline and the one at the right."""
        painter, line = QPainter(self), self._theme.colour("line")
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)

    def _fill_menu(self) -> None:
        from maeditor.ui.dialogs.keys_model import plain

        self._menu.clear()
        for name in MENU:
            if name:
                text = f"{plain(self._words.say(f'command.{name}'))}\t{self._words.cap(name)}"
                self._menu.addAction(text).triggered.connect(
                    lambda _checked=False, name=name: self.wanted.emit(name),
                )
            else:
                self._menu.addSeparator()

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self.model.sheet_id(current.row()))

    def _lay_out(self) -> None:
        for tool in self.tools.values():
            tool.setAutoRaise(True)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = self._head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        foot = self._foot = QHBoxLayout()
        foot.addWidget(self.new_button, 1)
        for tool in self.tools.values():
            foot.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
