"""Keys as they are written in the window: one that teaches a key that works no longer costs more than none."""

from __future__ import annotations

import re

from accessibility_setting import each_view
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from shell_setting import settle

from maeditor.assets import resource
from maeditor.ui import context_keys
from maeditor.ui.command_table import COMMANDS, Scope
from maeditor.ui.dialogs.settings import SettingsDialog
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.window import Window
from maeditor.wording import LANGUAGES


def drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_buttons_status_bar_and_menus_follow_a_changed_key(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    button = workspace.facts.inspector.buttons["accept"]
    before = drawn(button), drawn(window.main.status)
    assert ("A", "status.key_accept") in context_keys.caps(context_keys.READER, window.words)
    window.choices.change_keys("accept-fact", ["Ctrl+Shift+J"])
    settle()
    assert drawn(button) != before[0]
    assert drawn(window.main.status) != before[1]
    assert ("Ctrl Maj J", "status.key_accept") in context_keys.caps(context_keys.READER, window.words)
    assert window.commands.actions["accept-fact"].shortcuts() == [QKeySequence("Ctrl+Shift+J")]
    window.choices.reset_keys()
    settle()
    assert drawn(button) == before[0]


def test_the_way_to_search_shows_its_key_as_it_now_is(window: Window) -> None:
    assert window.workspace is not None
    button = window.workspace.sidebar.search
    assert button.key == "Ctrl K"
    before = drawn(button)
    window.choices.change_keys("search", ["Ctrl+Shift+K"])
    settle()
    assert button.key == "Ctrl Maj K"
    assert drawn(button) != before


def test_no_sentence_has_a_changeable_key_written_in_it() -> None:
    """A key that can be changed is put into a sentence as it is now."""
    written = re.compile(
        r"\b(F[0-9]{1,2}|(Ctrl|Maj|Shift|Alt)[ +][A-Z0-9]\w*|(puis|then|press|et|and|or|ou) [A-Z])\b(?!-)"
    )
    about_keys = {"keys", "command", "workbook", "export", "cli"}
    for language in LANGUAGES:
        for area in resource("translations", language).glob("*.toml"):
            found = [] if area.stem in about_keys else written.findall(area.read_text("utf-8"))
            assert found == [], (language, area.stem)


def test_sentences_name_a_key_as_it_now_is_and_without_one_the_command(window: Window) -> None:
    workspace, choices, words = window.workspace, window.choices, window.words
    assert workspace is not None
    window.commands.actions["settings"].trigger()
    settle()
    dialog = window.main.findChild(SettingsDialog)
    assert dialog is not None
    for command, whose in (("new-fact", workspace.facts), ("review-next", dialog)):
        choices.change_keys(command, ["Ctrl+Shift+J"])
        settle()
        assert [each for each in whose.findChildren(QLabel) if "Ctrl Maj J" in each.text()], command
        choices.reset_keys()
    dialog.close()
    choices.change_keys("find-next", ["Ctrl+Shift+J"])
    assert "Ctrl Maj J" in workspace.reader.find_bar.next.toolTip()
    workspace.desk.selection.mark(None)
    called = {
        "new-fact": workspace.facts_presenter.new_fact,
        "link-selection": workspace.facts_presenter.link,
        "highlight": workspace.highlighting.highlight,
        "article-details": workspace.facts_presenter.more.open_source,
        "checkpoint": workspace.functions()["return-to-checkpoint"],
    }
    for command, call in called.items():
        choices.change_keys(command, ["Ctrl+Shift+J"])
        call()
        assert "Ctrl Maj J" in window.main.notices.text, command
        choices.change_keys(command, [])
        call()
        name = words.say(f"command.{command}").replace("&", "").rstrip("…")
        assert name in window.main.notices.text, command
        choices.reset_keys()


def test_with_single_keys_off_no_letter_is_shown_as_a_key(window: Window) -> None:
    window.choices.choose_single_keys(False)
    for view in each_view(window):
        caps = [each.key for each in window.main.findChildren(KeycapButton) if each.isVisible()]
        assert [cap for cap in caps if len(cap) == 1] == [], view
        assert [cap for cap, _text in workspace_keys(window) if len(cap) == 1 and cap.isalpha()] == []


def workspace_keys(window: Window) -> list[tuple[str, str]]:
    assert window.workspace is not None
    return window.workspace.keys()


def test_every_command_of_the_table_can_be_called_once_a_project_is_open(window: Window) -> None:
    """A row without a function would be a dead entry: it is built, or it is not in the table."""
    dead = [each.id for each in COMMANDS if not window.commands.actions[each.id].isVisible()]
    assert dead == []


def test_commands_of_another_view_are_silent(window: Window) -> None:
    for view in each_view(window):
        for command in COMMANDS:
            action = window.commands.actions[command.id]
            if command.scope is Scope.READ:
                assert view == "read" or not action.isEnabled(), (view, command.id)
            if command.scope is Scope.REVIEW:
                assert view == "review" or not action.isEnabled(), (view, command.id)
