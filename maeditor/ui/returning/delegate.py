"""Paints a correction: tick, family tile, fact, field, what is here (struck through where it goes), what is there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.domain.merge import MergeState
from maeditor.domain.properties import Family
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.returning.columns import MARGIN, Columns, columns
from maeditor.ui.returning.model import DiffRole, ReturnedModel
from maeditor.ui.returning.rows import Choice, Row
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.tick_box import SIDE, TICK

ROW, TILE, SIGN = 47, 26, 16
BEYOND = 10
"""How far the chosen row's ring stands out of its columns."""
SIGNS: dict[MergeState, tuple[str, str]] = {
    MergeState.CHANGED_THERE: ("edit", "accent"),
    MergeState.BOTH: ("warning", "danger"),
    MergeState.INVALID: ("warning", "warn"),
    MergeState.NEW: ("add", "accent"),
    MergeState.DELETED: ("close", "danger"),
    MergeState.CHANGED_HERE: ("history", "text3"),
}
DECIDED_SIGNS = {Choice.KEEP: "accept", Choice.TAKE: "edit", Choice.BESIDE: "deferred"}
"""Where both sides changed it."""
GROUNDS = {
    MergeState.CHANGED_THERE: "ok_bg",
    MergeState.NEW: "ok_bg",
    MergeState.BOTH: "danger_bg",
    MergeState.INVALID: "warn_bg",
}
Line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CorrectionDelegate(QStyledItemDelegate):
    """One correction, 47 px high; nothing is told by colour alone."""

    def __init__(self, theme: Theme, view: QListView, model: ReturnedModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(200, self._theme.px(ROW))

    def tick_at(self, rect: QRect) -> QRect:
        """Where a row's tick is pressed: the whole of its column."""
        left, wide = self._columns()["tick"]
        return QRect(rect.left() + left - self._theme.px(BEYOND), rect.top(), wide, rect.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row = index.data(DiffRole.ROW)
        if not isinstance(row, Row):
            return
        choice, rect = Choice(index.data(DiffRole.CHOICE)), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, rect, last=bool(index.data(DiffRole.LAST)), chosen=chosen)
        places = self._columns()
        if row.applicable:
            self._tick(painter, self._cell(places, "tick", rect), ticked=choice is Choice.TAKE)
        self._fact(painter, self._cell(places, "fact", rect), row, first=bool(index.data(DiffRole.FIRST)) or chosen)
        theme, text = self._theme, self._model.text
        self._text(painter, self._cell(places, "field", rect), text.field(row), theme.ui_font(13), "text2")
        self._here(painter, self._cell(places, "here", rect), row, goes=choice is Choice.TAKE)
        self._there(painter, self._cell(places, "there", rect), row)
        self._state(painter, self._cell(places, "state", rect), row, choice, worded=places.worded)
        painter.restore()

    def _columns(self) -> Columns:
        return columns(self._view.viewport().width(), self._theme.px)

    def _cell(self, places: Columns, name: str, rect: QRect) -> QRect:
        left, wide = places[name]
        return QRect(rect.left() + left, rect.top(), wide, rect.height())

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, last: bool, chosen: bool
    ) -> None:
        theme, px = self._theme, self._theme.px
        edge = px(MARGIN) - px(BEYOND)
        box = QRectF(rect.adjusted(edge, px(1), -edge, -px(2)))
        if last and not chosen:
            painter.fillRect(
                rect.left() + px(MARGIN), rect.bottom(), rect.width() - 2 * px(MARGIN), 1, theme.colour("line")
            )
        if chosen:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2 if self._view.hasFocus() else 1))
            painter.drawRoundedRect(inside(box, 2 if self._view.hasFocus() else 1), px(7), px(7))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, px(7), px(7))

    def _tick(self, painter: QPainter, cell: QRect, *, ticked: bool) -> None:
        theme, side = self._theme, self._theme.px(SIDE)
        box = QRectF(cell.left() + 0.5, cell.center().y() - side // 2 + 0.5, side - 1, side - 1)
        painter.setPen(QPen(theme.colour("accent" if ticked else "control"), 1 if ticked else 1.4))
        painter.setBrush(theme.colour("accent" if ticked else "raised"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if ticked:
            pen = QPen(theme.colour("on_accent"), 1.9 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in TICK])

    def _fact(self, painter: QPainter, cell: QRect, row: Row, *, first: bool) -> None:
        """Further rows of one fact stand under its name."""
        theme, px, text = self._theme, self._theme.px, self._model.text
        side = px(TILE)
        if not first:
            return
        tile = QRect(cell.left(), cell.center().y() - side // 2 + 1, side, side)
        family = row.known.family if row.known is not None else Family.ATTRIBUTE
        colours = theme.family(family)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(tile, px(6), px(6))
        self._icon(painter, icon_of(row.known) if row.known is not None else "add", colours.ink, tile.center(), SIGN)
        room = QRect(tile.right() + px(10), cell.top(), cell.right() - tile.right() - px(22), cell.height())
        used = self._text(painter, room, text.subject(row), theme.ui_font(13, 600), "text")
        about = text.property(row) if row.fact is not None and row.fact.subject else ""
        if about and room.width() - used > px(44):
            rest = room.adjusted(used, 0, 0, 0)
            self._text(painter, rest.adjusted(px(5), 0, 0, 0), f"· {about}", theme.ui_font(12), "text3")

    def _here(self, painter: QPainter, cell: QRect, row: Row, *, goes: bool) -> None:
        theme, said = self._theme, self._model.text.here(row)
        font = theme.ui_font(13, tabular=True)
        if not said:
            font.setItalic(True)
            self._text(painter, cell, self._model.empty, font, "text3")
            return
        font.setStrikeOut(goes)
        self._text(painter, cell, said, font, "text2")

    def _there(self, painter: QPainter, cell: QRect, row: Row) -> None:
        """On coloured ground: what would be taken; a link that is broken stands beside what the passage lacks."""
        theme, px, said = self._theme, self._theme.px, self._model.text.there(row)
        gone = row.state is MergeState.DELETED
        bare = row.state is MergeState.NEW and not row.quoted
        font = theme.ui_font(13, 600, tabular=True)
        if not said or gone:
            said, font = (self._model.gone if gone else self._model.empty), theme.ui_font(13)
            font.setItalic(True)
        if row.state is MergeState.CHANGED_HERE:
            self._text(painter, cell, said, theme.ui_font(13, tabular=True), "text3")
            return
        metrics, pad = QFontMetrics(font), px(7)
        mark = px(22) if row.differs or bare else 0
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, cell.width() - 2 * pad - px(12) - mark)
        wide, high = metrics.horizontalAdvance(shown) + 2 * pad, metrics.height() + px(7)
        box = QRectF(cell.left() - pad, cell.center().y() - high // 2 + 1, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(GROUNDS.get(row.state, "hover")))
        painter.drawRoundedRect(box, px(5), px(5))
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        if mark:
            centre = QPoint(round(box.right()) + px(14), cell.center().y() + 1)
            self._icon(painter, "without_passage", theme.tokens.warn, centre, 15)

    def _state(self, painter: QPainter, cell: QRect, row: Row, choice: Choice, *, worded: bool) -> None:
        theme, px = self._theme, self._theme.px
        name, ink = SIGNS[row.state]
        if row.state is MergeState.BOTH and choice is not Choice.OPEN:
            name, ink = DECIDED_SIGNS[choice], "accent"
        self._icon(painter, name, getattr(theme.tokens, ink), QPoint(cell.left() + px(7), cell.center().y() + 1), SIGN)
        if worded:
            room = cell.adjusted(px(22), 0, 0, 0)
            self._text(painter, room, self._model.text.state(row, choice), theme.ui_font(12, 500), "text")

    def _text(self, painter: QPainter, cell: QRect, said: str, font: QFont, ink: str) -> int:
        """Write a line, cut where it lacks room; tells how wide it is."""
        metrics = QFontMetrics(font)
        room = max(0, cell.width() - self._theme.px(12))
        shown = metrics.elidedText(" ".join(said.split()), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(cell, Line, shown)
        return metrics.horizontalAdvance(shown)

    def _icon(self, painter: QPainter, name: str, colour: str, centre: QPoint, size: int) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        side = self._theme.px(size)
        pixmap = self._theme.pixmap(name, colour, side, ratio)
        painter.drawPixmap(QRect(centre.x() - side // 2, centre.y() - side // 2, side, side), pixmap)
