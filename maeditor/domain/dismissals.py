"""Dismissals: figures of an article that a person looked at and found to be no fact, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain.anchors import Anchor, Span
from maeditor.domain.errors import ValueTextError


class DismissalReason(StrEnum):
    """Why a figure is no fact."""

    REPEATED = "repeated"
    """It says again what a fact of this article says."""
    CONTEXT = "context"
    """It only places or illustrates what is said: a date of publication, an example, a list's number."""
    OFF_TOPIC = "off_topic"
    """It is about something that this project does not follow."""
    NO_FIGURE = "no_figure"
    """It only looks like one: part of a name, a figure of speech."""
    OTHER = "other"
    """What the note says."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A span of one text version and the reason why it is no fact; ``note`` adds to it."""

    id: str
    version: int
    article_id: str
    text_id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    reason: DismissalReason
    note: str = ""

    @property
    def anchor(self) -> Anchor:
        """Where it stands, as both W3C selectors."""
        return Anchor(Span(self.start, self.end), self.exact, self.prefix, self.suffix)


def checked_note(reason: DismissalReason, note: str) -> str:
    """The note without the spaces around it. Raises ValueTextError where the reason is the note and there is none."""
    said = note.strip()
    if reason is DismissalReason.OTHER and not said:
        raise ValueTextError("dismissal_without_note")
    return said
