"""An article would open at its top instead of at the word, or the one just left would not be the first to return to."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from review_setting import CONTROL, Key
from shell_setting import settle

from maeditor.services import library, word_places
from maeditor.ui.palette.pane import Palette
from maeditor.ui.palette.rows import Group, Row
from maeditor.ui.window import Window


def opened(window: Window, typed: str = "") -> Palette:
    """Ctrl+K, and something typed."""
    QTest.keyClick(window.main.windowHandle(), Key.Key_K, CONTROL)
    settle()
    pane = window.main.findChild(Palette)
    assert pane is not None
    for letter in typed:
        QTest.keyClick(window.main.windowHandle(), letter)
    settle()
    return pane


def rows(pane: Palette, group: Group) -> list[Row]:
    entries = (pane.model.entry(row) for row in range(pane.model.rowCount()))
    return [each for each in entries if isinstance(each, Row) and each.group is group]


def press(window: Window, key: Key, times: int = 1) -> None:
    for _press in range(times):
        QTest.keyClick(window.main.windowHandle(), key)
    settle()


def test_an_article_opens_at_the_word_that_was_looked_for(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    pane = opened(window, "recycle")
    press(window, Key.Key_Tab, times=3)
    (row, *_others) = rows(pane, Group.ARTICLES)
    place = word_places.first_place(workspace.desk.runner, row.article, ("recycle",))
    assert place is not None
    assert place[0] > 1000, "not at the top anyway"
    press(window, Key.Key_Return)
    assert workspace.desk.selection.article_id == row.article
    surface = workspace.reader.page.surface
    assert isinstance(surface, QTextEdit)
    begin = QTextCursor(surface.document())
    shown = workspace.reader.page.shown
    assert shown is not None
    begin.setPosition(shown.positions.to_units(shown.shown_start(place[0])))
    assert surface.viewport().rect().contains(surface.cursorRect(begin).center())


def test_without_a_word_the_article_left_last_comes_first(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    ids = [each.id for each in library.articles(workspace.desk.runner)]
    for wanted in (ids[3], ids[5], ids[2]):
        workspace.desk.selection.show_article(wanted)
        settle()
    pane = opened(window)
    listed = [row.article for row in rows(pane, Group.ARTICLES)]
    assert listed[:2] == [ids[5], ids[3]]
    assert ids[2] not in listed[:2], "it is open"
    assert len(set(listed)) == len(listed)


def test_a_fact_tells_its_article(window: Window) -> None:
    pane = opened(window, "capacite dakhla")
    titles = {each.id: each.title for each in library.articles(window.workspace.desk.runner)}  # type: ignore[union-attr]
    found = rows(pane, Group.FACTS)
    assert found
    assert all(row.note == titles[row.article] for row in found)


@pytest.mark.parametrize("words", [(), ("xyzzy",)])
def test_words_that_do_not_stand_there_have_no_place(window: Window, words: tuple[str, ...]) -> None:
    runner = window.workspace.desk.runner  # type: ignore[union-attr]
    article = library.articles(runner)[0]
    assert word_places.first_place(runner, article.id, words) is None


def test_a_rejected_fact_says_so_and_comes_last(window: Window) -> None:
    found = rows(opened(window, "500 mw"), Group.FACTS)
    assert [row.sign for row in found][-1] == "rejected"
    assert [row.turned_down for row in found] == [False] * (len(found) - 1) + [True]
    assert "rejeté" in found[-1].spoken


def test_the_list_ends_with_a_whole_row(window: Window) -> None:
    pane = opened(window, "mw")
    last = pane.list.indexAt(pane.list.viewport().rect().bottomLeft())
    shown = pane.model.rowCount() - 1 if not last.isValid() else last.row()
    below = pane.list.visualRect(pane.model.index(shown, 0))
    assert below.bottom() <= pane.list.viewport().height() or below.top() >= pane.list.viewport().height() - 5


def test_a_command_is_run_and_the_choice_of_now_is_ticked(window: Window) -> None:
    pane = opened(window, "theme")
    found = rows(pane, Group.COMMANDS)
    assert [row.icon for row in found].count("check") == 1
    (now,) = (row for row in found if row.icon == "check")
    assert window.commands.actions[now.id].isChecked()
    assert now.spoken.endswith("en vigueur")
    assert ("Entrée", "exécuter") in pane.footer.keys
    assert "Ctrl Entrée" not in dict(pane.footer.keys)
    press(window, Key.Key_Escape)
    assert ("Entrée", "ouvrir") in opened(window, "500 mw").footer.keys
