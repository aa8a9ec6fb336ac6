"""The window in pictures, without a display: what ``maeditor demo`` leaves, and ``make screenshots``."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from maeditor.formats.safe_replace import atomic_write
from maeditor.services import library
from maeditor.services.naming import system_editor
from maeditor.services.sample import build_sample
from maeditor.ui.picture_scenes import SCENES, settle
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window
from maeditor.wording import Wording

ARTICLES = 5
USUAL, SMALL, SMALLEST = (1440, 900), (1366, 768), (1100, 680)


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


LOOKS = (Look(), Look(dark=True), Look(size=SMALL), Look("en"), Look("en", dark=True, size=SMALL), Look(size=SMALLEST))
DOUBLED = (Look(),)


def draw_pictures(project: Path, folder: Path, wording: Wording) -> list[Path]:
    """Draw the first articles with their facts, and the chart, in light and dark. Returns the files."""
    drawn: list[Path] = []
    for dark in (False, True):
        look = Look(wording.language, dark)
        with _window(project, look) as window:
            if dark:
                drawn += [_save(window.main, folder, f"read-{look.name}"), _chart(window, folder, look)]
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
        settle()
        yield _save(window.main, folder, f"read-{card.number:02d}-{look.name}")


def _chart(window: Window, folder: Path, look: Look) -> Path:
    window.commands.call("view-charts")
    settle()
    return _save(window.main, folder, f"chart-{look.name}")


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
        settle()
        try:
            yield window
        finally:
            window.main.close()
            window.main.deleteLater()
            application.processEvents()


def _save(shown: QWidget, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    picture = shown.grab()
    with TemporaryDirectory(dir=folder) as beside:
        drawn = Path(beside) / path.name
        picture.save(str(drawn))
        with atomic_write(path) as file:
            file.write(drawn.read_bytes())
    return path


def main(folder: Path) -> int:
    """Every view and state in every look: for the README and for a critical eye.

    Where Qt draws at twice the size (``QT_SCALE_FACTOR=2``), one look: what is sharp there is sharp elsewhere.
    """
    double = os.environ.get("QT_SCALE_FACTOR") == "2"
    with TemporaryDirectory() as kept:
        sample = Path(kept) / "sample.maed"
        build_sample(sample)
        for look in DOUBLED if double else LOOKS:
            for name, scene in SCENES.items():
                project = Path(kept) / "exemple.maed"
                shutil.copy(sample, project)
                with _window(project, look) as window:
                    _save(scene(window), folder, f"{name}-{look.name}{'@2x' if double else ''}")
            with _window(sample, look) as window:
                window.close_project()
                settle()
                _save(window.main, folder, f"welcome-{look.name}{'@2x' if double else ''}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(Path(sys.argv[1])))
