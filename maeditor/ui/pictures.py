"""The window in pictures, without a display: what ``maeditor demo`` leaves, and ``make screenshots``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from maeditor.formats.safe_replace import atomic_write
from maeditor.services import library
from maeditor.services.projects import system_editor
from maeditor.services.sample import build_sample
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window
from maeditor.wording import Wording

ARTICLES = 5
USUAL, SMALL = (1440, 900), (1366, 768)
SETTLED_ROUNDS = 50
"""Rounds of the event loop after which layout and first paints are over."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is taken."""

    language: str = "fr"
    dark: bool = False
    size: tuple[int, int] = USUAL

    @property
    def name(self) -> str:
        """For the file's name."""
        return f"{self.language}-{'dark' if self.dark else 'light'}-{self.size[0]}"


def draw_pictures(project: Path, folder: Path, wording: Wording) -> list[Path]:
    """Draw the first articles with their facts, and the chart, in light and dark. Returns the files."""
    drawn: list[Path] = []
    for dark in (False, True):
        look = Look(wording.language, dark)
        with _window(project, look) as window:
            if dark:
                drawn += [_save(window, folder, f"read-{look.name}"), _chart(window, folder, look)]
            else:
                drawn += _articles(window, folder, look)
                drawn += [_chart(window, folder, look)]
    return drawn


def _articles(window: Window, folder: Path, look: Look) -> Iterator[Path]:
    workspace = window.workspace
    if workspace is None:
        return
    for card in library.articles(workspace.desk.runner)[:ARTICLES]:
        workspace.desk.selection.show_article(card.id)
        window.show_first_fact()
        _settle()
        yield _save(window, folder, f"read-{card.number:02d}-{look.name}")


def _chart(window: Window, folder: Path, look: Look) -> Path:
    window.commands.call("view-charts")
    _settle()
    return _save(window, folder, f"chart-{look.name}")


@contextmanager
def _window(project: Path, look: Look) -> Iterator[Window]:
    """A window on a project, with settings of its own that nobody keeps."""
    application = QApplication.instance() or QApplication(["maeditor"])
    with TemporaryDirectory() as kept:
        settings = Settings(QSettings(str(Path(kept) / "settings.ini"), QSettings.Format.IniFormat))
        settings.keep("editor", system_editor())
        window = Window(settings, look.language, dark=look.dark)
        window.main.resize(*look.size)
        window.main.show()
        window.open(str(project))
        window.show_first_fact()
        _settle()
        try:
            yield window
        finally:
            window.main.close()
            window.main.deleteLater()
            application.processEvents()


def _settle() -> None:
    for _round in range(SETTLED_ROUNDS):
        QApplication.processEvents()


def _save(window: Window, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    picture = window.main.grab()
    with TemporaryDirectory(dir=folder) as beside:
        drawn = Path(beside) / path.name
        picture.save(str(drawn))
        with atomic_write(path) as file:
            file.write(drawn.read_bytes())
    return path


def main(folder: Path) -> int:
    """Every view in every look: for the README and for a critical eye."""
    with TemporaryDirectory() as kept:
        project = Path(kept) / "exemple.maed"
        build_sample(project)
        looks = [Look(), Look(dark=True), Look(size=SMALL), Look("en"), Look("en", dark=True, size=SMALL)]
        for look in looks:
            with _window(project, look) as window:
                _save(window, folder, f"read-{look.name}")
                _arabic(window, folder, look)
                _chart(window, folder, look)
                window.close_project()
                _settle()
                _save(window, folder, f"welcome-{look.name}")
    return 0


def _arabic(window: Window, folder: Path, look: Look) -> None:
    workspace = window.workspace
    if workspace is None:
        return
    for card in library.articles(workspace.desk.runner):
        if card.language == "ar":
            workspace.desk.selection.show_article(card.id)
            _settle()
            _save(window, folder, f"arabic-{look.name}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(Path(sys.argv[1])))
