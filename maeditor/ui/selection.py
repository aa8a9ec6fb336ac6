"""What the person is looking at: one article, one fact; the panes follow it and never each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal


class Selection(QObject):
    """The current article, fact and view; empty text means none."""

    article_changed = Signal(str)
    fact_changed = Signal(str)
    passage_wanted = Signal(str, int, int)
    """Article and span (code points) that the reader should scroll to."""
    marked = Signal()
    """The person marked another passage in the reader, or none."""
    view_changed = Signal(str)
    """One of ``read``, ``charts``: the views that exist."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = ""
        self._fact = ""
        self._view = "read"
        self._span: tuple[int, int] | None = None
        self._place = QPoint()
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before another fact, article or view: what is typed over this one is saved, or keeps it in sight."""

        self.prepare: Callable[[str], None] = lambda _view: None
        """Told of a view before it comes to the front: its panes may not be there yet."""

    @property
    def span(self) -> tuple[int, int] | None:
        """The passage marked in the current article (code points), waiting to become a fact."""
        return self._span

    @property
    def place(self) -> QPoint:
        """Where on the screen the marked passage ends, for what opens beside it."""
        return self._place

    def mark(self, span: tuple[int, int] | None, place: QPoint | None = None) -> None:
        """Take note of the passage that the person marked in the current article."""
        if place is not None:
            self._place = place
        if span != self._span:
            self._span = span
            self.marked.emit()

    @property
    def article_id(self) -> str:
        """The article shown in the reader."""
        return self._article

    @property
    def fact_id(self) -> str:
        """The fact selected in reader, list and inspector."""
        return self._fact

    @property
    def view(self) -> str:
        """The view in front."""
        return self._view

    def show_article(self, article_id: str) -> None:
        """Turn to an article; the selected fact is dropped, for it belongs to another."""
        if article_id != self._article and self.may_leave():
            self.replace_article(article_id)

    def replace_article(self, article_id: str) -> None:
        """Turn away from an article that is there no longer: of what was typed there nothing can be saved."""
        self._article = article_id
        self._fact = ""
        self._span = None
        self.article_changed.emit(article_id)
        self.fact_changed.emit("")

    def show_fact(self, fact_id: str) -> None:
        """Select a fact (of the current article or the project)."""
        if fact_id != self._fact and self.may_leave():
            self._fact = fact_id
            self.fact_changed.emit(fact_id)

    def let_fact_go(self) -> None:
        """No fact is selected, for that one is there no longer: of what was typed over it nothing can be saved."""
        if self._fact:
            self._fact = ""
            self.fact_changed.emit("")

    def show_view(self, view: str) -> None:
        """Bring a view to the front, once what is typed is saved."""
        if view != self._view and self.may_leave():
            self.prepare(view)
            self._view = view
            self.view_changed.emit(view)

    def show_passage(self, article_id: str, start: int, end: int, fact_id: str = "") -> None:
        """Open an article at a span, with its fact selected."""
        self.show_view("read")
        if self._view != "read":
            return
        self.show_article(article_id)
        if self._article != article_id:
            return
        if fact_id:
            self.show_fact(fact_id)
        self.passage_wanted.emit(article_id, start, end)
