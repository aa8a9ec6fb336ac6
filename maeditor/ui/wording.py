"""The window's language, switched while running: every widget listens and words itself again.

What stands on keys belongs to it: a command's key is shown as the person has it now, in this language's name.
"""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from maeditor.ui.command_table import COMMANDS
from maeditor.ui.key_cap import cap_text
from maeditor.ui.key_map import KeyMap
from maeditor.wording import Wording


class Words(QObject):
    """The sentences of the language chosen."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(language)
        self._keys = KeyMap(COMMANDS)

    @property
    def keys(self) -> KeyMap:
        """The keys of the commands, as they now are."""
        return self._keys

    def set_keys(self, keys: KeyMap) -> None:
        """Take other keys, or the same ones after a change."""
        self._keys = keys
        self.changed.emit()

    def cap(self, command: str) -> str:
        """What to write on a command's keycap: ``A``, ``Ctrl Maj F``; nothing where no key calls it."""
        keys = self._keys.keys(command)
        return cap_text(keys[0], self._wording) if keys else ""

    def caps(self, command: str) -> tuple[str, ...]:
        """All the keys of a command, as ``cap`` writes one."""
        return tuple(cap_text(each, self._wording) for each in self._keys.keys(command))

    def called(self, command: str) -> str:
        """How a sentence names the way to a command: its key, or where it has none its name in the menus."""
        name = self._wording.say(self._keys.commands[command].text_key).replace("&", "").rstrip("…")
        return self.cap(command) or self._wording.say("keys.called", command=name)

    def tip(self, key: str, command: str) -> str:
        """Word a tip, with the command's key behind it."""
        cap = self.cap(command)
        return f"{self._wording.say(key)} ({cap})" if cap else self._wording.say(key)

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
