"""The context menu of an article in the sidebar."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

GROUPS = (
    ("review", "finish-article"),
    ("article-details", "open-source", "propose-again"),
    ("delete-article",),
)


class ArticleMenu(QMenu):
    """Made once and kept: deleting a menu after use crashed PySide6 6.11 when its actions were freed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        for group in GROUPS:
            for name in group:
                self.addAction(actions[name])
            self.addSeparator()

    def open_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, without blocking."""
        self.popup(place)
