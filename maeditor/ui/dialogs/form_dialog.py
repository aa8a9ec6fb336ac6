"""A dialog of labelled fields with Save and Cancel; what cannot be saved is said in it, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from maeditor.domain.errors import MaeditorError
from maeditor.ui.dialogs.closing_row import MARGIN, SPACING, closing_row
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH = 460


class FormDialog(QDialog):
    """Opens without blocking; ``save`` raises MaeditorError for what a person must put right."""

    def __init__(
        self,
        title_key: str,
        theme: Theme,
        words: Words,
        save: Callable[[], None],
        parent: QWidget,
        do_key: str = "dialog.save",
    ) -> None:
        """``do_key`` words the button that does it."""
        super().__init__(parent)
        self._theme, self._words, self._save = theme, words, save
        self.setWindowTitle(words.say(title_key))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: list[QWidget] = []
        self._rows = QFormLayout()
        self._rows.setVerticalSpacing(theme.px(8))
        self._rows.setHorizontalSpacing(theme.px(14))
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setStyleSheet(f"color: {theme.tokens.danger};")
        self._error.hide()
        buttons, self._do = closing_row(self, theme, words, words.say(do_key))
        buttons.accepted.connect(self._try_to_save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(MARGIN) for _side in range(4)))
        column.setSpacing(theme.px(SPACING))
        column.addLayout(self._rows)
        column.addWidget(self._error)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.px(WIDTH))

    def add_sentence(self, sentence: str) -> QLabel:
        """Add what is to be known before anything is filled in."""
        label = QLabel(sentence, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._rows.addRow(label)
        return label

    def add_text(self, label_key: str, text: str = "", hint_key: str = "") -> QLineEdit:
        """Add a line of text."""
        field = QLineEdit(text, self)
        field.setCursorPosition(0)
        if hint_key:
            field.setPlaceholderText(self._words.say(hint_key))
        self._add(label_key, field)
        return field

    def add_choice(self, label_key: str, choices: Sequence[tuple[str, str]], chosen: str = "") -> QComboBox:
        """Add a choice of keys with their texts."""
        field = QComboBox(self)
        for key, text in choices:
            field.addItem(text, key)
        field.setCurrentIndex(max(field.findData(chosen), 0))
        self._add(label_key, field)
        return field

    def _add(self, label_key: str, field: QWidget) -> None:
        label = self._words.say(label_key)
        field.setAccessibleName(label.replace("&", ""))
        self._fields.append(field)
        self._rows.addRow(label, field)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, unless another was chosen, and comes to the buttons last."""
        for field, following in pairwise([*self._fields, self._do]):
            QWidget.setTabOrder(field, following)
        if self._fields and self.focusWidget() not in self._fields:
            self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def _try_to_save(self) -> None:
        try:
            self._save()
        except MaeditorError as error:
            self._error.setText(self._words.say(f"error.{error.key}", **error.details))
            self._error.show()
        else:
            self.accept()
