"""The facts pane: the list above, the inspector below."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from maeditor.services.learning import Judge
from maeditor.services.library import FactView
from maeditor.services.listing import Order, Section
from maeditor.ui.facts.delegate import ROW, FactDelegate
from maeditor.ui.facts.fact_list import FactList
from maeditor.ui.facts.header import HEIGHT as HEADER
from maeditor.ui.facts.header import FactsHeader
from maeditor.ui.facts.inspector import Inspector
from maeditor.ui.facts.model import FactRole, FactsModel, Fetch
from maeditor.ui.filter_bar import FilterBar
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

INSPECTOR, LOW_INSPECTOR = 336, 312
MOST_GROWN, LEAST_ROWS = 112, 5
"""What the inspector may take more by itself, so that a fact of three passages is not cut, and the rows it leaves."""
LOW = 800
"""Below this height of the window the inspector leaves more rows to the list."""
LEAST_WIDTH, LEAST_LIST = 340, 60
"""Of the pane; and what stays of the list however high the inspector is drawn."""
MOST_KEPT = 500
"""Facts that stay marked when the list is set anew; of more, the current one."""


class FactsPane(QWidget):
    """Facts of the article or the project; it emits what the person wants and writes nothing."""

    fact_chosen = Signal(str)
    several_chosen = Signal()
    """Several facts are marked, or one again."""
    fact_opened = Signal(str)
    """Enter or a double click: show where it stands."""
    scope_changed = Signal(bool)
    """True: the whole project."""
    menu_wanted = Signal(QPoint)
    """All that can be done with the fact, at a place of the screen."""
    asked = Signal(str)
    """``new``, ``clear-filter``."""
    key_pressed = Signal(str)
    """A key that panes hand over to commands."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.header = FactsHeader(theme, words, self)
        self._project, self._segment = self.header.project, self.header.segment
        self.bar = FilterBar(theme, words, self)
        self.model = FactsModel(self)
        self.list = FactList(self.model, self)
        self._delegate = FactDelegate(theme, words, self.list)
        self.list.setItemDelegate(self._delegate)
        # Over the list, which stays in its place: the keyboard would have nowhere to go.
        self._empty = QLabel(self.list.viewport())
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._drawn = 0.0
        self._grown = 0.0
        self._filtered = False
        self._telling = False
        self.look_up: Callable[[str], FactView | None] = lambda _fact_id: None
        """Finds a fact that the list does not show."""
        # In its place from the beginning: what changes its parent is styled anew with all that is in it.
        self.inspector = Inspector(theme, words, self._splitter)
        self._lay_out()
        self._wire()
        words.changed.connect(self.retranslate)
        theme.changed.connect(self._rescale)
        self.retranslate()

    @property
    def whole_project(self) -> bool:
        """Tell whether the list shows the whole project."""
        return self.header.project.isChecked()

    @property
    def filtered(self) -> bool:
        """Tell whether anything is filtered out."""
        return self._filtered

    @property
    def inspector_height(self) -> float:
        """How high the person drew the inspector, as at 100 %; 0 as long as they did not."""
        return self._drawn

    @inspector_height.setter
    def inspector_height(self, height: float) -> None:
        self._drawn = height
        self._share_height()

    def show_scope(self, *, whole: bool) -> None:
        """Mark which facts the list shows, without telling anybody."""
        (self.header.project if whole else self.header.article).setChecked(True)

    def show_filtered(self, filtered: bool) -> None:
        """Tell whether anything is filtered out: an empty list says so."""
        self._filtered = filtered
        self.header.show_filtered(filtered)
        self._word_empty()

    def judge_by(self, judge: Judge) -> None:
        """Ask somebody how sure each fact is; what is shown is told anew."""
        self.inspector.judge_by(judge)
        self._delegate.judge = self.model.judge = judge
        self.list.viewport().update()

    def show_facts(self, views: Sequence[FactView], chosen: str) -> None:
        """Show facts and select one."""
        self.show_order(Order(_numbers(views)), lambda _numbers: (), chosen, views)

    def show_order(
        self,
        order: Order,
        fetch: Fetch,
        chosen: str,
        views: Sequence[FactView] = (),
        title: Callable[[Section], str] | None = None,
        of: int | None = None,
    ) -> None:
        """Show facts by their numbers, in sections, and select one; several that were marked stay so.

        ``of`` is how many there are, where only some are listed.
        """
        marked = self.list.chosen_numbers if self.list.chosen_count <= MOST_KEPT else []
        bar = self.list.verticalScrollBar()
        scrolled = bar.value()
        others = self.model.show_order(order, fetch, self._words.wording, views, title)
        self.header.show_count(self.model.count, complete=order.complete, of=of)
        if not self.model.count and self.list.hasFocus() and self._filtered:
            # The keys that take the filters back are to work where nothing is left to stand on.
            self.bar.open()
        self._empty.setHidden(self.model.count > 0)
        self._word_empty()
        if others:
            self.list.doItemsLayout()
            bar.setValue(scrolled)
        self.choose(chosen, marked if len(marked) > 1 else [])

    def choose(self, fact_id: str, marked: Sequence[int] = ()) -> None:
        """Select a fact without telling anybody; ``marked`` are the numbers of those to keep marked with it."""
        row = self.model.row_of(fact_id) if fact_id else -1
        view = self.model.view_at(row) if row >= 0 else self.look_up(fact_id) if fact_id else None
        if row < 0 and view is not None:
            row = self.model.row_of_number(view.fact.number)
        if not (self._telling and row == self.list.currentIndex().row()):
            # What the person is marking in the list itself is not marked anew under their hand.
            self.list.mark(row)
        if row >= 0:
            if view is not None and view.fact.number in marked:
                self.list.mark_again(list(marked), row)
            self.list.scrollTo(self.model.index(row))
        if self.inspector.gives_way(view):
            # The keyboard must not wait in a field for the fact that comes next.
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.inspector.show_fact(view)
        self.several_chosen.emit()

    def neighbour(self, step: int) -> str:
        """The fact before or after the selected one, or the first."""
        model = self.model
        if not model.count:
            return ""
        row = self.list.currentIndex().row() if self.list.selectionModel().hasSelection() else -1
        wanted = model.step(row, step) if row >= 0 else model.step(-1, 1)
        view = model.view_at(wanted)
        return view.fact.id if view is not None else ""

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, tokens = self._theme, self._theme.tokens
        self.header.retranslate()
        self.list.setAccessibleName(self._words.say("facts.list_name"))
        self._word_empty()
        self._empty.setFont(theme.ui_font(13))
        self._empty.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._empty.setStyleSheet(f"color: {tokens.text3};")
        self.list.setStyleSheet(f"QListView {{ background: {tokens.panel}; border: none; outline: none; }}")

    def minimumSizeHint(self) -> QSize:
        """Never what the buttons of the moment ask for: the article beside must not move when they change."""
        return QSize(self._theme.px(LEAST_WIDTH), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel's ground and the header's hairline; the one at the left is the splitter's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, self._theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew: the inspector has what it needs, or what the person gave it."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        px = self._theme.px
        usual = LOW_INSPECTOR if self.window().height() < px(LOW) else INSPECTOR
        wanted = min(px(self._drawn or usual + self._grown), max(self._splitter.height() - px(LEAST_LIST), 0))
        self._splitter.setSizes([max(self._splitter.height() - wanted, 0), wanted])

    def _grow(self, lacking: int) -> None:
        """Show what is out of sight, once and for all: were it given back, rows would jump from fact to fact."""
        scale = self._theme.scale
        rows = self._splitter.height() / scale - LEAST_ROWS * ROW
        usual = LOW_INSPECTOR if self.window().height() < self._theme.px(LOW) else INSPECTOR
        grown = self._grown + lacking / scale
        # What is longer still is read by scrolling, whatever is given.
        if self._grown < grown <= min(MOST_GROWN, rows - usual) and not self._drawn:
            self._grown = grown
            self._share_height()
            self.list.scrollTo(self.list.currentIndex())

    def _rescale(self) -> None:
        """Another size of text or another theme: sizes, then everything that is drawn."""
        self.retranslate()
        self.list.doItemsLayout()
        self._share_height()

    def _word_empty(self) -> None:
        words = self._words
        empty = words.say("facts.empty", new_fact=words.called("new-fact"))
        self._empty.setText(words.say("facts.none_match") if self._filtered else empty)
        self.list.setAccessibleDescription("" if self.model.count else self._empty.text())

    def _drag(self) -> None:
        self._drawn = self._splitter.sizes()[1] / self._theme.scale

    def _lay_out(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty.hide()
        over = QVBoxLayout(self.list.viewport())
        over.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        over.addWidget(self._empty)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.bar)
        column.addWidget(self._splitter, 1)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.several_chosen.connect(self.several_chosen)
        self.list.activated.connect(self._activated)
        self.list.key_pressed.connect(self.key_pressed)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.inspector.menu_wanted.connect(self.menu_wanted)
        self.inspector.too_low.connect(self._grow)
        self.list.escape_pressed.connect(lambda: self.asked.emit("clear-filter"))
        self.header.scope_changed.connect(self.scope_changed)
        self.header.new_asked.connect(lambda: self.asked.emit("new"))
        self.bar.left_field.connect(self._go_to_list)
        self.bar.escaped.connect(lambda: self.asked.emit("clear-filter"))
        self._splitter.splitterMoved.connect(lambda _at, _number: self._drag())

    def _go_to_list(self) -> None:
        """From the text filter on: to what it found, or, where that is nothing, nowhere."""
        if self.model.count:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.list.selectionModel().hasSelection():
                self.list.setCurrentIndex(self.model.index(self.model.step(-1, 1)))

    def _activated(self, index: QModelIndex) -> None:
        view = index.data(FactRole.VIEW)
        if isinstance(view, FactView):
            self.fact_opened.emit(view.fact.id)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        view = current.data(FactRole.VIEW)
        if isinstance(view, FactView):
            if not self.inspector.form.typed:
                self.inspector.show_fact(view)
            self._telling = True
            self.fact_chosen.emit(view.fact.id)
            self._telling = False


def _numbers(views: Sequence[FactView]) -> array[int]:
    return array("q", [view.fact.number for view in views])
