"""The page: one article set as text, in whichever of the two widgets suits its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QStackedWidget, QWidget

from maeditor.domain.anchors import Span
from maeditor.ui.focus_ring import FocusRing
from maeditor.ui.reader.blank import Blank
from maeditor.ui.reader.choosing import Choosing
from maeditor.ui.reader.columns import MEASURES
from maeditor.ui.reader.dimming import light, show_light
from maeditor.ui.reader.meta_line import MetaLine, meta_parts
from maeditor.ui.reader.painted_text import colour_surface, hide_caret
from maeditor.ui.reader.shown_text import ShownText, show_text
from maeditor.ui.reader.size_menu import ZOOMS
from maeditor.ui.reader.surfaces import (
    LONG_TEXT,
    LongTextEdit,
    ShortTextEdit,
    Surface,
    line_top,
    top_unit,
)
from maeditor.ui.reader.typography import Typography
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

COUNT_MS = 120
"""After which a long article's words are counted."""
NO_ARTICLE = ArticleView("", "", "")


class Page(QStackedWidget):
    """Sets an article's text and keeps the place while it is set anew. Positions are code points of the text."""

    settled = Signal()
    """The person may have chosen something else."""
    pressed_on = Signal(QPointF)
    hovered = Signal(QPointF)
    menu_wanted = Signal(QPoint)
    moved = Signal()
    """Lines or passages stand elsewhere: what is aligned with them looks again."""
    placed = Signal()
    """It stands elsewhere in the pane, or is higher or lower."""
    set_anew = Signal()
    """Widths or directions changed: columns are placed again."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.view = NO_ARTICLE
        self.zoom, self.measure = 100, "medium"
        self.noise_shown = False
        self.meta = MetaLine(theme)
        self._short, self._long = ShortTextEdit(theme), LongTextEdit(theme)
        self.surface: Surface = self._short
        for surface in (self._short, self._long):
            self.addWidget(surface)
            surface.sheet.paint_meta = self.meta.paint
            surface.selection_settled.connect(self.settled)
            surface.pressed_on.connect(self.pressed_on)
            surface.hovered.connect(self.hovered)
            surface.laid_out.connect(self.moved)
            surface.verticalScrollBar().valueChanged.connect(self.moved)
            surface.verticalScrollBar().rangeChanged.connect(self.set_anew)
            surface.menu_asked.connect(self.menu_wanted)
        self._count = QTimer(self, interval=COUNT_MS, singleShot=True)
        self._count.timeout.connect(self._count_words)
        self.blank = Blank(theme, words)
        self.addWidget(self.blank)
        self.choosing = Choosing(self.surface)
        FocusRing(theme, self, (self._short, self._long))

    @property
    def surfaces(self) -> tuple[Surface, Surface]:
        """Both widgets, of which one is in front."""
        return self._short, self._long

    @property
    def shown(self) -> ShownText | None:
        """What of the text is shown, and the way between the two."""
        return self.surface.sheet.shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the text follows."""
        super().resizeEvent(event)
        self.placed.emit()

    def show_view(self, view: ArticleView) -> None:
        """Set an article from its top."""
        self.view = view
        wanted: Surface = self._long if len(view.text) > LONG_TEXT else self._short
        self.setCurrentWidget(wanted if view.article_id else self.blank)
        if wanted is not self.surface:
            self.surface.clear()
            self.surface.sheet.painting.set_highlights(())
            self.surface = wanted
        self.choosing = Choosing(wanted)
        light(wanted, None)
        wanted.sheet.painting.select("")
        wanted.sheet.dots.show(())
        wanted.sheet.painting.set_highlights(view.highlights)
        self._fill()
        hide_caret(wanted)
        wanted.verticalScrollBar().setValue(0)

    def show_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Draw other passages on the same text; what is read stays in place."""
        self.view = replace(self.view, highlights=highlights)
        self.surface.sheet.painting.set_highlights(highlights)
        shown = self.shown
        if shown is not None and shown.hidden and not all(shown.is_shown(each.start, each.end) for each in highlights):
            self.refill()
        self.repaint_all()

    def change_view(self, view: ArticleView) -> None:
        """Take the same text with other details or passages; only what must be is set anew."""
        known, self.view = self.view, view
        if (known.title, known.language, known.noise) != (view.title, view.language, view.noise):
            self.surface.sheet.painting.set_highlights(view.highlights)
            self.refill()
        if known.highlights != view.highlights:
            self.show_highlights(view.highlights)
        self.tell_meta()

    def show_dots(self, spans: Sequence[tuple[int, int]], *, visible: bool) -> None:
        """Dot other figures of the same text, or none while they are not wanted."""
        dots = self.surface.sheet.dots
        dots.visible = visible
        dots.show(spans)
        self.surface.viewport().update()

    def show_noise(self, shown: bool) -> None:
        """Show or hide the lines that are not the article."""
        self.noise_shown = shown
        self.refill()

    def set_size(self, zoom: int, measure: str) -> None:
        """Set text size and line length."""
        self.zoom, self.measure = min(max(zoom, ZOOMS[0]), ZOOMS[-1]), measure if measure in MEASURES else "medium"
        self.refill()

    def recolour(self) -> None:
        """Take the theme's colours and sizes anew."""
        for surface in (self._short, self._long):
            colour_surface(surface, self._theme)
            surface.sheet.painting.forget_colours()
        self.refill()

    def reword(self) -> None:
        """Take the sentences of another language."""
        for surface in (self._short, self._long):
            surface.setAccessibleName(self._words.say("reader.name"))
        self.blank.reword()
        self.tell_meta()

    def scroll_to(self, start: int, end: int | None = None) -> None:
        """Bring a span of the text into view, a third from the top, unless it is there with a line above it."""
        if not self.in_view(start, end):
            self.surface.place(self._unit_of(start), self.surface.viewport().height() / 3)

    def in_view(self, start: int, end: int | None = None) -> bool:
        """Tell whether a span is seen to its end and does not stand at the very top, unless the text begins there."""
        unit, typography = self._unit_of(start), self.surface.sheet.typography
        top = line_top(self.surface, unit)
        if top is None or typography is None:
            return False
        bar = self.surface.verticalScrollBar()
        if top < typography.body_line and bar.value() > bar.minimum():
            return False
        last = unit if end is None or end <= start else self._unit_of(end - 1)
        under = line_top(self.surface, last)
        return under is not None and under + typography.body_line <= self.surface.viewport().height()

    def turn(self, *, forward: bool) -> None:
        """A screen of the text on or back."""
        bar = self.surface.verticalScrollBar()
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd if forward else bar.SliderAction.SliderPageStepSub)

    def place(self) -> tuple[int, float]:
        """The place of the text at the top of the page and how far under the edge its line begins."""
        unit, y = top_unit(self.surface)
        return (self.shown.text_from_units(unit) if self.shown else 0), y

    def restore(self, position: int, y: float) -> None:
        """Bring a place of the text back to where ``place`` found it."""
        self.surface.place(self._unit_of(position), y)

    def text_position(self, point: QPointF) -> int:
        """The place of the text under a point of the viewport."""
        unit = self.surface.cursorForPosition(point.toPoint()).position()
        return self.shown.text_from_units(unit) if self.shown else 0

    def passages_at(self, point: QPointF) -> list[Highlight]:
        """The passages under a point of the viewport, those nearest to the text first."""
        sheet = self.surface.sheet
        height = sheet.typography.body_line if sheet.typography else 0.0
        for block, origin in self.surface.visible_blocks():
            for piece in sheet.painting.pieces(block):
                base = origin.y() + piece.baseline
                inside = origin.x() + piece.left <= point.x() <= origin.x() + piece.right
                if inside and base - 0.65 * height <= point.y() <= base + 0.35 * height:
                    return sheet.painting.at(self.text_position(point)) or [sheet.painting.seen(piece.highlight)]
        return []

    def menu_place(self) -> QPoint:
        """Where on the screen a menu opens that the keyboard asked for: under what is chosen, or the caret."""
        cursor = self.surface.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        viewport = self.surface.viewport()
        corner = self.surface.cursorRect(cursor).bottomLeft()
        seen = viewport.rect().contains(corner)
        return viewport.mapToGlobal(corner if seen else QPoint(viewport.width() // 3, viewport.height() // 3))

    def span_box(self, start: int, end: int) -> QRect:
        """Where a span stands on the screen, from its first line to its last."""
        if self.shown is None:
            return QRect()
        box = QRect()
        for place in (self.shown.shown_start(start), self.shown.shown_end(end)):
            cursor = QTextCursor(self.surface.document())
            cursor.setPosition(self.shown.positions.to_units(place))
            box = box.united(self.surface.cursorRect(cursor))
        return QRect(self.surface.viewport().mapToGlobal(box.topLeft()), box.size())

    def refill(self) -> None:
        """Set the text anew: the line read, what is chosen and the passages stay."""
        if self.shown is None:
            self._fill()
            return
        at_top = self.surface.verticalScrollBar().value() == 0
        place, span = self.place(), self.choosing.span()
        self._fill()
        if span is not None:
            self.choosing.choose(*span)
        if at_top:
            self.surface.verticalScrollBar().setValue(0)
        else:
            self.restore(*place)
        self.repaint_all()

    def light(self, span: Span | None) -> None:
        """Dim all paragraphs but those of a span; None lights the article again."""
        light(self.surface, span)

    def tell_meta(self) -> None:
        """Say anew what stands above the text."""
        shown, typography = self.shown, self.surface.sheet.typography
        if shown is None or typography is None:
            return
        is_long = self.surface is self._long
        if is_long and not shown.counted:
            # The text first: how long it is can be said when it is there.
            self._count.start()
        parts = meta_parts(
            self.view,
            self._words,
            word_count=None if is_long and not shown.counted else shown.word_count,
            hidden=shown.hidden,
            showing=self.noise_shown and bool(self.view.noise),
        )
        here = parts if self.view.article_id else []
        self.meta.tell(here, typography.scale, right_to_left=typography.right_to_left)
        self.surface.setAccessibleDescription(self.meta.spoken)
        self.repaint_all()

    def _count_words(self) -> None:
        if self.shown is not None and self.shown.word_count:
            self.tell_meta()

    def repaint_all(self) -> None:
        """Paint text and passages again, without setting them."""
        self.surface.viewport().update()
        self.moved.emit()

    def _fill(self) -> None:
        view, sheet = self.view, self.surface.sheet
        typography = Typography.of(self._theme, view.language, right_to_left=view.right_to_left, zoom=self.zoom)
        index = sheet.painting.index
        shown = show_text(
            view.text,
            view.title,
            view.noise,
            show_noise=self.noise_shown,
            is_held=lambda start, end: bool(index.across(start, end)),
        )
        sheet.take(view.text, shown, typography)
        self.set_anew.emit()
        self.surface.show_sheet()
        show_light(self.surface)
        self.tell_meta()

    def _unit_of(self, position: int) -> int:
        return self.shown.positions.to_units(self.shown.shown_start(position)) if self.shown else 0
