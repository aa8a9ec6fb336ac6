"""Puts number words together: "deux millions trois cent mille" is one number, "deux, trois" are two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from maeditor.extraction.numbers.number_sums import NumberSum
from maeditor.extraction.numbers.number_words import Lexicon, Role, Word


class Hit(NamedTuple):
    """A number word where it stands in the text."""

    start: int
    end: int
    word: Word


class Phrase(NamedTuple):
    """A number in words; ``used`` is how many hits it took."""

    start: int
    end: int
    value: Decimal
    used: int
    ordinal: bool = False
    collective: bool = False
    vague: bool = False


_GAP = re.compile(r"[ \u00a0]{1,3}|-| - ")
_WORD = re.compile(r"[^\W\d_]+")
_UNLIMITED = 10**18
_NUMBERS = frozenset({Role.UNIT, Role.TEEN, Role.TENS, Role.HUNDRED})


def number_hits(lower: str, lexicon: Lexicon) -> list[Hit]:
    """Find all number words of a lower-case text, in text order."""
    known = lexicon.words
    return [
        Hit(match.start(), match.end(), word)
        for match in _WORD.finditer(lower)
        if (word := known.get(match[0])) is not None
    ]


class PhraseReader:
    """Reads the numbers of one text from its number words."""

    def __init__(self, lower: str, hits: Sequence[Hit], lexicon: Lexicon) -> None:
        self._text = lower
        self._hits = hits
        self._lexicon = lexicon

    def _word(self, index: int) -> Word | None:
        """Return the word at ``index`` where it directly follows the one before."""
        if index >= len(self._hits):
            return None
        before, here = self._hits[index - 1], self._hits[index]
        gap = here.start - before.end
        if gap > 3 or not _GAP.fullmatch(self._text, before.end, here.start):
            return None
        return here.word

    def read(self, index: int) -> Phrase | None:
        """Read the number that starts at hit ``index``; None where none does."""
        hit = self._hits[index]
        role = hit.word.role
        if role in (Role.AND, Role.POINT):
            return None
        if role is Role.FIRST:
            return Phrase(hit.start, hit.end, Decimal(hit.word.value), 1, ordinal=True)
        if role in (Role.HALF, Role.ARTICLE):
            return self._opened(index)
        if role is Role.COLLECTIVE:
            return self._collective(index, 1, Decimal(1), bare=True)
        if role is Role.ZERO:
            return self._decimals(Phrase(hit.start, hit.end, Decimal(0), 1), index)
        if hit.word.plural:
            return self._plural(index)
        return self._sum(index)

    def _plural(self, index: int) -> Phrase | None:
        """Read "des millions", "hundreds": how many is not said. "Mil neuf cent" counts on."""
        hit = self._hits[index]
        if self._text[hit.start : hit.end] == "mil":
            phrase = self._sum(index)
            return phrase if phrase is not None and phrase.used > 1 else None
        if hit.word.role is Role.HUNDRED and self._lexicon.twenties:
            return None
        return Phrase(hit.start, hit.end, Decimal(hit.word.value), 1, collective=True, vague=True)

    def _opened(self, index: int) -> Phrase | None:
        """Read "half a million", "a hundred", "a dozen", "demi-douzaine"."""
        first = self._hits[index].word
        after = self._word(index + 1)
        step = 1
        factor = Decimal(1)
        if first.role is Role.HALF:
            factor = Decimal("0.5")
            if after is not None and after.role is Role.ARTICLE:
                step, after = 2, self._word(index + 2)
        if after is None:
            return None
        if after.role is Role.COLLECTIVE:
            return self._collective(index, step + 1, factor, bare=False)
        if after.role is Role.SCALE and factor != 1:
            end = self._hits[index + step].end
            return Phrase(self._hits[index].start, end, after.value * factor, step + 1)
        if after.role in (Role.SCALE, Role.HUNDRED) and not after.ordinal:
            return self._sum(index)
        return None

    def _collective(self, index: int, used: int, factor: Decimal, *, bare: bool) -> Phrase | None:
        last = self._hits[index + used - 1]
        start = self._hits[index].start
        vague = bare and last.word.plural
        return Phrase(start, last.end, factor * last.word.value, used, collective=True, vague=vague)

    def _sum(self, index: int, below: int = _UNLIMITED) -> Phrase | None:
        """Add up words as long as they fit; after a comma only scales ``below`` the one before."""
        so_far = NumberSum(self._lexicon.twenties)
        position = index
        end = start = self._hits[index].start
        if self._hits[index].word.role is Role.ARTICLE:
            so_far.push(Word(Role.UNIT, 1), None)
            position += 1
        while True:
            word = self._hits[index].word if position == index else self._word(position)
            if word is None:
                return self._after_comma(index, position, so_far, below) or self._closed(index, position, so_far, end)
            if word.role is Role.AND:
                if not self._and_fits(so_far, position):
                    break
                position += 1
                word = self._hits[position].word
            if position > index and self._is_time(word, position):
                break
            if word.role is Role.COLLECTIVE:
                factor = Decimal(so_far.value())
                return self._collective(index, position - index + 1, factor, bare=False)
            if not so_far.push(word, self._word(position + 1)):
                break
            end = self._hits[position].end
            position += 1
            if word.ordinal:
                return Phrase(start, end, Decimal(so_far.value()), position - index, ordinal=True)
        return self._closed(index, position, so_far, end) if position > index else None

    def _closed(self, index: int, position: int, so_far: NumberSum, end: int) -> Phrase:
        """Finish a whole number with its decimals or its half."""
        phrase = Phrase(self._hits[index].start, end, Decimal(so_far.value()), position - index)
        return self._half(self._decimals(phrase, index), index, so_far)

    def _after_comma(self, index: int, position: int, so_far: NumberSum, below: int) -> Phrase | None:
        """Go on after the comma of "one thousand, two hundred", which English may write."""
        if self._lexicon.twenties or so_far.last is not Role.SCALE or position >= len(self._hits):
            return None
        if so_far.limit >= below:
            return None
        if self._text[self._hits[position - 1].end : self._hits[position].start] != ", ":
            return None
        rest = self._sum(position, so_far.limit) if self._hits[position].word.role in _NUMBERS else None
        if rest is None or not 100 <= rest.value < so_far.limit:
            return None
        value = so_far.value() + rest.value
        used = position - index + rest.used
        return Phrase(self._hits[index].start, rest.end, value, used, ordinal=rest.ordinal)

    def _is_time(self, word: Word, position: int) -> bool:
        """Tell "thirty second delay" from "thirty-second"."""
        if self._lexicon.twenties or word.role is not Role.UNIT or not word.ordinal or word.value != 2:
            return False
        start = self._hits[position].start
        return self._text[start - 1] != "-" and not self._text.endswith("and ", 0, start)

    def _and_fits(self, so_far: NumberSum, position: int) -> bool:
        """Decide whether "et"/"and" joins: "vingt et un", "a hundred and two", "un million et trois cents"."""
        after = self._word(position + 1)
        if after is None or after.role not in _NUMBERS or so_far.last is None:
            return False
        closed = so_far.last is Role.SCALE
        if self._lexicon.twenties:
            if so_far.last is Role.TENS:
                return after.value in (1, 11)
            return closed and (so_far.limit >= 10**6 or after.value == 1)
        if after.role is Role.HUNDRED:
            return False
        return closed or so_far.last is Role.HUNDRED

    def _decimals(self, phrase: Phrase, index: int) -> Phrase:
        """Read what follows "virgule" or "point", figure by figure or as numbers."""
        position = index + phrase.used
        word = self._word(position)
        if word is None or word.role is not Role.POINT:
            return phrase
        position += 1
        figures = ""
        end = phrase.end
        while (word := self._word(position)) is not None:
            if word.role is Role.ZERO:
                figures += "0"
                end = self._hits[position].end
                position += 1
                continue
            if word.role not in _NUMBERS or word.ordinal:
                break
            part = self._sum_part(position)
            if part is None:
                break
            figures += str(int(part.value))
            end, position = part.end, position + part.used
        if not figures:
            return phrase
        value = Decimal(f"{int(phrase.value)}.{figures}")
        word = self._word(position)
        if word is not None and word.role is Role.SCALE and not word.ordinal:
            value *= word.value
            end = self._hits[position].end
            position += 1
        return Phrase(phrase.start, end, value, position - index)

    def _sum_part(self, index: int) -> Phrase | None:
        so_far = NumberSum(self._lexicon.twenties)
        position = index
        while (word := self._word(position)) is not None and word.role is not Role.SCALE and not word.ordinal:
            if word.role is Role.AND:
                if not self._and_fits(so_far, position):
                    break
                position += 1
                word = self._hits[position].word
            if not so_far.push(word, self._word(position + 1)):
                break
            position += 1
        if position == index:
            return None
        return Phrase(self._hits[index].start, self._hits[position - 1].end, Decimal(so_far.value()), position - index)

    def _half(self, phrase: Phrase, index: int, so_far: NumberSum) -> Phrase:
        """Read "et demi", "and a half (million)"."""
        position = index + phrase.used
        word = self._word(position)
        if word is None or word.role is not Role.AND:
            return phrase
        position += 1
        word = self._word(position)
        if word is not None and word.role is Role.ARTICLE:
            position += 1
            word = self._word(position)
        if word is None or word.role is not Role.HALF:
            return phrase
        step = so_far.limit if so_far.last is Role.SCALE else 1
        value = phrase.value + Decimal(step) / 2
        end = self._hits[position].end
        position += 1
        word = self._word(position)
        if step == 1 and word is not None and word.role is Role.SCALE and not word.ordinal:
            value *= word.value
            end = self._hits[position].end
            position += 1
        return Phrase(phrase.start, end, value, position - index)
