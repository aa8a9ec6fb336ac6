"""Between the reader's pane and the project: reads the article, follows selection and bulletin, walks through facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import MissingRecordError
from maeditor.services import library
from maeditor.services.library import OpenArticle
from maeditor.services.refreshing import facts_now
from maeditor.ui.desk import Desk
from maeditor.ui.reader.fact_card import CardRow, plain_row
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.selecting import moved, trimmed
from maeditor.ui.reader.shown_facts import ShownFacts, card_row
from maeditor.ui.reader.view import Highlight
from maeditor.ui.reader.visits import Visits

_SHOWN_TABLES = ("facts", "evidence", "passages", "articles", "text_versions", "properties")


class ReaderPresenter(QObject):
    """Keeps the pane showing what the person looks at; says which passage and fact they chose."""

    def __init__(self, desk: Desk, pane: ReaderPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._pane = desk, pane
        self._facts: ShownFacts | None = None
        self._visits = Visits()
        selection = desk.selection
        selection.article_changed.connect(self.show_article)
        selection.fact_changed.connect(self._show_fact)
        selection.passage_wanted.connect(self._show_passage)
        desk.bulletin.changed.connect(self.refresh_after)
        desk.words.changed.connect(self.refresh)
        pane.fact_clicked.connect(selection.show_fact)
        pane.highlighted.connect(self._mark)
        pane.selection_dropped.connect(self._unmark)
        pane.bounds.moved.connect(self._move_bound)
        pane.back_wanted.connect(self.back)
        pane.forward_wanted.connect(self.forward)
        pane.card.describe = self._describe
        if selection.article_id:
            self.show_article(selection.article_id)
            self._show_fact(selection.fact_id)

    @property
    def opened(self) -> OpenArticle | None:
        """The article shown, as the project holds it."""
        return self._facts.opened if self._facts is not None else None

    # Following

    def show_article(self, article_id: str) -> None:
        """Open an article where it was left; nothing where there is none."""
        if self._facts is not None:
            self._visits.leave(self._facts.opened.article.id, self._pane.reading_place())
        self._facts = self._read(article_id)
        if self._facts is None:
            self._pane.show_nothing()
        else:
            self._pane.show_article(self._facts.view())
            place = self._visits.arrive(article_id)
            if place is not None:
                self._pane.restore_place(place)
        self._tell_visits()

    def refresh_after(self, done: Done) -> None:
        """Read again what an action touched of what is shown."""
        facts = self._facts
        if not done.touches(*_SHOWN_TABLES):
            return
        if facts is None:
            if self._desk.selection.article_id:
                self.refresh()
        elif facts.concerned(done):
            touched = facts.touched(done)
            if touched is None:
                self.refresh()
            else:
                facts.take(touched, facts_now(self._desk.runner, touched))
                self._show_again(facts)

    def refresh(self) -> None:
        """Read the shown article again; the place on the page, what is chosen and the selected fact stay."""
        before, self._facts = self._facts, self._read(self._desk.selection.article_id)
        facts = self._facts
        if facts is None:
            self._pane.show_nothing()
        elif before is None or _text_of(before) != _text_of(facts):
            self._pane.show_article(facts.view())
            self._pane.select_fact(self._desk.selection.fact_id)
        else:
            self._show_again(facts)

    def places(self) -> dict[str, int]:
        """By article the place of its text that stood at the page's top when it was left, the latest last."""
        if self.opened is not None:
            self._visits.leave(self.opened.article.id, self._pane.reading_place())
        return {article_id: place[0] for article_id, place in self._visits.places.items()}

    def know_places(self, places: Mapping[str, int]) -> None:
        """Take where articles were left in an earlier run."""
        for article_id, position in places.items():
            self._visits.leave(article_id, (position, 0.0))

    # Commands

    def next_fact(self) -> None:
        """Select the fact of the next passage in the text."""
        self._step(1)

    def previous_fact(self) -> None:
        """Select the fact of the passage before."""
        self._step(-1)

    def grow_selection(self) -> None:
        """Choose the sentence, then the paragraph."""
        self._pane.grow_selection()

    def shrink_selection(self) -> None:
        """Choose again what was chosen before it grew."""
        self._pane.shrink_selection()

    def evidence_in_hand(self) -> str:
        """What joins the selected fact to the passage in which the keyboard is; empty where it is in none."""
        passage = self._pane.bounds.passage_under_caret() if self._pane.page.surface.hasFocus() else None
        return passage.evidence_id if passage is not None else ""

    def back(self) -> None:
        """Go to the article seen before this one."""
        self._go(self._visits.before)

    def forward(self) -> None:
        """Go forward again."""
        self._go(self._visits.after)

    # Inside

    def _describe(self, highlight: Highlight) -> CardRow:
        """What the card under the mouse says of a fact."""
        view = self._facts.fact(highlight.fact_id) if self._facts is not None else None
        return plain_row(highlight) if view is None else card_row(view, self._desk.words.wording)

    def _mark(self, start: int, end: int) -> None:
        """Tell the others which passage is chosen; it begins and ends with something that can be read."""
        span = trimmed(self._pane.view.text, start, end)
        box = self._pane.span_box(*span)
        self._desk.selection.mark(span, box.bottomLeft())

    def _move_bound(self, passage: Highlight, last: bool, forward: bool) -> None:
        """Let a fact's passage begin or end a word further on or back: an action like any other."""
        from maeditor.services.rebounding import move_passage

        wanted = moved(self._pane.view.text, passage.start, passage.end, last=last, forward=forward)
        if wanted != (passage.start, passage.end):
            runner = self._desk.runner
            self._desk.act(lambda: move_passage(runner, passage.evidence_id, Span(*wanted)))

    def _unmark(self) -> None:
        self._desk.selection.mark(None)

    def _drop_recorded(self, before: tuple[Highlight, ...]) -> None:
        """A choice that has just become a passage gives way to its underline; one on an older passage stays."""
        span, now = self._desk.selection.span, self._pane.view.highlights
        here = {each.evidence_id for each in now if (each.start, each.end) == span} if span is not None else set()
        if here and not here <= {each.evidence_id for each in before}:
            self._pane.drop_selection()

    def _show_again(self, facts: ShownFacts) -> None:
        """Show the same text with the facts as they are now."""
        before = self._pane.view.highlights
        self._pane.change_article(facts.view())
        self._pane.select_fact(self._desk.selection.fact_id)
        self._drop_recorded(before)

    def _read(self, article_id: str) -> ShownFacts | None:
        if not article_id:
            return None
        try:
            return ShownFacts(library.open_article(self._desk.runner, article_id), self._desk.words.wording)
        except MissingRecordError:
            # Undoing an import takes the article away under the person's eyes: there is nothing to say against it.
            return None

    def _show_fact(self, fact_id: str) -> None:
        self._pane.select_fact(fact_id)
        places = [each for each in self._pane.view.highlights if each.fact_id == fact_id]
        # Chosen at one of its passages, it is read there.
        if places and not any(self._pane.page.in_view(each.start, each.end) for each in places):
            self._pane.scroll_to(places[0].start, places[0].end)

    def _show_passage(self, article_id: str, start: int, end: int) -> None:
        if self.opened is not None and self.opened.article.id == article_id:
            self._pane.scroll_to(start, end)

    def _step(self, step: int) -> None:
        order: list[str] = []
        for each in sorted(self._pane.view.highlights, key=lambda highlight: (highlight.start, highlight.end)):
            if each.fact_id not in order:
                order.append(each.fact_id)
        if not order:
            return
        current = self._desk.selection.fact_id
        if current in order:
            at = min(max(order.index(current) + step, 0), len(order) - 1)
        else:
            at = 0 if step > 0 else len(order) - 1
        self._desk.selection.show_fact(order[at])

    def _go(self, step: Callable[[], str | None]) -> None:
        """Past articles that are there no longer: deleted, or their import taken back."""
        article_id = step()
        while article_id is not None and not library.has_article(self._desk.runner, article_id):
            article_id = step()
        if article_id is not None:
            self._desk.selection.show_article(article_id)

    def _tell_visits(self) -> None:
        self._pane.header.back.setEnabled(self._visits.can_go_back)
        self._pane.header.forward.setEnabled(self._visits.can_go_forward)


def _text_of(facts: ShownFacts) -> tuple[str, str]:
    return facts.opened.article.id, facts.opened.version.id
