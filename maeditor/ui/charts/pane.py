"""The charts view: what is shown at the left, the chart, the passage at the right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from maeditor.services.figures import CapacityFigure, Grouping
from maeditor.ui.charts.excerpt import Excerpt
from maeditor.ui.charts.facet_panel import FacetPanel
from maeditor.ui.charts.facets import facets_of, filtered
from maeditor.ui.charts.header import ChartHeader
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.legend import Legend, entries_of
from maeditor.ui.charts.marks import Mark, MarkRow, in_order, rows_of
from maeditor.ui.charts.nothing import NothingToDraw
from maeditor.ui.charts.passage_panel import PassagePanel
from maeditor.ui.charts.picture import ChartPicture, write_whole
from maeditor.ui.charts.table import FigureTable, FigureTableView
from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.ui.charts.plot import CapacityPlot

FACETS, PASSAGE = 216, 324
NARROW_FACETS, NARROW_PASSAGE = 212, 292
NARROW = 1400
"""Below this width of the window the side panels give some room."""
NOTHING_PAGE, PLOT_PAGE, TABLE_PAGE = 0, 1, 2


class ChartsPane(QWidget):
    """Draws a figure and lets the person choose in it; it asks and writes nothing.

    pyqtgraph is loaded with the first figure, so that making the pane costs nothing.
    """

    grouping_wanted = Signal(object)  # Grouping
    fact_chosen = Signal(str)
    passage_wanted = Signal(str, int, int, str)
    """Article, span in code points, fact: open the reader there."""
    articles_wanted = Signal()
    save_wanted = Signal(str)
    """``png`` or ``svg``."""
    drawn = Signal(int)
    """How many facts pass the filters."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._figure: CapacityFigure | None = None
        self._languages: Mapping[str, str] = {}
        self._rows: tuple[MarkRow, ...] = ()
        self._order: list[Mark] = []
        self._chosen = ""
        self._as_table = False
        self.facets = FacetPanel(theme, words, self)
        self.header = ChartHeader(theme, words, self)
        self.legend = Legend(theme, self)
        self.passage = PassagePanel(theme, words, self)
        self.nothing = NothingToDraw(theme, words, self)
        self.table_model = FigureTable(theme, words, self)
        self.table = FigureTableView(theme, words, self)
        self.table.setModel(self.table_model)
        self.plot: CapacityPlot | None = None
        self._plot_page = QWidget(self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self._plot_page)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._wire()
        self.retranslate()

    @property
    def grouping(self) -> Grouping:
        """What a row stands for."""
        return self.header.grouping

    @property
    def chosen(self) -> str:
        """The fact chosen, or nothing."""
        return self._chosen

    @property
    def shows_table(self) -> bool:
        """Tell whether the table stands in place of the chart."""
        return self._as_table

    def show_figure(self, figure: CapacityFigure, languages: Mapping[str, str]) -> None:
        """Draw a figure; ``languages`` tells each article's."""
        self._figure, self._languages = figure, languages
        self.facets.show_facets(facets_of(figure, languages))
        self._show()

    def show_excerpt(self, excerpt: Excerpt | None) -> None:
        """Show the chosen fact's passage at the right."""
        self.passage.show_excerpt(excerpt)

    def choose(self, fact_id: str) -> None:
        """Mark a fact as chosen, tell and say it; one that is not drawn chooses none."""
        mark = next((each for each in self._order if each.fact_id == fact_id), None)
        chosen = mark.fact_id if mark else ""
        changed = chosen != self._chosen
        self._chosen = chosen
        self._mark_chosen()
        if changed:
            self.fact_chosen.emit(chosen)
        if mark is not None and changed and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, mark.spoken))

    def step(self, by: int) -> None:
        """Choose the next or previous mark; the first or last where none is chosen."""
        if not self._order:
            return
        at = next((at for at, each in enumerate(self._order) if each.fact_id == self._chosen), None)
        wanted = (0 if by > 0 else len(self._order) - 1) if at is None else at + by
        self.choose(self._order[min(max(wanted, 0), len(self._order) - 1)].fact_id)

    def open_passage(self) -> None:
        """Ask for the reader at the chosen fact's passage."""
        excerpt = self.passage.excerpt
        if excerpt is not None and excerpt.found:
            self.passage_wanted.emit(excerpt.article_id, excerpt.start, excerpt.end, excerpt.view.fact.id)

    def toggle_table(self) -> None:
        """Turn from chart to table and back; the keyboard goes along."""
        self._as_table = not self._as_table
        self.header.show_as_table(self._as_table)
        self._turn_page()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on what is shown."""
        page = self._stack.currentIndex()
        target: QWidget | None = (self.nothing.button, self.plot, self.table)[page]
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_png(self, path: Path, scale: float = 2) -> None:
        """Save what is shown as PNG, with title and legend. Raises ExportError."""
        write_whole(path, self._picture().png(Inks.of(self._theme), self._words.wording, scale))

    def save_svg(self, path: Path) -> None:
        """Save what is shown as SVG, with title and legend. Raises ExportError."""
        write_whole(path, self._picture().svg(Inks.of(self._theme), self._words.wording))

    def retranslate(self) -> None:
        """Word and colour everything again."""
        for part in (self.facets, self.header, self.passage, self.nothing, self.table):
            part.retranslate()
        self._share_width()
        if self._figure is not None:
            self._show()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the marks, Enter opens, Esc back or chooses none."""
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Right}:
            self.step(1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Left}:
            self.step(-1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.step(-len(self._order) if key == Qt.Key.Key_Home else len(self._order))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.nothing.isVisible():
                self.nothing.button.click()
            else:
                self.open_passage()
        elif key == Qt.Key.Key_Escape and self._can_leave():
            self._leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chart room where the window is narrow."""
        super().resizeEvent(event)
        self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the scroll bar over the plot's right edge, so that the rows' lines reach the panel."""
        if watched is self._plot_page and event.type() == QEvent.Type.Resize:
            self._place_bar()
        return super().eventFilter(watched, event)

    def _place_bar(self) -> None:
        wide, page = self._bar.sizeHint().width(), self._plot_page
        tall = page.height() if self.plot is None else round(self.plot.axis_y)
        self._bar.setGeometry(page.width() - wide, 0, wide, tall)
        self._bar.raise_()

    def _share_width(self) -> None:
        px = self._theme.px
        narrow = self.window().width() < px(NARROW)
        self.facets.setFixedWidth(px(NARROW_FACETS if narrow else FACETS))
        self.passage.setFixedWidth(px(NARROW_PASSAGE if narrow else PASSAGE))

    def _show(self) -> None:
        if self._figure is None:
            return
        figure = filtered(self._figure, self.facets.choice, self._languages)
        wording = self._words.wording
        self._rows = rows_of(figure, wording)
        self._order = in_order(self._rows)
        self.header.show_counts(figure.count, figure.articles)
        with QSignalBlocker(self.table.selectionModel()):
            self.table_model.show_figure(figure)
        self.table.retranslate()
        inks = Inks.of(self._theme)
        self.legend.show_entries(entries_of(self._order), inks, wording)
        self.nothing.show_reason(filtered=self._figure.count > 0)
        if self._order:
            plot = self._made_plot(inks)
            plot.restyle(inks, wording)
            plot.show_rows(self._rows)
            name = wording.say("charts.plot_name", title=self.header.title.text(), count=figure.count)
            for widget in (plot, plot.viewport()):
                widget.setAccessibleName(name)
        self._turn_page()
        self.choose(self._chosen)
        self.drawn.emit(figure.count)

    def _can_leave(self) -> bool:
        return self._as_table or bool(self._chosen) or self._stack.currentIndex() == NOTHING_PAGE

    def _leave(self) -> None:
        if self._stack.currentIndex() == NOTHING_PAGE:
            self.facets.clear()
            self.take_focus()
        elif self._as_table:
            self.toggle_table()
        else:
            self.choose("")

    def _turn_page(self) -> None:
        page = NOTHING_PAGE if not self._order else TABLE_PAGE if self._as_table else PLOT_PAGE
        self._stack.setCurrentIndex(page)
        self.legend.setVisible(page == PLOT_PAGE)

    def _mark_chosen(self) -> None:
        if self.plot is not None:
            self.plot.choose(self._chosen)
            mark = next((each for each in self._order if each.fact_id == self._chosen), None)
            self.plot.setAccessibleDescription(mark.spoken if mark else "")
        with QSignalBlocker(self.table.selectionModel()):
            line = self.table_model.line_of(self._chosen)
            self.table.clearSelection() if line < 0 else self.table.selectRow(line)
        self.table.viewport().update()

    def _made_plot(self, inks: Inks) -> CapacityPlot:
        if self.plot is None:
            from maeditor.ui.charts.plot import CapacityPlot

            unit = self._figure.unit if self._figure else ""
            self.plot = CapacityPlot(inks, self._words.wording, unit, self._plot_page)
            self.plot.mark_chosen.connect(self.choose)
            self.plot.mark_opened.connect(self._open_mark)
            self.plot.menu_asked.connect(self._show_menu)
            self.plot.range_changed.connect(self._range_changed)
            layout = self._plot_page.layout()
            if isinstance(layout, QHBoxLayout):
                layout.insertWidget(0, self.plot, 1)
        return self.plot

    def _open_mark(self, fact_id: str) -> None:
        self.choose(fact_id)
        self.open_passage()

    def _show_menu(self, at: QPoint, fact_id: str) -> None:
        say, menu = self._words.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if fact_id:
            menu.addAction(say("charts.open_passage"), lambda: self._open_mark(fact_id))
            menu.addSeparator()
        menu.addAction(say("charts.show_table"), self.toggle_table)
        menu.addAction(say("charts.save_png"), lambda: self.save_wanted.emit("png"))
        menu.addAction(say("charts.save_svg"), lambda: self.save_wanted.emit("svg"))
        menu.popup(at)

    def _range_changed(self) -> None:
        if self.plot is None:
            return
        hidden = round(self.plot.arranged.height - self.plot.plot_height)
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, max(0, hidden + 8))
            self._bar.setPageStep(round(self.plot.plot_height))
            self._bar.setValue(round(self.plot.scroll))
        self._bar.setVisible(hidden > 0)
        self._place_bar()

    def _table_moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.choose(self.table_model.fact_id(current.row()))

    def _picture(self) -> ChartPicture:
        self._unseen.catch_up()
        unit = self._figure.unit if self._figure else ""
        return ChartPicture(self._rows, self.header.title.text(), self.header.note.text(), unit)

    def _wire(self) -> None:
        self.header.grouping_chosen.connect(self.grouping_wanted)
        self.header.table_toggled.connect(self.toggle_table)
        self.header.save_asked.connect(self.save_wanted)
        self.facets.choice_changed.connect(lambda _choice: self._show())
        self.nothing.unfilter_asked.connect(self.facets.clear)
        self.nothing.articles_asked.connect(self.articles_wanted)
        self.passage.open_asked.connect(self.open_passage)
        self.table.opened.connect(self.open_passage)
        self.table.selectionModel().currentRowChanged.connect(self._table_moved)
        self._bar.valueChanged.connect(lambda value: self.plot.scroll_to(value) if self.plot else None)
        self._unseen = OutOfSight(self, self.retranslate, self._words.changed, self._theme.changed)

    def _lay_out(self) -> None:
        px = self._theme.px
        plot_row = QHBoxLayout(self._plot_page)
        plot_row.setContentsMargins(0, 0, 0, 0)
        plot_row.setSpacing(0)
        self._plot_page.installEventFilter(self)
        self._bar.hide()
        for page in (self.nothing, self._plot_page, self.table):
            self._stack.addWidget(page)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.header)
        middle.addWidget(self._stack, 1)
        legend = QHBoxLayout()
        legend.setContentsMargins(px(28), px(8), px(16), px(12))
        legend.addWidget(self.legend)
        middle.addLayout(legend)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.facets)
        row.addLayout(middle, 1)
        row.addWidget(self.passage)
