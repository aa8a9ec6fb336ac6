"""The typefaces of the window and of reading, from their font packages; weights by the variable axis.

Qt registers only Regular and Italic of a variable font, and ``setWeight`` then changes nothing; the ``wght`` axis does.
Each is registered under a name of our own, for a system font of the same name would shadow it.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from maeditor.ui.font_names import renamed

INTERFACE = "Inter"
READING = "Source Serif 4"
ARABIC_INTERFACE = "IBM Plex Sans Arabic"
ARABIC_READING = "Amiri"
_AXIS = "wght"
_STATIC_WEIGHTS = (400, 700)
_PLEX_WEIGHTS = (400, 500, 600, 700)
"""The static files of the Arabic interface face: each is a family of its own, for the axis of Inter says nothing to it
and a heavier weight of the font would embolden Inter twice."""


@cache
def register(name: str, weight: int = 0) -> str:
    """Load a family from its package once, or the file of one weight alone; the name Qt knows it by."""
    own = f"maeditor {name} {weight}" if weight else f"maeditor {name}"
    found: list[str] = []
    for path in _files(name, (weight,) if weight else _STATIC_WEIGHTS):
        number = QFontDatabase.addApplicationFontFromData(QByteArray(renamed(path.read_bytes(), own)))
        found += QFontDatabase.applicationFontFamilies(number)
    return found[0] if found else QFont().defaultFamily()


def _files(name: str, weights: tuple[int, ...]) -> list[Path]:
    """The files of a family: as its package lists them, without asking every package installed for its fonts."""
    package = find_spec(f"fontpkg_{name.lower().replace(' ', '_')}")
    for folder in (package.submodule_search_locations or ()) if package is not None else ():
        listed = Path(folder, "metadata.json")
        if listed.is_file():
            files = json.loads(listed.read_text("utf-8"))["files"]
            wanted = (each for each in files if each["variable"] or each["weight"] in weights)
            return [Path(folder, each["path"]) for each in wanted]
    import fontpkg  # a package that is named or made in another way: the library knows, and takes 20 ms to load

    return [each.path for each in fontpkg.family(name).files if each.variable or each.weight in weights]


def interface_font(pixels: int, weight: int, *, tabular: bool = False) -> QFont:
    """Inter, with Arabic words in IBM Plex Sans Arabic.

    ``tabular`` figures stand in columns; elsewhere they would tear words apart, for Inter widens its hyphen with them.
    """
    return QFont(_interface_font(pixels, weight, tabular))


@lru_cache(maxsize=256)
def _interface_font(pixels: int, weight: int, tabular: bool) -> QFont:
    font = QFont()
    arabic = min(_PLEX_WEIGHTS, key=lambda each: abs(each - weight))
    font.setFamilies([register(INTERFACE), register(ARABIC_INTERFACE, arabic)])
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
