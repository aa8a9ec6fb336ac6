"""Which of the languages we read a text is in."""

from __future__ import annotations

import re

from maeditor.extraction.text.word_lists import word_lists

#: So much of a text decides; reading more costs time and changes nothing.
SAMPLE = 20_000

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def guess_language(text: str) -> str:
    """Tell ``"fr"``, ``"en"`` or ``"ar"``; French where nothing speaks for another."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    arabic = len(_ARABIC.findall(sample))
    if arabic * 2 > sum(map(len, words)):
        return "ar"
    lists = word_lists("languages")
    french = sum(word in lists["fr"] for word in words)
    english = sum(word in lists["en"] for word in words)
    return "en" if english > french else "fr"
