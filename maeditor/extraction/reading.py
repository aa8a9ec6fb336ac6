"""Reads what a person types into a value field: "2 GW", "≤ 500 MW", "40 à 386 MW", "1er", "1,2 Md MAD"."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.text.arabic import in_arabic_script

_NUMERIC = frozenset(
    {
        MentionKind.CARDINAL,
        MentionKind.ORDINAL,
        MentionKind.PERCENTAGE,
        MentionKind.MONEY,
        MentionKind.QUANTITY,
        MentionKind.RANGE,
        MentionKind.COUNT,
        MentionKind.RANK,
        MentionKind.TIER,
    }
)
_SPARE = re.compile(
    r"[\s.;:,]*(?:(?:de|d'|d’|entre|from|between|à|a|le|la|les|the|en|soit|بين|من)[\s]+)*(?:[x×][\s]?)?", re.IGNORECASE
)
"""What may stand before a value: words that lead to it, the sign of a multiple ("x2")."""


def read_value(text: str, language: str | None = None) -> Quantity | None:
    """Read a text that is one value and nothing else; None where it is none, or more than one.

    A year alone is a plain number here: dates have their own field.
    """
    stripped = text.strip()
    found = mentions(stripped, "ar" if in_arabic_script(stripped) else language or "fr")
    if len(found) != 1:
        return None
    mention = found[0]
    start, end = mention.start, mention.end
    if mention.hedge is not None:
        start, end = min(start, mention.hedge[0]), max(end, mention.hedge[1])
    if _SPARE.fullmatch(stripped, 0, start) is None:
        return None
    if mention.noun:
        end = max(end, stripped.find(mention.noun, mention.end) + len(mention.noun))
    if stripped[end:].strip(" .;\u00a0\u202f"):
        return None
    return quantity(mention)


def quantity(mention: Mention) -> Quantity | None:
    """Give the value of a mention as a quantity; None for dates and times."""
    value = mention.value
    if mention.kind is MentionKind.YEAR and isinstance(value, str) and len(value) == 4:
        value = Decimal(value)
    elif mention.kind not in _NUMERIC:
        return None
    if not isinstance(value, Decimal):
        return None
    unit = mention.unit or "1"
    if isinstance(mention.value2, Decimal):
        return Quantity.between(value, mention.value2, unit)
    comparator = Comparator.EQUAL if mention.comparator is Comparator.RANGE else mention.comparator
    return Quantity.of(value, unit, comparator)
