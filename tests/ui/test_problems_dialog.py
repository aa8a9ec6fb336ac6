"""What the check found, in a list that can be copied: « 3 problems » alone leaves one with a command line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from maeditor.services.checking import Problem
from maeditor.ui.dialogs.problems import ProblemsDialog
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


def test_each_problem_is_a_row_and_all_of_it_is_copied(qtbot: QtBot, theme: Theme, words: Words) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.show()
    found = [Problem("quote_differs", "P-1", {"article": "a", "quote": "rien"}), Problem("text_damaged", "T-2", {})]
    dialog = ProblemsDialog(theme, words, found, behind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.rows.count() == 2
    assert "P-1" in dialog.rows.item(0).text()
    assert "T-2" in dialog.rows.item(1).text()
    assert dialog.advice.text() == words.say("dialog.problems_do")
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
