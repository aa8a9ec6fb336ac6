"""The chart as a picture of its own: title, note, all rows, axis, legend; PNG and SVG, put in place whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from maeditor.formats.safe_replace import atomic_write
from maeditor.ui import fonts
from maeditor.ui.charts.drawing import AXIS, NAMES, draw_axis, draw_grid, draw_marks, draw_names
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import ChartLayout, arrange
from maeditor.ui.charts.legend import draw_legend, entries_of
from maeditor.ui.charts.marks import MarkRow, in_order, logs_of
from maeditor.ui.charts.scale import LogScale, bulk_span
from maeditor.wording import Wording

WIDTH = 1100
MARGIN = 28.0
HEAD = 74.0
ROW = 60.0
SVG_DPI = 96


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """All that a picture of the chart says."""

    rows: tuple[MarkRow, ...]
    title: str
    note: str
    unit: str

    def size(self, inks: Inks, wording: Wording) -> QSize:
        """How large it is, in logical pixels."""
        layout = self._layout(inks)
        legend = self._legend(None, inks, wording, 0)
        s = inks.size
        return QSize(round(WIDTH * s), round((HEAD + AXIS + 22 + MARGIN) * s + layout.height + legend))

    def draw(self, painter: QPainter, inks: Inks, wording: Wording) -> None:
        """Draw it from the painter's origin on."""
        s = inks.size
        size = self.size(inks, wording)
        layout = self._layout(inks)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRect(0, 0, size.width(), size.height()), inks.paper)
        painter.setPen(inks.text)
        painter.setFont(inks.title)
        painter.drawText(QPointF(MARGIN * s, 24 * s + QFontMetricsF(inks.title).ascent() * 0.8), self.title)
        painter.setPen(inks.text2)
        painter.setFont(inks.note)
        painter.drawText(QPointF(MARGIN * s, 58 * s), self.note)
        painter.save()
        painter.translate(0, HEAD * s)
        wide = QRectF(layout.scale.left, 0, layout.scale.right - layout.scale.left, layout.height)
        draw_grid(painter, layout, inks, layout.height, wide)
        draw_names(painter, layout, inks, 0, layout.height)
        draw_marks(painter, layout, inks, 0, layout.height)
        draw_axis(painter, layout.scale, inks, wording, self.unit, round(layout.height), layout.scale.right)
        painter.restore()
        self._legend(painter, inks, wording, HEAD * s + layout.height + (AXIS + 16) * s)

    def png(self, inks: Inks, wording: Wording, scale: float) -> bytes:
        """The picture as PNG, ``scale`` pixels for each logical one."""
        size = self.size(inks, wording)
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(inks.paper)
        painter = QPainter(image)
        self.draw(painter, inks, wording)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def svg(self, inks: Inks, wording: Wording) -> bytes:
        """The picture as SVG; its texts stay texts."""
        from PySide6.QtSvg import QSvgGenerator

        size = self.size(inks, wording)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        generator.setResolution(SVG_DPI)
        generator.setTitle(self.title)
        generator.setDescription(self.note)
        painter = QPainter(generator)
        self.draw(painter, inks.for_svg(), wording)
        painter.end()
        return _known_elsewhere(bytes(buffer.data().data()))

    def _layout(self, inks: Inks) -> ChartLayout:
        low, high = bulk_span(logs_of(self.rows))
        s = inks.size
        scale = LogScale(low, high, (MARGIN + NAMES) * s, (WIDTH - MARGIN) * s)
        return arrange(self.rows, scale, len(self.rows) * ROW * s, inks.label_width, s)

    def _legend(self, painter: QPainter | None, inks: Inks, wording: Wording, top: float) -> float:
        width = (WIDTH - 2 * MARGIN) * inks.size
        return draw_legend(painter, entries_of(in_order(self.rows)), inks, wording, MARGIN * inks.size, top, width)


def _known_elsewhere(svg: bytes) -> bytes:
    """The SVG with typefaces by the names others know them by, not those we gave them against shadowing."""
    for name in (fonts.INTERFACE, fonts.ARABIC_INTERFACE):
        own = re.escape(f"maeditor {name}".encode()) + rb"(?: \d00)?"
        svg = re.sub(rb'(font-family="[^"]*?)' + own, rb"\1" + name.encode(), svg)
    return svg


def write_whole(path: Path, content: bytes) -> None:
    """Put a picture in place, the old one staying until the new is whole. Raises ExportError."""
    with atomic_write(path) as file:
        file.write(content)
