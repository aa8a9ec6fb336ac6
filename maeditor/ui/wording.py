"""The window's language, switched while running: every widget listens and words itself again."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from maeditor.wording import Wording


class Words(QObject):
    """The sentences of the language chosen."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(language)

    @property
    def wording(self) -> Wording:
        """The sentences themselves, for what is no widget."""
        return self._wording

    @property
    def language(self) -> str:
        """``fr`` or ``en``."""
        return self._wording.language

    def set_language(self, language: str) -> None:
        """Turn to another language."""
        if language != self.language:
            self._wording = Wording(language)
            self.changed.emit()

    def say(self, key: str, **details: object) -> str:
        """Word a key."""
        return self._wording.say(key, **details)

    def number(self, value: Decimal | int) -> str:
        """Write a number as the language does."""
        return self._wording.number(value)
