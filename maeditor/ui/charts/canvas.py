"""What the plot is made of on pyqtgraph: layers to paint on, and the range that is seen."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsSceneWheelEvent, QStyleOptionGraphicsItem, QWidget


class Layer(pg.GraphicsObject):  # type: ignore[misc]
    """A layer of the drawing in the widget's own pixels: sizes stay right at any zoom and pixel ratio."""

    def __init__(self, view: pg.GraphicsView, paint: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._paint = paint
        self._area = QRectF(0, 0, 1, 1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.scene().addItem(self)
        self.setZValue(10)

    def set_area(self, area: QRectF) -> None:
        """Take the widget's size."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def boundingRect(self) -> QRectF:
        """The whole widget."""
        return self._area

    def shape(self) -> QPainterPath:
        """Nothing that catches the mouse."""
        return QPainterPath()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)


class ScaleBox(pg.ViewBox):  # type: ignore[misc]
    """The range that is seen: x in decades, y in pixels from the first row; dragging moves it."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, border=None)
        self.invertY(True)
        self.setDefaultPadding(0)
        self.disableAutoRange()

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, _axis: int | None = None) -> None:
        """The plot turns the wheel."""
        event.ignore()
