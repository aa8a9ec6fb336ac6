"""Between the review pane and the project: decides, goes on, takes back; everything is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.facts import State
from maeditor.services.review_cards import ReviewCard
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.review import saying
from maeditor.ui.review.bounds import Text
from maeditor.ui.review.comparing import Comparing
from maeditor.ui.review.deciding import READINGS, Deciding
from maeditor.ui.review.loose import LooseFigures
from maeditor.ui.review.pane import ReviewPane
from maeditor.ui.review.sitting import Sitting

AHEAD_MS = 2
"""After the card is painted the next one is read, before anybody has read this one."""
COMMANDS = (
    "accept", "reject", "later", "undo", "next", "previous", "value", "comparator", "unit", "property", "subject",
    "status", "date", "bounds", "all-fields", "link", "split", "scope", "reason", *READINGS,
)  # fmt: skip
"""What the window's commands named ``review-…`` ask of a review."""


class ReviewPresenter(QObject):
    """The review of an article or of the whole project."""

    turned = Signal()
    """Another card, or the last page, is on the table: other keys serve."""

    def __init__(self, desk: Desk, pane: ReviewPane, text: Text, loose: Callable[[str], int]) -> None:
        """``loose`` counts an article's figures that no fact holds."""
        super().__init__(pane)
        self._desk, self._pane, self._text, self._loose = desk, pane, text, loose
        self._everywhere = LooseFigures(desk, loose, self)
        self._everywhere.counted.connect(self._tell_loose)
        self._sitting = Sitting(desk.runner)
        self._moving = False
        self.deciding = Deciding(desk, pane, text, self._sitting)
        self.changing, self._telling = self.deciding.changing, self.deciding.telling
        self.deciding.shown.connect(lambda same: self._show(keep_place=same))
        self.deciding.reread.connect(self._reread)
        self.comparing = Comparing(desk, self._sitting, self)
        self.comparing.turned.connect(self._show)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._read_ahead)
        pane.card.painted.connect(self._ahead.start)
        pane.card.painted.connect(self._telling.card_painted)
        self._may_leave = desk.selection.may_leave
        desk.selection.may_leave = self._settle
        desk.selection.view_changed.connect(self._view_changed)
        desk.selection.article_changed.connect(self._article_changed)
        desk.selection.fact_changed.connect(self._fact_chosen)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._reword)
        pane.asked.connect(lambda asked: self.commands()[asked]())
        pane.field_asked.connect(lambda name: self.changing.open((name,)))
        pane.scope_asked.connect(self.review_whole)
        pane.card.reading_chosen.connect(pane.card.preview)

    @property
    def active(self) -> bool:
        """Tell whether the review is in front."""
        return self._desk.selection.view == "review"

    @property
    def whole(self) -> bool:
        """Tell whether the whole project is reviewed."""
        return self._sitting.whole

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys, menus and buttons can ask."""
        fields: dict[str, Callable[[], None]] = {
            name: lambda field=name: self.changing.open((field,))  # type: ignore[misc]
            for name in ("value", "comparator", "unit", "property", "subject", "status", "date")
        }
        return self.deciding.readings() | {
            **fields,
            "accept": self.deciding.accept,
            "reject": self.deciding.reject,
            "later": self.deciding.later,
            "undo": self.deciding.undo,
            "compare": self.compare,
            "escape": self.escape,
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "bounds": self.deciding.bounds.begin,
            "all-fields": self.changing.open_all,
            "link": self.deciding.link,
            "split": self.deciding.split,
            "reason": self.deciding.give_reason,
            "scope": lambda: self.review_whole(not self.whole),
            "commit": lambda: self.deciding.commit(accept=False),
            "commit_accept": lambda: self.deciding.commit(accept=True),
            "cancel": self.deciding.cancel,
            "go-on": self.go_on,
            "again": self.again,
            "leave": self.leave,
        }

    def functions(self) -> dict[str, Callable[[], None]]:
        """The same by the names of the window's commands."""
        found, begin = self.commands(), dict.fromkeys(("review", "view-review"), self.start)
        return begin | {f"review-{name}": found[name] for name in COMMANDS}

    # The walk

    def start(self) -> None:
        """Bring the review to the front."""
        self._desk.selection.show_view("review")

    def begin(self) -> None:
        """Start, or go on, at the selected fact or the first that waits."""
        selection = self._desk.selection
        self._telling.flush()
        self._sitting.article = selection.article_id
        self._sitting.plan(selection.fact_id)
        self._sitting.note_articles()
        self._sitting.pace.resumed()
        self._show()
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def review_whole(self, whole: bool) -> None:
        """Review the whole project, or this article."""
        if self.deciding.settle():
            self._sitting.whole = whole
            self.begin()
        self._pane.header.show_scope(whole=self.whole)

    def go_on(self) -> None:
        """After the last fact: the next article that has something left, or back to reading."""
        following = self._sitting.following_article()
        if following is None:
            self.leave()
        else:
            self._desk.selection.show_article(following.id)

    def again(self) -> None:
        """Ask again about what was put off."""
        self._sitting.walk.ask_again()
        self._sitting.walk.begin()
        self._show()

    def escape(self) -> None:
        """From a fact that is only looked at back to the one on the table; from that back to reading."""
        if not self.comparing.end():
            self.leave()

    def leave(self) -> None:
        """Back to reading, at the fact that was on the table."""
        if self.deciding.settle():
            self._desk.selection.show_view("read")

    def compare(self) -> None:
        """Look at what contradicts the fact on the table, or says the same; again, at the next, then at it itself."""
        card = self._pane.card.card
        if self.active and not self._pane.over and card is not None and self.deciding.settle():
            self.comparing.turn(card)

    def keep(self) -> None:
        """Return was pressed in the article: keep the bounds that were moved."""
        if self.active and self.deciding.bounds.begun:
            self.deciding.commit(accept=False)

    def may_close(self) -> bool:
        """Save what is typed and tell what was saved; False where it cannot be."""
        self._telling.flush()
        return not self.active or self.deciding.settle()

    def pace_text(self) -> str:
        """How fast it goes, for the status bar."""
        pace, words = self._sitting.pace, self._desk.words
        seconds = words.number(Decimal(str(round(pace.seconds, 1))))
        return words.say("review.pace", count=pace.count, seconds=seconds) if pace.telling else ""

    # Showing

    def _step(self, step: int) -> None:
        """On or back; from a fact that is only looked at, both ways lead to the one on the table."""
        if self.deciding.settle() and not self.comparing.end() and self._sitting.walk.step(step):
            self._show()

    def _show(self, *, keep_place: bool = False) -> None:
        """Put the current fact on the table, or the summary."""
        if not self.active:
            return
        self._everywhere.stop()
        card, walk = self._sitting.current(), self._sitting.walk
        self.changing.give_way(card)
        if card is None:
            self._sitting.note_conflicts()
        self._show_walk(card)
        self._pane.show_summary(card is None)
        if card is None:
            self._summarise()
        else:
            self._pane.card.show_card(card, against=self.comparing.against)
            self._pane.footer.show_changing(False)
            if not keep_place:
                self._pane.show_card_top()
            self._follow(card, scroll=not keep_place)
            words, place = self._desk.words.wording, None if self.comparing.begun else (walk.place, len(walk))
            announce(self._pane, saying.spoken_card(card, words, place, self._pane.card.judge(card.fact).confidence))
        self._text.tell_review(True, *self._sitting.article_place(self._desk.selection.article_id))
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if card is None:
            # No card is to be painted first: what was decided last shows in the article at once.
            self._telling.flush()
        else:
            self._telling.card_shown()
        self.turned.emit()

    def _show_walk(self, card: ReviewCard | None) -> None:
        """How far the review is, or which fact is only looked at."""
        self._pane.show_walk(self._sitting.walk)
        self._pane.show_visit(card.fact.label if card is not None and self.comparing.begun else "")

    def _follow(self, card: ReviewCard, *, scroll: bool) -> None:
        """Have the reader show the quoted passage, in the light."""
        selection, fact = self._desk.selection, card.fact
        self._moving = True
        try:
            if fact.article_id and fact.article_id != selection.article_id:
                selection.show_article(fact.article_id)
            selection.show_fact(fact.id)
        finally:
            self._moving = False
        here = [each.passage for each in card.view.evidence if each.passage.article_id == selection.article_id]
        self._text.set_review_focus(Span(here[0].start, here[0].end) if here else None)
        if scroll and here:
            selection.passage_wanted.emit(selection.article_id, here[0].start, here[0].end)

    def _summarise(self) -> None:
        sitting, summary, selection = self._sitting, self._pane.summary, self._desk.selection
        self._text.set_review_focus(None)
        self._pane.card.card = None
        self._moving = True
        try:
            # No fact is on the table: none is in the light of the article either.
            selection.show_fact("")
        finally:
            self._moving = False
        put_off, torn = sitting.walk.counts()[State.DEFERRED], sitting.walk.torn
        loose = self._loose(sitting.article) if sitting.article and not sitting.whole else 0
        if sitting.whole:
            self._everywhere.count(selection.article_id)
        following = sitting.following_article()
        title = following.title if following is not None else ""
        words, whole = self._desk.words, sitting.whole if selection.article_id else None
        figures = saying.loose_text(words, loose)
        summary.show_summary(*saying.summary(words, put_off, figures, torn, title, self.pace_text(), whole=whole))
        summary.show_owed(*saying.owed_text(words, len(self.deciding.owed())))
        announce(self._pane, f"{summary.title.text()} {summary.remains.text()} {summary.loose.text()}")

    def _tell_loose(self, count: int, here: int) -> None:
        """The figures of the project are counted."""
        if self._pane.over and self._sitting.whole:
            summary = self._pane.summary
            summary.show_loose(*saying.loose_text(self._desk.words, count, here))
            announce(self._pane, summary.loose.text())

    def _read_ahead(self) -> None:
        if self.active:
            self._sitting.read_ahead()

    # Following others

    def _changed(self, done: Done) -> None:
        """Something was saved by another pane, or by undoing."""
        if not self.active or self._telling.is_own(done) or not done.touches("facts", "evidence", "passages"):
            return
        sitting = self._sitting
        before = sitting.walk.current
        taken = next((each for each in sitting.walk.decisions if each.action_id == done.action.reverts), None)
        sitting.take_over(done)
        if sitting.is_new(done):
            sitting.plan(before, keep_decisions=True)
        if taken is not None:
            sitting.walk.decisions.remove(taken)
            sitting.go_to(taken.fact_id)
            self._show()
        elif before != sitting.walk.current or {before, sitting.visited} & set(done.record_ids("facts")):
            self._refresh_card()
        else:
            self._show_walk(self._pane.card.card)

    def _reread(self, card: ReviewCard) -> None:
        """The fact moved on meanwhile: show it as it is now, or what comes after it, keep what is typed, say so."""
        told = self.changing.begun
        self._sitting.cards.forget()
        self._refresh_card()
        if (same := self.changing.is_about(card)) or not told:
            key = "review.changed_meanwhile" if same else "review.gone"
            self._desk.notices.hint(self._desk.words.say(key, label=card.fact.label))

    def _refresh_card(self) -> None:
        card = self._sitting.current() if self.changing.begun else None
        if card is not None and self.changing.is_about(card):
            self._show_walk(card)
            self._pane.card.show_card(card, keep_typed=True)
        else:
            self._show(keep_place=True)

    def _settle(self) -> bool:
        """Asked before something else comes into sight."""
        return self._may_leave() and (self._moving or not self.active or self.deciding.settle())

    def _view_changed(self, view: str) -> None:
        if view == "review":
            self._sitting.open()
            self.begin()
            return
        self._telling.flush()
        self.deciding.cancel()
        self._text.set_review_focus(None)
        self._text.tell_review(False)

    def _article_changed(self, article_id: str) -> None:
        if not self.active or self._moving:
            return
        if article_id == self._sitting.article:
            self.comparing.end()
        else:
            self._sitting.article = article_id
            if not self.whole:
                self.begin()

    def _fact_chosen(self, fact_id: str) -> None:
        """A passage was pressed in the article."""
        walk = self._sitting.walk
        if not self.active or self._moving or not fact_id:
            return
        if fact_id == walk.current:
            self.comparing.end()
        elif walk.go_to(fact_id):
            self._sitting.visited = ""
            self._show()

    def _reword(self) -> None:
        if self.active:
            self._sitting.cards.forget()
            self._refresh_card()
