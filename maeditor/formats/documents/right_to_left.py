"""Puts lines that run from the right in the order they were written: PDFium turns round more than it should."""

from __future__ import annotations

import re
import unicodedata

LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that run from the right."""
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_PRESENTED = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
_STRAY_MARK = re.compile(r"(?<![^\s(\[«])([،؛,.%٪])(\d[\d.,٫٬/]*)(?=[\s)\]»]|\Z)")
_STRAY_DASH = re.compile(r"(?<!\S)([-\u2013])(\d{2,4}) (\d{2,4})(?!\S)")
_CUT_DASH = re.compile(r"(?<!\S)([-\u2013])(\d{2,4})\Z")
_OPENING = re.compile(r"(?:(?<=\s)|\A)[)\]}»](?=[^\s.,،؛:])")
_CLOSING = re.compile(r"(?<=\S)[(\[{«](?=[\s.,،؛:]|\Z)")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")


def runs_from_right(text: str) -> bool:
    """Tell whether a line is in a script that runs from the right: such letters weigh double, for figures and names."""
    letters = len(LETTERS.findall(text))
    return letters > 0 and 2 * letters > len(LATIN.findall(text))


def letters_again(text: str) -> str:
    """Make letters of the joined forms that some fonts are told by: ``ﬁ`` is ``fi``."""
    return _PRESENTED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def as_written(text: str) -> str:
    """Bring marks back behind their numbers, dashes between them, and turn brackets the way they were typed."""
    text = _STRAY_MARK.sub(r"\2\1", text)
    text = _STRAY_DASH.sub(r"\2\1\3", text)
    text = _CUT_DASH.sub(r"\2\1", text)
    for wrong in (_OPENING, _CLOSING):
        text = wrong.sub(lambda found: found[0].translate(_MIRRORED), text)
    return text
