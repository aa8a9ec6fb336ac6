"""The chart as a table: the same facts in the same order, for who reads rather than looks."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from maeditor.domain.values import Comparator
from maeditor.services.figures import CapacityFigure, FigurePoint, Grouping
from maeditor.ui import fact_text
from maeditor.ui.charts.marks import UPPER, label_of, told_apart
from maeditor.ui.charts.table_delegate import STATE, FigureDelegate
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

AnyIndex = QModelIndex | QPersistentModelIndex
COLUMNS = ("row", "value", "bounds", "status", "review", "article")
SHARES = (45, 0, 0, 0, 0, 55)
"""Of a hundred: how those columns share the width that the others, as wide as what stands in them, leave."""
LEAST = (130, 0, 0, 0, 0, 130)
"""Pixels that such a column needs to be told from the others."""
SPARED = (COLUMNS.index("bounds"), COLUMNS.index("status"))
"""What is left out, one after the other, where names and titles had no room beside it: nothing is scrolled to."""
NUMBERS = frozenset({COLUMNS.index("bounds")})
SIGNS = frozenset({COLUMNS.index("review")})
BEFORE = {Comparator.LESS: "< ", Comparator.AT_MOST: "≤ ", Comparator.MORE: "> ", Comparator.AT_LEAST: "≥ "}


class FigureTable(QAbstractTableModel):
    """A line for each fact of the figure; frozen."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._grouping = Grouping.PLACE
        self._lines: list[tuple[str, FigurePoint]] = []

    def show_figure(self, figure: CapacityFigure) -> None:
        """Show another figure."""
        self.beginResetModel()
        self._grouping = figure.grouping
        unnamed = self._words.say(f"charts.unnamed_{figure.grouping.value}")
        self._lines = [
            (" · ".join(part for part in (row.name or unnamed, whose) if part), point)
            for row in figure.rows
            for point, whose in zip(row.points, told_apart(row, figure.grouping), strict=True)
        ]
        self.endResetModel()

    def fact_id(self, line: int) -> str:
        """The fact of a line, or nothing."""
        return self._lines[line][1].view.fact.id if 0 <= line < len(self._lines) else ""

    def line_of(self, fact_id: str) -> int:
        """The line of a fact, or -1."""
        return next((at for at, (_, point) in enumerate(self._lines) if point.view.fact.id == fact_id), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many facts."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            name = COLUMNS[section]
            return self._words.say(f"charts.column_{self._grouping.value if name == 'row' else name}")
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; to a screen reader its column first."""
        name, point = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(name, point, COLUMNS[index.column()])
        if role == STATE and index.column() in SIGNS:
            return point.view.fact.state.value
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[index.column()] in {"row", "review", "article"}:
            return self._cell(name, point, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == 0:
                return f"{name}, {fact_text.spoken_fact(point.view, self._words.wording)}"
            return self._cell(name, point, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and index.column() in NUMBERS:
            return self._theme.ui_font(13, tabular=True)
        return None

    def _cell(self, name: str, point: FigurePoint, column: str) -> str:
        view, say = point.view, self._words.say
        match column:
            case "row":
                return name
            case "value":
                return label_of(point, self._words.wording)
            case "bounds":
                return self._bounds(point)
            case "status":
                return say(f"facts.lifecycle_{view.fact.lifecycle.value}")
            case "review":
                return fact_text.state_text(view.fact.state, self._words.wording)
            case _:
                return view.evidence[0].article_title if view.evidence else say("facts.without_passage")

    def _bounds(self, point: FigurePoint) -> str:
        """The value in megawatts: one number with its sign, or from where to where."""
        low, high = self._words.number(point.low), self._words.number(point.high)
        if point.comparator in BEFORE:
            return BEFORE[point.comparator] + (high if point.comparator in UPPER else low)
        return low if low == high else f"{low}\u2009–\u2009{high}"


class FigureTableView(QTableView):
    """The table; Enter opens, letters and Esc are the pane's."""

    opened = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(FigureDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour it again."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        self.setAccessibleName(self._words.say("charts.table_name"))
        self.setFont(theme.ui_font(13))
        self.horizontalHeader().setFont(theme.ui_font(12, 600))
        self.verticalHeader().setDefaultSectionSize(px(34))
        self._share_width()
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.paper}; color: {tokens.text}; outline: none;"
            f" border: 2px solid transparent; selection-background-color: {tokens.selected};"
            f" selection-color: {tokens.text}; }}"
            f"QTableView:focus {{ border: 2px solid {tokens.focus}; border-radius: {px(6)}px; }}"
            f"QTableView::item {{ border-bottom: 1px solid {tokens.line}; padding: 0 {px(10)}px; }}"
            f"QTableView::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            f"QHeaderView {{ background: {tokens.paper}; }}"
            f"QHeaderView::section {{ background: {tokens.paper}; color: {tokens.text2}; border: none;"
            f" border-bottom: 1px solid {tokens.line2}; padding: {px(8)}px {px(13)}px; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows and pages move; the rest is the pane's."""
        moves = {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        }
        if event.key() in moves:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _share_width(self) -> None:
        """What is short takes what it needs; names and titles share the rest, so that no title is out of sight."""
        header = self.horizontalHeader()
        if header.count() != len(COLUMNS):
            return
        for column in SPARED:
            self.setColumnHidden(column, False)
        needs = {
            column: header.sectionSizeHint(column)
            if column in SIGNS
            else max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in range(header.count())
            if not SHARES[column]
        }
        wanted = sum(map(self._theme.px, LEAST))
        for column in SPARED:
            if self.viewport().width() - sum(needs.values()) >= wanted:
                break
            self.setColumnHidden(column, True)
            needs.pop(column)
        for column, wide in needs.items():
            header.resizeSection(column, wide)
        room = max(self.viewport().width() - sum(needs.values()), 0)
        for column, share in enumerate(SHARES):
            if share:
                header.resizeSection(column, room * share // 100)
