"""French words that make numbers, with the Swiss and Belgian tens."""

from __future__ import annotations

from maeditor.extraction.numbers.number_words import Lexicon, Role, Word, plain

_UNITS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
_TEENS = ["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]
_TENS = {
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
# "billion" and "trillion" both as press and translations use them; nothing in the world counts to a true trillion.
_SCALES = {
    "mille": 10**3,
    "milles": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "billion": 10**12,
    "billions": 10**12,
    "trillion": 10**12,
    "trillions": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}
_ORDINALS = {
    "unième": (Role.UNIT, 1),
    "deuxième": (Role.UNIT, 2),
    "troisième": (Role.UNIT, 3),
    "quatrième": (Role.UNIT, 4),
    "cinquième": (Role.UNIT, 5),
    "sixième": (Role.UNIT, 6),
    "septième": (Role.UNIT, 7),
    "huitième": (Role.UNIT, 8),
    "neuvième": (Role.UNIT, 9),
    "dixième": (Role.TEEN, 10),
    "onzième": (Role.TEEN, 11),
    "douzième": (Role.TEEN, 12),
    "treizième": (Role.TEEN, 13),
    "quatorzième": (Role.TEEN, 14),
    "quinzième": (Role.TEEN, 15),
    "seizième": (Role.TEEN, 16),
    "vingtième": (Role.TENS, 20),
    "trentième": (Role.TENS, 30),
    "quarantième": (Role.TENS, 40),
    "cinquantième": (Role.TENS, 50),
    "soixantième": (Role.TENS, 60),
    "septantième": (Role.TENS, 70),
    "huitantième": (Role.TENS, 80),
    "octantième": (Role.TENS, 80),
    "nonantième": (Role.TENS, 90),
    "centième": (Role.HUNDRED, 100),
    "millième": (Role.SCALE, 10**3),
    "millionième": (Role.SCALE, 10**6),
    "milliardième": (Role.SCALE, 10**9),
    "billionième": (Role.SCALE, 10**12),
    "trillionième": (Role.SCALE, 10**12),
}
_FIRSTS = {"premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "seconds": 2}
_COLLECTIVES = {
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}


def _build() -> Lexicon:
    words: dict[str, Word] = {}

    def put(surface: str, word: Word) -> None:
        words[surface] = word
        words.setdefault(plain(surface), word)

    for value, surface in enumerate(_UNITS):
        put(surface, Word(Role.UNIT if value else Role.ZERO, value))
    put("une", Word(Role.UNIT, 1))
    put("zéros", Word(Role.ZERO, 0))
    for value, surface in enumerate(_TEENS, 10):
        put(surface, Word(Role.TEEN, value))
    for surface, value in _TENS.items():
        put(surface, Word(Role.TENS, value))
    put("cent", Word(Role.HUNDRED, 100))
    put("cents", Word(Role.HUNDRED, 100, plural=True))
    for surface, value in _SCALES.items():
        put(surface, Word(Role.SCALE, value, plural=surface.endswith("ions") or surface == "milliards"))
    put("mil", Word(Role.SCALE, 10**3, plural=True))
    for surface, (role, value) in _ORDINALS.items():
        put(surface, Word(role, value, ordinal=True))
        put(surface + "s", Word(role, value, ordinal=True))
    # Spellings people use all the same.
    put("dizième", Word(Role.TEEN, 10, ordinal=True))
    put("vingtsième", Word(Role.TENS, 20, ordinal=True))
    put("centsième", Word(Role.HUNDRED, 100, ordinal=True))
    for surface, value in _FIRSTS.items():
        put(surface, Word(Role.FIRST, value, ordinal=True))
    for surface, value in _COLLECTIVES.items():
        put(surface, Word(Role.COLLECTIVE, value))
        put(surface + "s", Word(Role.COLLECTIVE, value, plural=True))
    put("virgule", Word(Role.POINT, 0))
    put("point", Word(Role.POINT, 0))
    put("et", Word(Role.AND, 0))
    put("demi", Word(Role.HALF, 0))
    put("demie", Word(Role.HALF, 0))
    return Lexicon("fr", words, twenties=True)


FRENCH = _build()
