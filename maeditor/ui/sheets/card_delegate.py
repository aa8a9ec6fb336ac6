"""Paints a sheet's row: its title, and under it how much it holds and when it was exported."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from maeditor.ui.reading_side import begins_at_the_right
from maeditor.ui.sheets.cards import SheetCard, SheetRole, SheetsModel
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, SIDE, GAP = 54, 8, 11
ICON = 17
Index = QModelIndex | QPersistentModelIndex


class SheetDelegate(QStyledItemDelegate):
    """One sheet; its title can be typed over where it stands."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every row is equally high."""
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row from its card."""
        card, model = index.data(SheetRole.CARD), index.model()
        if not isinstance(card, SheetCard) or not isinstance(model, SheetsModel):
            return
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._box(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, rect)
        side = px(ICON)
        icon = QRect(rect.left() + px(GAP), rect.top() + px(10), side, side)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        painter.drawPixmap(icon, theme.pixmap("sheets", "accent" if chosen else "text2", side, ratio))
        left = icon.right() + px(9)
        room = rect.right() - px(10) - left
        painter.setFont(theme.ui_font(13, 600))
        painter.setPen(theme.colour("text"))
        self._line(painter, card.sheet.title, QRect(left, rect.top() + px(8), room, px(20)))
        painter.setFont(theme.ui_font(11, tabular=True))
        painter.setPen(theme.colour("text3"))
        self._line(painter, model.about(card), QRect(left, rect.top() + px(29), room, px(17)))
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """A field over the title."""
        field = QLineEdit(parent)
        field.setAccessibleName(self._words.say("sheets.title"))
        field.setFont(self._theme.ui_font(13))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The title as it is, all of it marked."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the row's words."""
        px, rect = self._theme.px, self._box(option.rect)
        left = rect.left() + px(GAP + ICON + 4)
        editor.setGeometry(left, rect.top() + px(8), rect.right() - px(6) - left, px(30))

    def _box(self, rect: QRect) -> QRect:
        px, bar = self._theme.px, self._view.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        return rect.adjusted(px(SIDE), px(1), -max(px(SIDE) - taken, 0), -px(1))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme = self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inside(QRectF(rect), 2 if focused else 0), theme.px(8), theme.px(8))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))

    def _line(self, painter: QPainter, text: str, room: QRect) -> None:
        """One line, cut where its room ends; Arabic from its right."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if begins_at_the_right(text) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, f"\u2068{shown}\u2069")
