"""What an expression finds in the sentence being read, found once for all its numbers."""

from __future__ import annotations

import re

_NEAR = 160
_Last = tuple[str, int, int, list[re.Match[str]]]


class Scan:
    """Remembers the matches of one span, for rules that ask about the same sentence number after number."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._last: _Last = ("", 0, 0, [])

    def within(self, text: str, left: int, right: int) -> list[re.Match[str]]:
        """Matches in ``left:right``, in text order."""
        last = self._last
        if last[0] is not text or last[1] != left or last[2] != right:
            last = self._last = (text, left, right, list(self.pattern.finditer(text, left, right)))
        return last[3]


class FirstMatch:
    """Remembers where the first match after a place begins, for rules that ask whether one comes before a value."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._last: tuple[str, int, int, int | None] = ("", 0, -1, None)

    def begins_within(self, text: str, left: int, right: int) -> bool:
        """Tell whether a match may begin in ``left:right``; one that the end of what was read cuts short counts too."""
        known, begun, reached, first = self._last
        if known is not text or begun != left or (first is None and right > reached):
            # Twice as far as asked, so that the values of one sentence, however many, read it a few times at most.
            reached = min(len(text), left + max(2 * (right - left), _NEAR))
            match = self.pattern.search(text, left, reached)
            first = match.start() if match is not None else None
            self._last = (text, left, reached, first)
        return first is not None and first < right
