"""In the middle: what the workbook of a sheet would hold, tab by tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from maeditor.ui.ink_label import LineLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.sheets.preview_table import PreviewModel, PreviewView
from maeditor.ui.sheets.tabs import WorkbookTabs
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.services.previewing import TabPreview


class WorkbookPreview(QWidget):
    """Title, export, tabs, the rows of the tab in front, and how many there are of them."""

    export_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._tabs: Sequence[TabPreview] = ()
        self._note = ""
        self.title, self.note, self.foot = LineLabel(self), LineLabel(self), LineLabel(self)
        self.export_button = KeycapButton(theme, "excel", "", self, filled=True)
        self.tabs = WorkbookTabs(theme, words, self)
        self.model = PreviewModel(self)
        self.table = PreviewView(theme, words, self)
        self.table.setModel(self.model)
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _at: self._show_tab())
        self.export_button.clicked.connect(self.export_wanted)
        self.retranslate()

    def show_title(self, title: str, note: str) -> None:
        """What the sheet is called, and in a line what it is."""
        self._note = note
        self.title.setText(title)
        self.title.setToolTip("")
        self.note.setText(note)

    def show_tabs(self, tabs: Sequence[TabPreview]) -> None:
        """Show a workbook; the tab in front stays, and in it where the person had come to."""
        other = not self._tabs
        self._tabs = tabs
        self.tabs.show_tabs([(tab.key, tab.title, tab.count) for tab in tabs])
        if other:
            self.tabs.choose("facts")
        self._show_tab()

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, words, px = self._theme, self._words, self._theme.px
        self.title.dress(theme.ui_font(18, 600), theme.colour("text"))
        self.note.dress(theme.ui_font(12), theme.colour("text2"))
        self.foot.dress(theme.ui_font(12, tabular=True), theme.colour("text2"))
        self.export_button.setText(words.say("sheets.export"))
        self.export_button.setAccessibleName(words.say("sheets.export"))
        self.export_button.set_key(words.cap("export-workbook"))
        self.tabs.retranslate()
        self.table.retranslate()
        self._head.setContentsMargins(px(24), px(18), px(20), px(12))
        self._head.setSpacing(px(12))
        self._tab_row.setContentsMargins(px(16), 0, px(16), 0)
        self._foot_row.setContentsMargins(px(24), px(7), px(20), px(9))
        self._show_tab()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, and the line that the tabs stand on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.fillRect(0, self.tabs.geometry().bottom(), self.width(), 1, self._theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last column reaches the edge."""
        super().resizeEvent(event)
        self.table.fit()

    def _show_tab(self) -> None:
        tab = next((each for each in self._tabs if each.key == self.tabs.key), None)
        if tab is None:
            self.model.show((), ())
            self.foot.setText("")
            return
        at, bar = self.table.currentIndex(), self.table.horizontalScrollBar().value()
        down = self.table.verticalScrollBar().value()
        self.model.show(tab.headings, tab.rows, tab.families)
        self.table.fit()
        if at.isValid() and at.row() < self.model.rowCount() and at.column() < self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(at.row(), at.column()))
        self.table.horizontalScrollBar().setValue(bar)
        self.table.verticalScrollBar().setValue(down)
        words, shown = self._words, len(tab.rows)
        self.table.show_name(words.say("sheets.preview_of", tab=tab.title))
        first = shown < tab.count
        self.foot.setText(
            words.say("sheets.first_rows", shown=shown, count=tab.count)
            if first
            else words.say("sheets.rows", count=shown)
        )

    def _lay_out(self) -> None:
        for label in (self.title, self.note, self.foot):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        told = QVBoxLayout()
        told.setSpacing(3)
        told.addWidget(self.title)
        told.addWidget(self.note)
        head = self._head = QHBoxLayout()
        head.addLayout(told, 1)
        head.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignVCenter)
        tab_row = self._tab_row = QHBoxLayout()
        tab_row.addWidget(self.tabs, 1)
        foot = self._foot_row = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tab_row)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
