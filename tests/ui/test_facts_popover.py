"""A passage becomes a fact by keys alone, and the card never hides the words it is about."""

from __future__ import annotations

import pytest
from facts_setting import power
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.properties import Family
from maeditor.services.sourcing import Slot
from maeditor.ui.facts.existing_list import Existing, ExistingRole
from maeditor.ui.facts.family_chip import FamilyChip
from maeditor.ui.facts.legend import Legend, LegendItem
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.facts.popover_place import popover_place
from maeditor.ui.facts.quote_view import QuoteView, Underlined, _extents
from maeditor.ui.facts.suggestion import Suggestion
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Key = Qt.Key
FACTS = [Existing(power(number=1)), Existing(power("500", "MW", number=2))]
READING = Suggestion("≤ 500 MW", "Capacité électrique · cinq pays", Family.CAPACITY, "74 caractères")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.before = QPushButton("avant", made)  # type: ignore[attr-defined]
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.before.setFocus()  # type: ignore[attr-defined]
    return made


@pytest.fixture
def popover(window: QWidget, theme: Theme, words: Words) -> FactPopover:
    made = FactPopover(theme, words, window)
    made.open_at(QRect(100, 100, 600, 60), window.rect(), READING, FACTS)
    return made


def test_it_opens_with_the_reading_ready_to_be_confirmed(qtbot: QtBot, popover: FactPopover) -> None:
    assert popover.field.hasFocus()
    assert (popover.field.text(), popover.field.reading) == ("≤ 500 MW", "Capacité électrique · cinq pays")
    assert popover.family is Family.CAPACITY
    assert popover.counted == "74 caractères"
    with qtbot.waitSignal(popover.confirmed) as caught:
        QTest.keyClick(popover.field, Key.Key_Return)
    # No family is insisted on: what is typed may still find its own.
    assert caught.args == ["≤ 500 MW", ""]


def test_typing_replaces_the_reading_and_is_told(qtbot: QtBot, popover: FactPopover) -> None:
    with qtbot.waitSignals([popover.typed] * 4):
        QTest.keyClicks(popover.field, "2 GW")
    assert popover.field.text() == "2 GW"


def test_tab_goes_round_the_families_and_back(qtbot: QtBot, popover: FactPopover) -> None:
    seen = []
    for _step in Family:
        QTest.keyClick(popover.field, Key.Key_Tab)
        seen.append(popover.family)
    assert set(seen) == set(Family)
    assert popover.family is Family.CAPACITY
    with qtbot.waitSignal(popover.typed) as caught:
        QTest.keyClick(popover.field, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert caught.args == ["≤ 500 MW", popover.family.value]
    assert popover.field.hasFocus()
    with qtbot.waitSignal(popover.confirmed) as caught:
        QTest.keyClick(popover.field, Key.Key_Return)
    assert caught.args == ["≤ 500 MW", popover.family.value]


def test_down_and_enter_link_to_an_existing_fact(qtbot: QtBot, popover: FactPopover) -> None:
    QTest.keyClick(popover.field, Key.Key_Down)
    assert popover.existing.hasFocus()
    QTest.keyClick(popover.existing, Key.Key_Down)
    with qtbot.waitSignal(popover.linked) as caught:
        QTest.keyClick(popover.existing, Key.Key_Return)
    assert caught.args == ["f2"]


def test_up_from_the_first_fact_returns_to_the_field(popover: FactPopover) -> None:
    QTest.keyClick(popover.field, Key.Key_Down)
    QTest.keyClick(popover.existing, Key.Key_Up)
    assert popover.field.hasFocus()


def test_escape_closes_and_gives_the_keyboard_back(qtbot: QtBot, popover: FactPopover, window: QWidget) -> None:
    with qtbot.waitSignal(popover.closed):
        QTest.keyClick(popover.field, Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is window.before  # type: ignore[attr-defined]


def test_a_click_on_a_family_keeps_the_keyboard_in_the_field(popover: FactPopover) -> None:
    chip = next(each for each in popover.findChildren(FamilyChip) if each.family is Family.RANK)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert popover.family is Family.RANK
    assert popover.field.hasFocus()


def test_what_cannot_be_read_is_said_and_stays_typed(popover: FactPopover) -> None:
    QTest.keyClicks(popover.field, "beaucoup")
    popover.refuse("« beaucoup » n’est pas une valeur.")
    assert popover.error == "« beaucoup » n’est pas une valeur."
    assert popover.field.text() == "beaucoup"
    popover.suggest(READING)
    assert popover.error == ""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_all_six_families_stand_whole_in_one_row(
    qtbot: QtBot, popover: FactPopover, theme: Theme, words: Words, language: str, scale: float
) -> None:
    words.set_language(language)
    theme.set_scale(scale)
    QApplication.processEvents()
    chips = popover.findChildren(FamilyChip)
    assert len(chips) == len(Family)
    assert len({chip.y() for chip in chips}) == 1
    inside = popover.families.rect()
    for chip in chips:
        assert chip.text()
        assert chip.width() >= chip.sizeHint().width()
        assert inside.contains(chip.geometry())


def test_long_facts_are_elided_and_never_scrolled_sideways(popover: FactPopover) -> None:
    popover.existing.show_facts([Existing(power(subject="Un très long nom de site " * 8))])
    assert not popover.existing.horizontalScrollBar().isVisible()
    assert popover.existing.item(0).data(ExistingRole.FACT_ID) == "f1"
    assert "Un très long nom" in popover.existing.item(0).data(Qt.ItemDataRole.AccessibleTextRole)


ROOM = QRect(250, 80, 760, 780)


def test_it_stands_under_the_words_at_their_column() -> None:
    at = popover_place(QRect(300, 200, 600, 60), QSize(480, 280), ROOM, gap=10)
    assert at == QPoint(300, 270)


def test_without_room_below_it_stands_above() -> None:
    at = popover_place(QRect(300, 700, 600, 60), QSize(480, 280), ROOM, gap=10)
    assert at == QPoint(300, 410)


@given(
    top=st.integers(80, 850),
    height=st.integers(20, 300),
    left=st.integers(250, 900),
    card=st.integers(100, 380),
)
def test_it_covers_the_words_only_where_there_is_no_room_at_all(top: int, height: int, left: int, card: int) -> None:
    words = QRect(left, top, 400, min(height, ROOM.bottom() - top + 1))
    size = QSize(480, card)
    place = QRect(popover_place(words, size, ROOM, gap=10), size)
    assert ROOM.contains(place)
    fits = words.bottom() + 10 + card < ROOM.bottom() or words.top() - 10 - card > ROOM.top()
    if fits:
        assert not place.intersects(words)


def quoted(view: QuoteView, slot: Slot) -> list[str]:
    return [view.text[mark.start : mark.end] for mark in view.marks if mark.slot is slot]


@pytest.mark.parametrize("width", [120, 300, 456])
def test_a_long_quote_shows_its_value_and_ends_at_a_word(window: QWidget, theme: Theme, width: int) -> None:
    words = "Le parc de la baie 🏗️ grandit encore, disent les élus, " * 6
    text = f"{words}et n’excède pas 500 MW aujourd’hui. {words}"
    view = QuoteView(theme, window)
    view.resize(width, 10)
    start = text.index("500")
    marks = [Underlined(Slot.SUBJECT, 3, 7), Underlined(Slot.VALUE, start, start + 3)]
    view.show_quote(text, marks, right_to_left=False)
    assert view.text.startswith("…")
    assert quoted(view, Slot.VALUE) == ["500"]
    assert quoted(view, Slot.SUBJECT) == []
    assert view.height() <= 2 * 22
    view.grab()


def test_a_short_quote_is_shown_whole(window: QWidget, theme: Theme) -> None:
    view = QuoteView(theme, window)
    view.resize(456, 10)
    view.show_quote("قدرة ٣٠ ميغاواط", [Underlined(Slot.VALUE, 5, 7)], right_to_left=True)
    assert view.text == "قدرة ٣٠ ميغاواط"
    assert quoted(view, Slot.VALUE) == ["٣٠"]
    view.grab()


def test_a_date_in_arabic_is_underlined_whole(window: QWidget, theme: Theme) -> None:
    """Its figures run the other way: only the month between them had a line."""
    view, date = QuoteView(theme, window), "٢٢ يناير ٢٠٢٦"
    view.resize(456, 10)
    view.show_quote(date, [Underlined(Slot.VALUE, 0, len(date))], right_to_left=True)
    line = view._layout.lineAt(0)
    ((left, right),) = _extents(line, 0, len(date))
    assert right - left == pytest.approx(line.naturalTextWidth(), abs=1)
    day = _extents(line, 0, 2)
    assert len(day) == 1
    assert day[0][1] == pytest.approx(right, abs=1), "the day stands first, at the right"


def test_no_item_of_the_key_is_cut_in_two(window: QWidget, theme: Theme) -> None:
    legend = Legend(theme, window)
    items = [LegendItem(slot, slot.value, "des mots " * 2, "d’après le contexte") for slot in Slot]
    for width in (200, 456, 900):
        legend.resize(width, 10)
        legend.show_items(items)
        placed = legend._placed(width)
        assert len(placed) == len(items)
        assert all(left + wide <= width + 1 for _item, _row, left, wide in placed)
        assert legend.height() == theme.px(21) * (placed[-1][1] + 1)
        legend.grab()
    for item in items:
        assert item.told in legend.accessibleDescription()


def test_without_room_above_or_below_it_stands_beside_the_words() -> None:
    words = QRect(300, 100, 500, 740)
    size = QSize(480, 380)
    at = popover_place(words, size, ROOM, gap=10, width=1400)
    assert not QRect(at, size).intersects(words)
    assert at.x() == words.right() + 11
