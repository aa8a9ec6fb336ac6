"""The sheets view: the sheets at the left, the workbook of the one in front, its choices at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.sheets.cards import SheetCard
from maeditor.ui.sheets.nothing import NoSheets
from maeditor.ui.sheets.sheet_panel import SheetPanel
from maeditor.ui.sheets.side import SheetSide
from maeditor.ui.sheets.workbook import WorkbookPreview
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LIST, SIDE = 236, 304
NARROW_LIST, NARROW_SIDE = 208, 288
NARROW = 1400
"""Below this width of the window the side panels give some room."""
NOTHING_PAGE, SHEET_PAGE = 0, 1


class SheetsPane(QWidget):
    """Shows what it is given and tells what is wanted; it asks and writes nothing."""

    new_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._stack = QStackedWidget(self)
        self.nothing = NoSheets(theme, words, self)
        self._whole = QWidget(self)
        self.panel = SheetPanel(theme, words, self._whole)
        self.workbook = WorkbookPreview(theme, words, self._whole)
        self.side = SheetSide(theme, words, self._whole)
        self._lay_out()
        self.nothing.button.clicked.connect(self.new_wanted)
        self.panel.list.opened.connect(lambda: self.workbook.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self._unseen = OutOfSight(self, self.retranslate, words.changed, theme.changed)
        self.retranslate()

    @property
    def empty(self) -> bool:
        """Tell whether there is no sheet."""
        return self._stack.currentIndex() == NOTHING_PAGE

    def show_cards(self, cards: Sequence[SheetCard], chosen: str) -> None:
        """Show the sheets, or that there is none; the keyboard stays with the view."""
        had = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        was_empty = self.empty
        self.panel.show_cards(cards, chosen)
        self._stack.setCurrentIndex(SHEET_PAGE if cards else NOTHING_PAGE)
        if had and self.empty != was_empty:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the sheets, or on the way to the first one."""
        target: QWidget = self.nothing.button if self.empty else self.panel.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Where F6 stops, in order."""
        choices, side = self.side.choices, self.side
        pages: dict[str, QWidget] = {"choices": choices.title, "columns": side.columns, "changes": side.changes.list}
        page = pages[side.page]
        return [self.panel.list, self.nothing.button, self.workbook.table, page if page.isVisible() else side.segment]

    def retranslate(self) -> None:
        """Word and colour everything again."""
        for part in (self.nothing, self.panel, self.workbook, self.side):
            part.retranslate()
        self._share_width()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the workbook room where the window is narrow."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        px = self._theme.px
        narrow = self.window().width() < px(NARROW)
        self.panel.setFixedWidth(px(NARROW_LIST if narrow else LIST))
        self.side.setFixedWidth(px(NARROW_SIDE if narrow else SIDE))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.workbook, 1)
        row.addWidget(self.side)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self._whole)
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
