"""The help menu: first steps, and the log of what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from maeditor.ui.main_window import MainWindow
from maeditor.ui.settings import data_folder
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LOG = "maeditor.log"


class HelpPages:
    """What the commands of the help menu call; ``open_address`` hands a file to the system."""

    def __init__(self, theme: Theme, words: Words, main: MainWindow, open_sample: Callable[[], None]) -> None:
        self._theme, self._words, self._main, self._open_sample = theme, words, main, open_sample
        self.open_address: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.log: Callable[[], Path] = lambda: data_folder() / LOG

    def functions(self) -> dict[str, Callable[[], None]]:
        """What the commands can call."""
        return {"getting-started": self.show_steps, "open-log": self.open_log}

    def show_steps(self) -> None:
        """Show the first steps, each with its key as it now is."""
        from maeditor.ui.dialogs.getting_started import GettingStarted

        GettingStarted(self._theme, self._words, self._main, self._open_sample).open()

    def open_log(self) -> None:
        """Open the log in whatever shows texts; where nothing went wrong there is none, which is said."""
        log, say = self.log(), self._words.say
        if not log.is_file() or not log.stat().st_size:
            self._main.notices.hint(say("notice.log_empty", log=log))
        elif not self.open_address(QUrl.fromLocalFile(str(log))):
            self._main.notices.hint(say("notice.log_at", log=log))
