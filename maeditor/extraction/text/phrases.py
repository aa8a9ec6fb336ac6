"""Word lists compiled to one regular expression each, as a trie, so that long lists stay fast.

A list is a file of ``resources/lexicons``; what a language of another script adds to it is the file of the same name in
a folder of its own (``ar``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from maeditor.extraction.text.arabic import LETTER, PROCLITICS, one_spelling

if TYPE_CHECKING:
    from pathlib import Path

_Trie = dict[str, Any]
_ADDED = (("ar",),)


def alternation(phrases: Iterable[str]) -> str:
    """Write phrases (plain text) as the source of one pattern.

    A ``*`` stands for the rest of a word, a blank for any blanks or a hyphen. Longer phrases win over shorter. Arabic
    ones match with what is written in one with them: and, by, for, the.
    """
    trie: _Trie = {}
    arabic: _Trie = {}
    for phrase in phrases:
        node = arabic if "\u0621" <= phrase[0] <= "\u064a" else trie
        for character in one_spelling(phrase):
            node = node.setdefault(character, {})
        node[""] = {}
    if not arabic:
        return _source(trie)
    own = rf"(?=[{LETTER}]){PROCLITICS}{_source(arabic)}"
    return f"(?:{_source(trie)}|{own})" if trie else f"(?:{own})"


def bounded(phrases: Iterable[str]) -> str:
    """Write phrases as the source of a pattern that matches whole words only."""
    return rf"(?<!\w){alternation(phrases)}(?!\w)"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases to a pattern that finds them as whole words in plain text."""
    return re.compile(bounded(phrases))


def compile_tagged(groups: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Compile several lists at once; ``match.lastgroup`` names the list that matched."""
    parts = [rf"(?P<{name}>{alternation(phrases)})" for name, phrases in groups.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Load ``resources/lexicons/NAME.toml`` and what the folders of languages add to it, Arabic in one spelling."""
    from maeditor.assets import resource  # With what reads files, at the first word: not at import.

    found: dict[str, Any] = {}
    for folder in ((), *_ADDED):
        path = resource("lexicons", *folder, f"{name}.toml")
        if path.is_file() or not folder:
            found = _joined(found, _read(path))
    return found


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(one_spelling(path.read_text("utf-8")))


def _joined(lists: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Add lists to lists of the same key, words to words; what has no list yet comes as it is."""
    joined = dict(lists)
    for key, value in more.items():
        known = joined.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            joined[key] = _joined(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            joined[key] = [*known, *value]
        elif isinstance(known, str) and isinstance(value, str):
            joined[key] = f"{known} {value}"
        else:
            joined[key] = value
    return joined


def _source(node: _Trie) -> str:
    branches = [_step(character) + _source(below) for character, below in sorted(node.items()) if character]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return inner + "?" if "" in node else inner


def _step(character: str) -> str:
    if character == "*":
        return r"\w*"
    if character == " ":
        return r"[ \-]+"
    if character == "'":
        return r"' ?"
    return re.escape(character)
