"""Arabic letters in one spelling: hamza seats, final yeh, Persian forms; what marks and printed forms stand for."""

from __future__ import annotations

import re
import unicodedata

#: One letter for those that the press writes one for another; a character for a character, so that spans stay true.
LETTERS: dict[int, str] = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىی"), "ي"),
    ord("ک"): "ك",
    ord("ۀ"): "ة",
}
LETTER = "\u0621-\u064a"
"""Arabic letters, for a class of a pattern."""
PROCLITICS = r"(?:[وف]?(?:لل|[بكل]?ال|[بكل])?)"
"""What Arabic writes in one with the word after it: and, by, for, like, the."""
_LETTER = re.compile(f"[{LETTER}]")
#: Vowel signs, tatweel, and letters in their printed forms, where lam-alef is one character.
WRITTEN = re.compile(r"[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]+|[\ufb50-\ufdff\ufe70-\ufefc]")


def is_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters."""
    return not text.isascii() and _LETTER.search(text) is not None


def in_arabic_script(text: str) -> bool:
    """Tell whether a text has Arabic letters, digits or signs."""
    return any("\u0600" <= character <= "\u06ff" for character in text)


def one_spelling(text: str) -> str:
    """Write a text with one letter for all forms of it; its length stays."""
    return text if text.isascii() else text.translate(LETTERS)


def as_typed(written: str) -> str:
    """Give what printed forms and marks stand for: letters for ligatures, nothing for vowel signs and tatweel."""
    return WRITTEN.sub("", unicodedata.normalize("NFKC", written)) if written >= "\ufb50" else ""
