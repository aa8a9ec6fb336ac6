"""How the reader's text is set: fonts, line heights, gaps; all scaled by the theme and the person's text size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextOption

from maeditor.ui.reader.shown_text import LineKind
from maeditor.ui.theme import Theme

PAD = 6
"""Pixels left free beside the text for washes that reach over its ends."""

ROW_LINE, TAB = 28, 125
"""A table's row, and how far apart its cells stand where tabs part them."""
_BASELINE = 0.8
"""Where Qt puts the baseline in a line of fixed height; our own layout follows it."""


@dataclass(frozen=True, slots=True)
class Typography:
    """Measures in pixels. ``scale`` is what one pixel of the sketch has become."""

    body: QFont
    title: QFont
    heading: QFont
    row: QFont
    body_line: float
    title_line: float
    heading_line: float
    scale: float
    right_to_left: bool

    @classmethod
    def of(cls, theme: Theme, language: str, *, right_to_left: bool, zoom: int = 100) -> Typography:
        """Set a text in a language at a text size in per cent."""
        tongue = language.split("-", maxsplit=1)[0].lower() or ("ar" if right_to_left else "")
        larger = zoom / 100
        scale = theme.scale * larger
        size, line, title, title_line = (20, 38, 27, 46) if right_to_left else (18, 31, 27, 35)
        strong = [theme.reading_font(px * larger, 600, tongue) for px in (title, size + 1)]
        if tongue == "ar" and _register_arabic_bold():
            # Amiri has no axis of weights but a bold of its own.
            for font in strong:
                font.setWeight(QFont.Weight.Bold)
        return cls(
            theme.reading_font(size * larger, 400, tongue),
            strong[0],
            strong[1],
            theme.ui_font((16 if right_to_left else 15) * larger, tabular=True),
            round(line * scale),
            round(title_line * scale),
            round((line - 3) * scale),
            scale,
            right_to_left,
        )

    @property
    def top(self) -> float:
        """Room above the first line, where the meta line is painted."""
        return round(46 * self.scale)

    @property
    def bottom(self) -> float:
        """Room under the last line, so that it can be read away from the window's edge."""
        return round(96 * self.scale)

    @property
    def first_lane(self) -> float:
        """How far under the baseline the middle of the first underline lies; Arabic letters reach deeper."""
        return (10.5 if self.right_to_left else 7.5) * self.scale

    @property
    def lane_step(self) -> float:
        """From one underline to the next."""
        return 4 * self.scale

    @property
    def indent(self) -> float:
        """How far list items hang in."""
        return round(15 * self.scale)

    def font(self, kind: LineKind) -> QFont:
        """The font of a kind of line."""
        return {LineKind.TITLE: self.title, LineKind.HEADING: self.heading, LineKind.ROW: self.row}.get(kind, self.body)

    def line(self, kind: LineKind) -> float:
        """The height of a kind of line."""
        if kind is LineKind.ROW:
            return round(ROW_LINE * self.scale)
        return {LineKind.TITLE: self.title_line, LineKind.HEADING: self.heading_line}.get(kind, self.body_line)

    def baseline(self, kind: LineKind) -> float:
        """How far under a line's top its baseline lies."""
        return self.line(kind) * _BASELINE

    def gap(self, before: LineKind | None, kind: LineKind) -> float:
        """Room between a line of one kind and the line of another before it."""
        if before is None:
            return 0.0
        if before is kind is LineKind.ROW:
            gap = 0
        elif kind is LineKind.TIGHT or before is kind is LineKind.NOISE:
            gap = 1
        elif kind is LineKind.HEADING:
            gap = 24
        elif before is LineKind.HEADING:
            gap = 5
        elif before is LineKind.TITLE:
            gap = 18
        else:
            gap = 4 if before is kind is LineKind.ITEM else 12
        return round(gap * self.scale)

    def indent_of(self, kind: LineKind) -> float:
        """How far a kind of line hangs in on the side where reading begins."""
        return self.indent if kind is LineKind.ITEM else 0.0

    def text_option(self) -> QTextOption:
        """Direction and wrapping, the same for every line of the article."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        right_to_left = Qt.LayoutDirection.RightToLeft
        option.setTextDirection(right_to_left if self.right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(TAB * self.scale)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option


@cache
def _register_arabic_bold() -> bool:
    """Load Amiri's bold face once."""
    import fontpkg

    return QFontDatabase.addApplicationFont(str(fontpkg.path("Amiri", weight=700))) >= 0
