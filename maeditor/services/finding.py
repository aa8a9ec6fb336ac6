"""Finding words in a text as a person means them: case, accents, ligatures, spaces, Arabic forms do not matter.

What is typed becomes a pattern over the text as it is, with every way to write each letter. Folding the text instead
would need its whole length before the first hit, and a map from the folded places back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

MOST_TYPED = 200
"""Characters of what is typed that are looked for."""

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
"""Accents on their own, Arabic vowel signs, the tatweel, what nobody sees: passed over between letters."""

_MARK = re.compile(f"[{_MARKS}]")
_ALIKE: Mapping[str, str] = {
    "'": "’‘‛ʼ´`′＇",
    '"': "“”„‟″«»＂",
    "-": "‐‑‒–—―−﹘﹣－",
    "ا": "ٱ",
    "ي": "ىی",
    "ه": "ة",
    "ك": "ک",
    ".": "٫",
    ",": "٬،",
    "%": "٪",
    "µ": "μ",
    "/": "⁄∕",
    "l": "Ŀŀ",
    **{str(digit): chr(0x0660 + digit) + chr(0x06F0 + digit) for digit in range(10)},
}
_LIGATURES: Mapping[str, str] = {"oe": "œŒ", "ae": "æÆ", "ss": "ßẞ", "ij": "ĳĲ", "no": "№", "...": "…"}
_SPELT = {ord(written): plain for plain, those in _LIGATURES.items() for written in those}
_SPELT |= {ord(written): plain for plain, those in _ALIKE.items() for written in those}
_RANGES = (
    (0x00AA, 0x0250), (0x0386, 0x03CF), (0x0400, 0x0482), (0x0620, 0x064B), (0x0660, 0x06D4), (0x06F0, 0x06FA),
    (0x1D2C, 0x1D6B), (0x1E00, 0x1F00), (0x2070, 0x20A0), (0x2100, 0x2190), (0xFB00, 0xFB07), (0xFB50, 0xFE00),
    (0xFE70, 0xFEFD), (0xFF01, 0xFF5F),
)  # fmt: skip
"""Where characters stand that are forms of others."""


def folded(text: str) -> str:
    """A text in its plainest letters: no case, accents, ligatures or vowel signs; spaces as one."""
    return " ".join("".join(map(_plain, unicodedata.normalize("NFC", text))).split())


@cache
def _plain(character: str) -> str:
    """One character in its plainest letters; nothing for one that is passed over."""
    if character.isspace():
        return " "
    if _MARK.match(character):
        return ""
    code = ord(character)
    if code not in _SPELT and code > 0x7F and not any(first <= code < beyond for first, beyond in _RANGES):
        # Letters of other scripts: only their case is known to us.
        lower = character.casefold()
        return lower if len(lower) == 1 else character
    plain = unicodedata.normalize("NFKD", character.translate(_SPELT)).casefold().translate(_SPELT)
    plain = "".join(each for each in _MARK.sub("", plain) if not unicodedata.combining(each))
    return plain if plain.strip() else character


def pattern_of(typed: str) -> re.Pattern[str] | None:
    """A pattern that finds what is typed however it is written; None where nothing is typed."""
    wanted = folded(typed[:MOST_TYPED])
    return _compiled(wanted) if wanted else None


def spans(pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the pattern is found between two places of a text, in order."""
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        yield match.span()


@cache
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    """By plain letter, and by plain letters that one character stands for: the characters that are written for them."""
    single = {plain: set(those) for plain, those in _ALIKE.items()}
    several = {plain: set(those) for plain, those in _LIGATURES.items()}
    for first, beyond in _RANGES:
        for code in range(first, beyond):
            written = chr(code)
            plain = _plain(written).strip()
            if plain and plain != written and " " not in plain:
                (single if len(plain) == 1 else several).setdefault(plain, set()).add(written)
    return (
        {plain: "".join(sorted(those)) for plain, those in single.items()},
        {plain: "".join(sorted(those)) for plain, those in several.items() if len(plain) <= 4},
    )


@cache
def _compiled(wanted: str) -> re.Pattern[str]:
    single, several = _forms()
    longest = max(map(len, several))
    skipped = f"[{_MARKS}]*"

    def letter(character: str) -> str:
        if character == " ":
            return rf"\s[\s{_MARKS}]*"
        written = dict.fromkeys((character, character.upper(), character.lower(), *single.get(character, "")))
        those = "".join(re.escape(each) for each in written if len(each) == 1)
        return f"[{those}]"

    parts: list[str] = []
    at = 0
    while at < len(wanted):
        joined = [wanted[at : at + size] for size in range(longest, 1, -1) if wanted[at : at + size] in several]
        if joined:
            apart = skipped.join(letter(each) for each in joined[0])
            together = [f"[{several[joined[0]]}]"]
            # Shorter ligatures inside of the longest: of ``ffi`` also ``ff`` and ``i``.
            together += [
                f"[{several[each]}]{skipped}" + skipped.join(letter(one) for one in joined[0][len(each) :])
                for each in joined[1:]
            ]
            parts.append(f"(?:{apart}|{'|'.join(together)})")
            at += len(joined[0])
        else:
            parts.append(letter(wanted[at]))
            at += 1
    return re.compile(skipped.join(parts) + f"[{_MARKS}]*")
