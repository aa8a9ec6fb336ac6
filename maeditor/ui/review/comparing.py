"""Looking at another fact without leaving the one on the table: what contradicts it, then what says the same."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from maeditor.services import listing
from maeditor.services.review_cards import ReviewCard
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.review.sitting import Sitting


class Comparing(QObject):
    """C, again C for the next of them and then back; K and Escape go back at once."""

    turned = Signal()
    """Another card is to be shown."""

    def __init__(self, desk: Desk, sitting: Sitting, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._sitting = desk, sitting
        self._others: tuple[str, ...] = ()
        self._own = ""

    @property
    def against(self) -> str:
        """What the fact on the table says, while another is shown."""
        return self._own if self.begun else ""

    @property
    def begun(self) -> bool:
        """Tell whether another fact than the one on the table is shown."""
        return bool(self._sitting.visited)

    def turn(self, card: ReviewCard) -> None:
        """Show the first fact to compare ``card`` with, or after it the next; after the last the card itself."""
        if not self.begun:
            words = self._desk.words
            self._others = self._found(card)
            self._own = words.say("review.against", value=fact_text.value_text(card.view, words.wording))
            if not self._others:
                self._desk.notices.hint(self._desk.words.say("review.nothing_to_compare"))
                return
        following = self._others.index(self._sitting.visited) + 1 if self.begun else 0
        self._sitting.visited = self._others[following] if following < len(self._others) else ""
        self.turned.emit()

    def end(self) -> bool:
        """Go back to the fact on the table; False where it is shown already."""
        if not self.begun:
            return False
        self._sitting.visited = ""
        self.turned.emit()
        return True

    def _found(self, card: ReviewCard) -> tuple[str, ...]:
        rivals = [each.id for each in listing.rivals(self._desk.runner, card.fact.id)]
        alike = [card.familiar.view.fact.id] if card.familiar is not None else []
        return tuple(dict.fromkeys((*rivals, *alike)))
