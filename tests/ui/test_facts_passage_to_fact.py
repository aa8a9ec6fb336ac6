"""From a passage to a fact by keys in the whole window: few actions, nothing hidden, nothing guessed in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.services import library, reviewing
from maeditor.services.library import FactView
from maeditor.services.sourcing import Slot
from maeditor.ui.facts.existing_list import ExistingRole
from maeditor.ui.facts.popover import MARGIN, FactPopover
from maeditor.ui.facts.slots import slot_colour
from maeditor.ui.reader.beside import WordLines
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
SENTENCE = "Les cinq premiers marchés africains"


@pytest.fixture
def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


class Hands:
    """Keys go to the window and find their way by themselves; each is counted."""

    def __init__(self, window: Window, workspace: Workspace) -> None:
        self.window, self.workspace, self.pressed = window, workspace, 0

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        handle = self.window.main.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifiers)
        self.pressed += 1
        settle()

    def put_caret(self, quote: str) -> None:
        surface = self.workspace.reader.page.surface
        assert isinstance(surface, QTextEdit)
        cursor: QTextCursor = surface.document().find(quote)
        assert cursor.hasSelection(), quote
        self.workspace.reader.scroll_to(plain(self.workspace).index(quote), plain(self.workspace).index(quote) + 1)
        settle()
        cursor.setPosition(cursor.selectionStart() + 1)
        QTest.mouseClick(surface.viewport(), Qt.MouseButton.LeftButton, pos=surface.cursorRect(cursor).center())
        settle()


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    return Hands(window, workspace)


def plain(workspace: Workspace) -> str:
    return workspace.reader.view.text.replace("\u00a0", " ").replace("\u202f", " ")


def facts(workspace: Workspace) -> dict[str, FactView]:
    return {view.fact.id: view for view in library.project_facts(workspace.desk.runner)}


def popover_of(workspace: Workspace) -> FactPopover:
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    return popover


def open_on(window: Window, workspace: Workspace, start: int, end: int, command: str = "new-fact") -> FactPopover:
    workspace.reader.setFocus()
    workspace.reader.select_span(start, end)
    settle()
    window.commands.call(command)
    settle()
    popover = popover_of(workspace)
    assert popover.isVisible()
    return popover


def open_at(window: Window, workspace: Workspace, quote: str, command: str = "new-fact") -> FactPopover:
    start = plain(workspace).index(quote)
    return open_on(window, workspace, start, start + len(quote), command)


def sentence(workspace: Workspace) -> str:
    start = plain(workspace).index(SENTENCE)
    return plain(workspace)[start : plain(workspace).index(".", start) + 1]


def card(popover: FactPopover) -> QRect:
    inside = popover.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    return QRect(popover.mapToGlobal(inside.topLeft()), inside.size())


def test_a_passage_becomes_a_fact_in_three_actions(hands: Hands, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret(SENTENCE)
    hands.press("m")
    hands.press("n")
    hands.press(Key.Key_Return)
    assert hands.pressed == 3
    (new,) = (view for key, view in facts(workspace).items() if key not in before)
    assert (new.fact.amount, new.fact.unit, new.fact.state) == (Decimal(500), "MW", State.ACCEPTED)
    assert new.evidence[0].passage.exact.startswith(SENTENCE)
    assert workspace.desk.selection.fact_id == new.fact.id


def test_a_passage_is_linked_by_n_down_enter(hands: Hands, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret(SENTENCE)
    hands.press("m")
    hands.press("n")
    first = popover_of(workspace).existing.item(0)
    assert first.data(ExistingRole.SAME)
    wanted = str(first.data(ExistingRole.FACT_ID))
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.pressed == 4
    after = facts(workspace)
    assert after.keys() == before.keys()
    assert len(after[wanted].evidence) == len(before[wanted].evidence) + 1
    assert workspace.desk.selection.fact_id == wanted


def test_l_goes_straight_to_the_facts_that_are_there_the_chosen_one_first(
    hands: Hands, window: Window, workspace: Workspace
) -> None:
    chosen = workspace.desk.selection.fact_id
    before = facts(workspace)
    hands.put_caret("Serveurs")
    hands.press("m")
    hands.press("l")
    popover = popover_of(workspace)
    assert popover.existing.hasFocus()
    assert popover.existing.currentItem().data(ExistingRole.FACT_ID) == chosen
    hands.press(Key.Key_Return)
    assert hands.pressed == 3
    assert len(facts(workspace)[chosen].evidence) == len(before[chosen].evidence) + 1
    window.undo()
    settle()
    assert len(facts(workspace)[chosen].evidence) == len(before[chosen].evidence)


def test_escape_closes_and_keeps_the_marked_passage(hands: Hands, workspace: Workspace) -> None:
    hands.put_caret(SENTENCE)
    hands.press("m")
    span = workspace.reader.selected_span()
    hands.press("n")
    hands.press(Key.Key_Escape)
    assert not popover_of(workspace).isVisible()
    assert workspace.reader.selected_span() == span == workspace.desk.selection.span
    assert workspace.reader.page.surface.hasFocus()


def test_each_field_underlines_its_words_in_the_quote_and_on_the_page(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    quote = popover.quote
    words = {mark.slot: quote.text[mark.start : mark.end] for mark in quote.marks}
    assert words[Slot.VALUE] == "500"
    assert words[Slot.UNIT] == "mégawatts"
    assert words[Slot.HEDGE] == "n’excède pas"
    assert words[Slot.PLACE] == "africains"
    lines = workspace.reader.page.findChild(WordLines)
    assert lines.isVisible()
    text = workspace.reader.view.text
    colours = {text[span.start : span.end]: colour for span, colour in lines.words}
    theme = workspace.desk.theme
    assert colours["500"] == slot_colour(theme, Slot.VALUE)
    assert colours["n’excède pas"] == slot_colour(theme, Slot.HEDGE)
    assert len(set(colours.values())) == len(colours)
    named = {item.slot: item for item in popover.legend.items}
    assert set(words) <= set(named)
    assert named[Slot.STATUS].note == window.words.say("facts.from_nowhere")
    QTest.keyClick(popover.field, Key.Key_Escape)
    settle()
    assert not lines.isVisible()


def test_the_lines_are_drawn_under_the_words(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    page = workspace.reader.page
    picture = page.surface.viewport().grab().toImage()
    lines = page.findChild(WordLines)
    assert popover.isVisible()
    drawn = lines.grab().toImage()
    value = workspace.desk.theme.colour_of(slot_colour(workspace.desk.theme, Slot.VALUE)).rgb()
    assert drawn.size() == picture.size()
    rows = {
        y for y in range(drawn.height()) if sum(drawn.pixel(x, y) == value for x in range(0, drawn.width(), 2)) >= 5
    }
    assert rows, "nothing of the value's colour"


def test_words_from_outside_are_said_to_be_context(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    notes = {item.slot: item.note for item in popover.legend.items}
    assert notes[Slot.VALUE] == ""
    assert notes[Slot.HEDGE] == window.words.say("facts.from_context_so")
    assert "africains" in notes[Slot.PLACE]
    assert {mark.slot for mark in popover.quote.marks} == {Slot.VALUE, Slot.UNIT}


def test_a_whole_line_is_read_while_it_is_typed(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "~2 gw Dakhla")
    assert popover.field.reading.startswith("≈\u00a02\u00a0GW · environ · Capacité électrique")
    assert "Dakhla" in popover.field.reading
    assert {item.slot: item.note for item in popover.legend.items}[Slot.PLACE] == "saisi"
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    made = library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id).fact
    assert (made.amount, made.unit, made.place) == (Decimal(2), "GW", "Dakhla")


def test_what_cannot_be_read_yet_shows_no_stale_reading(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "-5 MW")
    assert popover.field.reading == window.words.say("facts.not_read_yet")
    assert popover.error == ""
    QTest.keyClick(popover.field, Key.Key_Return)
    assert "-5 MW" in popover.error
    assert popover.isVisible()


def test_digits_with_alt_choose_a_family_on_any_layout(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    QTest.keyClick(popover.field, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert popover.family is Family.COUNT
    azerty = QKeyEvent(QEvent.Type.KeyPress, Key.Key_QuoteDbl, Qt.KeyboardModifier.AltModifier, 12, 0, 0, "", False)
    QApplication.sendEvent(popover.field, azerty)
    assert popover.family is Family.RANK
    QTest.keyClick(popover.field, "7")
    assert popover.field.text().endswith("7")


def test_page_keys_turn_the_property_within_its_family(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    assert popover.properties.key == "capacity_power"
    shown = [key for key, _name in _choices(popover)]
    families = {each.key: each.family for each in library.properties(workspace.desk.runner)}
    assert {families[key] for key in shown} == {Family.CAPACITY}
    QTest.keyClick(popover.field, Key.Key_PageDown)
    assert popover.properties.key != "capacity_power"
    assert popover.field.reading == window.words.say("facts.not_read_yet")
    QTest.keyClick(popover.field, Key.Key_PageUp)
    assert popover.properties.key == "capacity_power"
    assert popover.field.hasFocus()
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    made = library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id).fact
    assert made.property == "capacity_power"


def _choices(popover: FactPopover) -> list[tuple[str, str]]:
    shown = popover.properties.list
    return [(str(shown.itemData(row)), shown.itemText(row)) for row in range(shown.count())]


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1100, 680)])
def test_the_card_never_lies_on_the_passage(window: Window, workspace: Workspace, size: tuple[int, int]) -> None:
    window.main.resize(*size)
    settle()
    seen = 0
    for article in library.articles(workspace.desk.runner):
        workspace.desk.selection.show_article(article.id)
        settle()
        text = workspace.reader.view.text
        shown = [view for view in workspace.facts.model.views if view.evidence[0].passage.article_id == article.id]
        for view in [*shown[:1], *shown[len(shown) // 2 : len(shown) // 2 + 1], *shown[-1:]]:
            passage = view.evidence[0].passage
            workspace.reader.scroll_to(passage.start, passage.end)
            settle()
            popover = open_on(window, workspace, passage.start, passage.end)
            words = workspace.reader.page.span_box(passage.start, passage.end)
            where = f"{text[passage.start : passage.end]!r} {size}"
            assert not card(popover).intersects(words), where
            room = QRect(window.main.mapToGlobal(QPoint(0, 0)), window.main.size())
            assert room.contains(card(popover)), where
            viewport = workspace.reader.page.surface.viewport()
            page = QRect(viewport.mapToGlobal(QPoint(0, 0)), viewport.size())
            assert page.contains(words.center()), where
            popover.close_up()
            settle()
            seen += 1
    assert seen > 15


@pytest.mark.parametrize("size", [(1440, 900), (1100, 680)])
def test_it_keeps_clear_while_one_types_and_the_window_changes(
    window: Window, workspace: Workspace, size: tuple[int, int]
) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    start = plain(workspace).index(SENTENCE)
    end = start + len(sentence(workspace))
    window.main.resize(*size)
    settle()
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "-4 MW")
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    assert popover.error
    assert not card(popover).intersects(workspace.reader.page.span_box(start, end))
    surface = workspace.reader.page.surface
    surface.verticalScrollBar().setValue(surface.verticalScrollBar().value() + 40)
    settle()
    assert not card(popover).intersects(workspace.reader.page.span_box(start, end))


def test_an_arabic_passage_is_shown_from_the_right(window: Window, workspace: Workspace) -> None:
    article = next(each for each in library.articles(workspace.desk.runner) if each.language == "ar")
    workspace.desk.selection.show_article(article.id)
    settle()
    view = next(each for each in workspace.facts.model.views if each.fact.unit == "MW")
    passage = view.evidence[0].passage
    popover = open_on(window, workspace, passage.start, passage.end)
    assert {mark.slot for mark in popover.quote.marks} >= {Slot.VALUE, Slot.UNIT}
    words, _room = workspace.facts_presenter.making._beside.where(
        type("Span", (), {"start": passage.start, "end": passage.end})()
    )
    assert abs(card(popover).right() - words.right()) < 10


def test_everything_in_it_follows_the_language_and_the_theme(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    lines = workspace.reader.page.findChild(WordLines)
    french = popover.existing.item(0).text()
    colours = dict(lines.words)
    window.choices.choose_language("en")
    window.choices.choose_theme("dark")
    settle()
    assert popover.isVisible()
    assert [chip.text() for chip in popover.families.chips][:2] == ["Capacity", "Count"]
    assert popover.existing.item(0).text() != french
    assert "planned" in popover.existing.item(1).text() or "operational" in popover.existing.item(0).text()
    assert "Electrical capacity" in popover.field.reading
    assert {item.label for item in popover.legend.items} >= {"Value", "Unit", "Bound"}
    assert popover.properties.list.currentText() == "Electrical capacity"
    assert dict(lines.words).keys() == colours.keys()
    assert dict(lines.words) != colours


def test_what_another_editor_changes_is_offered_as_it_is_now(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    QTest.keyClicks(popover.field, "3 GW Dakhla")
    first = str(popover.existing.item(0).data(ExistingRole.FACT_ID))
    runner = workspace.desk.runner
    view = library.fact_view(runner, first)
    workspace.desk.act(lambda: reviewing.reject_fact(runner, first, view.fact.version))
    settle()
    assert popover.isVisible()
    assert popover.field.text() == "3 GW Dakhla"
    offered = [popover.existing.item(row).data(ExistingRole.FACT_ID) for row in range(popover.existing.count())]
    assert first not in offered
    assert offered


def test_every_part_of_it_that_takes_the_keyboard_has_a_name(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    for part in popover.findChildren(QWidget):
        if part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.isVisible():
            assert part.accessibleName(), part
    assert popover.legend.accessibleDescription()
