"""Opens the lexicons that mentions are read with; words are data, not code."""

from __future__ import annotations

from functools import cache

from maeditor.extraction.text.phrases import lexicon


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Read a lexicon whose entries are texts of words: a set of words for each."""
    return {key: frozenset(text.split()) for key, text in lexicon(name).items()}
