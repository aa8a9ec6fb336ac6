"""The value on the table, large: 38 px where it fits, smaller where it does not; what it was before, struck out."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.units import is_unit, symbol
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.review.caps import draw_cap
from maeditor.ui.theme import Theme
from maeditor.wording import Wording

HEIGHT = 52
SIZES = (38, 30, 24, 19, 15)
UNIT_SHARE = 0.62


def parts_of(view: FactView, words: Wording) -> tuple[str, str]:
    """A value's number and its unit, where the unit stands behind it; else all of it is the number."""
    whole, quantity = fact_text.value_text(view, words), view.fact.quantity
    if quantity is None or not is_unit(quantity.unit):
        return whole, ""
    amount = quantity.amount if quantity.amount is not None else quantity.upper or Decimal(0)
    written = symbol(quantity.unit, words.language, amount)
    if written and whole.endswith(f"\u00a0{written}"):
        return whole[: -len(written) - 1], written
    return whole, ""


class ValueView(QWidget):
    """Number, unit, the same in the base unit; painted, for it changes with every key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = self._unit = self._beside = self._before = self._key = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def before(self) -> str:
        """What stands struck out beside the value, which it replaces; or nothing."""
        return self._before

    def show_value(self, number: str, unit: str, beside: str, before: str = "") -> None:
        """Show a value with its unit, and beside it the same in other words; ``before`` is what it replaces."""
        self._number, self._unit, self._beside, self._before = number, unit, beside, before
        self.setAccessibleName(" ".join(each for each in (number, unit, beside) if each))
        self.update()

    def show_key(self, key: str) -> None:
        """Show the key that changes it."""
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        """Always equally high, so that nothing below it moves."""
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as large as there is room."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        right = draw_cap(painter, theme, self._key, self.width(), middle) if self._key else self.width()
        room = round(right) - px(12)
        size = next((each for each in SIZES if self._width(each) <= room), SIZES[-1])
        big, small = theme.ui_font(size, 600), theme.ui_font(round(size * UNIT_SHARE), 400)
        metrics = QFontMetrics(big)
        baseline = round(middle + metrics.capHeight() / 2)
        painter.setFont(big)
        painter.setPen(theme.colour("text"))
        if self._width(size) > room:
            lines = QRect(0, 0, room, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(lines, flags, self._number)
            return
        painter.drawText(0, baseline, self._number)
        x = metrics.horizontalAdvance(self._number)
        if self._unit:
            painter.setFont(small)
            painter.setPen(theme.colour("text2"))
            x += px(9)
            painter.drawText(x, baseline, self._unit)
            x += QFontMetrics(small).horizontalAdvance(self._unit)
        x += px(15)
        x += self._tail(painter, self._beside, theme.ui_font(12), "text2", x, baseline, room)
        if self._before:
            struck = theme.ui_font(12)
            struck.setStrikeOut(True)
            self._tail(painter, self._before, struck, "danger", x, baseline, room)

    def _tail(self, painter: QPainter, text: str, font: QFont, ink: str, x: int, baseline: int, room: int) -> int:
        wide = QFontMetrics(font).horizontalAdvance(text)
        if not text or x + wide > room:
            return 0
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(x, baseline, text)
        return wide + self._theme.px(12)

    def _width(self, size: int) -> int:
        theme = self._theme
        wide = QFontMetrics(theme.ui_font(size, 600)).horizontalAdvance(self._number)
        if self._unit:
            small = theme.ui_font(round(size * UNIT_SHARE), 400)
            wide += theme.px(9) + QFontMetrics(small).horizontalAdvance(self._unit)
        return wide
