"""What the marks mean: only those that the chart shows, each drawn as it is drawn there."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui.charts.glyphs import draw_mark, draw_point
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import PlacedMark
from maeditor.ui.charts.marks import LOWER, UPPER, Mark
from maeditor.ui.theme import Theme
from maeditor.wording import Wording

LINE = 26.0
POINT, WIDE, BESIDE = 16.0, 38.0, 19.0
AFTER_GLYPH, AFTER_WORD = 8.0, 20.0
CLOSER = 0.7
"""How close entries come to each other at most, where that saves a line."""
BOUNDS = (
    Comparator.RANGE,
    Comparator.AT_MOST,
    Comparator.LESS,
    Comparator.AT_LEAST,
    Comparator.MORE,
    Comparator.ABOUT,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning: its sentence and what is drawn before it."""

    key: str
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    comparator: Comparator = Comparator.EQUAL
    reviewed: bool = True
    also: tuple[Lifecycle, ...] = ()
    """All that are drawn beside each other, where more than one shape has the same meaning."""


def entries_of(marks: Iterable[Mark]) -> tuple[Entry, ...]:
    """The meanings that these marks use, in a fixed order."""
    marks = tuple(marks)
    stages = {mark.lifecycle for mark in marks}
    found = [Entry(f"charts.legend_{each.value}", each) for each in LIFECYCLES if each in stages]
    if any(not mark.reviewed for mark in marks):
        found.append(Entry("charts.legend_not_reviewed", reviewed=False, also=_proposed(marks)))
    used = {mark.comparator for mark in marks}
    found += [Entry(f"charts.legend_{each.name.lower()}", _typical(each), each) for each in BOUNDS if each in used]
    return tuple(found)


def _proposed(marks: Iterable[Mark]) -> tuple[Lifecycle, ...]:
    """The shapes of what nobody reviewed, as they stand on the chart: with a dot where operational."""
    stages = {mark.lifecycle for mark in marks if not mark.reviewed}
    shown = tuple(each for each in (Lifecycle.OPERATIONAL, Lifecycle.PLANNED) if each in stages)
    return shown or tuple(each for each in LIFECYCLES if each in stages)[:1]


def _typical(comparator: Comparator) -> Lifecycle:
    """Whose drawing stands for a bound: a limit's full stroke is told from a hollow one most easily."""
    return Lifecycle.OPERATIONAL if comparator in UPPER | LOWER else Lifecycle.PLANNED


LIFECYCLES = (
    Lifecycle.OPERATIONAL,
    Lifecycle.UNDER_CONSTRUCTION,
    Lifecycle.PLANNED,
    Lifecycle.ANNOUNCED,
    Lifecycle.CANCELLED,
    Lifecycle.UNKNOWN,
)


def draw_legend(
    painter: QPainter | None,
    entries: Iterable[Entry],
    inks: Inks,
    wording: Wording,
    left: float,
    top: float,
    width: float,
) -> float:
    """Draw entries over at most ``width``; tells how tall they are. Without a painter it only measures."""
    size, entries = inks.size, tuple(entries)
    metrics = QFontMetricsF(inks.note)
    texts = [wording.say(entry.key) for entry in entries]
    needs = [
        _glyph_width(entry) * size + AFTER_GLYPH * size + metrics.horizontalAdvance(text)
        for entry, text in zip(entries, texts, strict=True)
    ]
    places = _places(needs, AFTER_WORD * size, width)
    if painter is not None:
        for entry, text, (line, beside) in zip(entries, texts, places, strict=True):
            x, y, glyph = left + beside, top + line * LINE * size, _glyph_width(entry) * size
            _draw_glyph(painter, entry, inks, x, y + LINE * size / 2, glyph)
            painter.setFont(inks.note)
            painter.setPen(inks.text2)
            box = QRectF(x + glyph + AFTER_GLYPH * size, y, metrics.horizontalAdvance(text) + 2, LINE * size)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    return (1 + max((line for line, _ in places), default=0)) * LINE * size


Places = list[tuple[int, float]]
"""Of each entry the line, and how far from the left it begins."""


def _places(needs: Sequence[float], between: float, width: float) -> Places:
    """In columns; where they take a line more than entries set one after the other, so, a little closer if need be."""
    columns = _columns(needs, between, width)
    starts = [sum(columns[:at]) + at * between for at in range(len(columns))]
    best = [(at // len(columns), starts[at % len(columns)]) for at in range(len(needs))]
    for gap in (between, between * CLOSER):
        flowing = _flowing(needs, gap, width)
        if flowing and flowing[-1][0] < best[-1][0]:
            best = flowing
    return best


def _flowing(needs: Sequence[float], between: float, width: float) -> Places:
    places, line, x = list[tuple[int, float]](), 0, 0.0
    for need in needs:
        if places and x + need > width:
            line, x = line + 1, 0.0
        places.append((line, x))
        x += need + between
    return places


def _columns(needs: Sequence[float], between: float, width: float) -> list[float]:
    """How wide each column is, for as many columns as fit; the lines are as even as they can be."""
    for count in range(len(needs), 1, -1):
        columns = [max(needs[at::count]) for at in range(count)]
        if sum(columns) + between * (count - 1) <= width:
            even = math.ceil(len(needs) / math.ceil(len(needs) / count))
            return [max(needs[at::even]) for at in range(even)]
    return [max(needs, default=0.0)]


def _glyph_width(entry: Entry) -> float:
    if entry.comparator is not Comparator.EQUAL:
        return WIDE
    return POINT + max(0, len(entry.also) - 1) * BESIDE


def _draw_glyph(painter: QPainter, entry: Entry, inks: Inks, x: float, y: float, width: float) -> None:
    size = inks.size
    if entry.comparator is Comparator.EQUAL:
        for turn, stage in enumerate(entry.also or (entry.lifecycle,)):
            at = QPointF(x + (POINT / 2 + turn * BESIDE) * size, y)
            draw_point(painter, at, stage, entry.reviewed, inks, size)
        return
    neutral = _neutral(inks)
    mark = Mark("", 0, 0, entry.comparator, entry.lifecycle, entry.reviewed, False, False, "", "")
    low, high = x + 7 * size, x + width - 7 * size
    if entry.comparator is Comparator.ABOUT:
        low = high = x + width / 2
    elif entry.comparator in {Comparator.AT_LEAST, Comparator.MORE}:
        high = low
    draw_mark(painter, PlacedMark(mark, low, high, y, x, x + width, 0, 0, size), neutral)


def _neutral(inks: Inks) -> Inks:
    """Inks that say a shape means the same in every colour."""
    return replace(inks, planned=inks.text3, now=inks.text3)


class Legend(QWidget):
    """The legend below the chart."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._inks: Inks | None = None
        self._wording: Wording | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: tuple[Entry, ...], inks: Inks, wording: Wording) -> None:
        """Show these meanings."""
        self._entries, self._inks, self._wording = entries, inks, wording
        self.setAccessibleName(wording.say("charts.legend"))
        self.setAccessibleDescription(", ".join(wording.say(each.key) for each in entries))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A narrow legend takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as needed."""
        if self._inks is None or self._wording is None:
            return self._theme.px(LINE)
        return round(draw_legend(None, self._entries, self._inks, self._wording, 0, 0, width))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self.heightForWidth(max(self.width(), self._theme.px(200))))

    def minimumSizeHint(self) -> QSize:
        """One line, at least."""
        return QSize(self._theme.px(100), self._theme.px(LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self._inks is not None and self._wording is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_legend(painter, self._entries, self._inks, self._wording, 0, 0, self.width())
