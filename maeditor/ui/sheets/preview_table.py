"""The first rows of a tab as they will read in the workbook."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from maeditor.ui.reading_side import begins_at_the_right
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Index = QModelIndex | QPersistentModelIndex
ROW = 31
WIDEST, NARROWEST = 300, 46
LOOKED_AT = 60
"""Rows whose widths are measured."""
FIGURES = frozenset({"measure", "number", "percent"})
"""Kinds of columns that stand at the right."""
TIP_FROM = 24
"""Characters from which a cell says all of itself to the mouse."""
MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
    | {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class PreviewModel(QAbstractTableModel):
    """Texts, frozen; numbers stand at the right as they do in a workbook."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headings: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self._figures: frozenset[int] = frozenset()

    def show(self, headings: Sequence[str], rows: Sequence[Sequence[str]], kinds: Sequence[str] = ()) -> None:
        """Show other rows; ``kinds`` tells what each column holds."""
        self.beginResetModel()
        self._headings, self._rows = headings, rows
        self._figures = frozenset(at for at, kind in enumerate(kinds) if kind in FIGURES)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings; rows are counted."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; its whole text as a tip where it may be cut."""
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split("\n"))
        if role == Qt.ItemDataRole.ToolTipRole and len(text) >= TIP_FROM:
            return f"<qt>{html.escape(text)}</qt>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]} : {text}" if text else self._headings[index.column()]
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class CellDelegate(QStyledItemDelegate):
    """As Qt paints cells; what reads from the right is cut at its left."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Plain text only, in its own direction."""
        super().initStyleOption(option, index)
        if begins_at_the_right(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft


class PreviewView(QTableView):
    """The rows of a workbook, to be read and scrolled through."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(LOOKED_AT)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.retranslate()

    def show_name(self, name: str) -> None:
        """What the rows are, for who hears them."""
        self.setAccessibleName(name)

    def fit(self) -> None:
        """Give each column what its first rows need, within reason; one cell is always in hand."""
        header, px = self.horizontalHeader(), self._theme.px
        model = self.model()
        self.ensurePolished()
        for column in range(model.columnCount()):
            wide = max(header.sectionSizeHint(column), self.sizeHintForColumn(column) + px(14))
            header.resizeSection(column, min(max(wide, px(NARROWEST)), px(WIDEST)))
        spare = self.viewport().width() - header.length()
        if spare > 0 and model.columnCount():
            last = model.columnCount() - 1
            header.resizeSection(last, header.sectionSize(last) + spare)
        if model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))

    def retranslate(self) -> None:
        """Colour it again."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        self.setFont(theme.ui_font(12.5, tabular=True))
        self.horizontalHeader().setFont(theme.ui_font(12, 600))
        self.verticalHeader().setFont(theme.ui_font(11, tabular=True))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.raised}; color: {tokens.text}; outline: none;"
            f" gridline-color: {tokens.line}; border: 2px solid transparent;"
            f" selection-background-color: {tokens.selected}; selection-color: {tokens.text}; }}"
            f"QTableView:focus {{ border: 2px solid {tokens.focus}; border-radius: {px(6)}px; }}"
            f"QTableView::item {{ padding: 0 {px(6)}px; }}"
            f"QTableView::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            f"QTableView::corner {{ background: transparent; border: none; }}"
            f"QTableCornerButton::section {{ background: {tokens.panel}; border: none;"
            f" border-bottom: 1px solid {tokens.line2}; border-right: 1px solid {tokens.line}; }}"
            f"QHeaderView {{ background: {tokens.panel}; }}"
            f"QHeaderView::section {{ background: {tokens.panel}; color: {tokens.text2}; border: none;"
            f" border-right: 1px solid {tokens.line}; border-bottom: 1px solid {tokens.line2};"
            f" padding: {px(7)}px {px(9)}px; }}"
            f"QHeaderView::section:vertical {{ color: {tokens.text3}; padding: 0 {px(8)}px; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and pages move from cell to cell; the rest is the pane's."""
        super().keyPressEvent(event) if event.key() in MOVES else event.ignore()
