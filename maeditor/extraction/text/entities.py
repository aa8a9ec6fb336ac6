"""HTML entities and Arabic marks left in a text: read as the letters they stand for, offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right

from maeditor.extraction.text.arabic import WRITTEN, as_typed

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_EITHER = re.compile(f"{_ENTITY.pattern}|{WRITTEN.pattern}")


class Decoded:
    """A text without entities (unless ``entities`` are kept) and Arabic marks, and the way back into the original."""

    def __init__(self, original: str, *, entities: bool = True) -> None:
        self._starts: list[int] = [0]
        self._shifts: list[int] = [0]
        marked = not original.isascii() and WRITTEN.search(original) is not None
        if not marked and not (entities and "&" in original and _ENTITY.search(original)):
            self.text = original
            return
        import html  # Its table of names costs more than all else here, and few texts need it.

        parts: list[str] = []
        position = 0
        length = 0
        for match in (_EITHER if entities else WRITTEN).finditer(original):
            written = match.group()
            character = html.unescape(written) if written[0] == "&" else as_typed(written)
            if character == match.group():
                continue
            before = original[position : match.start()]
            parts += [before, character]
            length += len(before) + len(character)
            position = match.end()
            self._starts.append(length)
            self._shifts.append(position - length)
        parts.append(original[position:])
        self.text = "".join(parts)

    def original(self, offset: int) -> int:
        """Offset in the original of a character of the decoded text."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original of a span of the decoded text."""
        if len(self._starts) == 1:
            return start, end
        return self.original(start), self.original(end - 1) + self._width(end - 1)

    def _width(self, offset: int) -> int:
        after = self.original(offset + 1)
        return max(1, after - self.original(offset))
