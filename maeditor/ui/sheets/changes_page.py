"""What came, changed or went since a sheet was exported last, each with the way to the fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from maeditor.ui.ink_label import InkLabel
from maeditor.ui.reading_side import begins_at_the_right
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, SIGN = 46, 16
CHANGE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Way(StrEnum):
    """What became of a fact of the sheet."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


SIGNS = {Way.ADDED: ("add", "ok"), Way.CHANGED: ("edit", "accent"), Way.GONE: ("gone", "danger")}


@dataclass(frozen=True, slots=True)
class SheetChange:
    """One fact: what became of it, its number and what it says; ``fact_id`` is empty for one that is no more."""

    way: Way
    label: str
    about: str
    fact_id: str


class ChangesModel(QAbstractListModel):
    """The changes, frozen."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.changes: Sequence[SheetChange] = ()

    def show(self, changes: Sequence[SheetChange]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self.changes = changes
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many facts changed."""
        return 0 if parent.isValid() else len(self.changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The change for who paints it, a sentence for the rest."""
        change = self.changes[index.row()]
        if role == CHANGE:
            return change
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{self._words.say(f'sheets.way_{change.way.value}')} : {change.label}, {change.about}"
        return None


class ChangesList(QListView):
    """Enter or a double click opens the fact."""

    opened = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.changes = ChangesModel(words, self)
        self.setModel(self.changes)
        self.setItemDelegate(_ChangeDelegate(theme, words, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.changes.changes) and self.changes.changes[row].fact_id:
            self.opened.emit(self.changes.changes[row].fact_id)


class ChangesPage(QWidget):
    """A sentence on the last export, and the list."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._told = ""
        self.sentence = InkLabel(self, wraps=True)
        self.list = ChangesList(theme, words, self)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self.sentence)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.retranslate()

    def show_changes(self, told: str, changes: Sequence[SheetChange]) -> None:
        """Say a sentence and list what changed, one row in hand."""
        self._told = told
        self.sentence.setText(told)
        if list(changes) != list(self.list.changes.changes):
            self.list.changes.show(changes)
            if changes:
                self.list.setCurrentIndex(self.list.changes.index(0))
        self.list.setVisible(bool(changes))
        self._column.setStretch(2, 0 if changes else 1)

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, px = self._theme, self._theme.px
        self.sentence.dress(theme.ui_font(12.5), theme.colour("text2"))
        self.sentence.setContentsMargins(px(18), 0, px(18), px(8))
        self._column.setContentsMargins(0, px(14), 0, px(8))
        self._column.setSpacing(0)
        self.list.setAccessibleName(self._words.say("sheets.page_changes"))
        self.list.doItemsLayout()


class _ChangeDelegate(QStyledItemDelegate):
    """What became of it as a sign, its number, and under it what it says."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        change = index.data(CHANGE)
        if not isinstance(change, SheetChange):
            return
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._view.verticalScrollBar()
        rect = option.rect.adjusted(px(8), px(1), -max(px(8) - (bar.width() if bar.isVisible() else 0), 0), -px(1))
        self._ground(painter, option, rect)
        icon, ink = SIGNS[change.way]
        side, device = px(SIGN), painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        place = QRect(rect.left() + px(10), rect.top() + px(7), side, side)
        painter.drawPixmap(place, theme.pixmap(icon, ink, side, ratio))
        left = place.right() + px(9)
        room = QRect(left, rect.top() + px(4), rect.right() - px(8) - left, px(19))
        word = self._words.say(f"sheets.way_{change.way.value}")
        painter.setFont(theme.ui_font(11, 500))
        painter.setPen(theme.colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(word) - px(8))
        painter.setFont(theme.ui_font(13, 600, tabular=True))
        painter.setPen(theme.colour("text"))
        self._line(painter, change.label, room)
        painter.setFont(theme.ui_font(12))
        painter.setPen(theme.colour("text2"))
        self._line(painter, change.about, QRect(left, rect.top() + px(23), rect.right() - px(8) - left, px(18)))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme, state = self._theme, option.state
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inside(QRectF(rect), 2 if focused else 0), theme.px(8), theme.px(8))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))

    def _line(self, painter: QPainter, text: str, room: QRect) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if begins_at_the_right(text) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, f"\u2068{shown}\u2069")
