"""The card in the whole window: it hides nothing, shows where each field was read, and follows what changes."""

from __future__ import annotations

import pytest
from popover_setting import SENTENCE, card, open_at, open_on, plain, sentence
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shell_setting import settle

from maeditor.services import library, reviewing
from maeditor.services.sourcing import Slot
from maeditor.ui.facts.existing_list import ExistingRole
from maeditor.ui.facts.slots import slot_colour
from maeditor.ui.reader.beside import WordLines
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


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


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 1.5), ((1100, 680), 1.25), ((1100, 680), 1.0)])
def test_whole_paragraphs_in_large_text_stay_in_sight_too(
    window: Window, workspace: Workspace, size: tuple[int, int], scale: float
) -> None:
    window.theme.set_scale(scale)
    window.main.resize(*size)
    settle()
    for article in library.articles(workspace.desk.runner)[:4]:
        workspace.desk.selection.show_article(article.id)
        settle()
        text = workspace.reader.view.text
        for line in sorted(text.split("\n"), key=len)[-2:]:
            start = text.index(line)
            workspace.reader.scroll_to(start, start + len(line))
            settle()
            popover = open_on(window, workspace, start, start + len(line))
            words = workspace.reader.page.span_box(start, start + len(line))
            assert not card(popover).intersects(words), f"{line[:40]!r} {size} {scale}"
            chips = popover.families.chips
            assert all(popover.families.rect().contains(chip.geometry()) for chip in chips)
            popover.close_up()
            settle()


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
