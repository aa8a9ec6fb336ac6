"""Spans and passages: where in an article's text something stands.

Positions are Unicode code points, 0-based, end exclusive, as the W3C TextPositionSelector has them; a passage also
keeps the W3C TextQuoteSelector (exact, prefix, suffix), because a quote alone does not say which of two equal ones is
meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.domain.errors import QuoteMismatchError

CONTEXT = 32
"""Code points kept on each side of a passage."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start, end)`` in code points of a version's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"not a span: [{self.start}, {self.end})"
            raise ValueError(message)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span with its quote and surroundings: both W3C selectors in one."""

    span: Span
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, text: str, span: Span) -> Anchor:
        """Read the anchor of a span off its text. Raises QuoteMismatchError where the span leaves the text."""
        if span.end > len(text):
            raise QuoteMismatchError("span_outside_text", start=span.start, end=span.end, length=len(text))
        return cls(
            span,
            text[span.start : span.end],
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
        )

    def holds_in(self, text: str) -> bool:
        """Tell whether exactly this quote stands at exactly this place."""
        return text[self.span.start : self.span.end] == self.exact

    def verify(self, text: str) -> None:
        """Raise QuoteMismatchError unless the quote stands at its span."""
        if not self.holds_in(text):
            raise QuoteMismatchError("quote_mismatch", quote=self.exact, start=self.span.start, end=self.span.end)


def reanchor(anchor: Anchor, text: str) -> Span | None:
    """Find an anchor again in a changed text: only where quote and context agree exactly, never a guess.

    Its old place wins if prefix and suffix agree there; else the one place where they do. None means orphan.
    """
    pattern = anchor.prefix + anchor.exact + anchor.suffix
    lead = len(anchor.prefix)
    places: list[int] = []
    at = text.find(pattern)
    while at != -1:
        places.append(at + lead)
        at = text.find(pattern, at + 1)
    if anchor.span.start in places:
        return anchor.span
    if len(places) == 1:
        return Span(places[0], places[0] + len(anchor.exact))
    return None
