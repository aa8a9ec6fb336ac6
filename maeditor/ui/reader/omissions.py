"""Between the strip and the project: which figures of the open article are left, which one is in hand, what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, Signal

from maeditor.domain.changes import Done
from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.extraction.figures import Passed
from maeditor.services import dismissing, omissions
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.library import OpenArticle
from maeditor.services.omissions import Account, Omission, Settling
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle
from maeditor.ui.reader.omission_popups import AsidePopup, AsideRow, ReasonPopup, dismissed_text
from maeditor.ui.reader.omission_strip import StripState
from maeditor.ui.reader.overview import Overview
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter

AT_ONCE = 12_000
"""Code points up to which figures are sought while the article opens: some 25 ms; beyond, behind the window, as for the
first article of all."""
MANY = 3000
"""Figures from which even saying where they stand is done behind the window."""


class OmissionsPresenter(QObject):
    """F8 leads from figure to figure; N makes a fact of one, D puts it aside with a reason."""

    counted = Signal(str, int, int)
    """Of an article: how many figures are left, how many dismissed."""

    def __init__(self, desk: Desk, pane: ReaderPane, reader: ReaderPresenter, memory: FigureMemory) -> None:
        super().__init__(reader)
        self._desk, self._pane, self._reader, self._memory = desk, pane, reader, memory
        self._opened: OpenArticle | None = None
        self._account = Account()
        self._asked, self._awaited = 0, False
        self._counting, self._counted_text = False, ""
        self._passed: int | None = None
        self._go_on = False
        self._visible = True
        self._overview = Overview(desk.theme, desk.words, pane.page)
        pane.noise_toggled.connect(self._dot)
        self._reasons = ReasonPopup(desk.theme, desk.words, pane)
        self._aside = AsidePopup(desk.theme, desk.words, pane)
        desk.selection.article_changed.connect(self._turn)
        desk.selection.marked.connect(self._tell)
        desk.selection.view_changed.connect(self._tell)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._tell)
        strip = pane.omissions
        strip.next_wanted.connect(self.next)
        strip.fact_wanted.connect(pane.want_fact)
        strip.dismiss_wanted.connect(self.dismiss)
        strip.list_wanted.connect(self.show_dismissed)
        self._overview.figure_wanted.connect(self._show_span)
        self._overview.place_wanted.connect(pane.scroll_to)
        self._overview.fact_wanted.connect(desk.selection.show_fact)
        self._reasons.chosen.connect(self._put_aside)
        self._aside.wanted.connect(self._show_span)
        self._aside.taken_back.connect(lambda dismissal_id: self._take_back([dismissal_id]))

    def begin(self) -> None:
        """Say where the figures of the article stand that is open already."""
        self._turn()

    @property
    def account(self) -> Account:
        """Where the figures of the open article stand."""
        return self._account

    @property
    def visible(self) -> bool:
        """Tell whether the figures left are dotted."""
        return self._visible

    # Commands

    def next(self) -> None:
        """Go to the next figure without a fact; after the last, to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the figure without a fact before; from the first, to the last."""
        self._step(-1)

    def dismiss(self) -> None:
        """Ask why the figures marked are no facts; where they were dismissed, take them back."""
        in_hand, aside = self._in_hand(), self._dismissed_in_hand()
        words = self._desk.words
        if in_hand:
            count = len(in_hand)
            quote = words.say("omission.which", quote=_line(in_hand[0].text))
            told = quote if count == 1 else words.say("omission.several", count=count)
            also = len(self._alike(in_hand)) - count
            self._reasons.ask(told, self._pane.span_box(in_hand[0].start, in_hand[-1].end), also)
        elif aside:
            self._take_back([each.id for each in aside])
        elif self._desk.selection.span is None and self._account.left:
            self.next()
        else:
            self._desk.notices.hint(words.say("omission.nothing_here", next_figure=words.called("next-omission")))

    def show_dismissed(self) -> None:
        """List the figures that are not asked for: dismissed, or passed over."""
        rows = self._rows()
        if rows:
            button = self._pane.omissions.aside
            self._aside.show_figures(rows, QRect(button.mapToGlobal(button.rect().topLeft()), button.size()))

    def toggle(self) -> None:
        """Dot the figures left, or leave the text plain."""
        self._visible = not self._visible
        self._dot()

    # Following

    def refresh(self) -> None:
        """Say anew where the figures of the article stand, behind the window where that would take long."""
        opened = self._opened = self._reader.opened
        self._asked += 1
        if opened is None:
            self._take(Account())
            return
        settling = omissions.settling_of(opened, omissions.dismissals(self._desk.runner, opened.article.id))
        known = self._memory.knows(settling.text_id, settling.language)
        short = len(opened.text) <= AT_ONCE and not self._memory.fresh
        if short or (known and len(omissions.figures_of(settling, self._memory)) <= MANY):
            self._take(omissions.account(settling, omissions.figures_of(settling, self._memory)))
        else:
            self._count_behind(settling)

    def _count_behind(self, settling: Settling) -> None:
        memory, asked = self._memory, self._asked
        self._awaited = True
        self._counting = settling.text_id != self._counted_text
        if self._counting:
            self._account = Account()
        self._tell()

        def count(handle: JobHandle) -> Account:
            found = omissions.figures_of(settling, memory, handle.cancelled)
            return Account() if handle.cancelled() else omissions.account(settling, found)

        def counted(account: Account) -> None:
            if asked == self._asked:
                self._take(account)

        self._desk.jobs.start("omission.counting", count, counted)

    def _take(self, account: Account) -> None:
        self._account, self._counting, self._awaited = account, False, False
        opened = self._opened
        self._counted_text = opened.version.id if opened is not None else ""
        if opened is not None:
            self.counted.emit(opened.article.id, len(account.left), len(account.dismissed))
        self._dot()
        self._tell()
        if self._go_on:
            self._go_on = False
            self._after_dismissing()

    def _turn(self, _article_id: str = "") -> None:
        """Another article: begin at its top."""
        self._passed, self._go_on, self._counted_text = None, False, ""
        self._reasons.close_up()
        self._aside.close_up()
        self.refresh()

    def _changed(self, done: Done) -> None:
        opened = self._opened
        dismissals = done.touches("dismissals")
        if opened is None or self._reader.opened is not opened or (dismissals and self._awaited):
            self.refresh()
        elif dismissals:
            found = omissions.dismissals(self._desk.runner, opened.article.id)
            here = [each for each in found if each.text_id == opened.version.id]
            self._take(omissions.after_dismissing(self._account, opened.text, here))

    # Inside

    def _step(self, step: int) -> None:
        left = self._account.left
        if not left:
            self._tell()
            self._pane.omissions.announce()
            return
        span = self._desk.selection.span
        here = span[0] if span is not None else self._passed
        if here is None:
            here = self._pane.reading_place()[0] - (step > 0)
        if step > 0:
            found = next((each for each in left if each.start > here), left[0])
        else:
            found = next((each for each in reversed(left) if each.start < here), left[-1])
        self._show_span(found.start, found.end)
        self._pane.omissions.announce()

    def _show_span(self, start: int, end: int) -> None:
        """Mark a figure in the article, where N and L find it."""
        self._passed = start
        self._reasons.close_up()
        self._aside.close_up()
        # A review is of facts: what has none is settled where N and D mean new and dismiss.
        self._desk.selection.show_view("read")
        self._pane.scroll_to(start, end)
        self._pane.select_span(start, end)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_aside(self, reason: DismissalReason, note: str, everywhere: bool = False) -> None:
        opened, in_hand = self._opened, self._in_hand()
        if opened is None or not in_hand:
            return
        runner, article_id = self._desk.runner, opened.article.id
        spans = [each.span for each in (self._alike(in_hand) if everywhere else in_hand)]
        self._passed, self._go_on = in_hand[0].start, True

        def put() -> Done:
            if len(spans) == 1:
                return dismissing.dismiss(runner, article_id, spans[0], reason, note)
            return dismissing.dismiss_all(runner, article_id, spans, reason, note)

        if self._desk.act(put) is None:
            self._go_on = False

    def _after_dismissing(self) -> None:
        """On to the next figure; after the last one nothing is in hand."""
        self._pane.drop_selection()
        if self._account.left:
            self._step(1)
        else:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pane.omissions.announce()

    def _take_back(self, dismissal_ids: Sequence[str]) -> None:
        self._desk.act(lambda: dismissing.take_back(self._desk.runner, dismissal_ids))

    def _in_hand(self) -> list[Omission]:
        """The figures left that the marked passage holds or cuts."""
        span = self._desk.selection.span
        if span is None:
            return []
        return [each for each in self._account.left if each.start < span[1] and span[0] < each.end]

    def _alike(self, in_hand: Sequence[Omission]) -> list[Omission]:
        """The figures left that say the same as one in hand, these among them."""
        said = {_line(each.text).casefold() for each in in_hand}
        return [each for each in self._account.left if _line(each.text).casefold() in said]

    def _dismissed_in_hand(self) -> list[Dismissal]:
        span = self._desk.selection.span
        if span is None:
            return []
        found = (one for figure, one in self._account.dismissed if figure.start < span[1] and span[0] < figure.end)
        return list({each.id: each for each in found}.values())

    def _passed_in_hand(self) -> AsideRow | None:
        """The figure passed over that is marked, to the letter."""
        span = self._desk.selection.span
        if not any((each.start, each.end) == span for each in self._account.passed):
            return None
        return next((row for row in self._rows() if (row.start, row.end) == span), None)

    def _rows(self) -> list[AsideRow]:
        opened, words = self._opened, self._desk.words
        if opened is None:
            return []
        rows = [
            AsideRow(figure.start, figure.end, one.exact, dismissed_text(one, words), one.id)
            for figure, one in self._account.dismissed
        ]
        for each in self._account.passed:
            told = words.say(f"omission.passed_as.{each.passed or Passed.NAME}")
            rows.append(AsideRow(each.start, each.end, opened.text[each.start : each.end], told))
        return sorted(rows, key=lambda row: row.start)

    def _dot(self, *_told: object) -> None:
        left, page = self._account.left, self._pane.page
        page.show_dots([(each.start, each.end) for each in left], visible=self._visible)
        self._overview.show_figures([(each.start, each.end) for each in left] if self._visible else ())

    def _tell(self, *_told: object) -> None:
        account, words = self._account, self._desk.words
        if self._desk.selection.view == "review":
            # A review counts facts and names at its end what is left: one count at a time.
            self._pane.omissions.tell(StripState())
            return
        state = StripState(
            len(account.left), len(account.attached), len(account.dismissed), len(account.passed),
            counting=self._counting, reading=self._opened is not None,
        )  # fmt: skip
        reading = self._desk.selection.view == "read"
        in_hand, aside = (self._in_hand(), self._dismissed_in_hand()) if reading else ([], [])
        if in_hand:
            several = words.say("omission.several", count=len(in_hand))
            quote = _line(in_hand[0].text) if len(in_hand) == 1 else several
            state = replace(state, quote=quote, at=account.left.index(in_hand[0]) + 1)
        elif aside:
            state = replace(state, quote=_line(aside[0].exact), reason=dismissed_text(aside[0], words))
        elif reading and (row := self._passed_in_hand()) is not None:
            state = replace(state, quote=_line(row.quote), reason=row.reason, settable=False)
        self._pane.omissions.tell(state)


def _line(text: str) -> str:
    """A figure as labels say it: isolated, so that an Arabic one does not turn the sentence around."""
    return f"\u2068{' '.join(text.split())}\u2069"
