"""Which keys call which command: the table's own, and what the person made of them.

Pure: nothing is bound here. ``Choices`` keeps it, ``Commands`` binds it, ``Words`` writes it on buttons.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from maeditor.ui.command_table import Command, Scope

Key, Modifier = Qt.Key, Qt.KeyboardModifier

ALTGR_SIGNS = frozenset({Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_Slash, Key.Key_Period})
"""On keyboards that are not American these signs ask for AltGr or Shift."""
CONTROLS_KEYS = frozenset({Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape})
"""A shortcut on these would take them from buttons, lists and fields."""
ARROWS = frozenset({Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down})
PANE_KEYS = frozenset({Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Delete, Key.Key_Backspace})
WAYS = ARROWS | {Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}
HELD_KEYS = frozenset(
    {Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_CapsLock, Key.Key_unknown}
)
"""Held while another is pressed: no key by themselves."""
MAC_OWN = frozenset({Key.Key_H, Key.Key_M})
"""⌘H and ⌘M hide and fold windows."""
MOST_KEYS = 4
_VIEWS = {
    Scope.READ: frozenset({"read"}),
    Scope.READING: frozenset({"read", "review"}),
    Scope.REVIEW: frozenset({"review"}),
    Scope.CHARTS: frozenset({"charts"}),
    Scope.SHEETS: frozenset({"sheets"}),
}
_ALL = frozenset({"read", "review", "charts", "sheets"})
PANE_SCOPES = frozenset({Scope.READ, Scope.READING, Scope.REVIEW, Scope.SHEETS})
"""Commands of these may have keys that no shortcut of the window may have: their panes hand those over."""


def overlap(one: Scope, other: Scope) -> bool:
    """Tell whether commands of two scopes can be called at the same time: all but those of two views."""
    return bool(_VIEWS.get(one, _ALL) & _VIEWS.get(other, _ALL))


def strokes(keys: str) -> tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...]:
    """The keys of a sequence with what is held."""
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    pressed: list[QKeyCombination] = [sequence[at] for at in range(sequence.count())]  # type: ignore[index]  # stubs
    return tuple((each.key(), each.keyboardModifiers()) for each in pressed)


def portable(keys: str) -> str:
    """A sequence as it is kept and compared; empty where it is none."""
    found = strokes(keys)
    if not found or any(key in HELD_KEYS for key, _held in found):
        return ""
    written = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText).toString()
    # The keypad's is the same key to whoever presses it.
    return "Return" if written in {"Enter", "Num+Enter"} else written


def clash(one: str, other: str) -> bool:
    """Tell whether two sequences get in each other's way: the same, or one begins the other."""
    first, second = strokes(one), strokes(other)
    shared = min(len(first), len(second))
    return shared > 0 and first[:shared] == second[:shared]


def is_single(keys: str) -> bool:
    """Tell whether a sequence needs nothing but characters (WCAG 2.1.4): speech and slips can press it."""
    plain = all(not held & ~Modifier.ShiftModifier for _key, held in strokes(keys))
    return plain and all(Key.Key_Space < key < Key.Key_Escape for key, _held in strokes(keys))


def is_pane_key(keys: str) -> bool:
    """Tell whether a pane can hand a key over to a command, where no shortcut may have it.

    Buttons, lists and fields come first then: Space, Enter, Delete, Backspace, and Alt+Shift with arrows, Home, End.
    """
    found = strokes(keys)
    if len(found) != 1:
        return False
    key, held = found[0][0], found[0][1] & ~Modifier.KeypadModifier
    if held == Modifier.AltModifier | Modifier.ShiftModifier:
        return key in WAYS
    return key in PANE_KEYS and not held & ~Modifier.ShiftModifier


def refused(keys: str, *, pane: bool = False) -> str:
    """Why keys may not call a command, as the key of a sentence; empty where they may.

    ``pane``: a pane hands the command what no shortcut of the window may have.
    """
    if pane and is_pane_key(keys):
        return ""
    for key, held in strokes(keys):
        bare = not held & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
        if key in ALTGR_SIGNS:
            return "keys.refused_sign"
        if held & Modifier.ControlModifier and held & Modifier.AltModifier:
            return "keys.refused_altgr"
        if held & Modifier.MetaModifier:
            return "keys.refused_system"
        if sys.platform == "darwin" and key in MAC_OWN and held == Modifier.ControlModifier:
            return "keys.refused_system"
        if bare and (key in CONTROLS_KEYS or key in ARROWS):
            return "keys.refused_control"
        if _is_reserved(key, held & ~Modifier.KeypadModifier):
            return "keys.refused_reserved"
    return "" if portable(keys) else "keys.refused_none"


def _is_reserved(key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Tell whether panes have a use of their own for a key: to delete, to leaf, to move a passage's ends, to commit."""
    if not held & ~Modifier.ShiftModifier:
        return key in WAYS or key in {Key.Key_Delete, Key.Key_Backspace}
    if held & Modifier.AltModifier:
        return Key.Key_0 <= key <= Key.Key_9 or (bool(held & Modifier.ShiftModifier) and key in WAYS)
    return bool(held & Modifier.ControlModifier) and key in {Key.Key_Return, Key.Key_Enter}


class KeyMap:
    """The keys of each command as they now are."""

    def __init__(self, commands: Iterable[Command], changed: Mapping[str, object] | None = None) -> None:
        self.commands = {each.id: each for each in commands}
        self._changed: dict[str, tuple[str, ...]] = {}
        self.singles = True
        """Whether keys without Ctrl or Alt work."""
        for name, keys in (changed or {}).items():
            # The file may be damaged, or of another version with other commands.
            if name in self.commands and isinstance(keys, list):
                self.change(name, [each for each in keys if isinstance(each, str) and not self.refused(name, each)])
        for name, changes in list(self._changed.items()):
            self._changed[name] = tuple(each for each in changes if not self.in_the_way(name, each))

    @property
    def changes(self) -> dict[str, list[str]]:
        """What differs from the table, to be kept."""
        return {name: list(keys) for name, keys in self._changed.items()}

    def usual(self, name: str) -> tuple[str, ...]:
        """The keys of the table."""
        return self.commands[name].keys

    def chosen(self, name: str) -> tuple[str, ...]:
        """The keys that the person wants, also where single ones are turned off."""
        return self._changed.get(name, self.usual(name))

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys that work."""
        return tuple(each for each in self.chosen(name) if self.singles or not is_single(each))

    def window_keys(self, name: str) -> tuple[str, ...]:
        """Those that work as shortcuts of the window; the others are handed over by panes."""
        return tuple(each for each in self.keys(name) if not is_pane_key(each))

    def at_pane(self, keys: str, *scopes: Scope) -> str:
        """The command of these scopes that a key of a pane calls; empty where none."""
        there = (each.id for each in self.commands.values() if each.scope in scopes and keys in self.keys(each.id))
        return next(there, "") if keys else ""

    def refused(self, name: str, keys: str) -> str:
        """Why keys may not call a command, as the key of a sentence; empty where they may."""
        return refused(keys, pane=self.commands[name].scope in PANE_SCOPES)

    def is_changed(self, name: str) -> bool:
        """Tell whether a command's keys are not those of the table."""
        return name in self._changed

    def change(self, name: str, keys: Sequence[str]) -> None:
        """Give a command other keys."""
        wanted = tuple(dict.fromkeys(each for each in map(portable, keys) if each))[:MOST_KEYS]
        if wanted == tuple(map(portable, self.usual(name))):
            self._changed.pop(name, None)
        else:
            self._changed[name] = wanted

    def reset(self, name: str) -> None:
        """Give a command the keys of the table again."""
        self._changed.pop(name, None)

    def reset_all(self) -> None:
        """Give all commands the keys of the table again."""
        self._changed.clear()

    def in_the_way(self, name: str, keys: str) -> list[str]:
        """The other commands whose keys these would get in the way of."""
        scope = self.commands[name].scope
        return [
            other.id
            for other in self.commands.values()
            if other.id != name
            and overlap(scope, other.scope)
            and any(clash(keys, each) for each in self.chosen(other.id))
        ]

    def clashes(self) -> list[tuple[str, str, str]]:
        """Every pair of commands in each other's way, with the key: none, as long as changes go through here."""
        found = []
        for name in self.commands:
            for keys in self.chosen(name):
                found += [(name, other, keys) for other in self.in_the_way(name, keys) if name < other]
        return found
