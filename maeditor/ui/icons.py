"""Our icon names and the glyphs they stand for: Phosphor's outlines, Material's where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette, QPixmap

from maeditor.ui.icon_font import GlyphEngine

GLYPHS: Mapping[str, str] = MappingProxyType(
    {
        "capacity": "ph.lightning",
        "count": "ph.hash",
        "rank": "ph.trophy",
        "place": "ph.map-pin",
        "actor": "ph.buildings",
        "attribute": "ph.tag",
        "area": "ph.bounding-box",
        "volume": "ph.cube",
        "data": "ph.hard-drives",
        "data_rate": "ph.arrows-down-up",
        "compute": "ph.cpu",
        "read": "ph.book-open",
        "review": "ph.checks",
        "charts": "mdi6.chart-scatter-plot",
        "sheets": "ph.table",
        "search": "ph.magnifying-glass",
        "import": "ph.file-arrow-down",
        "paste": "ph.clipboard-text",
        "open_project": "ph.folder-open",
        "new_project": "ph.file-plus",
        "sample": "ph.book",
        "accept": "ph.check",
        "reject": "ph.x",
        "edit": "ph.pencil-simple",
        "link": "ph.link",
        "proposed": "ph.circle-dashed",
        "accepted": "ph.check-circle",
        "corrected": "ph.pencil-simple",
        "rejected": "ph.x-circle",
        "deferred": "ph.clock",
        "conflict": "ph.warning",
        "set_aside": "ph.archive",
        "sidebar": "mdi6.dock-left",
        "undo": "ph.arrow-u-up-left",
        "redo": "ph.arrow-u-up-right",
        "filter": "ph.funnel",
        "add": "ph.plus",
        "split": "ph.git-branch",
        "back": "ph.caret-left",
        "forward": "ph.caret-right",
        "down": "ph.caret-down",
        "up": "ph.caret-up",
        "chevron-right": "ph.caret-right",
        "warning": "ph.warning",
        "hint": "ph.info",
        "without_passage": "ph.link-break",
        "close": "ph.x",
        "check": "ph.check",
        "more": "ph.dots-three",
        "external": "ph.arrow-up-right",
        "saved": "ph.check-circle",
        "read_only": "ph.lock-simple",
        "excel": "mdi6.file-excel-outline",
        "table": "ph.table",
        "text_size": "ph.text-aa",
        "highlight": "ph.highlighter-circle",
        "image": "ph.image",
        "export": "ph.export",
        "history": "ph.clock-counter-clockwise",
        "flag": "ph.flag",
        "merge": "ph.git-merge",
        "copy": "ph.copy",
        "trash": "ph.trash",
        "gone": "ph.minus",
        "running": "ph.hourglass",
        "quote": "ph.quotes",
    }
)

SHARE = 0.875 * 1.12
"""How much of its place a glyph fills: the share qtawesome takes, enlarged to the edge."""


def icon(name: str, colour: str) -> QIcon:
    """An icon in a colour (``#RRGGBB``). Needs a running QApplication."""
    glyph = GLYPHS[name]
    if glyph.startswith("ph."):
        # Phosphor's bold is the weight of line that 16 px on a screen ask for.
        glyph += "-bold"
    disabled = QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    return _drawn(glyph, colour, disabled.name())


@cache
def _drawn(glyph: str, colour: str, disabled: str) -> QIcon:
    return QIcon(GlyphEngine(glyph, colour, QColor(disabled), SHARE))


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """An icon drawn sharp: ``side`` in logical pixels, ``ratio`` device pixels for each."""
    # The ratio is given: of a size alone Qt makes a picture for the application's own, and twice too large.
    return icon(name, colour).pixmap(QSize(side, side), ratio)
