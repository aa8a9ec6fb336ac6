"""Everything that can be done with a fact: the menu behind the inspector's dots, and on a row of the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

GROUPS = (
    ("accept-fact", "reject-fact", "defer-fact", "reopen-fact"),
    ("edit-fact", "review-reason", "link-selection", "split-fact", "merge-facts", "duplicate-fact"),
    ("compare", "fact-history", "open-source"),
    ("remove-evidence", "delete-fact"),
)


class FactMenu(QMenu):
    """Made once and kept: deleting a menu after use crashed PySide6 6.11 when its actions were freed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        for group in GROUPS:
            for name in group:
                self.addAction(actions[name])
            self.addSeparator()

    def open_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, above it where there is no room below; without blocking."""
        self.popup(place)
