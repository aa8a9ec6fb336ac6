"""Moving the bounds of the passage on the card: shown as the reader's selection, kept with Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt

from maeditor.domain.anchors import Span
from maeditor.ui.review.pane import ReviewPane
from maeditor.ui.wording import Words


class Text(Protocol):
    """The article beside the card, as far as a review needs it."""

    def set_review_focus(self, span: Span | None) -> None:
        """Dim all but one passage's paragraphs."""

    def tell_review(self, reviewing: bool, number: int = 0, count: int = 0) -> None:
        """Show that the article is reviewed, and as which of how many; or that it is read."""

    def select_span(self, start: int, end: int) -> None:
        """Choose a stretch of text."""

    def selected_span(self) -> tuple[int, int] | None:
        """The chosen stretch."""

    def drop_selection(self) -> None:
        """Choose nothing."""

    def move_bound(self, last: bool, forward: bool) -> None:
        """Move the end (``last``) or the start of what is chosen by a word."""


class Bounds(QObject):
    """B, then the keys that move bounds; Enter keeps, Escape leaves."""

    def __init__(self, pane: ReviewPane, text: Text, words: Words, save: Callable[[str, Span], bool]) -> None:
        super().__init__(pane)
        self._pane, self._text, self._words, self._save = pane, text, words, save
        self._evidence = ""
        self._before: tuple[int, int] = (0, 0)
        pane.bound_moved.connect(text.move_bound)

    @property
    def begun(self) -> bool:
        """Tell whether bounds are being moved."""
        return self._pane.bounding

    def begin(self) -> None:
        """Choose the passage in the text, to be moved."""
        card = self._pane.card.card
        links = [each for each in card.view.evidence if each.passage.article_id == card.fact.article_id] if card else []
        if not links or self._pane.over:
            return
        self._evidence = links[0].id
        passage = links[0].passage
        self._before = (passage.start, passage.end)
        self._text.select_span(passage.start, passage.end)
        self._pane.bounding = True
        self._pane.footer.show_changing(True)
        self._pane.footer.hints.show_hints(
            [
                (self._key("end-left", "end-right"), self._words.say("review.hint_end")),
                (self._key("start-sooner", "start-later"), self._words.say("review.hint_start")),
            ]
        )
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> bool:
        """Save where the passage now begins and ends; the same as before is no change."""
        span = self._text.selected_span()
        self.end()
        if span is None or span == self._before:
            return True
        return self._save(self._evidence, Span(*span))

    def end(self) -> None:
        """Leave the bounds as they are saved."""
        if self._pane.bounding:
            self._pane.bounding = False
            self._text.drop_selection()
            self._pane.footer.show_changing(False)
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, left: str, right: str) -> str:
        """How two keys are written, the second without what is held with both."""
        one, other = self._words.cap(left), self._words.cap(right)
        held, _, last = other.rpartition(" ")
        return f"{one} {last if one.rpartition(' ')[0] == held else other}".strip()
