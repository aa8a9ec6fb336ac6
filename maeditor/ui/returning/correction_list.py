"""The list of corrections with the names of its columns above it, which order it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QPushButton, QVBoxLayout, QWidget

from maeditor.ui.returning.columns import columns
from maeditor.ui.returning.delegate import CorrectionDelegate
from maeditor.ui.returning.model import COLUMNS, Index, ReturnedModel
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEAD = 36
Move = QAbstractItemView.CursorAction
MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


class CorrectionRows(QListView):
    """The rows; Space and a press on the box tick, the other keys are the pane's."""

    ticked = Signal(int)
    """A place in the list."""

    def __init__(self, theme: Theme, model: ReturnedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = CorrectionDelegate(theme, self, model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.viewport().setAutoFillBackground(False)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """A tick makes no row higher: a list would lay all of them out again."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: a letter must not move the selection."""

    def moveCursor(self, action: QAbstractItemView.CursorAction, _held: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: counted, for Qt looks through all rows."""
        model, at = self.model(), self.currentIndex().row()
        last = model.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)
        steps = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -page, Move.MovePageDown: page}
        wanted = {Move.MoveHome: 0, Move.MoveEnd: last}.get(action, at + steps.get(action, 0))
        return model.index(min(max(wanted, 0), last), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, arrows and pages move; the rest is the pane's."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.ticked.emit(self.currentIndex().row())
        elif event.key() in MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box ticks it; anywhere else it only chooses the row."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        if left and self._delegate.tick_at(self.visualRect(index)).contains(at):
            self.ticked.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses on a box are two."""
        self.mousePressEvent(event)


class ColumnHead(QPushButton):
    """A column's name; pressed it orders the rows by it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.arrow = ""
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, and which way it orders."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.ui_font(12, 600)
        metrics = QFontMetrics(font)
        room = self.width() - px(4) - (px(16) if self.arrow else 0)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self.underMouse() or self.arrow else "text2"))
        painter.drawText(
            self.rect().adjusted(px(4), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
        )
        if self.arrow:
            side = px(13)
            left = px(4) + metrics.horizontalAdvance(shown) + px(4)
            pixmap = theme.pixmap(self.arrow, theme.tokens.accent, side, self.devicePixelRatioF())
            painter.drawPixmap(QRect(left, (self.height() - side) // 2, side, side), pixmap)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, px(5), -1, -px(5)), px(5), px(5))


class CorrectionList(QWidget):
    """Names of columns and rows, in step."""

    sort_wanted = Signal(str)

    def __init__(self, theme: Theme, words: Words, model: ReturnedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._model = theme, words, model
        self._head = QWidget(self)
        self.heads = {name: ColumnHead(theme, self._head) for name in COLUMNS}
        for name, head in self.heads.items():
            head.clicked.connect(lambda _checked=False, wanted=name: self.sort_wanted.emit(wanted))
        self.rows = CorrectionRows(theme, model, self)
        self.rows.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        say, model = self._words.say, self._model
        self.rows.setAccessibleName(say("returning.list_name"))
        for name, head in self.heads.items():
            called = say(f"returning.column_{name}")
            sorted_here = model.sorted_by == name
            head.setText(called)
            head.arrow = ("down" if model.descending else "up") if sorted_here else ""
            way = "sorted_down" if model.descending else "sorted_up"
            head.setAccessibleName(say(f"returning.{way}" if sorted_here else "returning.sort_by", column=called))
            head.setToolTip(head.accessibleName())
            head.update()
        self._head.setFixedHeight(self._theme.px(HEAD))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names follow their columns."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line under the names."""
        places = columns(self.rows.viewport().width(), self._theme.px)
        left, right = places["tick"][0], sum(places["state"])
        QPainter(self).fillRect(left, self._head.geometry().bottom(), right - left, 1, self._theme.colour("line2"))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A scroll bar that comes or goes takes room from the columns."""
        if event.type() is QEvent.Type.Resize and watched is self.rows.viewport():
            self._place()
        return False

    def choose(self, at: int) -> None:
        """Go to a row."""
        index = self._model.index(at) if 0 <= at < self._model.rowCount() else QModelIndex()
        self.rows.setCurrentIndex(index)
        if index.isValid():
            self.rows.scrollTo(index)

    def _place(self) -> None:
        places, px = columns(self.rows.viewport().width(), self._theme.px), self._theme.px
        for name, head in self.heads.items():
            left, wide = places[name]
            head.setGeometry(left - px(4), 0, max(wide, px(24)), self._head.height() - 1)
            head.setVisible(name != "state" or places.worded)
