"""Opens the lexicons that mentions are read with; words are data, not code."""

from __future__ import annotations

import tomllib
from functools import cache

from maeditor.assets import resource


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Read a lexicon whose entries are texts of words: a set of words for each."""
    with resource("lexicons", f"{name}.toml").open("rb") as stream:
        return {key: frozenset(text.split()) for key, text in tomllib.load(stream).items()}
