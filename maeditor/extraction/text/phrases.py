"""Word lists compiled to one regular expression each, as a trie, so that long lists stay fast."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from maeditor.assets import resource

_Trie = dict[str, Any]


def alternation(phrases: Iterable[str]) -> str:
    """Write phrases (plain text) as the source of one pattern.

    A ``*`` stands for the rest of a word, a blank for any blanks or a hyphen. Longer phrases win over shorter.
    """
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    return _source(trie)


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
    """Load ``resources/lexicons/NAME.toml``."""
    return tomllib.loads(resource("lexicons", f"{name}.toml").read_text("utf-8"))


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
