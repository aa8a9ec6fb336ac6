"""« Prise en main »: the way from an article to a fact sheet in six steps, with the keys as they now are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

STEPS = (
    ("import", ("import-files", "paste-article")),
    ("read", ("next-fact", "grow-selection")),
    ("review", ("review", "review-accept", "review-reject")),
    ("record", ("new-fact",)),
    ("finish", ("next-omission", "dismiss-figure")),
    ("export", ("export-workbook",)),
)
"""The steps, and the commands whose keys each names."""
WIDTH = 520


class GettingStarted(QDialog):
    """A page that is read and closed; its button opens the sample."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget, open_sample: Callable[[], None]) -> None:
        super().__init__(parent)
        say, px = words.say, theme.px
        self._gap = px(12)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("welcome.steps_title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(2))
        for at, (step, commands) in enumerate(STEPS):
            keys = {name.replace("-", "_"): words.called(name) for name in commands}
            self._add(grid, 2 * at, words.number(at + 1), theme.ui_font(18, 600), theme.tokens.accent, 0)
            self._add(grid, 2 * at, say(f"welcome.step_{step}_title"), theme.ui_font(14, 600), theme.tokens.text, 1)
            self._add(grid, 2 * at + 1, say(f"welcome.step_{step}", **keys), theme.ui_font(13), theme.tokens.text2, 1)
        grid.setColumnStretch(1, 1)
        more = QLabel(say("welcome.steps_more", keys=words.called("keys"), search=words.called("search")), self)
        more.setTextFormat(Qt.TextFormat.PlainText)
        more.setWordWrap(True)
        more.setFont(theme.ui_font(12))
        more.setStyleSheet(f"color: {theme.tokens.text2};")
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton(say("welcome.steps_close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.sample = buttons.addButton(say("welcome.steps_sample"), QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        self.sample.clicked.connect(self.accept)
        self.accepted.connect(open_sample)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(16))
        column.setSpacing(px(14))
        column.addLayout(grid)
        column.addWidget(more)
        column.addWidget(buttons)
        self.setMinimumWidth(px(WIDTH))

    def _add(self, grid: QGridLayout, row: int, text: str, font: QFont, colour: str, column: int) -> None:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(column == 1)
        label.setFont(font)
        label.setStyleSheet(f"color: {colour};")
        label.setContentsMargins(0, 0, 0, self._gap if row % 2 else 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label, row, column)
