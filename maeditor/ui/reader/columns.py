"""Where the column of text and the gutter stand in the pane."""

from __future__ import annotations

from maeditor.ui.reader.gutter import GUTTER_WIDTH, OVERHANG, RING, Gutter
from maeditor.ui.reader.heights import LANE
from maeditor.ui.reader.surfaces import Surface
from maeditor.ui.reader.typography import PAD, Typography
from maeditor.ui.theme import Theme

MEASURES = {"narrow": 510, "medium": 600, "wide": 720}
"""Column widths in pixels at 100 %: some 56, 66 and 80 characters."""

_GAP, _MARGIN, _CHIPS = 16, 24, 54
"""Between text and chips; at least beside both; two chips, by which the whole is centred."""


def place_columns(
    surface: Surface, gutter: Gutter, theme: Theme, measure: int, typography: Typography, top: int
) -> None:
    """Centre the text with its chips; the scroll bar stays at the pane's edge. The gutter is left of Arabic text."""
    bar = surface.verticalScrollBar()
    room = surface.width() - bar.sizeHint().width()
    gap, margin, chips = theme.px(_GAP), theme.px(_MARGIN), theme.px(_CHIPS)
    lane = theme.px(LANE)
    width = round(max(min(measure * typography.scale, room - lane - gap - chips - 2 * margin), 120))
    left = max((room - lane - width - gap - chips) // 2, margin)
    if typography.right_to_left:
        text_left = left + chips + gap
        gutter_left = text_left - gap - theme.px(GUTTER_WIDTH) + theme.px(OVERHANG)
    else:
        text_left = left
        gutter_left = left + width + gap - theme.px(RING)
    # Lines stay as long as they are, whether or not there is anything to scroll.
    beside = room if bar.maximum() > bar.minimum() else surface.width()
    surface.setViewportMargins(text_left - PAD, 0, max(beside - text_left - width - PAD, 0), 0)
    gutter.setGeometry(gutter_left, top, theme.px(GUTTER_WIDTH), surface.height())
    gutter.look_again()
