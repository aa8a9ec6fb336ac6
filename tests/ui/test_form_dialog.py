"""A form that opens on its button would save nothing typed: the keyboard begins in a field and ends at the buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.errors import MissingRecordError
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Key = Qt.Key


@pytest.fixture
def behind(qtbot: QtBot) -> QWidget:
    """The window that the dialog stands before."""
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def opened(qtbot: QtBot, theme: Theme, words: Words, behind: QWidget, saved: list[str]) -> FormDialog:
    """A form of two fields that notes what it saves."""

    def save() -> None:
        if not name.text():
            raise MissingRecordError("no_checkpoint", checkpoint="Ctrl S")
        saved.append(name.text())

    dialog = FormDialog("timeline.checkpoint_title", theme, words, save, behind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    name = dialog.add_text("timeline.checkpoint_name")
    dialog.add_text("dialog.author")
    dialog.open()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or behind))
    return dialog


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_keyboard_begins_in_the_first_field_and_tab_ends_at_the_button(
    qtbot: QtBot, theme: Theme, words: Words, behind: QWidget
) -> None:
    opened(qtbot, theme, words, behind, [])
    assert focus().accessibleName() == "Nom"
    QTest.keyClick(focus(), Key.Key_Tab)
    assert focus().accessibleName() == "Auteur"
    QTest.keyClick(focus(), Key.Key_Tab)
    button = focus()
    assert isinstance(button, KeycapButton)
    assert button.text() == "Enregistrer"
    assert button.isDefault()


def test_enter_saves_and_what_cannot_be_saved_stays_with_the_reason(
    qtbot: QtBot, theme: Theme, words: Words, behind: QWidget
) -> None:
    saved: list[str] = []
    dialog = opened(qtbot, theme, words, behind, saved)
    QTest.keyClick(focus(), Key.Key_Return)
    assert dialog.isVisible()
    assert not saved
    QTest.keyClicks(focus(), "Avant")
    QTest.keyClick(focus(), Key.Key_Return)
    assert saved == ["Avant"]
    assert not dialog.isVisible()
