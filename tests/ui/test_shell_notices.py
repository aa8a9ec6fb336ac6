"""Notices: without them nobody knows what was saved, or why something was not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.errors import UnreadableFileError
from maeditor.ui import notices as notices_module
from maeditor.ui.notices import Notices
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    QVBoxLayout(shown).addWidget(QLineEdit(shown))
    shown.show()
    # A notice under the mouse is being read, and stays.
    QCursor.setPos(shown.mapToGlobal(QPoint(2, 2)))
    return shown


@pytest.fixture
def notices(window: QWidget, theme: Theme, words: Words) -> Notices:
    return Notices(theme, words, window)


def button(notices: Notices, text: str) -> QPushButton:
    return next(each for each in notices.findChildren(QPushButton) if text in {each.text(), each.accessibleName()})


def test_a_notice_goes_by_itself(qtbot: QtBot, notices: Notices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_module, "SHOWN_MS", 20)
    notices.info("Fait accepté.")
    assert notices.text == "Fait accepté."
    assert notices.isVisible()
    qtbot.waitUntil(lambda: not notices.isVisible())
    assert [each.text for each in notices.past] == ["Fait accepté."]


def test_an_error_stays_until_it_is_dismissed(
    qtbot: QtBot, window: QWidget, notices: Notices, theme: Theme, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices_module, "SHOWN_MS", 1)
    beside = Notices(theme, words, window)
    notices.error("Le fichier est vide.")
    beside.info("Fait accepté.")
    qtbot.waitUntil(lambda: not beside.text)
    assert notices.text == "Le fichier est vide."
    qtbot.mouseClick(button(notices, "Fermer l’avis"), Qt.MouseButton.LeftButton)
    assert notices.text == ""
    assert not notices.isVisible()


def test_what_is_done_meanwhile_is_told_and_the_error_comes_back(
    qtbot: QtBot, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices_module, "SHOWN_MS", 20)
    notices.error("Le fichier est vide.")
    notices.info("Fait accepté.", "Annuler", lambda: None)
    assert notices.text == "Fait accepté."
    qtbot.waitUntil(lambda: notices.text == "Le fichier est vide.")
    assert notices.isVisible()
    assert not button(notices, "").isVisible()


def test_a_newer_error_takes_the_place_of_the_older(qtbot: QtBot, notices: Notices) -> None:
    notices.error("Le fichier est vide.")
    notices.error("Le disque est plein.")
    assert notices.text == "Le disque est plein."
    qtbot.mouseClick(button(notices, "Fermer l’avis"), Qt.MouseButton.LeftButton)
    assert notices.text == ""


def test_an_error_goes_with_its_reason_also_from_behind_an_information(notices: Notices) -> None:
    notices.error("« beaucoup » n’est pas une valeur.", "field")
    notices.resolve("another")
    assert notices.text
    notices.resolve("field")
    assert not notices.isVisible()
    notices.error("« beaucoup » n’est pas une valeur.", "field")
    notices.info("Fait accepté.")
    notices.resolve("field")
    assert notices.text == "Fait accepté."
    notices.dismiss()
    assert not notices.isVisible()


def test_its_button_does_what_it_says_once(qtbot: QtBot, notices: Notices) -> None:
    done: list[str] = []
    notices.info("Fait rejeté.", "Annuler", lambda: done.append("undone"))
    qtbot.mouseClick(button(notices, "Annuler"), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert not notices.isVisible()


def test_it_never_takes_the_focus(qtbot: QtBot, window: QWidget, notices: Notices) -> None:
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    notices.info("Fait accepté.", "Annuler", lambda: None)
    qtbot.keyClicks(field, "abc")
    assert field.text() == "abc"
    assert window.focusWidget() is field
    qtbot.mouseClick(button(notices, "Annuler"), Qt.MouseButton.LeftButton)
    assert window.focusWidget() is field


def test_the_keyboard_can_reach_it(notices: Notices) -> None:
    notices.error("Le fichier est vide.")
    assert button(notices, "Fermer l’avis").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_it_stays_inside_the_window_however_long_it_is(window: QWidget, notices: Notices) -> None:
    notices.error("Un fichier au nom bien long ne peut pas être lu. " * 12)
    assert window.rect().contains(notices.geometry())
    window.resize(600, 400)
    assert abs(notices.geometry().center().x() - window.rect().center().x()) <= 1


def test_an_error_of_the_domain_is_worded_in_the_language_chosen(notices: Notices, words: Words) -> None:
    words.set_language("en")
    notices.error_from(UnreadableFileError("file_empty", name="note.txt"))
    assert "note.txt" in notices.text


def test_foreign_text_stays_text(notices: Notices) -> None:
    notices.info("<b>gras</b> & <img src=x>")
    assert notices.grab().width() > 0
    assert notices.text == "<b>gras</b> & <img src=x>"


def test_a_hint_bears_no_sign_of_success_and_goes_by_itself(qtbot: QtBot, notices: Notices) -> None:
    """A tick beside a refusal says that something was done."""

    def sign() -> object:
        return notices.findChildren(QLabel)[0].pixmap().toImage()

    notices.info("Fait F-0001 accepté.")
    done = sign()
    notices.hint("Il n’y a rien à écarter ici.")
    assert notices.text == "Il n’y a rien à écarter ici."
    assert sign() != done
    assert not notices.past[-1].error
    notices.dismiss()
    assert not notices.isVisible()
