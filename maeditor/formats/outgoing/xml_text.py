"""Text on its way into XML or HTML: escaped, and without what no document may hold."""

from __future__ import annotations

import re
import unicodedata

from maeditor.formats.workbook.cell_text import REPLACEMENT

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def isolated(text: str) -> str:
    """Keep what is written from right to left from turning the line around it (U+2068/2069)."""
    turned = any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
    return f"\u2068{text}\u2069" if turned else text


class XmlText:
    """Escapes texts and counts the characters that it had to replace."""

    def __init__(self) -> None:
        self.replaced = 0

    def fit(self, text: str) -> str:
        """Replace one for one what XML cannot hold, so that positions stay."""
        if _UNFIT.search(text) is None:
            return text
        text, count = _UNFIT.subn(REPLACEMENT, text)
        self.replaced += count
        return text

    def __call__(self, text: str) -> str:
        """A text between tags or in a double-quoted attribute, where line ends would become spaces."""
        text = self.fit(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;")
