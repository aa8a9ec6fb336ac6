"""Which fact a context menu is about: the one under the mouse; of several the person picks one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from maeditor.ui.reader.fact_card import FactCard
from maeditor.ui.reader.view import Highlight
from maeditor.ui.theme import Theme


class Asking(QObject):
    """Keeps the list from which a fact is picked."""

    fact_meant = Signal(str)
    """The menu to come is about this fact."""
    settled = Signal(QPoint)
    """It is known what the menu is about: open it at this place of the screen."""

    def __init__(self, theme: Theme, card: FactCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._card = theme, card
        self.list = QMenu(parent)

    def ask(self, highlights: Sequence[Highlight], place: QPoint) -> None:
        """Settle what a menu at a place is about, where these passages lie."""
        self._card.leave()
        facts = {each.fact_id: each for each in highlights}
        if len(facts) < 2:
            self._settle(next(iter(facts), ""), place)
            return
        self.list.clear()
        for highlight in facts.values():
            row = self._card.describe(highlight)
            text = " · ".join(part for part in (row.value, row.about) if part)
            icon = self._theme.icon(highlight.shown_icon, self._theme.family(highlight.family).ink)
            action = self.list.addAction(icon, text.replace("&", "&&"))
            action.triggered.connect(lambda _=False, fact=highlight.fact_id: self._settle(fact, place))
        self.list.popup(place)

    def _settle(self, fact_id: str, place: QPoint) -> None:
        if fact_id:
            self.fact_meant.emit(fact_id)
        self.settled.emit(place)
