"""Reads magnitudes: "2,5 milliards", "500 MDH", "2,5 Md€", "$51m"."""

from __future__ import annotations

import re

from maeditor.extraction.quantities.money import currency_after
from maeditor.extraction.quantities.unit_words import unit_at

#: Magnitudes written as letters; those in capitals only before or after a currency are marked by ``_CLOSE``.
_LETTERS = {
    "Mds": 10**9,
    "Md": 10**9,
    "MDS": 10**9,
    "mds": 10**9,
    "Mrds": 10**9,
    "Mrd": 10**9,
    "mrds": 10**9,
    "mrd": 10**9,
    "md": 10**9,
    "Mia": 10**9,
    "mia": 10**9,
    "Mio": 10**6,
    "mio": 10**6,
    "MM": 10**9,
    "bn": 10**9,
    "Bn": 10**9,
    "BN": 10**9,
    "bln": 10**9,
    "tln": 10**12,
    "B": 10**9,
    "b": 10**9,
    "G": 10**9,
    "M": 10**6,
    "Mn": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "k": 10**3,
    "K": 10**3,
    "tn": 10**12,
    "trn": 10**12,
    "T": 10**12,
}
_CLOSE = frozenset({"m", "mn", "Mn", "T", "G", "MM", "Mia", "mia", "Mio", "mio", "mln"})
_LETTER = re.compile(
    r" ?(Mrds?|mrds?|Mds|MDS|mds|Md(?![hH])|md(?![hH])|[Mm]i[ao]|MM|Mn|mn|mln|bln|tln|BN|bn|Bn|trn|tn|[MmKkBbGT])"
)
_WORDS = {
    "mille": 10**3,
    "milliers": 10**3,
    "thousand": 10**3,
    "thousands": 10**3,
    "hundred": 10**2,
    "dozen": 12,
    "dozens": 12,
    "douzaine": 12,
    "douzaines": 12,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    **dict.fromkeys(["الف", "الفا", "الاف"], 10**3),
    **dict.fromkeys(["مليون", "مليونا", "ملايين"], 10**6),
    **dict.fromkeys(["مليار", "مليارا", "مليارات", "ملايير", "بليون"], 10**9),
    **dict.fromkeys(["تريليون", "تريليونا", "تريليونات", "ترليون"], 10**12),
}
_MILE = re.compile(r" (?:marin|carré|nautique)")
_MAGNITUDE = re.compile(r"[ -]?([^\W\d_]{3,9})(?!\w)")


def magnitude_word(lower: str, end: int, language: str) -> tuple[int, int] | None:
    """Give the magnitude word that follows a number, and where it ends."""
    match = _MAGNITUDE.match(lower, end)
    if match is None:
        return None
    word = match[1]
    if word == "mille" and _MILE.match(lower, match.end()):
        return None
    factor = _WORDS.get(word)
    if word in ("billion", "billions"):
        factor = 10**9 if language == "en" else 10**12
    return (factor, match.end()) if factor is not None else None


_COUNTED = re.compile(r" ?(Mrds?|Mds|Md|bn|[MmKk]) (?=\S)")
#: Glued to their unit only where that makes no other unit: "9,4 Mha", "12,3 MEVP", "45 Mm3".
_GLUED = re.compile(
    r" ?(?:M(?=(?:m2|m3|m²|m³)(?!\w))|[Mk](?=(?:ha|EVP|TEUs?|h[lL]|qx|Qx)(?!\w))|k(?=(?:tep|toe)(?!\w)))"
)
_MEASURES = frozenset(
    {"t", "m2", "m3", "km2", "[sft_i]", "ha", "L", "{TEU}", "km", "kg", "[acr_us]", "[bbl_us]", "dt", "hL"}
)


def magnitude_of_unit(folded: str, lower: str, end: int) -> tuple[int, str, int] | None:
    """Give magnitude, unit and end of "1.5m sq ft", "300k tonnes", "12 M m³", "9,4 Mha"."""
    glued = _GLUED.match(folded, end)
    if glued is not None and (measured := unit_at(folded, lower, glued.end())) is not None:
        return _LETTERS[glued[0][-1]], measured[0], measured[1]
    match = _COUNTED.match(folded, end)
    if match is None:
        return None
    unit = unit_at(folded, lower, match.end() - 1)
    if unit is None or unit[0].split("/")[0] not in _MEASURES or unit[1] - match.end() < 2:
        return None
    return _LETTERS[match[1]], unit[0], unit[1]


def magnitude_letters(folded: str, lower: str, end: int, *, money: bool) -> tuple[int, int, str | None] | None:
    """Give the magnitude letters that follow a number, where all ends, and the currency they lean on.

    "500 MDH" is 1e6 and MAD, "2,5 Md€" is 1e9 and EUR, "$51m" (``money``) is 1e6.
    """
    match = _LETTER.match(folded, end)
    if match is None:
        return None
    letters = match[1]
    factor = _LETTERS[letters]
    after = currency_after(folded, lower, match.end(), joined=True)
    if after is None and letters == "MM":
        # "12 MMAD" are millions of MAD, "12 MMDH" milliards of DH.
        after, factor = currency_after(folded, lower, match.end() - 1, joined=False), 10**6
    if after is not None and not (money and folded[after[1] - 1] in "$€£"):
        code, stop = after
        if letters == "MM" and code != "MAD":
            factor = 10**6
        return factor, stop, code
    nothing = match.end() >= len(folded) or not (folded[match.end()].isalnum() or folded[match.end()] in "'_²³/")
    if not nothing or (letters in _CLOSE and not money):
        return None
    if not money and letters in "Bb" and match[0][0] == " ":
        return None
    return factor, match.end(), None
