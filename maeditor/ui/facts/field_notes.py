"""Why a field cannot be saved as it stands: one sentence under it, and its border in red."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from maeditor.domain.errors import ValueTextError
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class FieldNotes:
    """The sentences of one form: a label for each of its rows, hidden while there is nothing to say."""

    def __init__(self, theme: Theme, words: Words, rows: Sequence[str], parent: QWidget) -> None:
        self._theme, self._words = theme, words
        self.labels = {row: QLabel(parent) for row in rows}
        self._faulty: tuple[str, QLineEdit, ValueTextError] | None = None
        for label in self.labels.values():
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.hide()

    @property
    def sentence(self) -> str:
        """What is said now, or nothing."""
        return next((label.text() for label in self.labels.values() if not label.isHidden()), "")

    @contextmanager
    def about(self, row: str, field: QLineEdit) -> Iterator[None]:
        """Tell under ``row`` what is wrong with a field that is read within; the error goes on."""
        try:
            yield
        except ValueTextError as error:
            self._faulty = row, field, error
            self.tell()
            raise

    def clear(self) -> None:
        """Nothing is wrong, or it is being mended."""
        if self._faulty is not None:
            row, field, _error = self._faulty
            self._faulty = None
            self.labels[row].hide()
            field.setStyleSheet("")
            field.setAccessibleDescription("")

    def tell(self) -> None:
        """Say it in the language and the colours of now."""
        if self._faulty is None:
            return
        row, field, error = self._faulty
        theme, label = self._theme, self.labels[row]
        told = self._words.say(f"error.{error.key}", **error.details)
        label.setText(told)
        label.setFont(theme.ui_font(12))
        label.setStyleSheet(f"color: {theme.tokens.danger};")
        label.show()
        field.setAccessibleDescription(told)
        field.setStyleSheet(
            f"QLineEdit {{ border: 2px solid {theme.tokens.danger}; padding: 0 {theme.px(7)}px;"
            f" min-height: {theme.px(30) - 4}px; }}"
        )
