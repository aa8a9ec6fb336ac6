"""Number words as the patterns of multiples and shares write them, from ``rules.toml``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from maeditor.extraction.text.phrases import lexicon


def table(name: str) -> dict[str, Any]:
    """One of the tables ``numbers``, ``stems`` and ``shares``."""
    found: dict[str, Any] = lexicon("rules")["multiples"][name]
    return found


@cache
def number_words() -> str:
    """Alternatives of a pattern: every number word, the longest first."""
    return "|".join(sorted((word for word in table("numbers") if len(word) > 2), key=len, reverse=True))


def worded_value(word: str) -> Decimal:
    """Value of a number word or of digits with a decimal comma or point."""
    numbers = table("numbers")
    return Decimal(numbers[word]) if word in numbers else Decimal(word.replace(",", "."))
