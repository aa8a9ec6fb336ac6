"""All numbers of a text in text order: figures, words, ordinals, Roman numerals where they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from maeditor.extraction.numbers.amounts import FIGURES, amount
from maeditor.extraction.numbers.call_numbers import call_number
from maeditor.extraction.numbers.fractions import fractions
from maeditor.extraction.numbers.number_phrases import Hit, Phrase, PhraseReader, number_hits
from maeditor.extraction.numbers.number_words_ar import ArabicForm, arabic_numbers
from maeditor.extraction.numbers.number_words_en import ENGLISH
from maeditor.extraction.numbers.number_words_fr import FRENCH
from maeditor.extraction.numbers.powers import power_of_ten


class Form(Enum):
    """How a number is written."""

    FIGURES = auto()
    WORDS = auto()
    ARTICLE = auto()
    ORDINAL = auto()
    COLLECTIVE = auto()
    VAGUE = auto()
    FRACTION = auto()
    TIER = auto()
    LABEL = auto()


class Numeral(NamedTuple):
    """A number as it stands in the text; ``figures`` is set where it is written in figures."""

    start: int
    end: int
    value: Decimal
    form: Form
    figures: str = ""


_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![^\W\d_])")
_ROMAN_ORDINAL = re.compile(
    r"\b(?:(?=[IVX]+(?:i?ème|es?|è)\b)(?P<of>X{0,3}(?:IX|IV|V?I{0,3}))(?:i?ème|es?|è)|(?P<one>I)(?:er|re)|(?P<two>II)n?de?)\b"
)
_TIER = re.compile(r"\b(?:tiers?|niveau tier|rated)[ -]?(?=[ivx\d])", re.IGNORECASE)
_TIER_LEVEL = re.compile(r"(?:IV|I{1,3}|[1-4])(?![\w.,%]\w|\w)", re.IGNORECASE)
_SUFFIX_FR = re.compile(
    r" ?(?:er|ers|re|ère|ere|res|ères|eme|ème|emes|èmes|ième|ièmes|ieme|nde?|nd)(?![^\W\d_])|es?(?!\w)"
)
_SUFFIX_GLUED = re.compile(r"e(?=[A-ZÀÉÈ][a-zé])")
_SUFFIX_EN = re.compile(r"(?:st|nd|rd|th)s?(?![^\W\d_])", re.IGNORECASE)
#: Figures in groups of three, of which an ordinal may be made: "1 000e", "1,000th".
_GROUPED = {
    "fr": re.compile(r"\d{1,3}(?:[ .]\d{3})+"),
    "en": re.compile(r"\d{1,3}(?:,\d{3})+"),
    "ar": re.compile(r"(?!)"),
}
#: Longer rows of figures are codes, not amounts.
_LONGEST = 27
#: "Trois-mâts", "Deux-Sèvres": what a French hyphen ties to a number makes a name of it, unless it is measured by.
_NAMED = re.compile(
    r"-(?!(?:là|ci|heures?|jours?|mois|ans|minutes|secondes|mètres|kilomètres|watts?|euros|pour|à)(?!\w))[^\W\d_]"
)
_ARABIC = {
    ArabicForm.NUMBER: Form.WORDS,
    ArabicForm.DUAL: Form.WORDS,
    ArabicForm.ONE: Form.ARTICLE,
    ArabicForm.FRACTION: Form.FRACTION,
    ArabicForm.ORDINAL: Form.ORDINAL,
    ArabicForm.VAGUE: Form.VAGUE,
}
_PART_OF_SECOND = re.compile(r"(?:\b(?:dixi|centi|milli)èmes?|\de|fractions?|par|moitié|quart|demi) (?:de |d'une? )?\Z")
_PER_SECOND = re.compile(r"\b(?:per|split|milli|each|every single) \Z")
_A_SECOND = re.compile(r"\b(?:a|one|every|each|any|half a|this|last) \Z")
#: After a moment the clause ends or goes on; after the second of several comes its noun.
_NOTHING = re.compile(
    r" ?(?:[.,;:!?)\"'\n]|\Z)| (?:to|and|or|later|ago|before|after|while|when|longer|i|we|you|that)\b"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman(letters: str) -> int:
    """Read a Roman numeral up to 39."""
    total = 0
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total


def _figures(folded: str, language: str) -> Iterator[Numeral]:
    suffix = _SUFFIX_EN if language == "en" else _SUFFIX_FR
    skip_to = 0
    for match in FIGURES.finditer(folded):
        start, end = match.span()
        if start < skip_to:
            continue
        written = match[0]
        called = call_number(folded, start, end)
        if called is not None:
            skip_to = called
            yield Numeral(start, called, Decimal(0), Form.LABEL, folded[start:called])
            continue
        power = power_of_ten(folded, written, end)
        if power is not None:
            skip_to = power.end
            yield Numeral(start, power.end, amount(written, language) * power.factor, Form.FIGURES, written)
            continue
        if folded[end : end + 1] == "." and folded[end + 1 : end + 2].isdigit():
            # A version, a telephone number: a mention without a value.
            skip_to = _dotted(folded, end)
            yield Numeral(start, skip_to, Decimal(0), Form.LABEL, folded[start:skip_to])
            continue
        if folded[end : end + 1].isalpha() or (language == "fr" and folded[end : end + 2] in (" e", " è")):
            ordinal = suffix.match(folded, end) or (_SUFFIX_GLUED.match(folded, end) if language == "fr" else None)
            if ordinal is not None and (written.isdigit() or _GROUPED[language].fullmatch(written)):
                yield Numeral(start, ordinal.end(), amount(written, language), Form.ORDINAL, written)
                continue
        if len(written) > _LONGEST:
            yield Numeral(start, end, Decimal(0), Form.LABEL, written)
            continue
        yield Numeral(start, end, amount(written, language), Form.FIGURES, written)


_DOTTED = re.compile(r"[\d.,]*\d")


def _dotted(folded: str, start: int) -> int:
    match = _DOTTED.match(folded, start)
    return match.end() if match else start


def _words(lower: str, language: str) -> Iterator[Numeral]:
    lexicon = ENGLISH if language == "en" else FRENCH
    hits = number_hits(lower, lexicon)
    reader = PhraseReader(lower, hits, lexicon)
    index, count = 0, len(hits)
    while index < count:
        phrase = reader.read(index)
        if phrase is None:
            index += 1
            continue
        index += phrase.used
        tied = language == "fr" and not phrase.ordinal and _NAMED.match(lower, phrase.end) is not None
        if tied and not (index < count and hits[index].start == phrase.end + 1):
            continue
        if phrase.ordinal and phrase.value == 2 and _is_moment(lower, phrase, language):
            continue
        form = _form(phrase, lower)
        if form is Form.ARTICLE and _opens_span(lower, phrase, hits[index : index + 2]):
            form = Form.WORDS
        yield Numeral(phrase.start, phrase.end, phrase.value, form)


_TO = re.compile(r" (à|to|et|and) ")
_BETWEEN = ("entre ", "between ")
_ONE_OF = ("l'", ", ", "; ", ": ", "dont ", "et ", "and ")


def _opens_span(lower: str, phrase: Phrase, following: Sequence[Hit]) -> bool:
    """Tell the one of "entre un et cinq kilomètres", "d'un à trois ans" from the article."""
    to = _TO.match(lower, phrase.end)
    before = lower[max(0, phrase.start - 8) : phrase.start]
    if to is None or (not before.endswith(_BETWEEN) if to[1] in ("et", "and") else before.endswith(_ONE_OF)):
        return False
    if lower[to.end() : to.end() + 1].isdigit():
        return True
    return any(hit.start == to.end() and hit.word.value > 1 and not hit.word.ordinal for hit in following)


def _is_moment(lower: str, phrase: Phrase, language: str) -> bool:
    """Tell "wait a second" and "deux dixièmes de seconde" from what comes second."""
    if lower[phrase.start : phrase.end] not in ("second", "seconde"):
        return False
    left = max(0, phrase.start - 24)
    if language == "fr":
        return _PART_OF_SECOND.search(lower, left, phrase.start) is not None
    if _PER_SECOND.search(lower, left, phrase.start):
        return True
    return _A_SECOND.search(lower, left, phrase.start) is not None and _NOTHING.match(lower, phrase.end) is not None


def _form(phrase: Phrase, lower: str) -> Form:
    if phrase.ordinal:
        return Form.ORDINAL
    if phrase.collective:
        return Form.VAGUE if phrase.vague else Form.COLLECTIVE
    if phrase.used == 1 and phrase.value == 1 and lower[phrase.start : phrase.end] in ("un", "une", "one"):
        signed = lower.endswith(("negative ", "minus ", "négative "), max(0, phrase.start - 9), phrase.start)
        return Form.WORDS if signed else Form.ARTICLE
    return Form.WORDS


def _romans(folded: str, lower: str) -> Iterator[Numeral]:
    for match in _ROMAN_ORDINAL.finditer(folded):
        yield Numeral(match.start(), match.end(), Decimal(roman(match[match.lastgroup or 0])), Form.ORDINAL)
    for match in _TIER.finditer(lower):
        level = _TIER_LEVEL.match(folded, match.end())
        if level is not None:
            value = int(level[0]) if level[0].isdigit() else roman(level[0].upper())
            yield Numeral(match.start(), level.end(), Decimal(value), Form.TIER)


def numerals(folded: str, lower: str, language: str) -> list[Numeral]:
    """Find the numbers of a folded text, in order, none overlapping another."""
    found = [*_figures(folded, language), *_romans(folded, lower)]
    found.extend(Numeral(start, end, value, Form.FRACTION) for start, end, value in fractions(folded, lower, language))
    if language in ("fr", "en"):
        found.extend(_words(lower, language))
    elif language == "ar":
        found.extend(Numeral(start, end, value, _ARABIC[form]) for start, end, value, form in arabic_numbers(folded))
    found.sort(key=lambda numeral: (numeral.start, -numeral.end))
    kept: list[Numeral] = []
    end = 0
    for numeral in found:
        if numeral.start >= end:
            kept.append(numeral)
            end = numeral.end
    return kept
