"""What a number word can do in a number: the roles both languages share."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """The place a word takes in a written number."""

    ZERO = auto()
    UNIT = auto()
    TEEN = auto()
    TENS = auto()
    HUNDRED = auto()
    SCALE = auto()
    FIRST = auto()
    COLLECTIVE = auto()
    POINT = auto()
    AND = auto()
    HALF = auto()
    ARTICLE = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One number word; ``plural`` tells "dizaines" from "dizaine"."""

    role: Role
    value: int
    ordinal: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The number words of one language; ``twenties`` where 80 is "quatre-vingts" and 70 "soixante-dix"."""

    language: str
    words: dict[str, Word]
    twenties: bool


def plain(surface: str) -> str:
    """Drop the accents of a word, as typed in a hurry."""
    return "".join(mark for mark in unicodedata.normalize("NFD", surface) if not unicodedata.combining(mark))
