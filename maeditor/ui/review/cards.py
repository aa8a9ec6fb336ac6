"""The cards at hand: the next one is read while the person looks at this one."""

from __future__ import annotations

from maeditor.domain.changes import Done
from maeditor.services.review_cards import ReviewCard, review_card
from maeditor.services.runner import ActionRunner

MOST = 4


class Cards:
    """A few cards, read ahead; any change in the project makes those it may concern old."""

    def __init__(self, runner: ActionRunner) -> None:
        self._runner = runner
        self._read: dict[str, ReviewCard] = {}

    def take(self, fact_id: str) -> ReviewCard:
        """A fact's card, read ahead or read now. Raises MissingRecordError."""
        card = self._read.pop(fact_id, None)
        return card if card is not None else review_card(self._runner, fact_id)

    def read_ahead(self, fact_id: str) -> None:
        """Read a card that will probably be wanted next. Raises MissingRecordError."""
        if fact_id and fact_id not in self._read:
            while len(self._read) >= MOST:
                self._read.pop(next(iter(self._read)))
            self._read[fact_id] = review_card(self._runner, fact_id)

    def forget(self) -> None:
        """Read everything anew."""
        self._read.clear()

    def forget_touched(self, done: Done) -> None:
        """Let go of the cards that a change may concern: its facts, and those that say the same or contradict them."""
        ids = {change.record_id for change in done.changes if change.table == "facts"}
        rows = [row for change in done.changes for row in (change.before, change.after) if row is not None]
        ids |= {str(row["fact_id"]) for row in rows if "fact_id" in row}
        properties = {row.get("property") for row in rows}
        self._read = {
            fact_id: card
            for fact_id, card in self._read.items()
            if fact_id not in ids and card.fact.property not in properties
        }
