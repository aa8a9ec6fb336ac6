"""Draws the glyphs of qtawesome's icon fonts from its files.

Importing qtawesome itself would load a second layer over Qt and all of its dozen fonts: half of the time to the first
page. Its files are found without running it; a font is read when its first icon is asked for.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

LIBRARY = "qtawesome"
FILES = {
    "ph": ("phosphor-[0-9]*.ttf", "phosphor-charmap-*.json"),
    "mdi6": ("materialdesignicons6-webfont-[0-9]*.ttf", "materialdesignicons6-webfont-charmap-*.json"),
}
"""Prefix of a glyph's name: its font and the list of its glyphs, whatever their version."""


class GlyphEngine(QIconEngine):
    """One glyph in one colour, and in another where its widget is disabled."""

    def __init__(self, glyph: str, colour: str, disabled: QColor, share: float) -> None:
        super().__init__()
        prefix, _dot, name = glyph.partition(".")
        self._family = family(prefix)
        self._letter = letter(prefix, name)
        self._colour, self._disabled, self._share = QColor(colour), QColor(disabled), share

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it in the middle of its place, ``share`` of it high."""
        font = QFont()
        font.setFamily(self._family)
        font.setPixelSize(max(1, round(rect.height() * self._share)))
        painter.save()
        painter.setPen(self._disabled if mode is QIcon.Mode.Disabled else self._colour)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A picture of it on nothing."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture


@cache
def family(prefix: str) -> str:
    """Load an icon font once; the name Qt knows it by."""
    number = QFontDatabase.addApplicationFontFromData(QByteArray(_file(FILES[prefix][0]).read_bytes()))
    return QFontDatabase.applicationFontFamilies(number)[0]


def letter(prefix: str, name: str) -> str:
    """The letter that a glyph of a font stands at. Raises KeyError where there is none of this name."""
    # Thousands of glyphs, of which a few are wanted: looked for in the text, they need not all be read.
    found = re.search(rf'"{re.escape(name)}"\s*:\s*"(?:0x)?([0-9a-fA-F]+)"', _listed(prefix))
    if found is None:
        raise KeyError(f"{prefix}.{name}")
    return chr(int(found.group(1), 16))


@cache
def _listed(prefix: str) -> str:
    return _file(FILES[prefix][1]).read_text("utf-8")


def _file(pattern: str) -> Path:
    """A file of the library. Raises FileNotFoundError where it is not installed whole."""
    found = find_spec(LIBRARY)
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        for path in sorted(Path(folder, "fonts").glob(pattern)):
            return path
    message = f"{LIBRARY}: {pattern}"
    raise FileNotFoundError(message)
