"""The plot itself, on pyqtgraph: it pans, zooms and answers the mouse; loaded when first shown (half a second)."""

from __future__ import annotations

import html
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from maeditor.ui.charts.canvas import Layer, ScaleBox
from maeditor.ui.charts.drawing import (
    ASIDE,
    AXIS,
    HALO,
    NAMES,
    draw_axis,
    draw_grid,
    draw_marks,
    draw_names,
    halo_of,
    is_whole,
)
from maeditor.ui.charts.hits import HitIndex
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import ChartLayout, PlacedMark, arrange
from maeditor.ui.charts.marks import MarkRow, logs_of
from maeditor.ui.charts.scale import LogScale, bulk_span, span_of
from maeditor.wording import Wording

NEAREST = 0.25
"""How far a person can zoom in, in decades."""
STEP = 1.0015
DRAGGED = 6
"""So far a press moves before it is a drag."""
BELOW_ROWS = 8.0
BAR = 10.0
"""Room at the right for the scroll bar: nothing that is read stands below it."""
SAME = 1e-6
BY_KEYS = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
AWHILE = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Reasons to lose the keyboard after which it comes back as it was."""


class CapacityPlot(pg.GraphicsView):  # type: ignore[misc]
    """Rows of marks over a log scale of megawatts; one mark may be chosen."""

    mark_chosen = Signal(str)
    mark_opened = Signal(str)
    menu_asked = Signal(QPoint, str)
    """Where on the screen, on which fact if any."""
    range_changed = Signal()
    """It was scrolled, zoomed or laid out anew."""

    def __init__(self, inks: Inks, wording: Wording, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._inks, self._wording, self._unit = inks, wording, unit
        self._rows: tuple[MarkRow, ...] = ()
        self._span = (0.0, 0.0)
        self.chosen, self.hovered = "", ""
        self._pressed: QPointF | None = None
        self._by_keys = False
        self._box = ScaleBox()
        self.setCentralItem(self._box)
        self.setAntialiasing(True)
        self._frame = Layer(self, self._paint_frame)
        self._marks = Layer(self, self._paint_marks)
        self.arranged: ChartLayout = arrange((), LogScale(0, 1, 0, 1), 1, inks.label_width)
        self._hits = HitIndex((), 1)
        self._ready = True
        self._box.sigXRangeChanged.connect(lambda *_: self._lay_out())
        self._box.sigYRangeChanged.connect(lambda *_: self._scrolled())
        self.restyle(inks, wording)

    @property
    def plot_height(self) -> float:
        """Pixels between the top and the axis."""
        return max(1.0, float(self.height()) - AXIS * self._inks.size)

    @property
    def axis_y(self) -> float:
        """Where the axis is drawn: below the last row, at the bottom where there are more than can be seen."""
        return round(min(self.plot_height, self.arranged.height + BELOW_ROWS * self._inks.size))

    @property
    def scroll(self) -> float:
        """By how many pixels the rows are scrolled."""
        return float(self._box.viewRange()[1][0])

    def show_rows(self, rows: Sequence[MarkRow]) -> None:
        """Show rows; over the bulk of their values, unless it is the one that the person has zoomed into."""
        self._rows = tuple(rows)
        self.hovered = ""
        if bulk_span(logs_of(rows)) != self._span:
            self.show_bulk()
        else:
            self._lay_out()
            self.scroll_to(self.scroll)

    def show_bulk(self) -> None:
        """Show the range in which nearly all values lie; the few others stand at its edge."""
        logs = logs_of(self._rows)
        self._span = bulk_span(logs)
        self._show_span(self._span)

    def show_all(self) -> None:
        """Zoom out to all marks."""
        self._show_span(span_of(logs_of(self._rows)))

    def restyle(self, inks: Inks, wording: Wording) -> None:
        """Take other colours, typefaces or words."""
        self._inks, self._wording = inks, wording
        self.setBackground(inks.paper)
        self._fit()

    def choose(self, fact_id: str) -> None:
        """Mark one as chosen and bring it into sight."""
        self.chosen = fact_id
        placed = self.placed(fact_id)
        if placed is not None:
            margin = 2 * HALO * self._inks.size
            if placed.y - margin < self.scroll:
                self.scroll_to(placed.y - margin)
            elif placed.y + margin > self.scroll + self.plot_height:
                self.scroll_to(placed.y + margin - self.plot_height)
        self._marks.update()

    def placed(self, fact_id: str) -> PlacedMark | None:
        """Where a fact's mark stands, or None."""
        return next((each for each in self.arranged.marks if each.mark.fact_id == fact_id), None)

    def spot(self, placed: PlacedMark) -> QPointF:
        """The middle of a mark in this widget's pixels."""
        return QPointF((placed.x_low + placed.x_high) / 2, placed.y - self.scroll)

    def scroll_to(self, y: float) -> None:
        """Scroll so that this height stands at the top."""
        room = max(0.0, self.arranged.height + BELOW_ROWS - self.plot_height)
        top = min(max(0.0, y), room)
        self._box.setYRange(top, top + self.plot_height, padding=0)

    def hit(self, position: QPointF) -> PlacedMark | None:
        """The mark under a point of this widget."""
        if position.y() > self.axis_y:
            return None
        found = self._hits.at(position.x(), position.y() + self.scroll)
        return found if found is not None and is_whole(found, self.scroll, self.scroll + self.plot_height) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out over the new size."""
        super().resizeEvent(event)
        if getattr(self, "_ready", False):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows; with Ctrl, zoom the scale where the mouse is."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            about = self.arranged.scale.logarithm(event.position().x())
            low, high = self._box.viewRange()[0]
            factor = STEP**-turn
            self._box.setXRange(about - (about - low) * factor, about + (high - about) * factor, padding=0)
        else:
            self.scroll_to(self.scroll - turn / 2)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        super().mouseMoveEvent(event)
        found = self.hit(event.position()) if not event.buttons() else None
        hovered = found.mark.fact_id if found else ""
        if hovered != self.hovered:
            self.hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self._marks.update()
        if found is not None:
            self._tell(event.globalPosition().toPoint(), found)
        else:
            QToolTip.hideText()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click may begin."""
        super().mousePressEvent(event)
        self._by_keys = False
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that was no drag chooses; taken here, for pyqtgraph's own click events swallow errors."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and (event.position() - pressed).manhattanLength() < DRAGGED:
            found = self.hit(event.position())
            if found is not None:
                self.mark_chosen.emit(found.mark.fact_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark's passage; beside all marks, zoom out to all values, or back to their bulk."""
        super().mouseDoubleClickEvent(event)
        found = self.hit(event.position())
        if found is not None:
            self.mark_opened.emit(found.mark.fact_id)
        elif self._shows(span_of(logs_of(self._rows))):
            self.show_bulk()
        else:
            self.show_all()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the mark under the mouse, or of the chosen one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        found = self.hit(QPointF(event.pos())) if by_mouse else self.placed(self.chosen)
        at = event.globalPos() if by_mouse or found is None else self.mapToGlobal(self.spot(found).toPoint())
        self.menu_asked.emit(at, found.mark.fact_id if found else "")
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self.hovered = ""
        self._marks.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are the pane's."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keys are the pane's."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if event.reason() not in AWHILE:
            self._by_keys = event.reason() in BY_KEYS
        self._marks.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._by_keys = self._by_keys and event.reason() in AWHILE
        self._marks.update()

    def _show_span(self, span: tuple[float, float]) -> None:
        low, high = span
        least, most = span_of(logs_of(self._rows))
        least, most = min(least, self._span[0]), max(most, self._span[1])
        self._box.setLimits(xMin=least - 1, xMax=most + 1, minXRange=NEAREST, maxXRange=most - least + 2)
        self._box.setXRange(low, high, padding=0)
        self._lay_out()
        self.scroll_to(0)

    def _shows(self, span: tuple[float, float]) -> bool:
        low, high = self._box.viewRange()[0]
        return bool(low <= span[0] + SAME and span[1] - SAME <= high)

    def _tell(self, at: QPoint, found: PlacedMark) -> None:
        lines = [html.escape(found.mark.spoken[:1].upper() + found.mark.spoken[1:])]
        QToolTip.showText(at, f"<p>{'<br>'.join(lines)}</p>", self)

    def _fit(self) -> None:
        top = self.scroll
        tall = self.plot_height
        self._box.setLimits(minYRange=tall, maxYRange=tall)
        self._box.setYRange(top, top + tall, padding=0)
        self._lay_out()
        self.scroll_to(top)
        # Another size is another layout: what was chosen must not have slid out of sight.
        self.choose(self.chosen)

    def _lay_out(self) -> None:
        low, high = self._box.viewRange()[0]
        s = self._inks.size
        scale = LogScale(low, high, NAMES * s, max(self.width() - BAR * s, NAMES * s + 10))
        tall = self.plot_height - BELOW_ROWS * s
        self.arranged = arrange(self._rows, scale, tall, self._inks.label_width, s)
        self._hits = HitIndex(self.arranged.marks, s)
        self._box.setLimits(yMin=0, yMax=max(self.arranged.height + BELOW_ROWS, self.plot_height))
        for layer in (self._frame, self._marks):
            layer.set_area(QRectF(0, 0, self.width(), self.height()))
        self._scrolled()

    def _scrolled(self) -> None:
        for layer in (self._frame, self._marks):
            layer.update()
        self.range_changed.emit()

    def _paint_frame(self, painter: QPainter) -> None:
        layout, inks, top = self.arranged, self._inks, self.scroll
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), self.axis_y))
        painter.translate(0, -round(top))
        bottom = top + self.axis_y
        wide = QRectF(layout.scale.left, top, self.width() - layout.scale.left, self.plot_height)
        draw_grid(painter, layout, inks, bottom, wide)
        draw_names(painter, layout, inks, top, bottom)
        painter.restore()
        draw_axis(painter, layout.scale, inks, self._wording, self._unit, self.axis_y, self.width())

    def _paint_marks(self, painter: QPainter) -> None:
        layout, inks, top = self.arranged, self._inks, self.scroll
        painter.save()
        left = layout.scale.left - ASIDE * inks.size  # the ground of a mark at the edge reaches beyond it
        painter.setClipRect(QRectF(left, 0, self.width() - left, self.plot_height))
        painter.translate(0, -round(top))
        draw_marks(painter, layout, inks, top, top + self.plot_height, self.chosen, self.hovered)
        painter.restore()
        if self.hasFocus() and self._by_keys:
            self._paint_focus(painter)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._inks.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        placed = self.placed(self.chosen)
        if placed is None:
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))
            return
        pad = HALO * placed.size
        painter.drawRoundedRect(halo_of(placed).translated(0, -round(self.scroll)), pad, pad)
