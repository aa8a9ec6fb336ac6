"""Outlines that stay sharp: a stroke lies on pixels, not between them."""

from __future__ import annotations

from PySide6.QtCore import QRectF


def inside(box: QRectF, width: float = 1) -> QRectF:
    """Where to draw an outline of a width so that it fills whole pixels just inside a box."""
    inset = width / 2
    left, top = round(box.left()), round(box.top())
    return QRectF(left + inset, top + inset, round(box.width()) - width, round(box.height()) - width)
