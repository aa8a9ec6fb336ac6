"""Where on the whole page the figures left stand: small marks beside the scroll bar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.theme import Theme

SCROLL_BAR, WIDTH, THICK = 9, 5, 2
CHARACTERS, LINE, GAP = 66, 31, 12
"""A line's length and height, and the room between paragraphs, as the text is set by default."""


class Overview(QWidget):
    """Lies over the page's edge and lets everything through."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.shares: Sequence[float] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        theme.changed.connect(self._place)
        self._place()

    def show_shares(self, shares: Sequence[float]) -> None:
        """Mark these places, from 0 at the top to 1 at the end."""
        self.shares = shares
        self.setVisible(bool(shares))
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size; a page turned lies over what lay over it."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a mark a row, however many figures fall on it."""
        px, painter = self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("control"))
        thick = px(THICK)
        room = self.height() - thick
        for row in sorted({round(share * room / (thick + 1)) for share in self.shares}):
            painter.drawRoundedRect(QRectF(0, row * (thick + 1), self.width(), thick), 1, 1)
        painter.end()

    def _place(self) -> None:
        px = self._theme.px
        self.setGeometry(self._page.width() - px(SCROLL_BAR) - px(WIDTH) - 1, 0, px(WIDTH), self._page.height())


def shares_of(shown: ShownText, places: Sequence[int]) -> list[float]:
    """How far down the page places of the text stand, by the lengths of its lines: nothing is laid out for it."""
    heights = [LINE * (1 + length // CHARACTERS) + GAP for length in shown.lengths]
    tops = list(accumulate(heights, initial=0))
    whole = tops[-1]
    if not whole:
        return []
    found = []
    for place in places:
        line = max(bisect_right(shown.starts, place) - 1, 0)
        inside = min((place - shown.starts[line]) / max(shown.lengths[line], 1), 1.0)
        found.append((tops[line] + inside * heights[line]) / whole)
    return found
