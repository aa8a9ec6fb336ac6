"""The table of commands: a clash or a dead entry costs an editor a key on every working day."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from maeditor.ui.command_table import COMMANDS, MENUS, Scope
from maeditor.ui.commands import Commands
from maeditor.ui.dialogs.keys import KeysDialog, plain
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import LANGUAGES, Wording


def made(qtbot: QtBot, words: Words) -> tuple[Commands, QMenuBar, list[str]]:
    window = QWidget()
    qtbot.addWidget(window)
    called: list[str] = []
    functions = {each.id: lambda name=each.id: called.append(name) for each in COMMANDS}
    bar = QMenuBar(window)
    commands = Commands(words, functions, window)
    commands.fill(bar)
    commands.enable(Scope)
    return commands, bar, called


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_menu_has_its_words(language: str) -> None:
    words = Wording(language)
    names = {command.menu.rpartition("/")[2] for command in COMMANDS} | set(MENUS) | {"recent"}
    assert all(words.say(command.text_key) for command in COMMANDS)
    assert all(words.say(f"command.menu_{name}") for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_are_told_apart_by_their_letter(language: str) -> None:
    words = Wording(language)
    letters = [words.say(f"command.menu_{name}").partition("&")[2][:1].lower() for name in MENUS]
    assert len(set(letters)) == len(letters)


def test_every_command_stands_in_a_menu_and_does_its_work(qtbot: QtBot, words: Words) -> None:
    _commands, bar, called = made(qtbot, words)

    def leaves(menu: QMenu) -> list[QAction]:
        found = []
        for action in menu.actions():
            inner = action.menu()
            found += leaves(inner) if isinstance(inner, QMenu) else [] if action.isSeparator() else [action]
        return found

    shown = [action for top in bar.actions() if isinstance(top.menu(), QMenu) for action in leaves(top.menu())]
    assert sorted(action.objectName() for action in shown) == sorted(command.id for command in COMMANDS)
    for action in shown:
        action.trigger()
    assert called == [action.objectName() for action in shown]


def test_without_its_function_a_command_cannot_be_called(qtbot: QtBot, words: Words) -> None:
    commands, _bar, called = made(qtbot, words)
    commands.take(["accept-fact", "about"])
    commands.enable(Scope)
    commands.call("accept-fact")
    assert called == []
    assert not commands.actions["accept-fact"].isEnabled()
    assert not commands.actions["about"].isVisible()


def test_outside_its_scope_a_key_is_silent(qtbot: QtBot, words: Words) -> None:
    commands, _bar, _called = made(qtbot, words)
    commands.enable((Scope.ANYWHERE,))
    assert commands.actions["open-project"].isEnabled()
    assert not commands.actions["accept-fact"].isEnabled()


def test_the_mac_puts_no_entry_elsewhere_by_guess(qtbot: QtBot, words: Words) -> None:
    commands, _bar, _called = made(qtbot, words)
    guessed = QAction.MenuRole.TextHeuristicRole
    assert [name for name, action in commands.actions.items() if action.menuRole() == guessed] == []


def test_projects_opened_before_are_one_click_away(qtbot: QtBot, words: Words) -> None:
    commands, _bar, _called = made(qtbot, words)
    asked: list[str] = []
    commands.recent_asked.connect(asked.append)
    commands.show_recent(["/a/M&A.maed", "/b/Autre.maed"])
    assert [action.text() for action in commands.recent.actions()] == ["M&&A.maed", "Autre.maed"]
    commands.recent.actions()[1].trigger()
    assert asked == ["/b/Autre.maed"]
    commands.show_recent([])
    assert not commands.recent.menuAction().isVisible()


def test_another_language_reaches_every_menu(qtbot: QtBot, words: Words) -> None:
    commands, bar, _called = made(qtbot, words)
    words.set_language("en")
    assert plain(bar.actions()[0].text()) == "File"
    assert plain(commands.actions["accept-fact"].text()) == "Accept"


def test_the_page_of_keys_lists_every_key_there_is(qtbot: QtBot, words: Words, theme: Theme) -> None:
    commands, _bar, _called = made(qtbot, words)
    window = QWidget()
    qtbot.addWidget(window)
    page = KeysDialog(theme, words, commands.there(), window)
    told = [page.table.item(row, 1).text() for row in range(page.table.rowCount()) if page.table.item(row, 1)]
    for command in COMMANDS:
        if command.keys:
            assert "   ".join(words.caps(command.id)) in told
    page.search.setText("REJETER")
    shown = [page.table.item(row, 0).text() for row in range(page.table.rowCount())]
    assert shown == ["Lire", "Rejeter", "Réviser", "Rejeter"]
