"""What a review is about while it lasts: its facts, the cards at hand, how fast it goes. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor.domain.articles import Article
from maeditor.domain.changes import Change, Done
from maeditor.domain.errors import MissingRecordError
from maeditor.domain.facts import State
from maeditor.services import review_cards
from maeditor.services.review_cards import ReviewCard
from maeditor.services.runner import ActionRunner
from maeditor.ui.review.cards import Cards
from maeditor.ui.review.pace import Pace
from maeditor.ui.review.walk import Decision, Walk


class Sitting:
    """The walk through an article, or through the whole project."""

    def __init__(self, runner: ActionRunner) -> None:
        self._runner = runner
        self.walk, self.cards, self.pace = Walk(), Cards(runner), Pace()
        self.article, self.whole = "", False
        self._articles: tuple[str, ...] = ()
        self.visited = ""
        """A fact that is looked at, to compare it with the one on the table; it may be in another article."""

    @property
    def scope(self) -> str | None:
        """The article reviewed; None for the whole project."""
        return None if self.whole else self.article

    def plan(self, wanted: str, *, keep_decisions: bool = False) -> None:
        """Read anew which facts there are; begin at one of them if it waits."""
        self.visited = ""
        decisions = self.walk.decisions if keep_decisions else []
        self.cards.forget()
        there = self.whole or bool(self.article)
        plan = review_cards.review_plan(self._runner, self.scope) if there else None
        self.walk = Walk(plan.states, plan.conflicted) if plan is not None else Walk()
        self.walk.decisions = decisions
        self.walk.begin(wanted)

    def open(self) -> None:
        """Begin a sitting: which articles have something to review is asked anew."""
        self._articles = ()

    def note_articles(self) -> None:
        """Take up the articles that have something to review; those that had stay in the count."""
        here = {self.article} if self.walk.left and not self.whole else set()
        self._articles = review_cards.waiting_articles(self._runner, here.union(self._articles))

    def note_conflicts(self) -> None:
        """Take up which facts contradict each other now; over the project each card tells it of its own fact."""
        if not self.whole and len(self.walk):
            torn = review_cards.review_plan(self._runner, self.article).conflicted
            for fact_id in self.walk.ids:
                self.walk.note(fact_id, self.walk.state(fact_id), conflicted=fact_id in torn)

    def article_place(self, article_id: str) -> tuple[int, int]:
        """As which of how many an article is reviewed; number 0 where it had nothing to review."""
        known = self._articles
        return (known.index(article_id) + 1 if article_id in known else 0), len(known)

    def current(self) -> ReviewCard | None:
        """The card looked at, or of the fact on the table; None when all is done. Facts that are gone are left out."""
        visited = self._visit()
        if visited is not None:
            return visited
        while self.walk.current:
            fact_id = self.walk.current
            try:
                card = self.cards.take(fact_id)
            except MissingRecordError:
                card = None
            if card is not None and not card.fact.hidden:
                self.walk.note(fact_id, card.fact.state, conflicted=card.view.conflicted)
                return card
            self.walk.remove(fact_id)
        return None

    def read_ahead(self) -> None:
        """Read the card that comes after this one."""
        try:
            self.cards.read_ahead(self.walk.following())
        except MissingRecordError:
            self.cards.forget()

    def following_article(self) -> Article | None:
        """The article to go on with once this one is done."""
        return None if self.whole else review_cards.next_to_review(self._runner, self.article)

    def decided(self, fact_id: str, done: Done) -> None:
        """Note a decision of this sitting."""
        self.walk.decisions.append(Decision(fact_id, done.action.id))
        self.pace.decided()
        self.take_over(done)

    def take_over(self, done: Done) -> None:
        """Take over what became of the facts."""
        self.cards.forget_touched(done)
        changes = [change for change in done.changes if change.table == "facts"]
        if done.action.kind == "split-fact":
            self._insert_split(changes)
        for change in changes:
            if change.after is None or change.after.get("hidden"):
                self.walk.remove(change.record_id)
            else:
                state = State(change.after["state"])
                self.walk.note(change.record_id, state, put_off=state is State.DEFERRED)

    def is_new(self, done: Done) -> bool:
        """Tell whether an action brought facts that this sitting does not know."""
        added = (change.record_id for change in done.changes if change.table == "facts" and change.before is None)
        return any(each not in self.walk for each in added)

    def go_to(self, fact_id: str) -> None:
        """Put a fact on the table, also one that the walk did not begin with."""
        self.visited = ""
        if not self.walk.go_to(fact_id):
            self.plan(fact_id, keep_decisions=True)
            self.walk.go_to(fact_id)
        self.cards.forget()

    def _visit(self) -> ReviewCard | None:
        if self.visited:
            try:
                card = self.cards.take(self.visited)
            except MissingRecordError:
                card = None
            if card is not None and not card.fact.hidden:
                return card
            self.visited = ""
        return None

    def _insert_split(self, changes: Iterable[Change]) -> None:
        old = [change.record_id for change in changes if change.before is not None]
        new = [change.record_id for change in changes if change.before is None]
        if old and old[0] in self.walk:
            self.walk.insert_after(old[0], new, State.CORRECTED)
