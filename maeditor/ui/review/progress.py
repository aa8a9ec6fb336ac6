"""How far the review is: a segment for each fact, many of them drawn together, and the counts in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import State
from maeditor.ui.theme import Theme

HEIGHT, BAR, THICK, GAP, LEAST, TRIANGLE = 26, 6, 9, 4, 5, 11
DECIDED = frozenset({State.ACCEPTED, State.CORRECTED})


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the bar: the state of its facts (None: they differ), whether one is contradicted, or current."""

    state: State | None
    conflicted: bool = False
    current: bool = False


def segments(states: Sequence[State], conflicts: Sequence[int], place: int, most: int) -> list[Segment]:
    """A segment a fact where there is room for that, else as many as there is room for, each for some neighbours."""
    count = min(len(states), max(most, 1))
    if not count:
        return []
    edges = [len(states) * number // count for number in range(count + 1)]
    torn = set(conflicts)
    found = []
    for first, end in pairwise(edges):
        some = set(states[first:end])
        state = next(iter(some)) if len(some) == 1 else None
        if state is None and some <= DECIDED:
            state = State.ACCEPTED
        found.append(Segment(state, any(each in torn for each in range(first, end)), first <= place < end))
    return found


class Progress(QWidget):
    """The bar; what it says stands in words below it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: tuple[State, ...] = ()
        self._conflicts: tuple[int, ...] = ()
        self._place = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_walk(self, states: tuple[State, ...], conflicts: tuple[int, ...], place: int) -> None:
        """Show where one is; a place below 0 is none. Where all was put off, and that is over, there is no bar."""
        self.setVisible(place >= 0 or not set(states) <= {State.DEFERRED})
        self._states, self._conflicts, self._place = states, conflicts, place
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room; the triangles stand above the bar."""
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments: what differs in meaning differs in shape."""
        px = self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = px(GAP) if len(self._states) <= self.width() // px(LEAST + GAP) else 1
        shown = segments(self._states, self._conflicts, self._place, self.width() // (px(LEAST) + gap))
        if not shown:
            return
        middle = self.height() - px(THICK) / 2
        width = (self.width() - gap * (len(shown) - 1)) / len(shown)
        for number, each in enumerate(shown):
            high = px(THICK if each.current else BAR)
            box = QRectF(number * (width + gap), middle - high / 2, width, high)
            self._draw(painter, box, each)
            if each.conflicted:
                self._warn(painter, box)

    def _draw(self, painter: QPainter, box: QRectF, segment: Segment) -> None:
        theme = self._theme
        radius = min(box.height(), box.width()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        ink = "line2"
        if segment.current:
            ink = "text"
        elif segment.conflicted and segment.state in DECIDED:
            ink = "danger"
        elif segment.state in DECIDED:
            ink = "accent"
        if segment.state is State.REJECTED and not segment.current:
            # Hollow: said and struck out.
            painter.setPen(QPen(theme.colour("danger"), theme.px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
            return
        painter.setBrush(theme.colour(ink))
        painter.drawRoundedRect(box, radius, radius)
        if segment.state is State.DEFERRED and not segment.current:
            painter.setBrush(theme.colour("text3"))
            side = theme.px(BAR)
            painter.drawEllipse(QPointF(box.center()), side / 2, side / 2)

    def _warn(self, painter: QPainter, box: QRectF) -> None:
        side = self._theme.px(TRIANGLE)
        at = QRect(round(box.center().x() - side / 2), 0, side, side)
        painter.drawPixmap(at, self._theme.pixmap("conflict", "danger", side, self.devicePixelRatioF()))
