"""Where the popover stands: beside the chosen words, never on them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 10
"""Between the words and the card's shadow."""


def popover_place(words: QRect, size: QSize, room: QRect, gap: int = GAP, width: int = 0) -> QPoint:
    """Under the words at their column's left edge; above them where there is no room; else to the right of them.

    All in the coordinates of the parent, which is ``width`` wide; ``words`` spans the column, ``room`` is what may be
    covered. Only where the window is too narrow for that do words go under the card.
    """
    x = min(max(words.left(), room.left()), max(room.left(), room.right() + 1 - size.width()))
    under = words.bottom() + 1 + gap
    above = words.top() - gap - size.height()
    if under + size.height() <= room.bottom() + 1:
        return QPoint(x, under)
    if above >= room.top():
        return QPoint(x, above)
    aside = words.right() + 1 + gap
    if width and aside + size.width() <= width:
        return QPoint(aside, max(min(words.top(), room.bottom() + 1 - size.height()), room.top()))
    below_is_larger = room.bottom() - words.bottom() >= words.top() - room.top()
    lowest = room.bottom() + 1 - size.height()
    return QPoint(x, max(lowest, room.top()) if below_is_larger else room.top())
