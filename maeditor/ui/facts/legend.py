"""What each field says and which words it was read from: the key to the underlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.services.sourcing import Slot
from maeditor.ui.facts.slots import slot_colour
from maeditor.ui.theme import Theme

ROW, SWATCH, GAP, BETWEEN = 21, 12, 5, 16


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A field: its name, what it says, and where that comes from if not from the marked words."""

    slot: Slot
    label: str
    said: str
    note: str = ""

    @property
    def told(self) -> str:
        """The item for a screen reader."""
        return f"{self.label} {self.said}, {self.note}" if self.note else f"{self.label} {self.said}"


class Legend(QWidget):
    """Items one after the other, on as many rows as they need; none is cut in two."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[LegendItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def items(self) -> tuple[LegendItem, ...]:
        """What is shown."""
        return self._items

    def show_items(self, items: Sequence[LegendItem]) -> None:
        """Show these fields."""
        self._items = tuple(items)
        self.setAccessibleDescription("; ".join(each.told for each in items))
        self.setToolTip("\n".join(each.told for each in items))
        self.lay_out(self.width())

    def lay_out(self, width: int) -> None:
        """Take the height that the items need at a width."""
        rows = 1 + max((row for _item, row, _left, _wide in self._placed(width)), default=0)
        self.setFixedHeight(rows * self._theme.px(ROW) if self._items else 0)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was laid out."""
        return QSize(self._theme.px(100), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each item: a line in the field's colour, its name, what it says, where from."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        for item, row, left, wide in self._placed(self.width()):
            top, right = row * px(ROW), left + wide
            painter.fillRect(
                QRectF(left, top + px(ROW) / 2 - px(1) + 0.5, px(SWATCH), px(2) + 1),
                theme.colour_of(slot_colour(theme, item.slot)),
            )
            x = left + px(SWATCH) + px(GAP)
            for text, font, colour in self._parts(item):
                metrics = QFontMetricsF(font)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(right - x, 0))
                painter.setFont(font)
                painter.setPen(theme.colour(colour))
                painter.drawText(QRectF(x, top, max(right - x, 0) + 1, px(ROW)), Qt.AlignmentFlag.AlignVCenter, shown)
                x += metrics.horizontalAdvance(shown) + px(GAP)

    def _parts(self, item: LegendItem) -> list[tuple[str, QFont, str]]:
        theme = self._theme
        italic = theme.ui_font(11)
        italic.setItalic(True)
        parts = [(item.label, theme.ui_font(11), "text3"), (item.said, theme.ui_font(12, 500), "text")]
        return [*parts, (item.note, italic, "text2")] if item.note else parts

    def _placed(self, width: int) -> list[tuple[LegendItem, int, float, float]]:
        """Each item with its row, its left edge and its width."""
        px = self._theme.px
        placed: list[tuple[LegendItem, int, float, float]] = []
        row, left = 0, 0.0
        for item in self._items:
            texts = sum(QFontMetricsF(font).horizontalAdvance(text) + px(GAP) for text, font, _c in self._parts(item))
            wide = min(px(SWATCH) + px(GAP) + texts, float(max(width, 1)))
            if left and left + wide > width:
                row, left = row + 1, 0.0
            placed.append((item, row, left, wide))
            left += wide + px(BETWEEN)
        return placed
