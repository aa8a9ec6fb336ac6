"""Between the facts pane and the services: shows what changed, calls what the person asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, State
from maeditor.domain.properties import Family
from maeditor.domain.units import same_value
from maeditor.services import annotating, library, reviewing, suggesting
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.facts.draft import Draft
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.popover import FactPopover, Suggestion
from maeditor.ui.facts.quoting import REACH

MOST_EXISTING = 3
STANDING = frozenset({State.ACCEPTED, State.CORRECTED})


class FactsPresenter(QObject):
    """The facts pane's rules: which facts it lists, and which service each gesture calls."""

    def __init__(self, desk: Desk, pane: FactsPane, where: Callable[[Span], tuple[QRect, QRect]]) -> None:
        """``where`` tells where a passage stands on the screen, and which room the popover may take beside it."""
        super().__init__(pane)
        self._desk, self._pane, self._where = desk, pane, where
        self._popover: FactPopover | None = None
        self._base = FactStatement("", "")
        self._language = ""
        self._marked: tuple[str, Span] | None = None
        self.draft = Draft(desk, pane.inspector)
        selection = desk.selection
        selection.may_leave = self.draft.settle
        selection.article_changed.connect(lambda _id: self.refresh())
        selection.fact_changed.connect(self._follow)
        selection.article_changed.connect(lambda _id: self._drop_popover())
        selection.view_changed.connect(lambda _view: self._drop_popover())
        selection.marked.connect(self._drop_popover)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._retranslate)
        pane.fact_chosen.connect(self._choose)
        pane.fact_opened.connect(lambda _id: self.show_passage())
        pane.scope_changed.connect(self._change_scope)
        pane.asked.connect(lambda asked: self.commands()[asked]())
        inspector = pane.inspector
        inspector.statement_committed.connect(self.commit)
        inspector.statement_accepted.connect(self.commit_and_accept)
        inspector.asked.connect(lambda asked: self.commands()[asked]())
        inspector.passage_asked.connect(self._open)
        inspector.evidence_removed.connect(self._remove_evidence)
        pane.inspector.set_properties(library.properties(desk.runner))
        inspector.evidence.surroundings = lambda passages: library.surroundings(desk.runner, passages, REACH)
        pane.installEventFilter(self)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popover's parent is the window: it goes with the pane when another page comes to the front."""
        if event.type() is QEvent.Type.Hide and watched is self._pane:
            self._drop_popover()
        return super().eventFilter(watched, event)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the keys and menus can ask of this pane."""
        return {
            "new": self.new_fact,
            "link": self.link,
            "accept": self.accept,
            "reject": self.reject,
            "defer": self.defer,
            "reopen": self.reopen,
            "edit": self.edit,
            "next-fact": lambda: self._step(1),
            "previous-fact": lambda: self._step(-1),
            "remove-evidence": self.remove_evidence,
            "show-passage": self.show_passage,
        }

    @property
    def occupied(self) -> bool:
        """Tell whether a fact is being made or changed."""
        return self.draft.begun or (self._popover is not None and self._popover.isVisible())

    def popover_has(self, widget: QWidget | None) -> bool:
        """Tell whether a widget, as that which has the keyboard, belongs to the popover."""
        return widget is not None and self._popover is not None and self._popover.isAncestorOf(widget)

    def refresh(self) -> None:
        """Read the list again."""
        desk = self._desk
        article = desk.selection.article_id
        if self._pane.whole_project:
            views = library.project_facts(desk.runner)
        else:
            views = library.article_facts(desk.runner, article) if article else ()
        self._pane.show_facts(views, desk.selection.fact_id)

    def new_fact(self) -> None:
        """Open the popover on the marked passage."""
        desk = self._desk
        marked, article = desk.selection.span, desk.selection.article_id
        if marked is None or not article:
            desk.notices.info(desk.words.say("facts.mark_first"))
            return
        span = Span(*marked)
        suggested = suggesting.suggest(desk.runner, article, span)
        self._marked, self._base = (article, span), suggested.statement
        self._language = desk.words.language
        popover = self._make_popover()
        suggestion = self._suggestion(suggested.statement, span)
        words_box, room = self._where(span)
        parent = self._pane.window()
        popover.open_at(_inside(words_box, parent), _inside(room, parent), suggestion, self._linkable())

    def link(self) -> None:
        """Attach the marked passage to the selected fact."""
        desk = self._desk
        view, marked = self._view(), desk.selection.span
        if view is None or marked is None:
            desk.notices.info(desk.words.say("facts.mark_and_choose"))
            return
        self._attach(view.fact.id, desk.selection.article_id, Span(*marked))

    def accept(self) -> None:
        """Accept the selected fact and go on to the next; one that stands already only goes on."""
        settled, view = self.draft.settle(), self._view()
        if settled and view is not None and view.fact.state in STANDING:
            self._step(1)
        elif settled:
            self._decide(reviewing.accept_fact)

    def reject(self) -> None:
        """Reject the selected fact and go on to the next."""
        self._decide(reviewing.reject_fact)

    def defer(self) -> None:
        """Put the selected fact off."""
        self._decide(reviewing.defer_fact)

    def reopen(self) -> None:
        """Put the selected fact back among the proposed."""
        view = self._view() if self.draft.settle() else None
        if view is not None:
            runner, fact = self._desk.runner, view.fact
            self._desk.act(lambda: reviewing.reopen_fact(runner, fact.id, fact.version))

    def edit(self) -> None:
        """Go to the value's field."""
        if self._view() is not None:
            self._pane.inspector.form.amount.setFocus()
            self._pane.inspector.form.amount.selectAll()

    def commit(self) -> bool:
        """Save what the form says, if it says something else than the fact does."""
        return self.draft.commit()

    def commit_and_accept(self) -> None:
        """Save, accept, go on to the next."""
        if self.commit():
            self.accept()

    def remove_evidence(self) -> None:
        """Detach the selected fact's passage in this article."""
        view = self._view()
        here = self._desk.selection.article_id
        links = [each for each in view.evidence if each.passage.article_id == here] if view else []
        if links:
            self._remove_evidence(links[-1].id)

    def show_passage(self) -> None:
        """Scroll the reader to the selected fact's first passage."""
        view = self._view()
        if view is not None and view.evidence:
            passage = view.evidence[0].passage
            self._open(passage.article_id, passage.start, passage.end)

    def _open(self, article_id: str, start: int, end: int) -> None:
        self._desk.selection.show_passage(article_id, start, end, self._desk.selection.fact_id)

    def _view(self) -> FactView | None:
        return self._pane.inspector.view

    def _choose(self, fact_id: str) -> None:
        if self.draft.begun:
            # Saving sets the list anew: not under the click that the list has not finished with.
            QTimer.singleShot(0, self, lambda: self._leave_for(fact_id))
        else:
            self._desk.selection.show_fact(fact_id)

    def _leave_for(self, fact_id: str) -> None:
        selection = self._desk.selection
        selection.show_fact(fact_id)
        if selection.fact_id != fact_id:
            self._pane.choose(selection.fact_id)

    def _change_scope(self, whole: bool) -> None:
        if self.draft.settle():
            self.refresh()
        else:
            self._pane.show_scope(whole=not whole)

    def _follow(self, fact_id: str) -> None:
        self._pane.choose(fact_id)

    def _step(self, step: int) -> None:
        self._desk.selection.show_fact(self._pane.neighbour(step))

    def _decide(self, decide: Callable[[ActionRunner, str, int | None], Done]) -> None:
        view = self._view() if self.draft.settle() else None
        if view is None:
            return
        following = self._pane.neighbour(1)
        desk, fact = self._desk, view.fact
        if desk.act(lambda: decide(desk.runner, fact.id, fact.version)) is not None:
            desk.selection.show_fact(following)

    def _attach(self, fact_id: str, article_id: str, span: Span) -> None:
        desk = self._desk
        if desk.act(lambda: annotating.attach_passage(desk.runner, fact_id, article_id, span)) is not None:
            desk.selection.show_fact(fact_id)

    def _remove_evidence(self, evidence_id: str) -> None:
        runner = self._desk.runner
        self._desk.act(lambda: annotating.remove_evidence(runner, evidence_id))

    def _changed(self, done: Done) -> None:
        if done.touches("properties"):
            self._pane.inspector.set_properties(library.properties(self._desk.runner))
        if done.touches("facts", "evidence", "passages", "articles", "properties"):
            self.refresh()

    def _retranslate(self) -> None:
        self._pane.inspector.set_properties(library.properties(self._desk.runner))
        self.refresh()
        if self._popover is not None and self._popover.isVisible():
            self._typed(self._popover.field.text(), self._popover.insisted_family)

    def _make_popover(self) -> FactPopover:
        if self._popover is None:
            self._popover = FactPopover(self._desk.theme, self._desk.words, self._pane.window())
            # Its parent is the window, which outlives the project.
            self._pane.destroyed.connect(self._popover.deleteLater)
            self._popover.confirmed.connect(self._record)
            self._popover.linked.connect(self._link_draft)
            self._popover.typed.connect(self._typed)
        return self._popover

    def _drop_popover(self) -> None:
        """Another passage, article or view: what the popover was about is no longer in sight."""
        if self._popover is not None:
            self._popover.close_up()

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
        if self._popover is not None and self._marked is not None:
            self._popover.suggest(self._suggestion(statement, self._marked[1]))

    def _restated(self, text: str, family: str) -> FactStatement:
        desk = self._desk
        return suggesting.restate(
            self._base, text, Family(family) if family else None, library.properties(desk.runner), self._language
        )

    def _record(self, text: str, family: str) -> None:
        if self._marked is None or self._popover is None:
            return
        desk = self._desk
        article, span = self._marked
        try:
            statement = self._restated(text, family)
        except ValueTextError as error:
            self._popover.refuse(desk.words.say(f"error.{error.key}", **error.details))
            return
        draft = FactDraft(article, span, statement)
        done = desk.act(lambda: annotating.record_fact(desk.runner, draft))
        if done is not None:
            self._popover.close_up()
            desk.selection.show_fact(done.record_ids("facts")[0])
            self._pane.list.setFocus()

    def _link_draft(self, fact_id: str) -> None:
        if self._marked is not None and self._popover is not None:
            self._popover.close_up()
            self._attach(fact_id, *self._marked)

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
