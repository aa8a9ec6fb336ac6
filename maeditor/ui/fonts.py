"""The typefaces of the window and of reading, from their font packages; weights by the variable axis.

Qt registers only Regular and Italic of a variable font, and ``setWeight`` then changes nothing; the ``wght`` axis does.
Each is registered under a name of our own, for a system font of the same name would shadow it.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from maeditor.ui.font_names import renamed

INTERFACE = "Inter"
READING = "Source Serif 4"
ARABIC_INTERFACE = "IBM Plex Sans Arabic"
ARABIC_READING = "Amiri"
_AXIS = "wght"
_STATIC_WEIGHTS = (400, 700)


@cache
def register(name: str) -> str:
    """Load a family from its package once; the name Qt knows it by."""
    import fontpkg

    own = f"maeditor {name}"
    found: list[str] = []
    for file in fontpkg.family(name).files:
        if file.variable or file.weight in _STATIC_WEIGHTS:
            number = QFontDatabase.addApplicationFontFromData(QByteArray(renamed(file.path.read_bytes(), own)))
            found += QFontDatabase.applicationFontFamilies(number)
    return found[0] if found else QFont().defaultFamily()


def interface_font(pixels: int, weight: int, *, tabular: bool = False) -> QFont:
    """Inter, with Arabic words in IBM Plex Sans Arabic.

    ``tabular`` figures stand in columns; elsewhere they would tear words apart, for Inter widens its hyphen with them.
    """
    font = QFont()
    font.setFamilies([register(INTERFACE), register(ARABIC_INTERFACE)])
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return _sized(font, pixels, weight)


def reading_font(pixels: int, weight: int, language: str) -> QFont:
    """Source Serif 4, or Amiri for Arabic; each stands in for what the other lacks."""
    font = QFont()
    families = [READING, ARABIC_READING]
    if language.startswith("ar"):
        families.reverse()
    font.setFamilies([register(family) for family in families])
    if language.startswith("ar") and weight >= QFont.Weight.DemiBold:
        # Amiri has no axis but a bold file; the axis with a heavier weight would embolden twice.
        font.setWeight(QFont.Weight.Bold)
        return _sized(font, pixels, QFont.Weight.Normal)
    return _sized(font, pixels, weight)


def _sized(font: QFont, pixels: int, weight: int) -> QFont:
    font.setPixelSize(max(pixels, 1))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if weight != QFont.Weight.Normal:
        font.setVariableAxis(QFont.Tag(_AXIS), weight)
    return font
