"""The typefaces of the window and of reading, from their font packages; weights by the variable axis.

Qt registers only Regular and Italic of a variable font, and ``setWeight`` then changes nothing; the ``wght`` axis does.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

INTERFACE = "Inter"
READING = "Source Serif 4"
ARABIC_INTERFACE = "IBM Plex Sans Arabic"
ARABIC_READING = "Amiri"
_AXIS = "wght"


@cache
def register(name: str) -> str:
    """Load a family from its package once; the name Qt knows it by."""
    import fontpkg

    number = QFontDatabase.addApplicationFont(str(fontpkg.path(name)))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFont().defaultFamily()


def interface_font(pixels: int, weight: int) -> QFont:
    """Inter with tabular figures, Arabic words in IBM Plex Sans Arabic."""
    font = QFont()
    font.setFamilies([register(INTERFACE), register(ARABIC_INTERFACE)])
    font.setFeature(QFont.Tag("tnum"), 1)
    return _sized(font, pixels, weight)


def reading_font(pixels: int, weight: int, language: str) -> QFont:
    """Source Serif 4, or Amiri for Arabic; each stands in for what the other lacks."""
    font = QFont()
    families = [READING, ARABIC_READING]
    if language.startswith("ar"):
        families.reverse()
    font.setFamilies([register(family) for family in families])
    return _sized(font, pixels, weight)


def _sized(font: QFont, pixels: int, weight: int) -> QFont:
    font.setPixelSize(max(pixels, 1))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if weight != QFont.Weight.Normal:
        font.setVariableAxis(QFont.Tag(_AXIS), weight)
    return font
