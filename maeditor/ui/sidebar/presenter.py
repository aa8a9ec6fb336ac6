"""Between the sidebar and the services."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from maeditor.domain.changes import Done
from maeditor.services import library
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.library import ArticleCard
from maeditor.ui.desk import Desk
from maeditor.ui.sidebar.completeness import Completeness
from maeditor.ui.sidebar.pane import SidebarPane


class SidebarPresenter(QObject):
    """Shows articles and counts, follows the selection, and moves it."""

    def __init__(self, desk: Desk, pane: SidebarPane, memory: FigureMemory | None = None) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._cards: tuple[ArticleCard, ...] = ()
        self.completeness = Completeness(desk, memory or FigureMemory(), self)
        self.completeness.changed.connect(self._show)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self.refresh)
        desk.selection.article_changed.connect(pane.choose_article)
        desk.selection.view_changed.connect(pane.choose_view)
        # Leaving a fact may save it and set the list anew: not under the click that the list has not finished with.
        pane.article_chosen.connect(self._open, Qt.ConnectionType.QueuedConnection)
        pane.view_chosen.connect(self._view_chosen)
        pane.choose_view(desk.selection.view)
        self.refresh()

    def _view_chosen(self, view: str) -> None:
        self._desk.selection.show_view(view)
        # What is typed may keep the view in sight.
        self._pane.choose_view(self._desk.selection.view)

    def refresh(self) -> None:
        """Read articles and counts again."""
        runner = self._desk.runner
        self._pane.show_totals(library.totals(runner))
        self._cards = library.articles(runner)
        self._show()

    def _show(self) -> None:
        self._pane.show_articles(self.completeness.dressed(self._cards), self._desk.selection.article_id)

    def step(self, by: int) -> None:
        """Go to the next or the previous article."""
        cards = self._pane.model.cards
        if cards:
            row = self._pane.model.row_of(self._desk.selection.article_id)
            self._open(cards[min(max(row + by, 0), len(cards) - 1)].id)

    def _open(self, article_id: str) -> None:
        selection = self._desk.selection
        selection.show_article(article_id)
        if selection.article_id != article_id:
            self._pane.choose_article(selection.article_id)

    def _changed(self, done: Done) -> None:
        self.completeness.forget(done)
        if done.touches("dismissals", "evidence") and not done.touches("articles", "facts"):
            self._show()
        if done.touches("sheets"):
            self._pane.show_totals(library.totals(self._desk.runner))
        if done.touches("articles", "facts"):
            row = self._pane.model.row_of(self._desk.selection.article_id)
            self.refresh()
            cards = self._pane.model.cards
            if self._desk.selection.article_id not in {card.id for card in cards}:
                # What was shown is gone (deleted, or an import taken back): show what has come into its place.
                self._desk.selection.replace_article(cards[min(max(row, 0), len(cards) - 1)].id if cards else "")
