"""What an editor does with a card, each by the keys of UX.md, and what must come of it on screen and in the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from window_person import Alt, Control, Shift
from window_typist import Key, Typist

from maeditor.domain.values import Comparator

Wanted = Mapping[str, object]
"""Fields of the fact as the store should have them in the end; empty: it is still to be decided."""
WORD = Alt | Shift


@dataclass(frozen=True)
class Flow:
    """``cost`` is how many keys it takes beside what is typed; ``fits`` tells whether a card is one for it."""

    name: str
    keys: str
    cost: int
    do: Callable[[Typist], Wanted]
    fits: Callable[[Typist], bool]


def decide(key: Qt.Key | str, state: str) -> Callable[[Typist], Wanted]:
    def do(typist: Typist) -> Wanted:
        number = typist.card
        typist.press(key)
        assert typist.review.over or typist.card != number, "the next card comes"
        return {"state": state}

    return do


def take_back(key: Qt.Key | str) -> Callable[[Typist], Wanted]:
    def do(typist: Typist) -> Wanted:
        number = typist.card
        typist.press("a")
        typist.press(key)
        assert typist.card == number, "the card of the decision taken back comes again"
        return {}

    return do


def fix_value(typist: Typist) -> Wanted:
    typist.press("v")
    typist.type(f"~{typist.amount}")
    typist.press(Key.Key_Return, Control)
    return {"state": "corrected", "comparator": "≈"}


def fix_against_passage(typist: Typist) -> Wanted:
    """A value that its passage does not say needs no key more; the reason may be said later."""
    number, amount = typist.card, int(typist.amount) + 1
    typist.press("v")
    typist.type(str(amount))
    typist.press(Key.Key_Return, Control)
    assert typist.card != number
    typist.press("w")
    assert typist.asks_reason
    typist.type("vu")
    typist.press(Key.Key_Return)
    assert not typist.asks_reason
    return {"state": "corrected", "amount": amount, "reason": "vu"}


def choose_in(key: str, row: str, column: str, *, arrow: Qt.Key = Key.Key_Down) -> Callable[[Typist], Wanted]:
    """Open a row, choose its neighbour in the list of suggestions, keep and accept."""

    def do(typist: Typist) -> Wanted:
        before = getattr(typist.fact, column)
        typist.press(key)
        field = typist.review.card.rows[row].field
        assert field is not None
        assert field.list.isVisible(), "the suggestions are shown"
        typist.choose(arrow)
        assert field.list.currentItem().text()
        wanted = field.value
        assert wanted != str(before)
        typist.press(Key.Key_Return, Control)
        return {"state": "corrected", column: wanted}

    return do


def write_in(key: str, text: str, column: str) -> Callable[[Typist], Wanted]:
    def do(typist: Typist) -> Wanted:
        typist.press(key)
        typist.type(text)
        typist.press(Key.Key_Return, Control)
        return {"state": "corrected", column: text}

    return do


def choose_property(typist: Typist) -> Wanted:
    """Letters narrow the list; what is at its top is taken."""
    typist.press("p")
    field = typist.review.card.rows["property"].field
    assert field is not None
    rows = [field.list.item(row) for row in range(field.list.count())]
    typist.type(next(each.text() for each in rows if each.data(Qt.ItemDataRole.UserRole) == "jobs"))
    assert field.value == "jobs"
    typist.press(Key.Key_Return, Control)
    return {"state": "corrected", "property": "jobs"}


def tab_through(typist: Typist) -> Wanted:
    """Tab opens the next field, Shift+Tab the one before, Escape leaves the fact as it was."""
    fact = typist.fact
    typist.press("s")
    first = typist.heard
    typist.press(Key.Key_Tab)
    assert typist.heard not in {first, ""}
    typist.press(Key.Key_Backtab)
    assert typist.heard == first
    typist.press(Key.Key_Escape)
    assert not typist.review.card.open_names
    assert typist.fact == fact
    return {}


def open_all(typist: Typist) -> Wanted:
    typist.press("e")
    shown = {name for name, row in typist.review.card.rows.items() if row.isVisible()}
    assert set(typist.review.card.open_names) == shown | {"value"}
    typist.press(Key.Key_Escape)
    assert not typist.review.card.open_names
    return {}


def move_bounds(typist: Typist) -> Wanted:
    """A word more at the end and, by the other key, at the start; Enter keeps, and the fact still waits."""
    number, before = typist.card, typist.passage
    typist.press("b")
    typist.choose(Key.Key_Right, WORD)
    typist.choose(Key.Key_Home, WORD)
    typist.press(Key.Key_Return)
    assert typist.card == number
    assert before in typist.passage
    assert not typist.passage.startswith(before)
    assert not typist.passage.endswith(before)
    return {"passage": typist.passage}


def link(typist: Typist) -> Wanted:
    number = typist.card
    typist.press("l")
    assert typist.card != number
    return {"state": "rejected", "linked": True}


def split(typist: Typist) -> Wanted:
    """Tab takes the first other reading, arrows another, Escape none; accepted so and taken back; then Y makes two."""
    number, doubts = typist.card, typist.review.card.doubts
    typist.choose(Key.Key_Tab)
    assert doubts.taken == 1
    typist.choose(Key.Key_Down)
    assert doubts.taken == 2
    typist.choose(Key.Key_Up)
    typist.choose(Key.Key_Escape)
    assert doubts.taken == -1
    typist.choose(Key.Key_Tab)
    typist.press("a")
    assert typist.review.over or typist.card != number
    typist.press("z")
    assert typist.card == number
    typist.press("y")
    return {"state": "corrected", "halves": True}


def compare(typist: Typist) -> Wanted:
    """C shows the fact that says the same, C again goes back."""
    number = typist.card
    typist.press("c")
    assert typist.card != number
    typist.press("c")
    assert typist.card == number
    return {}


def look_up(key: str) -> Callable[[Typist], Wanted]:
    """History, source: a dialog that Escape closes."""

    def do(typist: Typist) -> Wanted:
        typist.press(key)
        assert typist.dialog is not None
        assert typist.dialog.windowTitle()
        typist.leave_dialog()
        assert typist.dialog is None
        return {}

    return do


def step_on(typist: Typist) -> Wanted:
    number = typist.card
    typist.press("j")
    assert typist.review.over or typist.card != number
    typist.press("k")
    assert typist.card == number
    return {}


def change_article(typist: Typist) -> Wanted:
    title = typist.title
    typist.press("j", Shift)
    assert typist.title != title
    typist.press("k", Shift)
    assert typist.title == title
    return {}


def leave_and_return(typist: Typist) -> Wanted:
    number = typist.card
    typist.press(Key.Key_Escape)
    assert typist.reads
    assert typist.in_article, typist.heard
    typist.press("r", Control)
    assert typist.card == number
    return {}


def is_plain(typist: Typist) -> bool:
    """An exact whole number that its passage says in digits."""
    return typist.fact.comparator is Comparator.EQUAL and typist.amount.isdigit() and typist.amount in typist.fact.raw


def is_power(typist: Typist) -> bool:
    return typist.fact.property == "capacity_power" and not typist.glued and not typist.familiar


def is_count(typist: Typist) -> bool:
    return typist.fact.property == "count_other"


def has_plain_passage(typist: Typist) -> bool:
    """One that can grow by a word at both ends, within its line."""
    return not typist.glued and typist.fact.property in {"share_percent", "duration"}


def any_card(typist: Typist) -> bool:
    return not typist.glued


FLOWS: Sequence[Flow] = (
    Flow("split", "Tab ↓ ↑ Esc Tab A Z Y", 3, split, lambda typist: typist.glued),
    Flow("look", "C C", 2, compare, lambda typist: typist.familiar),
    Flow("link", "L", 1, link, lambda typist: typist.familiar),
    Flow("look", "O Esc", 2, look_up("o"), lambda typist: "campus" in typist.title),
    Flow("look", "I Esc", 2, look_up("i"), any_card),
    Flow("look", "J K", 2, step_on, any_card),
    Flow("look", "Shift+J Shift+K", 2, change_article, any_card),
    Flow("look", "Esc Ctrl+R", 2, leave_and_return, any_card),
    Flow("look", "E Esc", 2, open_all, any_card),
    Flow("look", "S Tab Shift+Tab Esc", 4, tab_through, any_card),
    Flow("move bounds", "B Alt+Shift+→ Alt+Shift+Home Enter", 2, move_bounds, has_plain_passage),
    Flow("fix", "V Ctrl+Enter", 2, fix_value, is_plain),
    Flow("fix, then say why", "V Ctrl+Enter W Enter", 4, fix_against_passage, is_plain),
    Flow("fix", "Q ↓ Ctrl+Enter", 2, choose_in("q", "comparator", "comparator"), is_plain),
    Flow("fix", "U ↓ Ctrl+Enter", 2, choose_in("u", "unit", "unit"), is_power),
    Flow("fix", "P Ctrl+Enter", 2, choose_property, is_count),
    Flow("fix", "T ↑ Ctrl+Enter", 2, choose_in("t", "status", "lifecycle", arrow=Key.Key_Up), any_card),
    Flow("fix", "S Ctrl+Enter", 2, write_in("s", "Rabat", "subject"), any_card),
    Flow("fix", "D Ctrl+Enter", 2, write_in("d", "2027", "date"), is_plain),
    Flow("later", "Space", 1, decide(Key.Key_Space, "deferred"), any_card),
    Flow("reject", "R", 1, decide("r", "rejected"), any_card),
    Flow("reject", "X", 1, decide("x", "rejected"), any_card),
    Flow("accept, take back", "A Z", 2, take_back("z"), any_card),
    Flow("accept, take back", "A Backspace", 2, take_back(Key.Key_Backspace), any_card),
)
"""Each is done once, on the first card that is one for it; the other cards are accepted."""
ACCEPT = Flow("accept", "A", 1, decide("a", "accepted"), any_card)
