"""What the look over a project found: a row a problem, what to do about them, and all of it to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from maeditor.services.checking import OF_SEARCH, Problem
from maeditor.ui.dialogs.closing_row import MARGIN, SPACING
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH, HEIGHT = 640, 420


class ProblemsDialog(QDialog):
    """Is read, copied and closed; it changes nothing."""

    def __init__(self, theme: Theme, words: Words, problems: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        say, px = words.say, theme.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("dialog.problems_title"))
        head = QLabel(say("dialog.problems", count=len(problems)), self)
        head.setFont(theme.ui_font(14, 600))
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(head.text())
        self.rows.setWordWrap(True)
        self.rows.setSpacing(px(3))
        for each in problems:
            self.rows.addItem(say(f"error.problem.{each.kind}", record=each.record, **each.details))
        of_search = all(each.kind in OF_SEARCH for each in problems)
        self.advice = QLabel(say("dialog.problems_search" if of_search else "dialog.problems_do"), self)
        for label in (head, self.advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.copy = KeycapButton(theme, "copy", "", self)
        leave = KeycapButton(theme, "", say("keys.escape"), self, filled=True)
        for button, key, role in (
            (self.copy, "dialog.problems_copy", QDialogButtonBox.ButtonRole.ActionRole),
            (leave, "dialog.problems_close", QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button.setText(say(key))
            button.setAccessibleName(say(key))
            buttons.addButton(button, role)
        self.copy.setAutoDefault(False)
        leave.setDefault(True)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(px(MARGIN) for _side in range(4)))
        column.setSpacing(px(SPACING))
        for part in (head, self.rows, self.advice, buttons):
            column.addWidget(part)
        self.resize(px(WIDTH), px(HEIGHT))

    @property
    def text(self) -> str:
        """All that was found and what to do, as lines."""
        return "\n".join([*(self.rows.item(at).text() for at in range(self.rows.count())), self.advice.text()])
