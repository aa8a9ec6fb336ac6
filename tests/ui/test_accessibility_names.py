"""Names: a control without one is silence to somebody who hears the window."""

from __future__ import annotations

import pytest
from accessibility_setting import each_view, name_of, press, shown, told
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shell_setting import settle

from maeditor.ui.window import Window

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
CARDS = 20
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


def nameless(root: QWidget) -> list[str]:
    return [told(each) for each in shown(root) if not name_of(each).strip()]


@LANGUAGES
def test_nothing_is_without_a_name_in_any_view(window: Window, language: str) -> None:
    window.choices.choose_language(language)
    for view in each_view(window):
        assert nameless(window.main) == [], view


@LANGUAGES
def test_nothing_is_without_a_name_on_any_card_of_a_review_or_while_it_is_changed(
    window: Window, language: str
) -> None:
    window.choices.choose_language(language)
    window.commands.call("view-review")
    settle()
    for key in (*"j" * CARDS, "v", Key.Key_Escape, "e", Key.Key_Escape, "b", Key.Key_Escape):
        press(key)
        assert nameless(window.main) == [], key


@LANGUAGES
def test_nothing_is_without_a_name_on_the_first_page(window: Window, language: str) -> None:
    window.choices.choose_language(language)
    window.close_project()
    settle()
    assert nameless(window.main) == []


@LANGUAGES
def test_nothing_is_without_a_name_in_the_card_of_a_new_fact(window: Window, language: str) -> None:
    window.choices.choose_language(language)
    workspace = window.workspace
    assert workspace is not None
    workspace.reader.setFocus()
    settle()
    press("m")
    press("n")
    assert workspace.facts_presenter.popover_has(QApplication.focusWidget())
    assert nameless(QApplication.focusWidget().window()) == []  # type: ignore[union-attr]


@LANGUAGES
@pytest.mark.parametrize("command", ["keys", "settings", "article-details", "add-property", "checkpoint", "history"])
def test_nothing_is_without_a_name_in_a_dialog(window: Window, language: str, command: str) -> None:
    window.choices.choose_language(language)
    window.commands.call(command)
    settle()
    dialogs = [each for each in window.main.findChildren(QDialog) if each.isVisible()]
    for root in dialogs or [window.main]:
        assert nameless(root) == [], command
        for field in shown(root):
            assert "&" not in name_of(field).replace("&&", ""), told(field)


def test_no_two_buttons_beside_each_other_have_one_name(window: Window) -> None:
    for view in each_view(window):
        for parent in {each.parentWidget() for each in shown(window.main)}:
            beside = [each for each in shown(window.main) if each.parentWidget() is parent]
            names = [name_of(each) for each in beside if each.metaObject().inherits(_button().metaObject())]
            assert len(set(names)) == len(names), (view, names)


def _button() -> QWidget:
    from PySide6.QtWidgets import QPushButton

    return QPushButton()
