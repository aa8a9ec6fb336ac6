"""The reader's pane: header, text with its passages, gutter; positions in and out are code points of the article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from maeditor.domain.anchors import Span
from maeditor.ui.command_table import Scope
from maeditor.ui.pane_keys import BOUNDS, pane_key
from maeditor.ui.reader.asking import Asking
from maeditor.ui.reader.bounds import Bounds
from maeditor.ui.reader.columns import MEASURES, place_columns
from maeditor.ui.reader.fact_card import FactCard
from maeditor.ui.reader.find_bar import FindBar
from maeditor.ui.reader.gutter import Gutter
from maeditor.ui.reader.header import Header
from maeditor.ui.reader.omission_strip import OmissionStrip
from maeditor.ui.reader.page import NO_ARTICLE, Page
from maeditor.ui.reader.searching import Searching
from maeditor.ui.reader.selecting import trimmed
from maeditor.ui.reader.size_menu import offer_sizes
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

_ABOUT = 16
"""Kept clear above and below the mouse by what comes beside it."""


class ReaderPane(QWidget):
    """Shows one article. Knows nothing of the store: it is told what to show and says what the person did."""

    highlighted = Signal(int, int)
    """The person has chosen a stretch of text: ``[start, end)``, never empty."""
    selection_dropped = Signal()
    fact_clicked = Signal(str)
    nothing_to_drop = Signal()
    """Escape was pressed where nothing is chosen."""
    edit_wanted = Signal()
    """Return was pressed in the text, or what edits the fact in its stead."""
    key_pressed = Signal(str)
    """Another of the keys that panes hand over, pressed in the text."""
    new_fact_wanted = Signal(int, int)
    back_wanted = Signal()
    forward_wanted = Signal()
    review_wanted = Signal()
    import_wanted = Signal()
    noise_toggled = Signal(bool)
    zoom_changed = Signal(int)
    menu_wanted = Signal(QPoint)
    """A context menu is to be opened at a place of the screen; the fact that it is about was told before."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._last_span: tuple[int, int] | None = None
        self.header = Header(theme, words, self)
        self.page = Page(theme, words, self)
        self.bounds = Bounds(self.page)
        self.gutter = Gutter(theme, words, self)
        self.omissions = OmissionStrip(theme, words, self)
        self.find_bar = FindBar(theme, words, self)
        self.searching = Searching(theme, words, self.page, self.find_bar)
        self.card = FactCard(theme, words, self)
        self._sizes = QMenu(self)
        self.asking = Asking(theme, self.card, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        column.addWidget(self.page, 1)
        column.addWidget(self.omissions)
        self.page.settled.connect(self._settle)
        self.page.pressed_on.connect(self._press)
        self.page.hovered.connect(self._hover)
        self.page.moved.connect(self.gutter.look_again)
        self.page.moved.connect(self.card.leave)
        self.gutter.told.connect(lambda facts, box, at_once: self.card.over(facts, box, at_once=at_once))
        self.gutter.installEventFilter(self.card)
        for surface in self.page.surfaces:
            surface.installEventFilter(self.card)
            surface.viewport().installEventFilter(self.card)
        self.page.placed.connect(self._place_columns)
        self.page.set_anew.connect(self._place_columns)
        self.page.menu_wanted.connect(self._ask_menu)
        self.gutter.menu_wanted.connect(self.asking.ask)
        self.asking.fact_meant.connect(self.fact_clicked)
        self.asking.settled.connect(self.menu_wanted)
        self.gutter.fact_clicked.connect(self.fact_clicked)
        self.gutter.wanted.connect(self.scroll_to)
        self.header.back_wanted.connect(self.back_wanted)
        self.header.forward_wanted.connect(self.forward_wanted)
        self.header.review_wanted.connect(self.review_wanted)
        self.header.text_menu_wanted.connect(self._offer_sizes)
        self.header.fact_wanted.connect(self.want_fact)
        self.page.blank.button.clicked.connect(self.import_wanted)
        theme.changed.connect(self.recolour)
        words.changed.connect(self.reword)
        self.recolour()
        self.reword()
        self.show_nothing()

    # What is shown

    @property
    def view(self) -> ArticleView:
        """What is shown; without an id where no article is open."""
        return self.page.view

    def show_article(self, view: ArticleView) -> None:
        """Show an article from its top."""
        self._last_span = None
        self.page.show_view(view)
        self.gutter.attach(self.page.surface)
        self.setTabOrder(self.page.surface, self.gutter)
        # Without an article there is nothing beside it, and nothing there for Tab.
        self.gutter.setVisible(bool(view.article_id))
        self.gutter.raise_()
        self.header.tell(view.title)
        self.header.show_marked(False)
        if view.article_id:
            self.omissions.expect()
        self.searching.again()

    def show_nothing(self) -> None:
        """Show that no article is open."""
        self.show_article(NO_ARTICLE)

    def show_facts(self, highlights: Sequence[Highlight]) -> None:
        """Show other facts in the same text; the place on the page stays."""
        self.page.show_highlights(tuple(highlights))

    def change_article(self, view: ArticleView) -> None:
        """Take the shown article's corrected details and facts; the place on the page stays."""
        self.page.change_view(view)
        self.header.tell(view.title)

    def select_fact(self, fact_id: str) -> None:
        """Wash the passages of one fact; empty for none."""
        self.page.surface.sheet.painting.select(fact_id)
        self.page.repaint_all()

    def set_review_focus(self, span: Span | None) -> None:
        """Dim all paragraphs but those of a passage, as a review wants it; None lights the article again.

        Another article is shown undimmed.
        """
        self.page.light(span)

    def tell_review(self, reviewing: bool, number: int = 0, count: int = 0) -> None:
        """Show that the article is reviewed, and as which of how many; or that it is read."""
        self.header.show_reviewed(reviewing, number, count)

    @property
    def noise_shown(self) -> bool:
        """Tell whether lines that are not the article are shown."""
        return self.page.noise_shown

    def show_noise(self, shown: bool) -> None:
        """Show or hide the lines that are not the article."""
        if shown != self.page.noise_shown:
            self.page.show_noise(shown)
            self.searching.again()
            self.noise_toggled.emit(shown)

    # Places and selection

    def scroll_to(self, start: int, end: int) -> None:
        """Bring a span into view, a third from the top, unless it is there already; hidden lines are shown for it."""
        shown = self.page.shown
        if shown is not None and shown.hidden and not shown.is_shown(start, end):
            self.show_noise(True)
        self.page.scroll_to(start, end)

    def reading_place(self) -> tuple[int, float]:
        """What is read, to come back to: a place of the text and where on the page it stands."""
        return self.page.place()

    def restore_place(self, place: tuple[int, float]) -> None:
        """Come back to what was read."""
        self.page.restore(*place)

    def selected_span(self) -> tuple[int, int] | None:
        """The chosen stretch of the article's text, or None."""
        return self.page.choosing.span()

    def select_span(self, start: int, end: int) -> None:
        """Choose a stretch of text, as if the person had."""
        self.page.choosing.choose(start, end)
        self._settle()

    def grow_selection(self) -> None:
        """From the caret or a word to its sentence, then to its paragraph."""
        self.page.choosing.grow()
        self._settle()

    def shrink_selection(self) -> None:
        """Back to what was chosen before it grew."""
        self.page.choosing.shrink()
        self._settle()

    def move_bound(self, last: bool, forward: bool) -> None:
        """Move the end (``last``) or the start of the chosen passage by a word."""
        self.bounds.move(last, forward)
        self._settle()

    def drop_selection(self) -> None:
        """Choose nothing."""
        self.page.choosing.drop()
        self._settle()

    def want_fact(self) -> None:
        """Ask for a new fact from the chosen passage."""
        span = self.selected_span()
        if span is not None:
            self.new_fact_wanted.emit(*trimmed(self.view.text, *span))

    def span_box(self, start: int, end: int) -> QRect:
        """Where a span stands on the screen: a popover keeps clear of it."""
        return self.page.span_box(start, end)

    # Text size

    @property
    def zoom(self) -> int:
        """The text size in per cent."""
        return self.page.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the text size; what is read stays in place."""
        before = self.page.zoom
        self.page.set_size(percent, self.page.measure)
        if self.page.zoom != before:
            self.zoom_changed.emit(self.page.zoom)

    @property
    def measure(self) -> str:
        """How long lines may be: a key of MEASURES."""
        return self.page.measure

    def set_measure(self, measure: str) -> None:
        """Let lines be shorter or longer."""
        self.page.set_size(self.page.zoom, measure)

    def _offer_sizes(self) -> None:
        offer_sizes(self._sizes, self, self._words, self.header.text_size)

    # Theme and language

    def recolour(self) -> None:
        """Take the theme's colours and sizes anew."""
        self.header.resize_to_theme()
        self.page.recolour()
        self.update()

    def reword(self) -> None:
        """Take the sentences of another language."""
        self.header.reword()
        self.gutter.reword()
        self.page.reword()

    # What happens

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the text; were that the pane's proxy, Tab would pass over the buttons above it."""
        here = self.page.surface if self.view.article_id else self.page.blank.button
        here.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the column anew."""
        super().resizeEvent(event)
        self._place_columns()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the paper around the column."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape drops what is chosen; what buttons and text leave goes to the commands."""
        keys = pane_key(event)
        name = self._words.keys.at_pane(keys, Scope.READ, Scope.READING)
        if event.key() == Qt.Key.Key_Escape:
            if self.selected_span() is not None:
                self.drop_selection()
            else:
                self.nothing_to_drop.emit()
        elif name in BOUNDS:
            self.move_bound(*BOUNDS[name])
        elif not keys or not self.page.surface.hasFocus():
            super().keyPressEvent(event)
        elif name in {"page-down", "page-up"}:
            self.page.turn(forward=name == "page-down")
        elif name == "edit-fact":
            self.edit_wanted.emit()
        else:
            self.key_pressed.emit(keys)

    def _settle(self) -> None:
        span = self.selected_span()
        self.header.show_marked(span is not None)
        if span == self._last_span:
            return
        self._last_span = span
        if span is None:
            self.selection_dropped.emit()
        else:
            self.highlighted.emit(*span)

    def _press(self, point: QPointF) -> None:
        """A click on a passage chooses its fact; clicking again goes to the next one under it."""
        self._settle()
        if self.page.meta.action_box.contains(point):
            self.show_noise(not self.noise_shown)
            return
        selected = self.page.surface.sheet.painting.selected
        facts = list(dict.fromkeys(each.fact_id for each in self.page.passages_at(point)))
        if facts:
            at = facts.index(selected) + 1 if selected in facts else 0
            self.fact_clicked.emit(facts[at % len(facts)])

    def _hover(self, point: QPointF) -> None:
        passages = self.page.passages_at(point)
        over = self.page.meta.action_box.contains(point) or bool(passages)
        place = self.page.surface.viewport().mapToGlobal(point.toPoint())
        self.card.over(passages, QRect(place.x(), place.y() - _ABOUT, 1, 2 * _ABOUT))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.page.surface.viewport().setCursor(shape)

    def _ask_menu(self, point: QPoint) -> None:
        """Under the mouse, or by the keyboard: then at what is chosen, about the fact that is selected."""
        span, here = self.selected_span(), self.page.surface.viewport()
        if point.x() < 0:
            self.asking.ask((), self.page.menu_place())
            return
        chosen = span is not None and span[0] <= self.page.text_position(QPointF(point)) <= span[1]
        self.asking.ask(() if chosen else self.page.passages_at(QPointF(point)), here.mapToGlobal(point))

    def _place_columns(self) -> None:
        typography = self.page.surface.sheet.typography
        if typography is not None:
            top, measure = self.page.y(), MEASURES[self.page.measure]
            place_columns(self.page.surface, self.gutter, self._theme, measure, typography, top)
