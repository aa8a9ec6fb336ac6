"""The articles of the sidebar: frozen cards."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics

from maeditor.services.library import ArticleCard
from maeditor.ui.date_text import date_text, short_date_text
from maeditor.wording import Wording

Index = QModelIndex | QPersistentModelIndex


class ArticleRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    CARD = Qt.ItemDataRole.UserRole + 1


class ArticlesModel(QAbstractListModel):
    """Article cards in the order of their import; it never writes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[ArticleCard] = ()
        self._words = Wording("fr")

    @property
    def cards(self) -> Sequence[ArticleCard]:
        """The rows."""
        return self._cards

    def show(self, cards: Sequence[ArticleCard], words: Wording) -> None:
        """Show these articles; rows that stay keep their place and selection."""
        same_rows = [card.id for card in cards] == [card.id for card in self._cards]
        if same_rows:
            self._cards, self._words = cards, words
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards, self._words = cards, words
        self.endResetModel()

    def row_of(self, article_id: str) -> int:
        """The row of an article, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == article_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row's card to the delegate and its sentence to everything else."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == ArticleRole.CARD:
            return card
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return spoken_card(card, self._words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return card.title
        return None


def source_text(card: ArticleCard, words: Wording) -> str:
    """Source and date; what is missing is said, not left blank."""
    return _joined(source_name(card, words), date_text(card.published, words))


def source_name(card: ArticleCard, words: Wording) -> str:
    """Who published it; a missing source is said."""
    return card.publisher or card.author or words.say("shell.source_missing")


def fits_whole(card: ArticleCard, words: Wording, metrics: QFontMetrics, width: int) -> bool:
    """Tell whether source and date have room with nothing shortened."""
    return metrics.horizontalAdvance(source_text(card, words)) <= width


def fitted_source(card: ArticleCard, words: Wording, metrics: QFontMetrics, width: int, *, short: bool) -> str:
    """Source and date in so much room: what gives way is the source. ``short`` cuts the date's month short."""
    source = source_name(card, words)
    date = (short_date_text if short else date_text)(card.published, words)
    told = _joined(source, date)
    if metrics.horizontalAdvance(told) <= width:
        return told
    room = width - metrics.horizontalAdvance(_joined("", date))
    return _joined(metrics.elidedText(source, Qt.TextElideMode.ElideRight, max(room, 0)), date)


def _joined(source: str, date: str) -> str:
    # Isolated, so that an Arabic name does not turn the date around.
    return f"\u2068{source}\u2069 · {date}"


def spoken_card(card: ArticleCard, words: Wording) -> str:
    """An article as a screen reader says it."""
    if card.unattached and not card.remaining:
        remaining = words.say("omission.left", count=card.unattached)
    else:
        remaining = words.say("shell.article_done") if card.done else words.say("shell.remaining", count=card.remaining)
    return f"{card.title}, {source_text(card, words)}, {remaining}"
