"""What the person chooses once: theme, language, size of text, name; kept, and put to work at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from maeditor.services.naming import system_editor
from maeditor.ui.command_table import COMMANDS
from maeditor.ui.key_map import KeyMap
from maeditor.ui.settings import Settings
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import LANGUAGES, system_language

THEMES = ("light", "dark", "system")
SWITCHES = {"show_noise": False, "show_omissions": True, "show_hedges": False, "review_auto_advance": True}
"""Choices of yes or no, each with what it is until the person says otherwise."""
ZOOM_STEPS = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Choices(QObject):
    """Joins settings to theme and words."""

    changed = Signal()
    measure_chosen = Signal(str)
    switch_chosen = Signal(str, bool)
    """A name of SWITCHES."""

    def __init__(self, settings: Settings, parent: QObject, *, language: str = "", dark: bool | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._translator = QTranslator(self)
        self.words = Words(language or settings.text("language") or system_language(), self)
        self.theme = Theme(
            dark=self._wants_dark() if dark is None else dark,
            scale=settings.number("zoom", 1.0, ZOOM_STEPS[0], ZOOM_STEPS[-1]),
            parent=self,
        )
        self._keys = KeyMap(COMMANDS, settings.mapping("keys"))
        self._keys.singles = settings.switch("single_keys", True)
        self.words.set_keys(self._keys)
        self._translate_qt()
        # Offscreen and on some desktops the system never says which it prefers: then light it is.
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme_name(self) -> str:
        """``light``, ``dark`` or ``system``."""
        chosen = self._settings.text("theme", "system")
        return chosen if chosen in THEMES else "system"

    @property
    def editor(self) -> str:
        """Whose name stands on every action: the one given, else the system's."""
        return self._settings.text("editor") or system_editor()

    @property
    def editor_known(self) -> bool:
        """Tell whether the person was told or gave a name."""
        return bool(self._settings.text("editor"))

    @property
    def former_names(self) -> list[str]:
        """The names this editor signed with before: what was done under them is still theirs to undo."""
        return self._settings.texts("former_editors")

    def name_editor(self, name: str) -> None:
        """Keep the name to sign with, and the one it follows."""
        wanted = name.strip() or system_editor()
        former = dict.fromkeys((self.editor, *self.former_names))
        former.pop(wanted, None)
        self._settings.keep("former_editors", list(former))
        self._settings.keep("editor", wanted)
        self.changed.emit()

    def choose_theme(self, name: str) -> None:
        """Turn to a theme, or follow the system's."""
        self._settings.keep("theme", name)
        self.theme.set_dark(self._wants_dark())
        self.changed.emit()

    def choose_language(self, language: str) -> None:
        """Turn to a language, in Qt's own dialogs too."""
        self._settings.keep("language", language)
        self.words.set_language(language)
        self._translate_qt()
        self.changed.emit()

    def zoom(self, step: int) -> None:
        """Make everything a step larger or smaller."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda at: abs(ZOOM_STEPS[at] - self.theme.scale))
        self.set_zoom(ZOOM_STEPS[min(max(nearest + step, 0), len(ZOOM_STEPS) - 1)])

    def set_zoom(self, scale: float) -> None:
        """Make everything so many times as large as usual."""
        self._settings.keep("zoom", scale)
        self.theme.set_scale(scale)
        self.changed.emit()

    @property
    def measure(self) -> str:
        """How long the reader's lines are: a key of its measures."""
        return self._settings.text("reader_measure", "medium")

    def choose_measure(self, measure: str) -> None:
        """Let the reader's lines be shorter or longer."""
        self._settings.keep("reader_measure", measure)
        self.measure_chosen.emit(measure)

    def switched(self, name: str) -> bool:
        """Tell whether one of the choices of yes or no is on."""
        return self._settings.switch(name, SWITCHES[name])

    def switch(self, name: str, on: bool) -> None:
        """Turn one of the choices of yes or no on or off."""
        self._settings.keep(name, on)
        self.switch_chosen.emit(name, on)
        self.changed.emit()

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt call commands."""
        return self._keys.singles

    def choose_single_keys(self, on: bool) -> None:
        """Turn the keys without Ctrl or Alt on or off: who speaks to the computer would press them by accident."""
        self._keys.singles = on
        self._settings.keep("single_keys", on)
        self._rekeyed()

    def change_keys(self, command: str, keys: Sequence[str]) -> None:
        """Give a command other keys."""
        self._keys.change(command, keys)
        self._rekeyed()

    def reset_keys(self) -> None:
        """Give all commands their usual keys again."""
        self._keys.reset_all()
        self._rekeyed()

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands can call."""
        found: dict[str, Callable[[], None]] = {
            "larger": lambda: self.zoom(1),
            "smaller": lambda: self.zoom(-1),
            "usual-size": lambda: self.set_zoom(1.0),
            "single-keys": lambda: self.choose_single_keys(not self.single_keys),
            "review-auto-advance": lambda: self.switch("review_auto_advance", not self.switched("review_auto_advance")),
        }
        for name in THEMES:
            found[f"theme-{name}"] = lambda name=name: self.choose_theme(name)  # type: ignore[misc]
        for language in LANGUAGES:
            found[f"language-{language}"] = lambda language=language: self.choose_language(language)  # type: ignore[misc]
        return found

    def checked(self) -> dict[str, bool]:
        """Which of the choices' commands bear a mark."""
        marks = {f"theme-{name}": name == self.theme_name for name in THEMES}
        marks |= {f"language-{each}": each == self.words.language for each in LANGUAGES}
        return marks | {"single-keys": self.single_keys, "review-auto-advance": self.switched("review_auto_advance")}

    def _rekeyed(self) -> None:
        self._settings.keep("keys", self._keys.changes)
        self.words.set_keys(self._keys)
        self.changed.emit()

    def _follow_system(self) -> None:
        if self.theme_name == "system":
            self.theme.set_dark(self._wants_dark())

    def _wants_dark(self) -> bool:
        if self.theme_name == "system":
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.theme_name == "dark"

    def _translate_qt(self) -> None:
        QApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(QLocale(self.words.language), "qtbase", "_", folder):
            QApplication.installTranslator(self._translator)
