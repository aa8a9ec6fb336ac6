"""How far the thing is that a sentence speaks of, and in which mood: trigger words and tense."""

from __future__ import annotations

import re
from functools import cache, cached_property

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.extraction.text.phrases import alternation, lexicon

_FUTURE = (
    r"(?:\w{2,}(?:era|eront|erons)|(?:aura|fera|ira|pourra|devra|verra|tiendra|viendra|permettra|suivra"
    r"|atteindra|produira"
    r"|fournira|accueillera|disposera)(?:ient|it|nt)?)"
)
_CONDITIONAL = r"\w{3,}(?:erait|eraient|irait|iraient|rait|raient)"
_SOON = r"(?:d'ici|by|avant|before|a l'horizon|horizon|in|en) (?:20(?:2[6-9]|[3-6]\d))"

_STATES: dict[str, tuple[Lifecycle, Modality]] = {
    "cancelled": (Lifecycle.CANCELLED, Modality.FACT),
    "under_construction": (Lifecycle.UNDER_CONSTRUCTION, Modality.FACT),
    "estimated": (Lifecycle.UNKNOWN, Modality.FORECAST),
    "conditional": (Lifecycle.UNKNOWN, Modality.FORECAST),
    "announced": (Lifecycle.ANNOUNCED, Modality.PLAN),
    "planned": (Lifecycle.PLANNED, Modality.PLAN),
    "future": (Lifecycle.PLANNED, Modality.PLAN),
    "past": (Lifecycle.UNKNOWN, Modality.PAST),
    "operational": (Lifecycle.OPERATIONAL, Modality.FACT),
}
_DEFAULT = 0.35
_AFTER = 0.45
_WEIGHT = {
    "cancelled": 4.0,
    "under_construction": 2.2,
    "estimated": 2.0,
    "conditional": 1.8,
    "announced": 1.4,
    "planned": 1.8,
    "future": 2.0,
    "past": 1.3,
    "operational": 1.0,
}


@cache
def _pattern() -> re.Pattern[str]:
    lists = lexicon("statements")["status"]
    parts = [rf"(?P<{name}>{alternation(words)})" for name, words in lists.items()]
    parts += [rf"(?P<future>{_FUTURE}|{_SOON})", rf"(?P<conditional>{_CONDITIONAL})"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


class Moods:
    """The status words of one sentence, found once and only where asked for."""

    def __init__(self, soft: str, left: int, right: int) -> None:
        self._soft = soft
        self._span = left, right

    @cached_property
    def _found(self) -> list[tuple[int, int, str]]:
        matches = _pattern().finditer(self._soft, *self._span)
        return [(match.start(), match.end(), str(match.lastgroup)) for match in matches]

    def near(self, start: int, end: int) -> tuple[Lifecycle, Modality]:
        """Status of the value at ``start:end``: the nearest telling words of its sentence win."""
        return _STATES.get(self._telling(start, end)[2], (Lifecycle.OPERATIONAL, Modality.FACT))

    def words_near(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words stand that give the value at ``start:end`` its status; None where none does."""
        left, right, name = self._telling(start, end)
        return (left, right) if name else None

    def stages(self) -> list[tuple[int, int, Lifecycle]]:
        """The words that name a stage, in the order of the text."""
        named = ((left, right, _STATES[name][0]) for left, right, name in self._found)
        return [each for each in named if each[2] is not Lifecycle.UNKNOWN]

    def _telling(self, start: int, end: int) -> tuple[int, int, str]:
        best, top = (0, 0, ""), _DEFAULT
        for left, right, name in self._found:
            if left < end and right > start:
                continue
            before = right <= start
            distance = start - right if before else left - end
            between = self._soft[right:start] if before else self._soft[end:left]
            marks = sum(between.count(mark) for mark in ",;:")
            score = _WEIGHT[name] * (1.0 if before else _AFTER) / (1.0 + distance / 60) * 0.75**marks
            if score > top:
                best, top = (left, right, name), score
        return best
