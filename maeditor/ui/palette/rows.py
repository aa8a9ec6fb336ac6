"""What the palette lists: rows of facts, passages, articles and commands, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain import search_terms
from maeditor.domain.properties import Family


class Group(StrEnum):
    """The kinds of rows, in their order."""

    FACTS = "facts"
    PASSAGES = "passages"
    ARTICLES = "articles"
    COMMANDS = "commands"


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to open. ``note`` and ``language`` stand at the right, ``caps`` are its keys.

    ``article``, ``start`` and ``end`` say where it stands, if it does; ``fact`` is what to select there.
    """

    group: Group
    id: str
    title: str
    spoken: str
    icon: str
    detail: str = ""
    family: Family | None = None
    language: str = ""
    note: str = ""
    caps: tuple[str, ...] = ()
    title_hits: Spans = ()
    detail_hits: Spans = ()
    article: str = ""
    start: int = -1
    end: int = -1
    fact: str = ""
    sign: str = ""
    """The icon of a fact's state."""
    turned_down: bool = False
    """A fact that was rejected or set aside: its value is struck through."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the rows of a group."""

    group: Group
    title: str


@dataclass(frozen=True, slots=True)
class CommandText:
    """A command as it can be found: its text and its keys."""

    id: str
    text: str
    caps: tuple[str, ...]
    on: bool = False
    """A choice that is the one of now."""


def matching(commands: Iterable[CommandText], typed: str) -> list[tuple[CommandText, Spans]]:
    """The commands with a word beginning as each word typed, with these beginnings; first those that begin so."""
    asked = search_terms.words(typed)
    found = []
    for command in commands:
        spans = [_begins(command.text, word) for word in asked]
        if all(spans):
            hits = tuple(sorted({span for some in spans for span in some}))
            found.append((command, hits))
    if asked:
        found.sort(key=lambda each: min((start for start, _end in each[1]), default=0))
    return found


def _begins(text: str, word: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for part in text.replace("’", " ").replace("-", " ").split(" "):
        if search_terms.folded(part).startswith(word):
            spans.append((at, at + min(len(word), len(part))))
        at += len(part) + 1
    return spans
