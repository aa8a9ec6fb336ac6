"""Values a text denies, takes back, or only imagines: none of them is proposed as true."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from maeditor.extraction.text.phrases import compile_phrases, compile_tagged, lexicon
from maeditor.extraction.text.scans import FirstMatch

_NE = re.compile(r"(?<!\w)(?:ne |n')")
_DISPUTED = re.compile(
    r"pas question|out of|hors de|den(?:ie|y)|dement|refut|rumeur|rumou?r|false|fauss|inexact|untrue"
    r"|not true|conteste|nie|[وف]?(?:نف[يت]|نافيا|لا صحة)"
)
_PAS = re.compile(r"(?<!\w)(?:pas|plus|jamais|guere|aucun\w*)(?!\w)")
_BEFORE_DATE = re.compile(r"(?:before|until|avant)(?: (?:the|le|la|l'|fin|mi|debut|early|late|mid|end|of))*[ -]?$")
_DENIED_AFTER = re.compile(
    r"[^.;:\d!?]{0,70}?(?<!\w)(?:(?:est|sont|etait|etaient|a ete|ont ete|is|are|was|were)(?: \w+)?,? \"? ?"
    r"(?:dementie?s?|infondee?s?|faux|fausse|inexacte?s?|denied|untrue|false|unfounded|premature|refutee?s?))(?!\w)"
)
_CORRECTED = re.compile(
    r"[:;]|,[^,]*\d|\d[^,]*,|(?<!\w)(?:en realite|in fact|actually|mais|but|finalement|desormais)(?!\w)"
)
_BREAKS = re.compile(r"[,;:]|(?<!\w)(?:mais|but|however|cependant|que|qui|which|that|and|et)(?!\w)")

_INSIDE_WORD = re.compile(r"(?<=\w)(?=\w)")


class Stance(StrEnum):
    """How a sentence stands to a value it names."""

    ASSERTED = ""
    DENIED = "denied"
    RETRACTED = "retracted"
    HYPOTHETICAL = "hypothetical"


@cache
def _patterns() -> tuple[re.Pattern[str], FirstMatch]:
    lists = lexicon("statements")["negation"]
    harmless = lists["harmless"]
    stances = compile_tagged({name: lists[name] for name in ("retracted", "denied", "hypothetical")})
    return compile_phrases(harmless), FirstMatch(stances)


def denied_after(soft: str, end: int, right: int) -> bool:
    """Tell whether a value is denied by the words that follow it: "les 10 milliards avancés sont démentis"."""
    return bool(_DENIED_AFTER.match(soft, end, right))


def stance(soft: str, left: int, start: int, asked: bool) -> Stance:
    """Tell how the sentence ``left:right`` stands to the value that begins at ``start``."""
    harmless, stances = _patterns()
    if asked:
        return Stance.HYPOTHETICAL
    if _silent(stances, soft, left, start):
        return Stance.ASSERTED
    before = soft[left:start]
    for match in reversed(list(stances.pattern.finditer(before))):
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
        if kind is Stance.RETRACTED and len(between) <= 60 and not _CORRECTED.search(between):
            return kind
        if kind is Stance.DENIED and _denies(before, match, between):
            return kind
    return Stance.ASSERTED


def _silent(stances: FirstMatch, soft: str, left: int, start: int) -> bool:
    """Tell where a sentence has none of the words before a value, so that each of its values need not look again."""
    if _INSIDE_WORD.match(soft, left) or _INSIDE_WORD.match(soft, start):
        return False
    return not stances.begins_within(soft, left, start)


def _denies(before: str, match: re.Match[str], between: str) -> bool:
    if _DISPUTED.match(match.group()):
        return len(between) <= 90 and not re.search(r"[.;:]|, ", between)
    if len(between) > 45 or _BREAKS.search(between) or _BEFORE_DATE.search(between):
        return False
    word = match.group()
    if word == "pas" or word == "plus":
        ne = list(_NE.finditer(before[max(0, match.start() - 40) : match.start()]))
        return (bool(ne) and len(between.split()) <= 5) or not between.strip()
    return len(between.split()) <= 6
