"""The marked passage on a few lines, with the words that fields were read from underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.services.sourcing import Slot
from maeditor.ui.facts.slots import slot_colour
from maeditor.ui.held_figures import held
from maeditor.ui.text_positions import TextPositions
from maeditor.ui.theme import Theme

LINE, ARABIC_LINE, MOST_LINES, THICK = 22, 30, 2, 2
ELLIPSIS = "…"
NEAR = 0.75
"""Pieces of an underline that stand no further apart than this, in pixels, are one."""


@dataclass(frozen=True, slots=True)
class Underlined:
    """Words of the quote (code points of it) that a field was read from."""

    slot: Slot
    start: int
    end: int


class QuoteView(QWidget):
    """Plain text on at most two lines, in its language's direction."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text, self._marks = "", tuple[Underlined, ...]()
        self._right_to_left = False
        self._layout = QTextLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The quote, as far as it is shown."""
        return self._text

    @property
    def marks(self) -> tuple[Underlined, ...]:
        """What is underlined in it."""
        return self._marks

    def show_quote(self, text: str, marks: Sequence[Underlined], *, right_to_left: bool) -> None:
        """Show a passage; of a long one the part around what is underlined first."""
        flat = held(text.replace("\n", " ").replace("\r", " ").replace("\t", " "))
        self._right_to_left = right_to_left
        cut = _cut(flat, marks)
        self._text = f"{ELLIPSIS}{flat[cut:]}" if cut else flat
        shift = len(ELLIPSIS) - cut if cut else 0
        self._marks = tuple(
            Underlined(each.slot, each.start + shift, each.end + shift) for each in marks if each.start >= cut
        )
        self.lay_out(self.width())

    def lay_out(self, width: int) -> None:
        """Break the lines at a width and take the height they need."""
        theme = self._theme
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if self._right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        font = theme.reading_font(14 if not self._right_to_left else 15, 400, "ar" if self._right_to_left else "fr")
        step = theme.px(ARABIC_LINE if self._right_to_left else LINE)
        text = self._text
        end = self._break(text, font, option, width, step)
        while 0 < end < len(text):
            # It goes on: the last word gives way to an ellipsis.
            text = text[:end].rstrip().rpartition(" ")[0] + ELLIPSIS
            end = self._break(text, font, option, width, step)
        self.setFixedHeight(max(self._layout.lineCount(), 1) * step)
        self.update()

    def _break(self, text: str, font: QFont, option: QTextOption, width: int, step: int) -> int:
        """Lay a text out on the lines there are; gives where the last of them ends (code points)."""
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        end = 0
        for row in range(MOST_LINES):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, row * step + max((step - line.height()) / 2 - self._theme.px(2), 0)))
            end = line.textStart() + line.textLength()
        self._layout.endLayout()
        return TextPositions(text).to_points(end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, then the lines under them."""
        painter = QPainter(self)
        theme = self._theme
        painter.setPen(theme.colour("text2"))
        self._layout.draw(painter, QPointF(0, 0))
        positions = TextPositions(self._text)
        for mark in self._marks:
            first, last = positions.to_units(mark.start), positions.to_units(mark.end)
            painter.setPen(QPen(theme.colour_of(slot_colour(theme, mark.slot)), theme.px(THICK)))
            for at in range(self._layout.lineCount()):
                line = self._layout.lineAt(at)
                start, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
                y = line.y() + line.ascent() + theme.px(4)
                for left, right in _extents(line, start, stop) if start < stop else ():
                    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """From where to where characters of a line stand; several where words of both directions mix.

    A figure among Arabic words runs the other way: between the two places of the cursor stands only a part of them.
    """
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    return _united([(box.left(), box.right()) for box in boxes])


def _united(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Pieces that touch, as one."""
    found: list[tuple[float, float]] = []
    for left, right in sorted(pieces):
        if found and left <= found[-1][1] + NEAR:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        elif right > left:
            found.append((left, right))
    return found


def _cut(text: str, marks: Sequence[Underlined], reach: int = 50) -> int:
    """Where to begin, so that the words of the value are seen: at a word, not far before them."""
    of_value = [each.start for each in marks if each.slot in {Slot.VALUE, Slot.UNIT, Slot.HEDGE}]
    first = min(of_value or [each.start for each in marks], default=0)
    if first <= 2 * reach:
        return 0
    space = text.find(" ", first - reach)
    return space + 1 if 0 <= space < first else first
