"""Reads the figure when the charts view is in front and something it draws has changed; saves pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.domain.facts import Role
from maeditor.services import figures, library
from maeditor.services.figures import CapacityFigure
from maeditor.services.library import FactView
from maeditor.ui.charts.excerpt import Excerpt, excerpt_text, marked_in
from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.desk import Desk

VIEW = "charts"


class ChartsPresenter(QObject):
    """Between the project and the charts pane."""

    drawn = Signal()
    """Other facts are drawn, or none."""

    def __init__(self, desk: Desk, pane: ChartsPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._figure: CapacityFigure | None = None
        self._stale = True
        self._drawn = self._all = 0
        pane.drawn.connect(self._note_drawn)
        desk.bulletin.changed.connect(self._changed)
        desk.selection.view_changed.connect(self._view_changed)
        pane.grouping_wanted.connect(lambda _grouping: self.refresh())
        pane.fact_chosen.connect(self._show_passage)
        pane.passage_wanted.connect(desk.selection.show_passage)
        pane.articles_wanted.connect(lambda: desk.selection.show_view("read"))
        pane.save_wanted.connect(lambda kind: self.export_png() if kind == "png" else self.export_svg())
        self._view_changed(desk.selection.view)

    @property
    def count(self) -> int:
        """How many facts are drawn."""
        return self._drawn

    @property
    def drawable(self) -> int:
        """How many could be, without filters."""
        return 0 if self._figure is None else self._figure.count

    def count_text(self) -> str:
        """How many of the project's facts are drawn, for the status bar."""
        words = self._desk.words
        return words.say("charts.shown", count=self._drawn, all=words.number(self._all)) if self._all else ""

    def refresh(self) -> None:
        """Read the figure again and draw it."""
        runner = self._desk.runner
        self._stale = False
        self._all = library.totals(runner).facts
        self._figure = figures.capacity_figure(runner, self._pane.grouping)
        languages = {card.id: card.language for card in library.articles(runner)}
        self._pane.show_figure(self._figure, languages)
        self._show_passage(self._pane.chosen)

    def export_png(self) -> None:
        """Ask where, then save the chart as PNG."""
        self._export("png", self._pane.save_png)

    def export_svg(self) -> None:
        """Ask where, then save the chart as SVG."""
        self._export("svg", self._pane.save_svg)

    def _export(self, kind: str, save: Callable[[Path], None]) -> None:
        if self._stale:
            self.refresh()
        say = self._desk.words.say
        if self._figure is None or not self._figure.count:
            self._desk.notices.hint(say("charts.empty"))
            return
        name = f"{say('charts.file_name')}.{kind}"
        chosen, _ = QFileDialog.getSaveFileName(self._pane, say("charts.save"), name, say(f"charts.{kind}_filter"))
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{kind}")
        try:
            save(path)
        except MaeditorError as error:
            self._desk.notices.error_from(error)
        else:
            self._desk.notices.info(say("charts.saved", name=path.name))

    def _note_drawn(self, count: int) -> None:
        self._drawn = count
        self.drawn.emit()

    def _changed(self, done: Done) -> None:
        if done.touches("facts", "evidence", "passages", "articles", "properties"):
            self._stale = True
            if self._desk.selection.view == VIEW:
                self.refresh()

    def _view_changed(self, view: str) -> None:
        if view != VIEW:
            return
        if self._stale:
            self.refresh()
        wanted = self._desk.selection.fact_id
        if wanted and not self._pane.chosen:
            self._pane.choose(wanted)
        if not self._pane.chosen:
            self._pane.step(1)
        self._pane.take_focus()

    def _show_passage(self, fact_id: str) -> None:
        view = self._view_of(fact_id)
        self._pane.show_excerpt(None if view is None else self._excerpt(view))

    def _view_of(self, fact_id: str) -> FactView | None:
        if self._figure is None or not fact_id:
            return None
        points = (point for row in self._figure.rows for point in row.points)
        return next((point.view for point in points if point.view.fact.id == fact_id), None)

    def _excerpt(self, view: FactView) -> Excerpt:
        if not view.evidence:
            return Excerpt(view)
        first = next((each for each in view.evidence if each.role is Role.SUPPORTS), view.evidence[0])
        passage = first.passage
        opened = library.open_article(self._desk.runner, passage.article_id)
        article = opened.article
        shown = Excerpt(
            view,
            article.id,
            article.title,
            article.publisher,
            article.published,
            article.language,
            passage.exact,
            ((0, len(passage.exact)),),
            passage.start,
            passage.end,
        )
        if passage.text_id != article.text_id:
            return shown  # it stands in an older reading of the article: the passage alone is sure
        beside = [each.passage for each in view.evidence if each.passage.text_id == passage.text_id]
        spans = tuple((each.start, each.end) for each in [passage, *beside])
        text = opened.text
        marks = marked_in(text, spans, view.fact.raw)
        around = next((each for each in marks if each[0] < passage.end and each[1] > passage.start), marks[0])
        ordered = (around, *(each for each in marks if each != around))
        excerpt, inside = excerpt_text(text, ordered)
        return replace(shown, text=excerpt, marked=inside)
