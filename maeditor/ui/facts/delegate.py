"""Paints a fact's row: family tile, value, what it is of; state and confidence at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.domain.facts import Standing, State
from maeditor.services.learning import Judge, as_kept
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.facts.details import draw_bars
from maeditor.ui.facts.model import FactRole, SectionView
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW = 52
TILE = 28
STATE_ICONS = {
    State.PROPOSED: ("proposed", "text3"),
    State.ACCEPTED: ("accepted", "accent"),
    State.CORRECTED: ("corrected", "accent"),
    State.REJECTED: ("rejected", "danger"),
    State.DEFERRED: ("deferred", "text3"),
}


class FactDelegate(QStyledItemDelegate):
    """One fact, 52 px high; what differs is told by shape as well as by colour."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._list = view
        self._theme = theme
        self._words = words
        self.judge: Judge = as_kept
        """Tells how sure a fact is."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(200, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row from its view."""
        view = index.data(FactRole.VIEW)
        theme = self._theme
        # The card keeps its right edge where a scroll bar takes room beside it.
        bar = self._list.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        rect = option.rect.adjusted(theme.px(8), theme.px(1), -max(theme.px(18) - taken, theme.px(4)), -theme.px(1))
        if not isinstance(view, FactView):
            section = index.data(FactRole.SECTION)
            if isinstance(section, SectionView):
                self._section(painter, section, rect)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, option, rect, current=index.row() == self._list.currentIndex().row())
        inner = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        tile = QRect(inner.left(), inner.center().y() - theme.px(TILE) // 2 + 1, theme.px(TILE), theme.px(TILE))
        self._tile(painter, view, tile)
        right = inner.right() - theme.px(26)
        text = QRect(tile.right() + theme.px(10), rect.top(), right - tile.right() - theme.px(14), rect.height())
        self._lines(painter, view, text)
        self._judgement(painter, view, QRect(right, rect.top(), theme.px(26), rect.height()))
        painter.restore()

    def _section(self, painter: QPainter, section: SectionView, rect: QRect) -> None:
        """A section's line: its name stands low, near what it is the name of; the count at the right."""
        theme = self._theme
        painter.save()
        line = rect.adjusted(theme.px(10), theme.px(20), -theme.px(10), -theme.px(6))
        count = self._words.number(section.count)
        font, small = theme.ui_font(12, 600), theme.ui_font(12, tabular=True)
        right = QFontMetrics(small).horizontalAdvance(count)
        title = QFontMetrics(font).elidedText(
            section.title, Qt.TextElideMode.ElideRight, line.width() - right - theme.px(12)
        )
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(small)
        painter.setPen(theme.colour("text3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.fillRect(line.left(), rect.bottom() - theme.px(3), line.width(), 1, theme.colour("line"))
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, current: bool) -> None:
        """The selected are filled; the one that the keyboard stands on bears the ring."""
        theme = self._theme
        state = option.state
        radius = theme.px(8)
        if state & QStyle.StateFlag.State_Selected or (current and self._list.hasFocus()):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.setBrush(theme.colour("selected") if chosen else Qt.BrushStyle.NoBrush)
            stroke = 2 if self._list.hasFocus() else 1
            painter.setPen(QPen(theme.colour("focus"), stroke) if current else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inside(QRectF(rect), stroke), radius, radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, radius, radius)

    def _tile(self, painter: QPainter, view: FactView, tile: QRect) -> None:
        theme = self._theme
        colours = theme.family(view.property.family)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(tile, theme.px(7), theme.px(7))
        self._icon(painter, icon_of(view.property), colours.ink, tile.center(), 16)

    def _lines(self, painter: QPainter, view: FactView, rect: QRect) -> None:
        theme, words = self._theme, self._words.wording
        value_font = theme.ui_font(14, 600)
        small, about = theme.ui_font(11), theme.ui_font(12)
        value = fact_text.value_text(view, words)
        top = rect.top() + theme.px(7)
        value_metrics = QFontMetrics(value_font)
        line = QRect(rect.left(), top, rect.width(), value_metrics.height())
        shown = value_metrics.elidedText(value, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(value_font)
        rejected = view.fact.state is State.REJECTED or view.fact.standing is Standing.SET_ASIDE
        painter.setPen(theme.colour("text3" if rejected else "text"))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, align, shown)
        used = value_metrics.horizontalAdvance(shown) + theme.px(8)
        normalised = fact_text.normalised_text(view.fact, words)
        if normalised and used + theme.px(40) < line.width():
            painter.setFont(small)
            painter.setPen(theme.colour("text3"))
            rest = line.adjusted(used, theme.px(1), 0, theme.px(1))
            text = QFontMetrics(small).elidedText(f"= {normalised}", Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, align, text)
            used += QFontMetrics(small).horizontalAdvance(text) + theme.px(8)
        if view.fact.needs_look and used + theme.px(16) < line.width():
            at = QPoint(line.left() + used + theme.px(7), line.center().y() + 1)
            self._icon(painter, "warning", theme.tokens.warn, at, 14)
            used += theme.px(22)
        if not view.evidence and used + theme.px(16) < line.width():
            at = QPoint(line.left() + used + theme.px(7), line.center().y() + 1)
            self._icon(painter, "without_passage", theme.tokens.warn, at, 14)
        painter.setFont(about)
        painter.setPen(theme.colour("text3" if rejected else "text2"))
        below = QRect(rect.left(), line.bottom() + theme.px(1), rect.width(), QFontMetrics(about).height())
        told = fact_text.about_text(view, words)
        painter.drawText(below, align, QFontMetrics(about).elidedText(told, Qt.TextElideMode.ElideRight, below.width()))

    def _judgement(self, painter: QPainter, view: FactView, rect: QRect) -> None:
        theme = self._theme
        name, colour = STATE_ICONS[view.fact.state]
        if view.conflicted:
            name, colour = "conflict", "danger"
        if view.fact.standing is Standing.SET_ASIDE:
            name, colour = "set_aside", "text3"
        centre = rect.center().x() + theme.px(2)
        self._icon(painter, name, getattr(theme.tokens, colour), QPoint(centre, rect.top() + theme.px(17)), 17)
        sure = self.judge(view.fact).confidence
        draw_bars(painter, theme, sure, centre - theme.px(13) // 2, rect.top() + theme.px(40))

    def _icon(self, painter: QPainter, name: str, colour: str, centre: QPoint, size: int) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = self._theme.px(size)
        pixmap = self._theme.pixmap(name, colour, side, ratio)
        painter.drawPixmap(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), pixmap)
