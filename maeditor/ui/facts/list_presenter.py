"""Which facts the list shows: filter, order, sections, scope; a long project is put in order behind the window."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from maeditor.domain.changes import Done
from maeditor.domain.errors import MissingRecordError
from maeditor.domain.facts import State
from maeditor.domain.listing import Group, Listing
from maeditor.services import library, listing
from maeditor.services.library import FactView
from maeditor.services.listing import Order, Section
from maeditor.ui import fact_text
from maeditor.ui.announcing import announce
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.filter_bar import Chip
from maeditor.ui.filter_chips import filter_chips, order_chips, without
from maeditor.ui.jobs import Jobs

DECIDED = frozenset({State.ACCEPTED, State.CORRECTED, State.REJECTED})


class ListPresenter(QObject):
    """The list's rules; who changes a fact is none of its business."""

    asked_changed = Signal()
    """Other facts are listed, or in another order."""

    def __init__(self, desk: Desk, pane: FactsPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._asked = Listing()
        self._round = 0
        self._to_tell = False
        self.progress = (0, 0)
        """How many of the article's facts are decided, and how many it has."""
        # Of its own: putting in order only reads, and does not wait for an import to end.
        self._jobs = Jobs(self)
        self._jobs.crashed.connect(desk.jobs.crashed)
        pane.look_up = self.look_up
        header, bar = pane.header, pane.bar
        header.menu_opening.connect(lambda: header.menu.fill(self._asked, library.properties(desk.runner)))
        header.menu.listing_wanted.connect(self.ask)
        header.menu.text_wanted.connect(bar.open)
        bar.text_changed.connect(lambda text: self._ask_filter(text=text.strip()))
        bar.removed.connect(self._remove)

    @property
    def asked(self) -> Listing:
        """What the list is asked to show."""
        return self._asked

    @property
    def kept(self) -> str:
        """What is remembered of it with the project."""
        return json.dumps({**self._asked.to_row(), "whole": self._pane.whole_project})

    def restore(self, kept: str) -> None:
        """List what was listed the last time."""
        try:
            row = json.loads(kept)
        except ValueError:
            return
        if isinstance(row, dict):
            self._pane.show_scope(whole=row.get("whole") is True)
            self.ask(Listing.from_row(row))

    def ask(self, asked: Listing) -> None:
        """List other facts, or in another order."""
        if asked != self._asked:
            self._asked = asked
            self._to_tell = True
            self.refresh()
            self.asked_changed.emit()

    def clear(self) -> None:
        """Take all filters back."""
        self.ask(self._asked.without_filter())

    def toggle_rejected(self) -> None:
        """List rejected facts, or leave them out."""
        self.ask(replace(self._asked, rejected=not self._asked.rejected))

    def open_text(self) -> None:
        """The whole project's facts, with the text filter ready to be typed into."""
        self._pane.show_scope(whole=True)
        self.refresh()
        self._pane.bar.open()

    def turn(self) -> None:
        """Another article is open: the list of the project stays as it is."""
        if self._pane.whole_project:
            self._read_article()
            self._pane.choose(self._desk.selection.fact_id)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._round += 1
        desk, asked = self._desk, self._asked
        article, language = desk.selection.article_id, desk.words.language
        self._show_asked()
        views = self._read_article()
        if not self._pane.whole_project:
            order = (
                listing.of_article(desk.runner, asked, language, article, views) if views else listing.in_text_order(())
            )
            self._show(order, views)
        elif not listing.is_long(desk.runner):
            self._show(listing.whole(desk.runner, asked, language))
        else:
            begun = listing.beginning(desk.runner, asked, language)
            if begun is not None and not self._continues(begun):
                self._show(begun)
            self._order_behind(asked, language)

    def changed(self, done: Done) -> None:
        """Something was done: show it, and find out whether it changed the order."""
        if not done.touches("facts", "evidence", "passages", "articles", "properties"):
            return
        if self._pane.whole_project and listing.is_long(self._desk.runner):
            self._round += 1
            self._pane.model.forget()
            self._read_article()
            self._pane.choose(self._desk.selection.fact_id, self._pane.list.chosen_numbers)
            self._order_behind(self._asked, self._desk.words.language)
        else:
            self.refresh()

    def look_up(self, fact_id: str) -> FactView | None:
        """A fact that the list does not show; None for one that is gone."""
        try:
            view = library.fact_view(self._desk.runner, fact_id)
        except MissingRecordError:
            return None
        return None if view.fact.hidden else view

    def close(self) -> None:
        """The project is about to be closed: let what runs come to its end."""
        self._jobs.finish()

    def _read_article(self) -> Sequence[FactView]:
        """The facts of the article in front, and how far it is."""
        article = self._desk.selection.article_id
        views = library.article_facts(self._desk.runner, article) if article else ()
        self.progress = sum(view.fact.state in DECIDED for view in views), len(views)
        return views

    def _order_behind(self, asked: Listing, language: str) -> None:
        number, runner = self._round, self._desk.runner

        def show(order: Order) -> None:
            if number == self._round:
                self._show(order)

        for job in self._jobs.running:
            job.cancel()
        self._jobs.start(
            "facts.ordering",
            lambda handle: None if handle.cancelled() else listing.whole(runner, asked, language),
            lambda order: show(order) if order is not None else None,
        )

    def _count_all(self) -> int:
        """How many facts there are where the list looks, whatever it leaves out."""
        return library.totals(self._desk.runner).facts if self._pane.whole_project else self.progress[1]

    def _continues(self, begun: Order) -> bool:
        """Tell whether the list shows all of what begins like this already: then it waits for the whole."""
        shown = self._pane.model.order
        return len(shown.numbers) > len(begun.numbers) and shown.numbers[: len(begun.numbers)] == begun.numbers

    def _show(self, order: Order, views: Sequence[FactView] = ()) -> None:
        runner = self._desk.runner
        self._pane.show_order(
            order,
            lambda numbers: listing.views(runner, numbers),
            self._desk.selection.fact_id,
            views,
            self._section_title,
            self._count_all() if self._pane.filtered else None,
        )
        if self._to_tell and order.complete:
            self._to_tell = False
            announce(self._pane.list, self._desk.words.say("facts.listed", count=len(order.numbers)))

    def _section_title(self, section: Section) -> str:
        words, group = self._desk.words, self._asked.group
        if group is Group.STATE and section.key in {state.value for state in State}:
            return fact_text.state_text(State(section.key), words.wording)
        if group is Group.PROPERTY:
            labels = {each.key: each.label(words.language) for each in library.properties(self._desk.runner)}
            return labels.get(section.key, section.key)
        if group is Group.ARTICLE and section.key:
            return section.name or words.say("facts.untitled")
        return section.name or words.say(f"facts.without_{group.value}")

    def _show_asked(self) -> None:
        asked, words = self._asked, self._desk.words
        labels = (
            {each.key: each.label(words.language) for each in library.properties(self._desk.runner)}
            if asked.filter.properties
            else {}
        )
        chips = filter_chips(asked.filter, words, labels)
        if not asked.rejected:
            chips.append(Chip("rejected", words.say("facts.chip_rejected")))
        chips += order_chips(asked, words)
        self._pane.bar.show_filter(asked.filter.text, chips, len(chips))
        self._pane.show_filtered(asked.filter.count > 0 or not asked.rejected)

    def _remove(self, name: str) -> None:
        self.ask(without(self._asked, name))

    def _ask_filter(self, **changed: object) -> None:
        self.ask(replace(self._asked, filter=replace(self._asked.filter, **changed)))  # type: ignore[arg-type]
