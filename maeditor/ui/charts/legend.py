"""What the marks mean: only those that the chart shows, each drawn as it is drawn there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui.charts.glyphs import draw_mark, draw_point
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import PlacedMark
from maeditor.ui.charts.marks import Mark
from maeditor.ui.theme import Theme
from maeditor.wording import Wording

LINE = 26.0
POINT, WIDE = 16.0, 38.0
AFTER_GLYPH, AFTER_WORD = 8.0, 20.0
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


def entries_of(marks: Iterable[Mark]) -> tuple[Entry, ...]:
    """The meanings that these marks use, in a fixed order."""
    marks = tuple(marks)
    stages = {mark.lifecycle for mark in marks}
    found = [Entry(f"charts.legend_{each.value}", each) for each in LIFECYCLES if each in stages]
    if any(not mark.reviewed for mark in marks):
        found.append(Entry("charts.legend_not_reviewed", Lifecycle.PLANNED, reviewed=False))
    used = {mark.comparator for mark in marks}
    found += [Entry(f"charts.legend_{each.name.lower()}", Lifecycle.PLANNED, each) for each in BOUNDS if each in used]
    return tuple(found)


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
    """Draw entries in lines of at most ``width``; tells how tall they are. Without a painter it only measures."""
    size = inks.size
    metrics = QFontMetricsF(inks.note)
    x, y = left, top
    for entry in entries:
        text = wording.say(entry.key)
        glyph = (POINT if entry.comparator is Comparator.EQUAL else WIDE) * size
        needed = glyph + AFTER_GLYPH * size + metrics.horizontalAdvance(text)
        if x > left and x + needed > left + width:
            x, y = left, y + LINE * size
        if painter is not None:
            middle = y + LINE * size / 2
            _draw_glyph(painter, entry, inks, x, middle, glyph)
            painter.setFont(inks.note)
            painter.setPen(inks.text2)
            box = QRectF(x + glyph + AFTER_GLYPH * size, y, metrics.horizontalAdvance(text) + 2, LINE * size)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        x += needed + AFTER_WORD * size
    return y + LINE * size - top


def _draw_glyph(painter: QPainter, entry: Entry, inks: Inks, x: float, y: float, width: float) -> None:
    size = inks.size
    neutral = _neutral(inks) if entry.comparator is not Comparator.EQUAL or not entry.reviewed else inks
    if entry.comparator is Comparator.EQUAL:
        draw_point(painter, QPointF(x + width / 2, y), entry.lifecycle, entry.reviewed, neutral, size)
        return
    mark = Mark("", 0, 0, entry.comparator, entry.lifecycle, entry.reviewed, False, False, "", "")
    low, high = x + 7 * size, x + width - 7 * size
    if entry.comparator is Comparator.ABOUT:
        low = high = x + width / 2
    elif entry.comparator in {Comparator.AT_LEAST, Comparator.MORE}:
        high = low
    draw_mark(painter, PlacedMark(mark, low, high, y, x, x + width, 0, 0, size * 0.9), neutral)


def _neutral(inks: Inks) -> Inks:
    """Inks that say a shape means the same in every colour."""
    return replace(inks, planned=inks.text3)


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
