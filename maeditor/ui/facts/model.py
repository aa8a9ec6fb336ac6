"""The facts pane's list: frozen rows, one ``data()`` call a row for the delegate."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.wording import Wording

Index = QModelIndex | QPersistentModelIndex


class FactRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    VIEW = Qt.ItemDataRole.UserRole + 1


class FactsModel(QAbstractListModel):
    """Fact views in the order given; it never writes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views: Sequence[FactView] = ()
        self._words = Wording("fr")

    def show(self, views: Sequence[FactView], words: Wording) -> None:
        """Show these facts, worded in this language."""
        same_rows = [view.fact.id for view in views] == [view.fact.id for view in self._views]
        if same_rows:
            self._views, self._words = views, words
            if views:
                self.dataChanged.emit(self.index(0), self.index(len(views) - 1))
            return
        self.beginResetModel()
        self._views, self._words = views, words
        self.endResetModel()

    @property
    def views(self) -> Sequence[FactView]:
        """The rows."""
        return self._views

    def row_of(self, fact_id: str) -> int:
        """The row of a fact, or -1."""
        return next((row for row, view in enumerate(self._views) if view.fact.id == fact_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many rows; a list has no children."""
        return 0 if parent.isValid() else len(self._views)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row's view to the delegate and its sentence to everything else."""
        if not index.isValid() or not 0 <= index.row() < len(self._views):
            return None
        view = self._views[index.row()]
        if role == FactRole.VIEW:
            return view
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return fact_text.spoken_fact(view, self._words)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(each.passage.exact for each in view.evidence) or None
        return None
