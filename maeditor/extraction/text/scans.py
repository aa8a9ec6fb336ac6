"""What an expression finds in the sentence being read, found once for all its numbers."""

from __future__ import annotations

import re

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
