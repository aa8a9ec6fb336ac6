"""The facts a passage may be linked to instead of making a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, TILE, CAP = 32, 22, 18
DOWN = "↓"


class ExistingRole(IntEnum):
    """What a row carries."""

    FACT_ID = Qt.ItemDataRole.UserRole
    VIEW = Qt.ItemDataRole.UserRole + 1
    SAME = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Existing:
    """A fact to link to; ``same`` where its value is the one read, whatever the unit."""

    view: FactView
    same: bool = False


class ExistingList(QListWidget):
    """Rows of value and what it is of; the first one shows the key that leads here."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._rows = 3
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_ExistingDelegate(theme, words, self))

    def show_facts(self, facts: Sequence[Existing]) -> None:
        """Offer these facts; the one that is chosen stays chosen."""
        words = self._words.wording
        chosen = self.currentItem().data(ExistingRole.FACT_ID) if self.currentItem() is not None else ""
        self.clear()
        for each in facts:
            told = fact_text.spoken_fact(each.view, words)
            if each.same:
                told = f"{told}, {words.say('facts.same_value')}"
            item = QListWidgetItem(told)
            item.setData(ExistingRole.FACT_ID, each.view.fact.id)
            item.setData(ExistingRole.VIEW, each.view)
            item.setData(ExistingRole.SAME, each.same)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            item.setToolTip(told)
            self.addItem(item)
            if each.view.fact.id == chosen:
                self.setCurrentItem(item)
        self.show_rows(self._rows)

    def show_rows(self, rows: int) -> None:
        """Show so many facts at once; the others are scrolled to."""
        self._rows = rows
        self.setFixedHeight(self._theme.px(ROW) * min(self.count(), rows))

    def restyle(self) -> None:
        """Take the theme's colours and sizes, and tell the facts in the language of now."""
        self.setStyleSheet("QListWidget { background: transparent; border: none; outline: none; }")
        items = [self.item(row) for row in range(self.count())]
        self.show_facts([Existing(each.data(ExistingRole.VIEW), each.data(ExistingRole.SAME)) for each in items])
        self.doItemsLayout()


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
            icon, theme.pixmap(icon_of(view.property), colours.ink, side, self._view.devicePixelRatioF())
        )
        right = rect.right() - px(4)
        if index.row() == 0 and not self._view.hasFocus():
            self._cap(painter, QRectF(right - px(CAP), rect.center().y() - px(CAP) / 2, px(CAP), px(CAP)))
            right -= px(CAP) + px(8)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if index.data(ExistingRole.SAME):
            right -= self._tag(painter, right, rect) + px(8)
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

    def _tag(self, painter: QPainter, right: int, row: QRect) -> int:
        """Say on the right that the value is the same; gives the width it took."""
        theme, told = self._theme, self._words.say("facts.same_value")
        font = theme.ui_font(11, 500)
        wide = QFontMetrics(font).horizontalAdvance(told) + theme.px(12)
        tag = QRectF(right - wide, row.center().y() - theme.px(CAP) / 2 + 1, wide, theme.px(CAP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ok_bg"))
        painter.drawRoundedRect(tag, theme.px(5), theme.px(5))
        painter.setFont(font)
        painter.setPen(theme.colour("ok"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, told)
        return wide

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
