"""The facts a passage may be linked to instead of making a new one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, TILE, CAP = 32, 22, 18
DOWN = "↓"


class ExistingRole(IntEnum):
    """What a row carries."""

    FACT_ID = Qt.ItemDataRole.UserRole
    VIEW = Qt.ItemDataRole.UserRole + 1


class ExistingList(QListWidget):
    """Rows of value and what it is of; the first one shows the key that leads here."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_ExistingDelegate(theme, words, self))

    def show_facts(self, views: Sequence[FactView]) -> None:
        """Offer these facts."""
        words = self._words.wording
        self.clear()
        for view in views:
            told = fact_text.spoken_fact(view, words)
            item = QListWidgetItem(told)
            item.setData(ExistingRole.FACT_ID, view.fact.id)
            item.setData(ExistingRole.VIEW, view)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
            self.addItem(item)
        self.setFixedHeight(self._theme.px(ROW) * len(views))

    def restyle(self) -> None:
        """Take the theme's colours and sizes."""
        self.setStyleSheet("QListWidget { background: transparent; border: none; outline: none; }")
        self.setFixedHeight(self._theme.px(ROW) * self.count())


class _ExistingDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, words: Words, view: ExistingList) -> None:
        super().__init__(view)
        self._theme, self._words, self._view = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(self._theme.px(100), self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw family tile, value, what it is of, and on the first row the key."""
        view = index.data(ExistingRole.VIEW)
        if not isinstance(view, FactView):
            return
        theme, words = self._theme, self._words.wording
        px = theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        self._ground(painter, option, rect)
        colours = theme.family(view.property.family)
        tile = QRect(rect.left() + px(4), rect.center().y() - px(TILE) // 2 + 1, px(TILE), px(TILE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(tile, px(6), px(6))
        side = px(14)
        icon = QRect(tile.center().x() - side // 2 + 1, tile.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(
            icon, theme.pixmap(view.property.family.value, colours.ink, side, self._view.devicePixelRatioF())
        )
        right = rect.right() - px(4)
        if index.row() == 0 and not self._view.hasFocus():
            self._cap(painter, QRectF(right - px(CAP), rect.center().y() - px(CAP) / 2, px(CAP), px(CAP)))
            right -= px(CAP) + px(8)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        value_font, about_font = theme.ui_font(13, 600), theme.ui_font(12)
        metrics = QFontMetrics(value_font)
        left = tile.right() + px(10)
        value = metrics.elidedText(
            fact_text.value_text(view, words), Qt.TextElideMode.ElideRight, (right - left) * 3 // 5
        )
        painter.setFont(value_font)
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, value)
        left += metrics.horizontalAdvance(value) + px(10)
        about = QFontMetrics(about_font).elidedText(
            fact_text.about_text(view, words), Qt.TextElideMode.ElideRight, max(right - left, 0)
        )
        painter.setFont(about_font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRect(left, rect.top(), right - left, rect.height()), middle, about)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme = self._theme
        radius = theme.px(7)
        chosen = option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus()
        if chosen:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)

    def _cap(self, painter: QPainter, cap: QRectF) -> None:
        theme = self._theme
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
        painter.setFont(theme.ui_font(11, 500))
        painter.setPen(theme.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, DOWN)
