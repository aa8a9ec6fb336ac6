"""The facts pane's list: an order of numbers, facts read where they are looked at, sections between them."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from maeditor.services.learning import Judge, as_kept
from maeditor.services.library import FactView
from maeditor.services.listing import Order, Section
from maeditor.ui import fact_text
from maeditor.ui.read_aloud import fact_aloud
from maeditor.wording import Wording

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[FactView]]

PAGE = 64
"""Facts read at once."""
MOST_KEPT = 4096
"""Facts kept in memory of a list that reads them as it is scrolled."""
ALL = 500
"""A list so long is known whole."""


class FactRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    VIEW = Qt.ItemDataRole.UserRole + 1
    SECTION = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section's line: how it is called and how many facts stand in it."""

    title: str
    count: int


class FactsModel(QStringListModel):
    """Facts in the order given; it never writes. Rows of sections can be seen and not chosen.

    Qt's own model of strings, all of them empty, keeps the number of rows: a list asks for it once a row while it lays
    itself out, and of a model written in Python that took a third of a second for 100,000 facts.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: array[int] = array("q")
        self._sections: Sequence[Section] = ()
        self._starts: list[int] = []
        self._title: Callable[[Section], str] = lambda section: section.name
        self._fetch: Fetch = lambda _numbers: ()
        self._known: dict[int, FactView] = {}
        self._gone: set[int] = set()
        self._words = Wording("fr")
        self.judge: Judge = as_kept
        """Tells how sure a fact is."""

    def show(self, views: Sequence[FactView], words: Wording) -> None:
        """Show these facts, worded in this language."""
        self.show_order(Order(array("q", [view.fact.number for view in views])), lambda _numbers: (), words, views)

    def show_order(
        self,
        order: Order,
        fetch: Fetch,
        words: Wording,
        views: Sequence[FactView] = (),
        title: Callable[[Section], str] | None = None,
    ) -> bool:
        """Show facts by their numbers; ``fetch`` reads those that are not among ``views``. True: other rows."""
        self._fetch, self._words = fetch, words
        self._title = title or self._title
        self._known = {view.fact.number: view for view in views}
        self._gone = set()
        shown, sections = self._numbers, tuple(order.sections)
        if order.numbers == shown and sections == tuple(self._sections):
            if shown:
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return False
        self._numbers, self._sections = order.numbers, sections
        self._starts = [section.start for section in sections]
        self.setStringList([""] * (len(order.numbers) + len(sections)))
        return True

    def forget(self) -> None:
        """Something changed: read again what is looked at."""
        self._known, self._gone = {}, set()
        if self._numbers:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @property
    def order(self) -> Order:
        """The order shown."""
        return Order(self._numbers, tuple(self._sections))

    @property
    def count(self) -> int:
        """How many facts are listed."""
        return len(self._numbers)

    @property
    def views(self) -> Sequence[FactView]:
        """The facts of a short list, in order; of a long one those that are known."""
        if len(self._numbers) <= ALL:
            self._read([number for number in self._numbers if number not in self._known])
        return [self._known[number] for number in self._numbers if number in self._known]

    @property
    def words(self) -> Wording:
        """The language it is worded in."""
        return self._words

    def row_of(self, fact_id: str) -> int:
        """The row of a fact that was shown before, or -1."""
        number = next((number for number, view in self._known.items() if view.fact.id == fact_id), None)
        return -1 if number is None else self.row_of_number(number)

    def row_of_number(self, number: int) -> int:
        """The row of the fact with a number, or -1."""
        try:
            at = self._numbers.index(number)
        except ValueError:
            return -1
        return at + bisect_right(self._starts, at)

    def numbers_between(self, first: int, last: int) -> Sequence[int]:
        """The numbers of the facts in some rows, both ends included."""
        return self._numbers[self._place(first, after=True) : self._place(last) + 1]

    def number_at(self, row: int) -> int | None:
        """The number of the fact in a row; None for a section's line or no row."""
        if not 0 <= row < self.rowCount() or self._section_at(row) is not None:
            return None
        return self._numbers[self._place(row)]

    def view_at(self, row: int) -> FactView | None:
        """The fact in a row, read now if it is not known yet."""
        number = self.number_at(row)
        if number is None:
            return None
        if number not in self._known and number not in self._gone:
            self._read_around(self._place(row))
        return self._known.get(number)

    def step(self, row: int, step: int) -> int:
        """The row of the next fact from a row, over the lines of sections; the same where there is none."""
        wanted = row + step
        while self._section_at(wanted) is not None:
            wanted += 1 if step > 0 else -1
        return wanted if 0 <= wanted < self.rowCount() else row

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The line of a section cannot be chosen: the keys pass over it."""
        if index.isValid() and self._section_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row's view to the delegate and its sentence to everything else."""
        if not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        section = self._section_at(index.row())
        if section is not None:
            return self._section_data(section, role)
        if role not in _ROLES:
            return None
        view = self.view_at(index.row())
        if view is None or role == FactRole.VIEW:
            return view
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(each.passage.exact for each in view.evidence) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return fact_aloud(view, self._words, self.judge(view.fact).confidence)
        return fact_text.spoken_fact(view, self._words, self.judge(view.fact).confidence)

    def _section_data(self, at: int, role: int) -> object:
        section = self._sections[at]
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._numbers)
        told = SectionView(self._title(section), end - section.start)
        if role == FactRole.SECTION:
            return told
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words.say("facts.section", title=told.title, count=told.count)
        return None

    def _section_at(self, row: int) -> int | None:
        """Which section's line a row is, if it is one: the line of section *n* has its start and *n* lines before."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle] + middle < row:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._starts) and self._starts[low] + low == row else None

    def _place(self, row: int, *, after: bool = False) -> int:
        """Where the fact in a row stands among the facts; for a section's line, what stands before or after it."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle] + middle < row:
                low = middle + 1
            else:
                high = middle
        place = row - low
        on_line = low < len(self._starts) and self._starts[low] + low == row
        return place if after or not on_line else place - 1

    def _read_around(self, place: int) -> None:
        start = place - place % PAGE
        if len(self._known) > MOST_KEPT:
            self._known = {}
        self._read(self._numbers[start : start + PAGE])

    def _read(self, numbers: Sequence[int]) -> None:
        if numbers:
            self._known.update((view.fact.number, view) for view in self._fetch(numbers))
            self._gone.update(number for number in numbers if number not in self._known)


_ROLES = frozenset(
    {
        FactRole.VIEW,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)
