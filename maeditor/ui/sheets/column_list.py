"""The columns of a sheet: ticked or not, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from maeditor.ui.sheets.movable_list import MIME, MovableList, row_data
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.tick_box import TICK

ROW, SIDE, INSET = 28, 15, 12
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column: its key, its heading, whether the sheet has it."""

    key: str
    label: str
    on: bool


class ColumnsModel(QAbstractListModel):
    """The columns, frozen; it never writes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[ColumnChoice, ...] = ()

    def show(self, choices: Sequence[ColumnChoice]) -> None:
        """Show these columns; as long as there are as many, rows keep their place."""
        same = len(choices) == len(self.choices)
        if not same:
            self.beginResetModel()
        self.choices = tuple(choices)
        if not same:
            self.endResetModel()
        elif choices:
            self.dataChanged.emit(self.index(0), self.index(len(choices) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many columns there could be."""
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The heading, and whether it is ticked."""
        choice = self.choices[index.row()]
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return choice.label
        if role == Role.CheckStateRole:
            return Qt.CheckState.Checked if choice.on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be ticked, and dragged between the others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        of = Qt.ItemFlag
        return of.ItemIsEnabled | of.ItemIsSelectable | of.ItemIsUserCheckable | of.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A row on its way, and nothing else."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        return row_data(indexes[0], self)


class ColumnList(MovableList):
    """Space or a click ticks, Alt with the arrows or the mouse moves."""

    ticked = Signal(int)
    """A row whose tick is to be put or taken."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, arrows=True)
        self.columns = ColumnsModel(self)
        self.setModel(self.columns)
        self.setItemDelegate(_ColumnDelegate(theme, self))
        self._pressed = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is pressed may become a click or a drag."""
        self._pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click ticks; the end of a drag does not come here."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() is Qt.MouseButton.LeftButton and 0 <= row == self._pressed:
            self.ticked.emit(row)
        self._pressed = -1


class _ColumnDelegate(QStyledItemDelegate):
    """Box and heading; a column that is left out stands back."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = self._view.verticalScrollBar()
        rect = option.rect.adjusted(px(6), 0, -max(px(6) - (bar.width() if bar.isVisible() else 0), 0), 0)
        self._ground(painter, option, rect)
        side, on = px(SIDE), Qt.CheckState(index.data(Role.CheckStateRole)) is Qt.CheckState.Checked
        box = QRectF(rect.left() + px(INSET) + 0.5, rect.center().y() - side // 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 1 if on else 1.4))
        painter.setBrush(theme.colour("accent" if on else "raised"))
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            pen = QPen(theme.colour("on_accent"), 1.9 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in TICK])
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.colour("text" if on else "text3"))
        left = round(box.right()) + px(9)
        room = QRect(left, rect.top(), rect.right() - px(6) - left, rect.height())
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme, state = self._theme, option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if focused:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(inside(QRectF(rect), 2), theme.px(6), theme.px(6))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
