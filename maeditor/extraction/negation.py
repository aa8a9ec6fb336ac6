"""Values a text denies, takes back, or only imagines: none of them is proposed as true."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from maeditor.extraction.phrases import compile_phrases, compile_tagged, lexicon

_NE = re.compile(r"(?<!\w)(?:ne |n')")
_DISPUTED = re.compile(r"pas question|out of|hors de|den(?:ie|y)|dement|refut|rumeur|rumou?r|false|fauss|conteste|nie")
_PAS = re.compile(r"(?<!\w)(?:pas|plus|jamais|guere|aucun\w*)(?!\w)")
_BREAKS = re.compile(r"[,;:]|(?<!\w)(?:mais|but|however|cependant|que|qui|which|that|and|et)(?!\w)")


class Stance(StrEnum):
    """How a sentence stands to a value it names."""

    ASSERTED = ""
    DENIED = "denied"
    RETRACTED = "retracted"
    HYPOTHETICAL = "hypothetical"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = lexicon("statements")["negation"]
    harmless = lists["harmless"]
    return compile_phrases(harmless), compile_tagged(
        {name: lists[name] for name in ("retracted", "denied", "hypothetical")}
    )


def stance(soft: str, left: int, start: int, asked: bool) -> Stance:
    """Tell how the sentence ``left:right`` stands to the value that begins at ``start``."""
    harmless, pattern = _patterns()
    if asked:
        return Stance.HYPOTHETICAL
    before = soft[left:start]
    for match in reversed(list(pattern.finditer(before))):
        between = before[match.end() :]
        kind = Stance(str(match.lastgroup))
        if any(near.start() <= match.start() and match.end() <= near.end() for near in harmless.finditer(before)):
            continue
        if kind is Stance.HYPOTHETICAL and (len(between) <= 90 and not re.search(r"[;:]", between)):
            return (
                kind
                if match.start() < 3
                or before[: match.start()].rstrip()[-1:] in ',;:(—–-«"'
                or match.group() not in {"si", "say", "exemple"}
                else Stance.ASSERTED
            )
        if kind is Stance.RETRACTED and len(between) <= 60:
            return kind
        if kind is Stance.DENIED and _denies(before, match, between):
            return kind
    return Stance.ASSERTED


def _denies(before: str, match: re.Match[str], between: str) -> bool:
    if _DISPUTED.match(match.group()):
        return len(between) <= 90 and not re.search(r"[.;:]|, ", between)
    if len(between) > 45 or _BREAKS.search(between):
        return False
    word = match.group()
    if word == "pas" or word == "plus":
        ne = list(_NE.finditer(before[max(0, match.start() - 40) : match.start()]))
        return (bool(ne) and len(between.split()) <= 5) or not between.strip()
    return len(between.split()) <= 6
