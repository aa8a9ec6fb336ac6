"""Attaches to a mention the words that bound it, before or after."""

from __future__ import annotations

import re
from dataclasses import replace

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.quantities.hedges import hedge_after, hedge_before

_CALENDAR = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})
_UNBOUNDED = frozenset({MentionKind.TIME, MentionKind.TIER, MentionKind.ORDINAL})
_BARE = frozenset({MentionKind.CARDINAL, MentionKind.COUNT, MentionKind.RANK})
_DURATIONS = frozenset({"s", "min", "h", "d", "wk", "mo", "a", "ms"})
_FOR = re.compile(r"\b(?:for|well|just|of|lasts?|lasting|took|takes?) \Z")
_SPREAD = re.compile(
    r"(?:floors?|stor(?:eys|ies)|phases?|stages?|levels?|sites?|countries|campuses|locations?"
    r"|(?:fib(?:re|er) )?pairs|lanes|sections|spans|instal?ments|sessions|seasons|weekends)\b"
)


def bounded(mention: Mention, lower: str) -> Mention:
    """Give the mention with its comparator and hedge; ranges and times of day stay as they are."""
    if mention.kind in _UNBOUNDED or mention.comparator is Comparator.RANGE:
        return mention
    calendar = mention.kind in _CALENDAR
    hedge = hedge_before(lower, mention.start, date=calendar)
    if hedge is not None and _spatial(mention, lower, hedge.start, hedge.end):
        hedge = None
    if hedge is None and not calendar:
        hedge = hedge_after(lower, mention.end)
        if hedge is None and mention.noun:
            hedge = hedge_after(lower, lower.find(mention.noun.lower(), mention.end) + len(mention.noun))
    if hedge is None and mention.kind is MentionKind.QUANTITY and "+ " in mention.text:
        # "20+ MW"
        return replace(mention, comparator=Comparator.AT_LEAST)
    if hedge is None or (mention.hedge is not None and hedge.comparator is Comparator.ABOUT):
        return mention
    comparator = hedge.comparator
    if comparator is Comparator.LESS and lower[hedge.start : hedge.end] == "sous" and mention.unit in _DURATIONS:
        comparator = Comparator.AT_MOST
    return replace(mention, comparator=comparator, hedge=(hedge.start, hedge.end))


def _spatial(mention: Mention, lower: str, start: int, end: int) -> bool:
    """Tell "over three floors", "over two years", "sous deux marques" from "over 300 MW"."""
    word = lower[start:end]
    if word in ("sous", "under"):
        return mention.kind in _BARE
    if word != "over":
        return False
    if mention.unit in _DURATIONS:
        return _FOR.search(lower, max(0, start - 9), start) is None
    return _SPREAD.match(mention.noun.lower()) is not None
