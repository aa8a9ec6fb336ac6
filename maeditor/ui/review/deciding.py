"""Deciding: each decision is one action, saved at once; the next card comes before others hear of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError, MissingRecordError, ReviewError, StaleRecordError
from maeditor.domain.facts import Fact, State
from maeditor.domain.review import GLUED, NEEDS_REASON, STANDING
from maeditor.services import annotating, deleting, restructuring, review_cards, reviewing
from maeditor.services.glued_cells import refuse_split
from maeditor.services.readings import MOST_READINGS
from maeditor.services.rebounding import move_passage
from maeditor.services.review_cards import ReviewCard
from maeditor.services.telling import tell_error
from maeditor.ui import fact_text
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.review.bounds import Bounds, Text
from maeditor.ui.review.changing import Changing, Wanted
from maeditor.ui.review.going_back import GoingBack
from maeditor.ui.review.pane import ReviewPane
from maeditor.ui.review.sitting import Sitting
from maeditor.ui.review.telling import Telling

READINGS = tuple(f"reading-{number}" for number in range(1, MOST_READINGS + 1))
"""The commands that decide for a reading, named as ``review-…``."""


class Deciding(QObject):
    """What can be done to the fact on the table."""

    reread = Signal(object)
    """A ReviewCard that is old: the fact moved on meanwhile."""
    shown = Signal(bool)
    """The table changed: show it; True, the same card where it is."""

    def __init__(self, desk: Desk, pane: ReviewPane, text: Text, sitting: Sitting) -> None:
        super().__init__(pane)
        self._desk, self._pane, self._sitting = desk, pane, sitting
        self.auto_advance = True
        self.changing = Changing(desk, pane, self._save, self.accept, self.accept_because)
        self.bounds = Bounds(pane, text, desk.words, self._move_bounds)
        self.telling, self._going_back = Telling(desk, self), GoingBack(desk)
        self._came_from: str | None = None
        """The fact that was on the table before one was asked about; empty: the last page was there."""
        self.changing.reason_left.connect(self._come_back)

    def settle(self) -> bool:
        """Save what is typed, and the bounds that were moved, before something else comes; False where it cannot be."""
        return (not self.bounds.begun or self.bounds.keep()) and self.changing.settle()

    def accept(self) -> None:
        """Accept the fact, as the chosen reading says it if one is chosen; one that stands already only goes on."""
        if self.bounds.begun and not self.bounds.keep():
            return
        card = self._card()
        if self.changing.begun:
            self.changing.commit(accept=True)
        elif card is not None:
            self._accept(card)

    def accept_because(self, reason: str) -> None:
        """Accept the fact although its passage says otherwise; of one that stands, say why."""
        card, runner = self._card(), self._desk.runner
        if card is None:
            return
        if card.fact.state in STANDING:
            said, fact = review_cards.statement_of(card.fact), card.fact
            back = self._came_from is not None
            if reason:
                call = partial(annotating.correct_fact, runner, fact.id, fact.version, said, reason)
                self._decide(card, call, go_on=not back)
            elif not back:
                self._go_on_from(card)
            self._come_back()
        else:
            self._decide(card, lambda: reviewing.accept_fact(runner, card.fact.id, card.fact.version, reason))

    def reject(self) -> None:
        """Reject the fact."""
        card, runner = self._settled(), self._desk.runner
        if card is not None:
            self._decide(card, lambda: reviewing.reject_fact(runner, card.fact.id, card.fact.version))

    def delete(self) -> None:
        """Take the fact out of the project, which should never have been there."""
        card, runner = self._settled(), self._desk.runner
        if card is not None:
            self._decide(card, lambda: deleting.delete_fact(runner, card.fact.id, card.fact.version))
        elif self._card() is None:
            self._desk.notices.hint(self._desk.words.say("facts.none_chosen"))

    def later(self) -> None:
        """Put the fact off until the end."""
        card, runner = self._settled(), self._desk.runner
        if card is None:
            return
        if card.fact.state is State.DEFERRED:
            self._sitting.walk.note(card.fact.id, State.DEFERRED, put_off=True)
            self._go_on_from(card)
        else:
            self._decide(card, lambda: reviewing.defer_fact(runner, card.fact.id, card.fact.version))

    def link(self) -> None:
        """Say that the fact is the same as the one named on its card: its passages go there."""
        card, runner = self._settled(), self._desk.runner
        if card is not None and card.familiar is None:
            self._desk.notices.hint(self._desk.words.say("review.nothing_alike"))
        elif card is not None and card.familiar is not None:
            to = card.familiar.view.fact.id
            self._decide(card, lambda: restructuring.link_fact(runner, card.fact.id, card.fact.version, to))

    def split(self) -> None:
        """Make two facts of glued cells: the first two readings."""
        card, runner = self._settled(), self._desk.runner
        if card is None:
            return
        try:
            refuse_split(card.fact, card.halves, halved=card.halved)
        except ReviewError as error:
            # Nothing went wrong and nothing is to be mended: it is said in passing.
            self._desk.notices.hint(tell_error(error, self._desk.words.wording))
        else:
            self._decide(card, lambda: review_cards.split_card(runner, card))

    def readings(self) -> dict[str, Callable[[], None]]:
        """What takes a reading each, by the names of the commands."""
        return {name: partial(self.take_reading, at) for at, name in enumerate(READINGS)}

    def take_reading(self, at: int) -> None:
        """Decide for one of the readings: the first is the fact's own, which is accepted; others correct it."""
        card = self._settled()
        if card is None:
            return
        if at >= len(card.readings):
            key = "review.only_readings" if card.readings else "review.one_reading"
            self._desk.notices.hint(self._desk.words.say(key, count=len(card.readings)))
        elif at:
            self._read_as(card, at)
        else:
            self.accept_because("")

    def owed(self) -> tuple[str, ...]:
        """The facts that were decided although their passage says otherwise, without a reason; the last one first."""
        decisions = reversed(self._sitting.walk.decisions)
        return reviewing.owing_reason(self._desk.runner, (each.fact_id for each in decisions))

    def give_reason(self) -> None:
        """Say why the fact on the table, or the last one that was corrected, differs from its passage."""
        card = self._card()
        if card is None or card.fact.needs_look != NEEDS_REASON:
            owed = self.owed() if self._pane.over or self._settled() is not None else ()
            if not owed:
                self._desk.notices.hint(self._desk.words.say("review.no_reason_owed"))
                return
            self._came_from = card.fact.id if card is not None else ""
            self._sitting.go_to(owed[0])
            self.shown.emit(False)
            card = self._card()
        if card is not None:
            self.changing.ask_to_accept(card)

    def _come_back(self) -> None:
        """From a fact that was only asked about to what was on the table before."""
        fact_id, self._came_from = self._came_from, None
        if fact_id is None:
            return
        if fact_id:
            self._sitting.go_to(fact_id)
        else:
            self._sitting.walk.advance()
        self.shown.emit(False)

    def _tell_owed(self, card: ReviewCard) -> None:
        """What was just saved differs from its passage: the reason may be given now, or never."""
        say, cap = self._desk.words.say, self._desk.words.cap("review-reason")
        told = say("review.differs", label=card.fact.label)
        label = say("review.give_reason", cap=cap) if cap else say("review.give_reason_plain")
        self._desk.notices.hint(told, label, self.give_reason)

    def undo(self) -> None:
        """Take back the last decision and put its fact on the table again."""
        self.cancel()
        self.telling.flush()
        decisions = self._sitting.walk.decisions
        decision = decisions[-1] if decisions else self._going_back.last(self._sitting.scope)
        if decision is None:
            self._desk.notices.hint(self._desk.words.say("review.nothing_decided"))
            return
        done = self._going_back.take_back(decision, self.telling.own)
        if done is not None:
            if decision in decisions:
                decisions.remove(decision)
            self._sitting.pace.taken_back()
            self._sitting.take_over(done)
            self._sitting.go_to(decision.fact_id)
            self.shown.emit(False)

    def _accept(self, card: ReviewCard) -> None:
        taken = self._pane.card.doubts.taken
        if taken > 0:
            self._read_as(card, taken)
        elif card.fact.state in STANDING:
            self._go_on_from(card)
        elif card.fact.needs_look == NEEDS_REASON:
            self.changing.ask_to_accept(card)
        else:
            self.accept_because("")

    def _read_as(self, card: ReviewCard, at: int) -> None:
        """Correct the fact to what another reading says; that its passage can be read so is the reason."""
        key = "review.read_apart" if card.fact.needs_look == GLUED else "review.read_otherwise"
        reason = self._desk.words.say(key, passage=" ".join(card.fact.raw.split()))
        told = partial(self._tell_beside, card.beside) if card.beside is not None else None
        self._save(card, Wanted(review_cards.read_as(card, at), accept=True, reason=reason), told)

    def _tell_beside(self, other: Fact) -> None:
        """Cells were cut otherwise: what becomes of the fact that the other half is."""
        value = fact_text.quantity_text(other.quantity, self._desk.words.wording) if other.quantity else other.raw
        self._desk.notices.hint(self._desk.words.say("review.other_half_stays", label=other.label, value=value))

    def _decide(
        self,
        card: ReviewCard,
        call: Callable[[], Done],
        *,
        go_on: bool = True,
        notice: Callable[[], None] | None = None,
    ) -> bool:
        """Do it, note it, go on; others hear of it once the next card is painted."""
        try:
            done = call()
        except (StaleRecordError, MissingRecordError):
            self.reread.emit(card)
            return False
        except MaeditorError as error:
            if self.changing.begun:
                self.changing.refuse(error)
            else:
                self._desk.notices.error_from(error)
            return False
        walk = self._sitting.walk
        self._sitting.decided(card.fact.id, done)
        self.telling.soon(done, notice)
        if card.fact.id in walk:
            announce(self._pane, fact_text.state_text(walk.state(card.fact.id), self._desk.words.wording))
        if go_on:
            self._go_on_from(card)
        else:
            self.shown.emit(True)
        return True

    def _go_on_from(self, card: ReviewCard) -> None:
        """The next card, unless the person wants to go on by hand."""
        if self.changing.begun:
            self.changing.close()
        if self._sitting.visited:
            # What was only looked at is settled: back to the fact that it was compared with.
            self._sitting.visited = ""
        elif card.fact.id in self._sitting.walk and self.auto_advance:
            self._sitting.walk.go_to(card.fact.id)
            self._sitting.walk.advance()
        elif card.fact.id not in self._sitting.walk and self.auto_advance:
            self._sitting.walk.land()
        self.shown.emit(False)

    def _save(self, card: ReviewCard, wanted: Wanted, told: Callable[[], None] | None = None) -> bool:
        runner, fact = self._desk.runner, card.fact
        # A reason given before still holds of the same value.
        reason = wanted.reason or (fact.reason if wanted.statement.quantity == fact.quantity else "")

        def correct() -> Done:
            return annotating.correct_fact(runner, fact.id, fact.version, wanted.statement, reason)

        owing = not reason and review_cards.would_differ(card, wanted.statement)
        notice = partial(self._tell_owed, card) if owing else told
        return self._decide(card, correct, go_on=wanted.accept, notice=notice)

    def _move_bounds(self, evidence_id: str, span: Span) -> bool:
        """Not a decision: the fact waits as before, on another passage."""
        runner = self._desk.runner
        if self._desk.act(lambda: move_passage(runner, evidence_id, span)) is None:
            return False
        self._sitting.cards.forget()
        self.shown.emit(True)
        return True

    def commit(self, *, accept: bool) -> None:
        """Keep what is being changed, and accept the fact and go on if that is wanted."""
        if not self.bounds.begun:
            self.changing.commit(accept=accept)
        elif self.bounds.keep() and accept:
            self.accept()

    def cancel(self) -> None:
        """Leave the fact as it is saved."""
        self.bounds.end()
        self.changing.cancel()

    def _settled(self) -> ReviewCard | None:
        """The card on the table as it stands once what was begun on it is saved; None where it cannot be."""
        card = self._card()
        if card is None or not self.settle():
            return None
        after = self._card()
        return after if after is not None and after.fact.id == card.fact.id else None

    def _card(self) -> ReviewCard | None:
        return None if self._pane.over or self._desk.selection.view != "review" else self._pane.card.card
