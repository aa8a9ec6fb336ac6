"""English words that make numbers, with lakh and crore."""

from __future__ import annotations

from maeditor.extraction.numbers.number_words import Lexicon, Role, Word

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_UNIT_ORDINALS = ["zeroth", "oneth", "secondth", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEEN_ORDINALS = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS_ORDINALS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]


def _build() -> Lexicon:
    words: dict[str, Word] = {}
    for value, surface in enumerate(_UNITS):
        words[surface] = Word(Role.UNIT if value else Role.ZERO, value)
    for value, surface in enumerate(_UNIT_ORDINALS):
        words[surface] = words[surface + "s"] = Word(Role.UNIT, value, ordinal=True)
    for value, surface in enumerate(_TEENS, 10):
        words[surface] = Word(Role.TEEN, value)
    for value, surface in enumerate(_TEEN_ORDINALS, 10):
        words[surface] = words[surface + "s"] = Word(Role.TEEN, value, ordinal=True)
    for index, (surface, ordinal) in enumerate(zip(_TENS, _TENS_ORDINALS, strict=True), 2):
        words[surface] = Word(Role.TENS, index * 10)
        words[ordinal] = words[ordinal + "s"] = Word(Role.TENS, index * 10, ordinal=True)
    words["fourty"] = words["forty"]
    words["first"] = Word(Role.UNIT, 1, ordinal=True)
    words["second"] = Word(Role.UNIT, 2, ordinal=True)
    words["nought"] = words["naught"] = words["zero"]
    words["hundred"] = Word(Role.HUNDRED, 100)
    words["hundreds"] = Word(Role.HUNDRED, 100, plural=True)
    words["hundredth"] = words["hundredths"] = Word(Role.HUNDRED, 100, ordinal=True)
    for surface, value in _SCALES.items():
        words[surface] = Word(Role.SCALE, value)
        words[surface + "s"] = Word(Role.SCALE, value, plural=True)
        words[surface + "th"] = words[surface + "ths"] = Word(Role.SCALE, value, ordinal=True)
    words["dozen"] = Word(Role.COLLECTIVE, 12)
    words["dozens"] = Word(Role.COLLECTIVE, 12, plural=True)
    words["point"] = Word(Role.POINT, 0)
    words["and"] = Word(Role.AND, 0)
    words["half"] = Word(Role.HALF, 0)
    words["a"] = words["an"] = Word(Role.ARTICLE, 1)
    return Lexicon("en", words, twenties=False)


ENGLISH = _build()
