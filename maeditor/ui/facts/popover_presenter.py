"""Between the popover and the services: what a marked passage reads as, what is typed, what it is linked to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from maeditor.domain.anchors import Span
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, State
from maeditor.domain.properties import Family
from maeditor.domain.units import same_value
from maeditor.services import annotating, library, suggesting
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.library import FactView
from maeditor.services.suggesting import Wish
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.popover import FactPopover, Suggestion

MOST_EXISTING = 3


class PopoverPresenter(QObject):
    """Makes a fact of the marked passage, or links it to one that is there."""

    def __init__(self, desk: Desk, pane: FactsPane, where: Callable[[Span], tuple[QRect, QRect]]) -> None:
        """``where`` tells where a passage stands on the screen, and which room the popover may take beside it."""
        super().__init__(pane)
        self._desk, self._pane, self._where = desk, pane, where
        self.popover: FactPopover | None = None
        self._base = FactStatement("", "")
        self._language = ""
        self._marked: tuple[str, Span] | None = None
        selection = desk.selection
        selection.article_changed.connect(lambda _id: self.drop())
        selection.view_changed.connect(lambda _view: self.drop())
        selection.marked.connect(self.drop)
        desk.words.changed.connect(self._read_again)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popover's parent is the window: it goes with the pane when another page comes to the front."""
        if event.type() is QEvent.Type.Hide and watched is self._pane:
            self.drop()
        return super().eventFilter(watched, event)

    @property
    def is_open(self) -> bool:
        """Tell whether a fact is being made."""
        return self.popover is not None and self.popover.isVisible()

    def open(self, *, linking: bool = False) -> None:
        """Open the popover on the marked passage."""
        desk = self._desk
        marked, article = desk.selection.span, desk.selection.article_id
        if marked is None or not article:
            desk.notices.info(desk.words.say("facts.mark_and_choose" if linking else "facts.mark_first"))
            return
        span = Span(*marked)
        if linking and desk.selection.fact_id:
            self._attach(desk.selection.fact_id, article, span)
            return
        suggested = suggesting.suggest(desk.runner, article, span)
        self._marked, self._base = (article, span), suggested.statement
        self._language = desk.words.language
        popover = self._make_popover()
        suggestion = self._suggestion(suggested.statement, span)
        words_box, room = self._where(span)
        parent = self._pane.window()
        popover.open_at(_inside(words_box, parent), _inside(room, parent), suggestion, self._linkable())

    def drop(self) -> None:
        """Another passage, article or view: what the popover was about is no longer in sight."""
        if self.popover is not None:
            self.popover.close_up()

    def _read_again(self) -> None:
        if self.popover is not None and self.popover.isVisible():
            self._typed(self.popover.field.text(), self.popover.insisted_family)

    def _make_popover(self) -> FactPopover:
        if self.popover is None:
            self.popover = FactPopover(self._desk.theme, self._desk.words, self._pane.window())
            # Its parent is the window, which outlives the project.
            self._pane.destroyed.connect(self.popover.deleteLater)
            self.popover.confirmed.connect(self._record)
            self.popover.linked.connect(self._link_draft)
            self.popover.typed.connect(self._typed)
        return self.popover

    def _suggestion(self, statement: FactStatement, span: Span) -> Suggestion:
        words = self._desk.words
        known = {each.key: each for each in library.properties(self._desk.runner)}
        definition = known[statement.property]
        blank = statement.stated_in(Fact("", 1, 0, "", "", "", "", State.PROPOSED))
        view = FactView(blank, definition, (), conflicted=False)
        value = fact_text.value_text(view, words.wording) if statement.quantity else statement.text_value
        counted = words.say("facts.characters", count=span.end - span.start)
        return Suggestion(value, fact_text.about_text(view, words.wording), definition.family, counted)

    def _typed(self, text: str, family: str) -> None:
        """Show how the typed value reads; what cannot be read yet is no error before Enter."""
        try:
            statement = self._restated(text, family)
        except ValueTextError:
            return
        if self.popover is not None and self._marked is not None:
            self.popover.suggest(self._suggestion(statement, self._marked[1]))

    def _restated(self, text: str, family: str) -> FactStatement:
        desk = self._desk
        return suggesting.restate(
            self._base, text, Wish(Family(family) if family else None), library.properties(desk.runner), self._language
        )[0]

    def _record(self, text: str, family: str) -> None:
        if self._marked is None or self.popover is None:
            return
        desk = self._desk
        article, span = self._marked
        try:
            statement = self._restated(text, family)
        except ValueTextError as error:
            self.popover.refuse(desk.words.say(f"error.{error.key}", **error.details))
            return
        draft = FactDraft(article, span, statement)
        done = desk.act(lambda: annotating.record_fact(desk.runner, draft))
        if done is not None:
            self.popover.close_up()
            desk.selection.show_fact(done.record_ids("facts")[0])
            self._pane.list.setFocus()

    def _link_draft(self, fact_id: str) -> None:
        if self._marked is not None and self.popover is not None:
            self.popover.close_up()
            self._attach(fact_id, *self._marked)

    def _attach(self, fact_id: str, article_id: str, span: Span) -> None:
        desk = self._desk
        if desk.act(lambda: annotating.attach_passage(desk.runner, fact_id, article_id, span)) is not None:
            desk.selection.show_fact(fact_id)

    def _linkable(self) -> list[FactView]:
        """The facts nearest to what is marked: same property and value first, then the article's others."""
        base = self._base

        def distance(view: FactView) -> tuple[bool, bool, int]:
            said = view.fact.quantity
            same = said is not None and base.quantity is not None and same_value(said, base.quantity)
            return view.fact.property != base.property, not same, view.fact.number

        others = [view for view in self._pane.model.views if not self._rests_on_draft(view)]
        return sorted(others, key=distance)[:MOST_EXISTING]

    def _rests_on_draft(self, view: FactView) -> bool:
        """Tell whether the marked passage is evidence of a fact already: it cannot be linked to it once more."""
        if self._marked is None:
            return False
        article, span = self._marked
        here = (each.passage for each in view.evidence if each.passage.article_id == article)
        return any((passage.start, passage.end) == (span.start, span.end) for passage in here)


def _inside(box: QRect, widget: QWidget) -> QRect:
    """A rectangle of the screen in a widget's coordinates."""
    return QRect(widget.mapFromGlobal(box.topLeft()), box.size())
