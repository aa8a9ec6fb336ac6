"""Paints a step: a sign on its tile, the sentence, below it who and when; struck through where it was taken back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.services.retracing import Step
from maeditor.ui.theme import Theme
from maeditor.ui.timeline import step_text
from maeditor.ui.timeline.model import Said, StepRole
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
        return QSize(200, self._theme.px(DAY if index.data(StepRole.DAY) is not None else ROW))

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
            self._step(painter, step, rect, str(index.data(StepRole.UNDER)))
        elif isinstance(said := index.data(StepRole.SAID), Said):
            self._background(painter, option, rect)
            self._said(painter, said, rect)
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

    def _step(self, painter: QPainter, step: Step, rect: QRect, under: str) -> None:
        gone = not step.stands
        ground, ink = ("selected", "accent") if step.is_checkpoint else ("hover", "text2")
        if step.interrupted:
            ground, ink = "warn_bg", "warn"
        font = self._theme.ui_font(13, 600 if step.is_checkpoint else 500)
        font.setStrikeOut(gone)
        name = "running" if step.running else step_text.icon_of(step)
        self._tile(painter, name, ground, "text3" if gone and not step.interrupted else ink, rect)
        self._lines(
            painter, rect, (step_text.told(step), font, "text3" if gone else "text"), under, warned=step.interrupted
        )

    def _said(self, painter: QPainter, said: Said, rect: QRect) -> None:
        icon, ground, ink = ("warning", "danger_bg", "danger") if said.error else ("accepted", "hover", "text2")
        self._tile(painter, icon, ground, ink, rect)
        title = (said.text, self._theme.ui_font(13, 500), "text")
        self._lines(painter, rect, title, f"{said.at:%H:%M}", warned=False)

    def _tile(self, painter: QPainter, icon: str, ground: str, ink: str, rect: QRect) -> None:
        theme, px = self._theme, self._theme.px
        tile = QRect(rect.left() + px(10), rect.center().y() - px(TILE) // 2 + 1, px(TILE), px(TILE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(tile, px(7), px(7))
        self._icon(painter, icon, getattr(theme.tokens, ink), tile.center(), 15)

    def _lines(
        self, painter: QPainter, rect: QRect, title: tuple[str, QFont, str], under: str, *, warned: bool
    ) -> None:
        """The sentence in its typeface and colour, and what stands below it."""
        theme, px = self._theme, self._theme.px
        text, font, colour = title
        left = rect.left() + px(10 + TILE + 10)
        width = rect.right() - left - px(10)
        metrics = QFontMetrics(font)
        line = QRect(left, rect.top() + px(5), width, metrics.height())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        painter.drawText(line, align, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width))
        small = theme.ui_font(12, tabular=True)
        metrics = QFontMetrics(small)
        below = QRect(left, line.bottom() + px(1), width, metrics.height())
        painter.setFont(small)
        painter.setPen(theme.colour("warn" if warned else "text3"))
        painter.drawText(below, align, metrics.elidedText(under, Qt.TextElideMode.ElideRight, width))

    def _icon(self, painter: QPainter, name: str, colour: str, centre: QPoint, size: int) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = self._theme.px(size)
        pixmap = self._theme.pixmap(name, colour, side, ratio)
        painter.drawPixmap(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), pixmap)
