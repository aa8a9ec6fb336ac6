"""Text on its way into a cell: no character a sheet cannot hold, no piece too long, nothing that calculates."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from maeditor.domain.errors import LinkError
from maeditor.domain.links import SCHEME, read_link

CELL_LIMIT = 32_767
"""What a cell holds, in UTF-16 units."""

PIECE = 32_000
"""UTF-16 units of a text put into one cell where it needs several; the difference is room for the mark."""

LINK_LIMIT = 255
"""The longest address that ``HYPERLINK`` follows."""

REPLACEMENT = "\ufffd"

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_FORMULA_STARTS = frozenset("=+-@\t\r")
_DIRECTED = frozenset({"L", "R", "AL"})
_SCHEMES = frozenset({"http", "https"})


def fit(text: str) -> tuple[str, int]:
    """Replace what no cell can hold by U+FFFD, and count it; carriage returns become line ends."""
    if _UNFIT.search(text) is None:
        return text, 0
    return _UNFIT.subn(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def starts_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would read the text as a formula if somebody typed it."""
    return text[:1] in _FORMULA_STARTS and text != ""


def is_too_long(text: str) -> bool:
    """Tell whether one cell cannot hold the text."""
    return len(text) * 2 > CELL_LIMIT and len(text) + len(_ASTRAL.findall(text)) > CELL_LIMIT


def pieces(text: str) -> list[str]:
    """Cut a text into pieces that a cell holds, between code points; joined they are the text."""
    size = PIECE // 2 if _ASTRAL.search(text) else PIECE
    return [text[at : at + size] for at in range(0, len(text), size)]


def reads_from_the_right(text: str) -> bool:
    """Tell whether a text is Arabic or Hebrew by the first letter that has a direction, as Unicode does."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _DIRECTED:
            return direction != "L"
    return False


def xml_text(text: str) -> str:
    """Escape a fit text for a ``<t>`` element, ``_x0041_`` included, which Excel would read as a letter."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def can_link(address: str) -> bool:
    """Tell whether a cell may open an address: http and https with a host and no user, or our own scheme."""
    if not address or len(address) > LINK_LIMIT or _UNFIT.search(address) or any(c.isspace() for c in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == SCHEME:
        return _leads_somewhere(address)
    return parts.scheme in _SCHEMES and bool(parts.hostname) and "@" not in parts.netloc


def _leads_somewhere(address: str) -> bool:
    try:
        read_link(address)
    except LinkError:
        return False
    return True
