"""Gives amounts the currency that the sentence has already named: "de 3 milliards de dollars à 6 milliards"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from maeditor.extraction.interface import Mention, MentionKind

_MAGNITUDE = re.compile(r"(?:millions?|milliards?|billions?|trillions?|Mds?|Mrds?|bn)\Z")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_REACH = 80


def share_currency(found: Sequence[Mention], text: str) -> list[Mention]:
    """Read bare millions and milliards as money where money stands shortly before in the same sentence."""
    result: list[Mention] = []
    money: Mention | None = None
    for mention in found:
        if mention.kind is MentionKind.MONEY:
            money = mention if "/" not in mention.unit and _scaled(mention) else None
        elif money is not None and mention.kind is MentionKind.CARDINAL and _MAGNITUDE.search(mention.text):
            near = mention.start - money.end <= _REACH
            if near and not mention.noun and _SENTENCE_END.search(text, money.end, mention.start) is None:
                result.append(replace(mention, kind=MentionKind.MONEY, unit=money.unit))
                continue
        result.append(mention)
    return result


def _scaled(mention: Mention) -> bool:
    return mention.value is not None and not isinstance(mention.value, str) and mention.value >= 10**6
