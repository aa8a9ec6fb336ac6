"""Between the popover and the services: what a marked passage reads as, what is typed, what it is linked to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Family
from maeditor.services import annotating, library, suggesting
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.linking import linkable
from maeditor.services.sourcing import Slot, Source
from maeditor.services.suggesting import Suggested, Wish
from maeditor.ui.desk import Desk
from maeditor.ui.facts.beside import Beside
from maeditor.ui.facts.linkable import Linkable
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.facts.popover_place import GAP
from maeditor.ui.facts.reading_text import suggestion_of
from maeditor.ui.facts.slots import slot_colour
from maeditor.ui.facts.suggestion import Suggestion

UNRECORDED = "unrecorded"
"""What an error is about that recording the fact puts right."""


@dataclass(slots=True)
class Making:
    """A fact on its way: the passage, how it was read first, and how it reads with what is typed by now."""

    article: str
    span: Span
    suggested: Suggested
    linkable: Linkable
    language: str
    """A comma means what it meant in the language that it was typed in."""
    statement: FactStatement
    sources: tuple[Source, ...]
    opened_with: str = ""


class PopoverPresenter(QObject):
    """Makes a fact of the marked passage, or links it to one that is there."""

    def __init__(self, desk: Desk, pane: FactsPane, beside: Beside) -> None:
        super().__init__(pane)
        self._desk, self._pane, self._beside = desk, pane, beside
        self.popover: FactPopover | None = None
        self._making: Making | None = None
        self._kept: dict[tuple[str, Span], tuple[str, str]] = {}
        """What was typed for passages that went out of sight before it was recorded, and in which language."""
        self._told: list[str] = []
        """What was told to be unrecorded when the project was to be closed."""
        selection = desk.selection
        selection.article_changed.connect(lambda _id: self.drop())
        selection.view_changed.connect(lambda _view: self.drop())
        selection.marked.connect(self.drop)
        desk.words.changed.connect(self._read_again)
        desk.theme.changed.connect(self._underline)
        desk.bulletin.changed.connect(self._changed)
        beside.moved.connect(self._place)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popover's parent is the window: it goes with the pane, and moves as the pane does."""
        if watched is self._pane and event.type() is QEvent.Type.Hide:
            self.drop()
        elif watched is self._pane and event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.is_open:
            # The reader takes its new size after the pane.
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    @property
    def is_open(self) -> bool:
        """Tell whether a fact is being made."""
        return self.popover is not None and self.popover.isVisible()

    def open(self, *, linking: bool = False) -> None:
        """Open the popover on the marked passage; for ``linking`` at the facts that there are already."""
        desk = self._desk
        marked, article = desk.selection.span, desk.selection.article_id
        if marked is None or not article:
            words = desk.words
            link = words.say("facts.mark_and_choose", link=words.called("link-selection"))
            make = words.say("facts.mark_first", new_fact=words.called("new-fact"))
            desk.notices.hint(link if linking else make)
            return
        span = Span(*marked)
        suggested = suggesting.suggest(desk.runner, article, span)
        views = linkable(desk.runner, article, span, suggested.statement)
        chosen = Linkable(views, desk.selection.fact_id if linking else "")
        if linking and not views:
            desk.notices.hint(desk.words.say("facts.nothing_to_link", new_fact=desk.words.called("new-fact")))
            return
        typed, language = self._kept.pop((article, span), ("", desk.words.language))
        making = Making(article, span, suggested, chosen, language, suggested.statement, suggested.sources)
        suggestion = self._suggestion(making)
        making.opened_with = suggestion.value
        self._making = making
        self._show(making, suggestion, linking=linking)
        if typed and self.popover is not None:
            self.popover.field.setText(typed)
            self._typed(typed, "")

    def may_close(self) -> bool:
        """Tell once of what is typed for passages and not recorded; who closes again gives it up."""
        popover, making = self.popover, self._making
        unsaved = [typed for typed, _language in self._kept.values()]
        if popover is not None and making is not None and self.is_open:
            unsaved += [popover.field.text()] if popover.field.text() not in {"", making.opened_with} else []
        if not unsaved or unsaved == self._told:
            return True
        self._told = unsaved
        typed = self._desk.words.say("facts.not_recorded", typed=", ".join(unsaved))
        self._desk.notices.error(typed, UNRECORDED)
        return False

    def drop(self) -> None:
        """Another passage, article or view: what is typed is kept for when the popover opens on its passage again."""
        popover, making = self.popover, self._making
        if popover is None:
            return
        if making is not None and self.is_open and popover.field.text() not in {"", making.opened_with}:
            self._kept[making.article, making.span] = popover.field.text(), making.language
        popover.close_up()

    def _show(self, making: Making, suggestion: Suggestion, *, linking: bool) -> None:
        popover, offered = self._made(), making.linkable.nearest(making.statement)
        popover.fill(suggestion, offered)
        self._beside.make_room(making.span, popover.whole_height() + 2 * self._desk.theme.px(GAP))
        popover.open_at(*self._boxes(making), suggestion, offered, linking=linking)
        self._underline()

    def _made(self) -> FactPopover:
        if self.popover is None:
            self.popover = FactPopover(self._desk.theme, self._desk.words, self._pane.window())
            # Its parent is the window, which outlives the project.
            self._pane.destroyed.connect(self.popover.deleteLater)
            self.popover.confirmed.connect(self._record)
            self.popover.linked.connect(self._link)
            self.popover.typed.connect(self._typed)
            self.popover.closed.connect(lambda: self._beside.underline(()))
        return self.popover

    def _boxes(self, making: Making) -> tuple[QRect, QRect]:
        """Where the passage stands and what may be covered around it, in the window's coordinates."""
        parent = self._pane.window()
        words, room = self._beside.where(making.span)
        return _inside(words, parent), _inside(room, parent)

    def _place(self) -> None:
        if self.popover is not None and self.popover.isVisible() and self._making is not None:
            self.popover.place(*self._boxes(self._making))

    def _underline(self) -> None:
        if self.is_open and self._making is not None:
            theme, sources = self._desk.theme, self._making.sources
            self._beside.underline(
                [(each.span, slot_colour(theme, each.slot)) for each in sources if each.span is not None]
            )

    def _suggestion(self, making: Making, typed: str = "") -> Suggestion:
        desk, context = self._desk, making.suggested.context
        properties = library.properties(desk.runner)
        return suggestion_of(making.statement, making.sources, context, properties, desk.words.wording, typed)

    def _typed(self, text: str, family: str) -> None:
        """Show how the typed line reads; what cannot be read yet is no error before Enter."""
        popover, making = self.popover, self._making
        if popover is None or making is None:
            return
        try:
            making.statement, slots = self._read(making, text, family)
        except ValueTextError:
            popover.field.show_reading(self._desk.words.say("facts.not_read_yet"))
            return
        making.sources = making.suggested.context.sources(making.statement, slots)
        popover.suggest(self._suggestion(making, text))
        popover.offer(making.linkable.nearest(making.statement))
        self._place()
        self._underline()

    def _read_again(self) -> None:
        """Word everything in another language; what is typed keeps the meaning that it had."""
        popover, making = self.popover, self._making
        if popover is not None and popover.isVisible() and making is not None:
            text = popover.field.text()
            popover.suggest(self._suggestion(making, "" if text == making.opened_with else text))
            self._place()

    def _read(self, making: Making, text: str, family: str) -> tuple[FactStatement, frozenset[Slot]]:
        first, insisted = making.suggested, self.popover.insisted_property if self.popover is not None else ""
        if text == making.opened_with and not family:
            # Nothing touched: what was read is recorded as it was read.
            return first.statement, frozenset()
        wish = Wish(Family(family) if family else None, insisted)
        known = library.properties(self._desk.runner)
        subjects = making.linkable.subjects
        return suggesting.restate(first.statement, text, wish, known, making.language, first.context, subjects)

    def _record(self, text: str, family: str) -> None:
        popover, making, desk = self.popover, self._making, self._desk
        if making is None or popover is None:
            return
        try:
            statement, _slots = self._read(making, text, family)
        except ValueTextError as error:
            popover.refuse(desk.words.say(f"error.{error.key}", **error.details))
            self._place()
            return
        draft = FactDraft(making.article, making.span, statement)
        done = desk.act(lambda: annotating.record_fact(desk.runner, draft))
        if done is not None:
            # Whoever heard of the new fact may have turned away from the passage before the popover was closed.
            self._kept.pop((making.article, making.span), None)
            desk.notices.resolve(UNRECORDED)
            popover.close_up()
            desk.selection.show_fact(done.record_ids("facts")[0])

    def _link(self, fact_id: str) -> None:
        making, desk = self._making, self._desk
        if making is None or self.popover is None:
            return
        self.popover.close_up()
        done = desk.act(lambda: annotating.attach_passage(desk.runner, fact_id, making.article, making.span))
        if done is not None:
            desk.selection.show_fact(fact_id)

    def _changed(self, done: Done) -> None:
        """Offer other facts where an import, an undo or another editor changed them; what is typed stays."""
        popover, making = self.popover, self._making
        if popover is not None and popover.isVisible() and making is not None and done.touches("facts", "evidence"):
            views = linkable(self._desk.runner, making.article, making.span, making.statement)
            making.linkable = Linkable(views, making.linkable.first)
            popover.offer(making.linkable.nearest(making.statement))
            self._place()


def _inside(box: QRect, widget: QWidget) -> QRect:
    """A rectangle of the screen in a widget's coordinates."""
    return QRect(widget.mapFromGlobal(box.topLeft()), box.size())
