"""One passage in the light, the rest of the article dimmed, as a review wants it.

The palette's text colour is what Qt paints with, so dimming the rest costs nothing however long the article is; the
paragraphs in the light are the one extra selection, in the full colour.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from maeditor.domain.anchors import Span
from maeditor.ui.reader.painted_text import colour_surface
from maeditor.ui.reader.surfaces import Surface


def light(surface: Surface, span: Span | None) -> None:
    """Dim all but the paragraphs that a span of the text touches; None lights everything again."""
    sheet = surface.sheet
    lit = None if span is None or sheet.shown is None else _lines(surface, span)
    changed = (lit is None) != (sheet.lit is None)
    sheet.lit = lit
    if changed:
        colour_surface(surface, sheet.theme)
    show_light(surface)


def show_light(surface: Surface) -> None:
    """Give the lit paragraphs their colour again: the text was set anew, or the theme changed."""
    sheet = surface.sheet
    if sheet.lit is None or sheet.shown is None:
        surface.setExtraSelections([])
        return
    positions = sheet.shown.positions
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(surface.document())
    cursor.setPosition(positions.to_units(sheet.shown.shown_start(sheet.lit[0])))
    cursor.setPosition(positions.to_units(sheet.shown.shown_end(sheet.lit[1])), QTextCursor.MoveMode.KeepAnchor)
    look = selection.format
    look.setForeground(sheet.theme.colour("text"))
    selection.cursor = cursor
    selection.format = look
    surface.setExtraSelections([selection])


def _lines(surface: Surface, span: Span) -> tuple[int, int] | None:
    """The shown lines that a span touches, as one stretch of the text."""
    shown = surface.sheet.shown
    if shown is None or not shown.starts:
        return None
    first = shown.line_span(shown.block_of(span.start))
    last = shown.line_span(shown.block_of(span.end - 1))
    return first[0], max(last[1], first[1])
