"""The whole article at a glance beside the scroll bar: a bar for each passage, a dot for each figure left."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from maeditor.ui.reader.heights import LANE, Heights
from maeditor.ui.reader.page import Page
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

INSET = 3
"""The lane's margin at both sides."""
DOT, BAR, THICK = 3, 6, 2
"""Across a figure's dot; length and height of a passage's bar, which is one longer and higher for the fact chosen."""
STEP = 3
"""Marks nearer than this are one."""
NEAR = 5
"""How far from a mark a click still means it."""
MOST = 400
"""Passages up to which there are bars: more of them would be one bar from top to end. Of more figures than this only
those that have a place of their own in the lane are marked: a long article has tens of thousands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at a height: ``colour`` is a code, ``fact`` and ``label`` are empty for a figure without one."""

    share: float
    start: int
    end: int
    colour: str
    fact: str = ""
    label: str = ""


class Overview(QWidget):
    """Keeps the marks of the page that is shown; by mouse alone, for J, K and F8 lead to the same places."""

    fact_wanted = Signal(str)
    place_wanted = Signal(int, int)
    """Bring a span of the text into view."""
    figure_wanted = Signal(int, int)

    def __init__(self, theme: Theme, words: Words, page: Page) -> None:
        super().__init__(page)
        self._theme, self._words, self._page = theme, words, page
        self._figures: Sequence[tuple[int, int]] = ()
        self._known: tuple[object, ...] = ()
        self._told = 0
        self._marks: list[Mark] = []
        self._drawn: tuple[object, ...] = ()
        self._kept: list[tuple[Mark, int, bool]] = []
        self._followed: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        page.installEventFilter(self)
        page.moved.connect(self._follow)
        theme.changed.connect(self._follow)
        words.changed.connect(self._reword)
        self._reword()

    def show_figures(self, figures: Sequence[tuple[int, int]]) -> None:
        """Take the figures that no fact accounts for, in text order."""
        self._figures = figures
        self._told += 1
        self._follow()

    @property
    def marks(self) -> list[Mark]:
        """What is marked, figures first, each from top to end; looked up again when passages or lines changed."""
        height = self.height() if len(self._figures) > MOST else 0
        known = (self._page.surface.sheet.painting.version, self._told, self._theme.dark, height)
        if known != self._known:
            self._known = known
            self._marks = list(self._look())
        return self._marks

    def top_of(self, mark: Mark) -> int:
        """Where in the lane a mark begins: as far down as its place is in what the scroll bar goes through."""
        thick = self._theme.px(THICK)
        return round(mark.share * (self.height() - thick))

    def _look(self) -> Iterator[Mark]:
        page, painting = self._page, self._page.surface.sheet.painting
        heights = Heights.of(page.surface) if page.view.article_id else None
        if heights is None:
            return
        grey = self._theme.tokens.text3
        for start, end in self._figures if len(self._figures) <= MOST else self._apart(heights):
            yield Mark(heights.share(start), start, end, grey)
        order = painting.index.in_order()
        for each in map(painting.seen, order if len(order) <= MOST else ()):
            colour = self._theme.family(each.family).line
            yield Mark(heights.share(each.start), each.start, each.end, colour, each.fact_id, each.label)

    def _apart(self, heights: Heights) -> Iterator[tuple[int, int]]:
        """The first figure of every few pixels."""
        figures, rows = self._figures, max(self.height() // self._theme.px(STEP), 1)
        known = -1
        for row in range(rows):
            found = bisect_left(figures, (heights.place(row / rows), 0), known + 1)
            if found == len(figures):
                return
            if heights.share(figures[found][0]) < (row + 1) / rows:
                known = found
                yield figures[found]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._follow()
        return False

    def event(self, event: QEvent) -> bool:
        """Say what a mark under the mouse stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = self.near(event.pos())
            QToolTip.showText(event.globalPos(), "\n".join(dict.fromkeys(map(self.said, near))), self)
            return True
        return super().event(event)

    def said(self, mark: Mark) -> str:
        """What a mark stands for, in words."""
        if mark.fact:
            return mark.label
        quote = " ".join(self._page.view.text[mark.start : mark.end].split())
        return self._words.say("reader.overview_figure", quote=f"\u2068{quote}\u2069")

    def near(self, point: QPoint) -> list[Mark]:
        """The marks that a point means, the nearest first: on the side of the dots figures, else passages."""
        reach, thick = self._theme.px(NEAR), self._theme.px(THICK)
        on_dots = point.x() < self._bars_left() - 1
        far = [(abs(self.top_of(each) + thick / 2 - point.y()), each) for each in self.marks]
        found = sorted((away for away in far if away[0] <= reach), key=lambda away: away[0])
        mine = [each for _far, each in found if (not each.fact) == on_dots]
        return mine or [each for _far, each in found]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark under the mouse, or to as far down the article as the mouse is."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        near = self.near(event.position().toPoint())
        if not near:
            bar = self._page.surface.verticalScrollBar()
            whole = bar.maximum() + bar.pageStep()
            bar.setValue(round(event.position().y() / max(self.height(), 1) * whole - bar.pageStep() / 2))
        elif near[0].fact:
            self.fact_wanted.emit(near[0].fact)
            self.place_wanted.emit(near[0].start, near[0].end)
        else:
            self.figure_wanted.emit(near[0].start, near[0].end)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where a click leads to a mark."""
        there = bool(self.near(event.position().toPoint()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lane, the dots in one file, the bars in another; those of the fact chosen last and longer."""
        px, theme, painter = self._theme.px, self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, thick = self._bars_left(), px(THICK)
        for mark, top, here in self._rows():
            painter.setBrush(theme.colour_of(mark.colour))
            if not mark.fact:
                painter.drawEllipse(QRectF(px(INSET), top - (px(DOT) - thick) / 2, px(DOT), px(DOT)))
            else:
                more = 1 if here else 0
                painter.drawRoundedRect(QRectF(left - more, top - more, px(BAR) + 2 * more, thick + 2 * more), 1, 1)
        painter.end()

    def _rows(self) -> list[tuple[Mark, int, bool]]:
        """One mark of each file for every few pixels, with its top; those of the fact chosen last."""
        chosen, step, marks = self._page.surface.sheet.painting.selected, self._theme.px(STEP), self.marks
        drawn = (self._known, chosen, self.height())
        if drawn != self._drawn:
            rows: dict[tuple[bool, int, bool], tuple[Mark, int, bool]] = {}
            for mark in marks:
                top, here = self.top_of(mark), bool(chosen) and mark.fact == chosen
                rows.setdefault((here, top // step, bool(mark.fact)), (mark, top, here))
            self._drawn, self._kept = drawn, [rows[each] for each in sorted(rows)]
        return self._kept

    def _bars_left(self) -> int:
        return self.width() - self._theme.px(INSET) - self._theme.px(BAR)

    def _follow(self) -> None:
        """Stand beside the scroll bar, where there is something to scroll and something to find."""
        px, page, painting = self._theme.px, self._page, self._page.surface.sheet.painting
        bar = page.surface.verticalScrollBar()
        scrolls = bar.maximum() > bar.minimum() and bool(page.view.article_id)
        there = scrolls and (bool(self._figures) or bool(page.view.highlights))
        place = QRect(page.width() - bar.sizeHint().width() - px(LANE), 0, px(LANE), page.height())
        # Asked at every turn of the wheel: most of them change nothing here.
        followed = (page.surface, there, place, painting.version, self._told, painting.selected, self._theme.dark)
        if followed == self._followed:
            return
        if followed[:2] != self._followed[:2]:
            # Not at each change: what is found in the article is marked over it.
            self.raise_()
        self._followed = followed
        self.setVisible(there)
        self.setGeometry(place)
        self.update()

    def _reword(self) -> None:
        self.setAccessibleName(self._words.say("reader.overview"))
        self.update()
