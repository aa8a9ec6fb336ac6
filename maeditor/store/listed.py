"""What is asked of a list of facts, and what it answers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from maeditor.domain.listing import Listing

NEARLY = 1e-9
"""Two floats that differ by no more of themselves were one decimal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A listing with what the store cannot know by itself.

    ``article`` keeps to the facts with a passage in it, or found in it; ``articles`` to those found in some, None in
    the tuple meaning in none. ``after`` is the number after which a list by number goes on. ``properties`` are all keys
    in the order of the person's language; ``families`` those of the families asked for. By word of the text:
    ``patterns`` for LIKE, which may find too much; ``named``, the properties so called; ``numbers``, the fact so
    numbered. ``supported`` leaves out what rests on no passage.
    """

    listing: Listing
    article: str = ""
    articles: tuple[str | None, ...] = ()
    after: int | None = None
    properties: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    named: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int | None, ...] = ()
    values: tuple[tuple[str, float], ...] = ()
    """The text as a value in each base unit that it can be said in: who states it is found, however it is written."""
    supported: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: the facts' numbers, and where each section begins with what it is named after."""

    numbers: array[int]
    sections: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a text filter compares, exactly, after the patterns."""

    number: int
    property: str
    value: float | None
    unit: str
    texts: tuple[str, ...]
