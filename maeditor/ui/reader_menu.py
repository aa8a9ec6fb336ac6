"""The reader's context menu: what can be done with the words chosen, the fact under the mouse, the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from maeditor.ui.selection import Selection

Groups = tuple[tuple[str, ...], ...]

CHOSEN: Groups = (
    ("new-fact", "highlight", "link-selection", "dismiss-figure"),
    ("grow-selection", "shrink-selection"),
    ("copy", "copy-with-source"),
)
FACT: Groups = (
    ("accept-fact", "reject-fact", "defer-fact", "reopen-fact"),
    ("edit-fact", "split-fact", "duplicate-fact"),
    ("compare", "fact-history"),
    ("remove-evidence", "delete-fact"),
)
ARTICLE: Groups = (
    ("find", "open-source"),
    ("toggle-noise", "toggle-omissions", "toggle-hedges", "focus-mode"),
    ("article-details", "propose-again", "finish-article", "delete-article"),
)


class ReaderMenu(QMenu):
    """Made once and kept: deleting a menu after use crashed PySide6 6.11 when its actions were freed."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions

    def open_at(self, place: QPoint, selection: Selection) -> None:
        """Show at a place of the screen what suits what is selected, without blocking."""
        self.clear()
        for group in self._groups(selection):
            for name in group:
                self.addAction(self._actions[name])
            self.addSeparator()
        self.popup(place)

    def _groups(self, selection: Selection) -> Iterator[tuple[str, ...]]:
        """Chosen words come before a fact: the fact may be selected from before, the words never."""
        if selection.span is not None:
            yield from CHOSEN
        elif selection.fact_id:
            yield from FACT
        else:
            yield ("grow-selection",)
        yield from ARTICLE
