"""The actions made of the table of commands: menus, keys, marks.

A command whose function nobody gave is absent, never dead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from maeditor.ui.command_table import COMMANDS, MENUS, Role, Scope
from maeditor.ui.wording import Words

PORTABLE = QKeySequence.SequenceFormat.PortableText


class Commands(QObject):
    """The actions made of the table, for the functions there are."""

    recent_asked = Signal(str)
    """A project opened before."""

    def __init__(self, words: Words, functions: Mapping[str, Callable[[], None]], window: QWidget) -> None:
        super().__init__(window)
        self._words = words
        self._window = window
        self._functions = dict(functions)
        self._menus: list[tuple[str, QMenu]] = []
        self.recent = QMenu(window)
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(self)
            action.setObjectName(command.id)
            action.setMenuRole(command.role)
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _checked=False, wanted=command.id: self.call(wanted))
            self.actions[command.id] = action
            window.addAction(action)
        words.changed.connect(self.retranslate)
        self.retranslate()
        self.enable((Scope.ANYWHERE,))

    def give(self, functions: Mapping[str, Callable[[], None]]) -> None:
        """Add functions, as when a project opens."""
        self._functions.update(functions)

    def take(self, names: Iterable[str]) -> None:
        """Take functions away, as when a project closes."""
        for name in names:
            self._functions.pop(name, None)

    def call(self, name: str) -> None:
        """Do a command, if there is a function for it."""
        function = self._functions.get(name)
        if function is not None:
            function()

    def call_keys(self, keys: str) -> bool:
        """Do what some keys are bound to now; tells whether there is anything."""
        for name, action in self.actions.items():
            if action.isEnabled() and keys in self._words.keys.keys(name):
                action.trigger()
                return True
        return False

    def enable(self, scopes: Iterable[Scope]) -> None:
        """Let the commands of these scopes work, and those alone; what has no function is not shown.

        Without a project its commands have none, and are shown as what there will be.
        """
        wanted = set(scopes)
        for command in COMMANDS:
            action = self.actions[command.id]
            there = command.id in self._functions
            action.setVisible(there or (Scope.PROJECT not in wanted and command.scope is not Scope.ANYWHERE))
            action.setEnabled(there and command.scope in wanted)
        for name, menu in self._menus:
            if "/" in name and menu is not self.recent:
                menu.menuAction().setVisible(any(each.isVisible() for each in menu.actions()))

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus, in the order of the table; the projects opened before stand after opening one."""
        for name in MENUS:
            menu = self._add_menu(bar.addMenu(""), name)
            inner: dict[str, QMenu] = {}
            group = None
            for command in COMMANDS:
                if command.menu.partition("/")[0] != name:
                    continue
                if group is not None and command.group != group:
                    menu.addSeparator()
                group = command.group
                if command.menu == name:
                    menu.addAction(self.actions[command.id])
                else:
                    if command.menu not in inner:
                        inner[command.menu] = self._add_menu(menu.addMenu(""), command.menu)
                    inner[command.menu].addAction(self.actions[command.id])
                if command.id == "open-project":
                    menu.addMenu(self._add_menu(self.recent, "file/recent"))
        self.retranslate()

    def show_recent(self, projects: Iterable[str]) -> None:
        """List the projects opened before; none, no entry."""
        self.recent.clear()
        for project in projects:
            action = self.recent.addAction(Path(project).name.replace("&", "&&"))
            action.setMenuRole(Role.NoRole)
            action.setToolTip(project)
            action.triggered.connect(lambda _checked=False, wanted=project: self.recent_asked.emit(wanted))
        self.recent.menuAction().setVisible(not self.recent.isEmpty())

    def mark(self, marks: Mapping[str, bool]) -> None:
        """Put or take the marks of commands that are choices."""
        for name, marked in marks.items():
            self.actions[name].setChecked(marked)

    def there(self) -> set[str]:
        """The commands that are shown."""
        return {name for name, action in self.actions.items() if action.isVisible()}

    def _add_menu(self, menu: QMenu, name: str) -> QMenu:
        menu.setObjectName(name)
        menu.menuAction().setMenuRole(Role.NoRole)
        self._menus.append((name, menu))
        return menu

    def retranslate(self) -> None:
        """Word everything again; bind the keys as they now are."""
        for command in COMMANDS:
            action = self.actions[command.id]
            action.setText(self._words.say(command.text_key))
            keys = [QKeySequence(each, PORTABLE) for each in self._words.keys.window_keys(command.id)]
            if keys != action.shortcuts():
                action.setShortcuts(keys)
        for name, menu in self._menus:
            menu.setTitle(self._words.say(f"command.menu_{name.rpartition('/')[2]}"))
