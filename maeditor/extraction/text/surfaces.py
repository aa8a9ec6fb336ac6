"""Looks up the longest known name that stands at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable


def _elided(folded: str, end: int) -> bool:
    """Tell the letter of "0 J'aime" from a unit."""
    return folded[end] == "'" and folded[end + 1 : end + 2].isalpha()


class Surfaces:
    """Names with their codes: ``symbols`` compare letter by letter, ``words`` in any case."""

    def __init__(self) -> None:
        self._symbols: dict[str, list[tuple[str, str]]] = {}
        self._words: dict[str, list[tuple[str, str]]] = {}

    def add(self, code: str, symbols: Iterable[str], words: Iterable[str]) -> None:
        """Add one code with its names."""
        for symbol in symbols:
            self._symbols.setdefault(symbol[0], []).append((symbol, code))
        for word in words:
            self._words.setdefault(word[:2], []).append((word.lower(), code))

    def seal(self) -> None:
        """Put longer names first, so that "km" is tried before "k"."""
        for index in (self._symbols, self._words):
            for names in index.values():
                names.sort(key=lambda name: -len(name[0]))

    def at(self, folded: str, lower: str, start: int) -> tuple[str, int] | None:
        """Give the code and the end of the longest name that starts here and ends with a word."""
        size = len(folded)
        best: tuple[str, int] | None = None
        for symbol, code in self._symbols.get(folded[start : start + 1], ()):
            if folded.startswith(symbol, start):
                end = start + len(symbol)
                if end >= size or not (symbol[-1].isalnum() and (folded[end].isalnum() or _elided(folded, end))):
                    best = (code, end)
                    break
        for word, code in self._words.get(lower[start : start + 2], ()):
            if lower.startswith(word, start):
                end = start + len(word)
                if end >= size or not (lower[end].isalnum() or lower[end] == "_"):
                    if best is None or end > best[1]:
                        best = (code, end)
                    break
        return best
