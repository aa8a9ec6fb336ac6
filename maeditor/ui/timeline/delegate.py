"""Paints a step: a sign on its tile, the sentence, below it who and when; struck through where it was taken back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.services.retracing import Step
from maeditor.ui.theme import Theme
from maeditor.ui.timeline import step_text
from maeditor.ui.timeline.model import StepRole
from maeditor.ui.wording import Words

ROW, DAY = 46, 34
TILE = 26


class StepDelegate(QStyledItemDelegate):
    """One step, 46 px high; a day, 34."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._list, self._theme, self._words = view, theme, words

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Days are lower."""
        return QSize(200, self._theme.px(DAY if index.data(StepRole.STEP) is None else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        px = self._theme.px
        rect = option.rect.adjusted(px(8), px(1), -px(10), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = index.data(StepRole.STEP)
        if isinstance(step, Step):
            self._background(painter, option, rect)
            self._step(painter, step, rect)
        elif isinstance(day := index.data(StepRole.DAY), date):
            self._day(painter, day, rect)
        painter.restore()

    def _day(self, painter: QPainter, day: date, rect: QRect) -> None:
        theme = self._theme
        line = rect.adjusted(theme.px(10), theme.px(10), -theme.px(10), 0)
        painter.setFont(theme.ui_font(12, 600))
        painter.setPen(theme.colour("text2"))
        told = step_text.day_text(day, self._words.wording)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme, state = self._theme, option.state
        radius = theme.px(8)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("selected"))
            focused = self._list.hasFocus()
            painter.setPen(QPen(theme.colour("focus"), theme.px(2)) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)

    def _step(self, painter: QPainter, step: Step, rect: QRect) -> None:
        theme = self._theme
        px = theme.px
        gone = not step.stands
        tile = QRect(rect.left() + px(10), rect.center().y() - px(TILE) // 2 + 1, px(TILE), px(TILE))
        ground, ink = ("selected", "accent") if step.action.kind == "checkpoint" else ("hover", "text2")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warn_bg" if step.interrupted else ground))
        painter.drawRoundedRect(tile, px(7), px(7))
        name = "running" if step.running else step_text.icon_of(step)
        colour = "warn" if step.interrupted else "text3" if gone else ink
        self._icon(painter, name, getattr(theme.tokens, colour), tile.center(), 15)
        left = tile.right() + px(10)
        width = rect.right() - left - px(10)
        font = theme.ui_font(13, 600 if step.is_checkpoint else 500)
        font.setStrikeOut(gone)
        metrics = QFontMetrics(font)
        line = QRect(left, rect.top() + px(5), width, metrics.height())
        painter.setFont(font)
        painter.setPen(theme.colour("text3" if gone else "text"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, align, metrics.elidedText(step_text.told(step), Qt.TextElideMode.ElideRight, width))
        small = theme.ui_font(12, tabular=True)
        metrics = QFontMetrics(small)
        below = QRect(left, line.bottom() + px(1), width, metrics.height())
        painter.setFont(small)
        painter.setPen(theme.colour("warn" if step.interrupted else "text3"))
        under = metrics.elidedText(step_text.under_text(step, self._words.wording), Qt.TextElideMode.ElideRight, width)
        painter.drawText(below, align, under)

    def _icon(self, painter: QPainter, name: str, colour: str, centre: QPoint, size: int) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = self._theme.px(size)
        pixmap = self._theme.pixmap(name, colour, side, ratio)
        painter.drawPixmap(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), pixmap)
