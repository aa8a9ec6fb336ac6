"""The settings: what a person chooses must work at once, by the keyboard alone, and be said when it cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.ui.dialogs.settings import PAGES, SettingsDialog
from maeditor.ui.window import Window

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever window is in front."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert front is not None
    handle = front.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    settle()


def opened(window: Window, page: str = "general") -> SettingsDialog:
    """Ctrl+, and down to a page."""
    press(",", Control)
    dialog = window.main.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    for _page in range(PAGES.index(page)):
        press(Key.Key_Down)
    return dialog


def leave(window: Window) -> None:
    """Escape; where there is no window manager, nobody gives the keyboard back when a dialog goes."""
    press(Key.Key_Escape)
    window.main.activateWindow()
    settle()


def tab_to(widget: QWidget) -> None:
    """Press Tab until a widget has the keyboard."""
    for _press in range(40):
        focus = QApplication.focusWidget()
        if focus is widget:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {widget.accessibleName()!r}")


def choose(box: QComboBox, steps: int) -> None:
    tab_to(box)
    for _step in range(abs(steps)):
        press(Key.Key_Down if steps > 0 else Key.Key_Up)


def field(dialog: QDialog, name: str) -> QWidget:
    return next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == name)


def test_escape_closes_it_and_nothing_is_left(window: Window) -> None:
    opened(window)
    press(Key.Key_Escape)
    assert window.main.findChild(SettingsDialog) is None


def test_language_theme_size_and_line_length_change_at_once_by_keys_alone(window: Window) -> None:
    dialog = opened(window)
    workspace = window.workspace
    assert workspace is not None
    choose(field(dialog, "Thème"), -1)  # type: ignore[arg-type]
    assert window.theme.dark
    choose(field(dialog, "Taille du texte"), 1)  # type: ignore[arg-type]
    assert window.theme.scale == 1.15
    choose(field(dialog, "Longueur des lignes du lecteur"), 1)  # type: ignore[arg-type]
    assert workspace.reader.measure == "wide"
    choose(field(dialog, "Langue"), 1)  # type: ignore[arg-type]
    assert dialog.windowTitle() == "Settings"
    assert field(dialog, "Text size").isVisible()
    assert [dialog.pages.item(at).text() for at in range(len(PAGES))] == ["General", "Reading", "Review", "Keys"]
    box = field(dialog, "Theme")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Dark"


def test_the_name_signs_what_comes_next(window: Window) -> None:
    dialog = opened(window)
    tab_to(field(dialog, "Votre nom"))
    press("a", Control)
    for letter in "Zora":
        press(letter)
    press(Key.Key_Tab)
    assert window.workspace is not None
    assert window.workspace.desk.runner.editor == window.choices.editor == "Zora"


def test_single_keys_are_silent_once_turned_off_and_the_others_work(window: Window) -> None:
    dialog = opened(window, "review")
    tab_to(field(dialog, "Touches simples"))
    press(Key.Key_Space)
    leave(window)
    workspace = window.workspace
    assert workspace is not None
    before = workspace.desk.selection.fact_id
    press("j")
    press("a")
    assert workspace.desk.selection.fact_id == before
    assert not window.commands.actions["undo"].isEnabled()
    press(Key.Key_4, Control)
    assert workspace.desk.selection.view == "charts"
    assert not window.commands.actions["single-keys"].isChecked()


def test_a_key_is_changed_by_pressing_it_and_calls_its_command(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window, "keys")
    page = dialog.keys
    tab_to(page.search)
    for letter in "fait suivant":
        press(letter)
    press(Key.Key_Down)
    assert QApplication.focusWidget() is page.table
    while page.chosen != "next-fact":
        press(Key.Key_Down)
    press(Key.Key_Return)
    press("a")
    # Two letters in a row may be one key: it waits for the second.
    qtbot.waitUntil(lambda: "Accepter" in page.told.text())
    assert window.words.keys.keys("next-fact") == ("J",)
    press("j", Control | Shift)
    assert window.words.keys.keys("next-fact") == ("Ctrl+Shift+J",)
    assert page.model.index(page.table.currentIndex().row(), 2).data() == "Ctrl Maj J"
    assert "Ctrl Maj J" in page.told.text()
    leave(window)
    workspace = window.workspace
    assert workspace is not None
    workspace.reader.setFocus()
    before = workspace.desk.selection.fact_id
    press("j")
    assert workspace.desk.selection.fact_id == before
    press("j", Control | Shift)
    assert workspace.desk.selection.fact_id != before


def test_a_key_of_the_system_is_refused_and_escape_gives_up(window: Window) -> None:
    page = opened(window, "keys").keys
    tab_to(page.table)
    press(Key.Key_Return)
    press("a", Control | Qt.KeyboardModifier.AltModifier)
    assert "AltGr" in page.told.text()
    press(Key.Key_Escape)
    assert page.isVisible()
    assert QApplication.focusWidget() is page.table
    assert window.words.keys.changes == {}


def test_keys_are_taken_away_and_given_back(window: Window) -> None:
    page = opened(window, "keys").keys
    tab_to(page.table)
    press(Key.Key_Delete)
    assert window.words.keys.keys(page.chosen) == ()
    tab_to(page.reset)
    press(Key.Key_Space)
    assert window.words.keys.changes == {}


def test_it_is_as_large_as_its_window_allows(window: Window) -> None:
    window.main.resize(1100, 680)
    for scale in (1.0, 1.3, 1.75):
        window.choices.set_zoom(scale)
        settle()
        dialog = opened(window)
        for at, _name in enumerate(PAGES):
            dialog.pages.setCurrentRow(at)
            settle()
            assert dialog.width() <= 1100
            assert dialog.height() <= 680
            for area in dialog.findChildren(QAbstractScrollArea):
                assert not area.horizontalScrollBar().isVisible(), area
            for button in (dialog.keys.change, dialog.keys.reset_all):
                if button.isVisible():
                    corner = button.mapTo(dialog, QPoint(button.width(), button.height()))
                    assert dialog.rect().contains(corner)
                    assert button.width() >= button.minimumSizeHint().width()
        leave(window)
    window.choices.set_zoom(1.0)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_in_it_is_without_a_name(window: Window, language: str) -> None:
    window.choices.choose_language(language)
    dialog = opened(window)
    for at, _name in enumerate(PAGES):
        dialog.pages.setCurrentRow(at)
        settle()
        nameless = [
            each
            for each in dialog.findChildren(QWidget)
            if each.isVisible()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not each.accessibleName()
            and each.focusProxy() is None
            and not isinstance(each.parent(), QComboBox)
        ]
        assert [each for each in nameless if each.objectName() != "qt_spinbox_lineedit"] == []


def test_what_the_reader_shows_is_chosen_at_once_and_for_the_next_project(window: Window) -> None:
    dialog = opened(window, "reading")
    workspace = window.workspace
    assert workspace is not None
    for name in ("Montrer les lignes de bruit", "Pointer les chiffres sans fait", "Teinter les mots de nuance"):
        tab_to(field(dialog, name))
        press(Key.Key_Space)
    assert (workspace.reader.noise_shown, workspace.omissions.visible, workspace.hedges.visible) == (True, False, True)
    leave(window)
    target = workspace.target
    window.close_project()
    window.open(target)
    again = window.workspace
    assert again is not None
    assert (again.reader.noise_shown, again.omissions.visible, again.hedges.visible) == (True, False, True)
