"""The window in pictures, without a display: what ``maeditor demo`` leaves, and ``make screenshots``."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from maeditor.formats.safe_replace import atomic_write
from maeditor.services import library
from maeditor.services.naming import system_editor
from maeditor.services.sample import build_sample
from maeditor.ui.picture_scenes import SCENES, Scene
from maeditor.ui.picture_visitor import Visitor, rest
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window
from maeditor.wording import Wording

ARTICLES = 5
USUAL, SMALL, SMALLEST = (1440, 900), (1366, 768), (1100, 680)
SCREEN = {"name": "picture", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
"""A screen as the offscreen platform reads it; of itself it has one that is 800 pixels wide."""


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


MAIN_LOOKS = (Look(), Look(dark=True))
"""In which every scene is drawn."""
OTHER_LOOKS = (Look(size=SMALL), Look("en"), Look("en", dark=True, size=SMALL), Look(size=SMALLEST))
"""In which the views are drawn, each in one scene or more."""
DOUBLED = (Look(),)
DOUBLE = os.environ.get("QT_SCALE_FACTOR") == "2"


def draw_pictures(project: Path, folder: Path, wording: Wording) -> list[Path]:
    """Draw the first articles with their facts, and the chart, in light and dark. Returns the files."""
    drawn: list[Path] = []
    for dark in (False, True):
        look = Look(wording.language, dark)
        with _window(project, look) as window:
            if dark:
                drawn += [_save(window.main.grab(), folder, f"read-{look.name}"), _chart(window, folder, look)]
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
        rest(window)
        yield _save(window.main.grab(), folder, f"read-{card.number:02d}-{look.name}")


def _chart(window: Window, folder: Path, look: Look) -> Path:
    window.commands.call("view-charts")
    rest(window)
    return _save(window.main.grab(), folder, f"chart-{look.name}")


@contextmanager
def _window(project: Path | None, look: Look) -> Iterator[Window]:
    """A window on a project or without one, with settings of its own that nobody keeps."""
    application = QApplication.instance() or QApplication(["maeditor"])
    with TemporaryDirectory() as kept:
        settings = Settings(QSettings(str(Path(kept) / "settings.ini"), QSettings.Format.IniFormat))
        settings.keep("editor", system_editor())
        window = Window(settings, look.language, dark=look.dark)
        window.main.resize(*look.size)
        window.main.show()
        if project is not None:
            window.open(str(project))
            window.show_first_fact()
        rest(window)
        try:
            yield window
        finally:
            window.main.close()
            # A scene may end in work that keeps a window open: it hears no more of the next one's focus all the same.
            window.deleteLater()
            window.main.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            application.processEvents()


def _save(picture: QPixmap, folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    with TemporaryDirectory(dir=folder) as beside:
        drawn = Path(beside) / path.name
        picture.save(str(drawn))
        with atomic_write(path) as file:
            file.write(drawn.read_bytes())
    return path


def draw_scene(scene: Scene, sample: Path, look: Look) -> QPixmap:
    """A scene on a copy of the sample, which it may change."""
    with TemporaryDirectory() as kept:
        folder = Path(kept)
        project = folder / "exemple.maed"
        shutil.copy(sample, project)
        with _window(project if scene.opened else None, look) as window:
            visitor = Visitor(window, folder)
            visitor.rest()
            # A first drawing gives hidden widgets their size too: some would take it for a change later.
            window.main.grab()
            scene.show(visitor)
            picture = visitor.picture()
            visitor.leave()
            return picture


def main(folder: Path) -> None:
    """Every view and state in every look: for the README and for a critical eye.

    Where Qt draws at twice the size (``QT_SCALE_FACTOR=2``), one look: what is sharp there is sharp elsewhere.
    """
    with TemporaryDirectory() as kept:
        sample = Path(kept) / "sample.maed"
        build_sample(sample)
        for look in DOUBLED if DOUBLE else (*MAIN_LOOKS, *OTHER_LOOKS):
            whole = look in MAIN_LOOKS and not DOUBLE
            for name, scene in SCENES.items():
                if whole or scene.everywhere:
                    _save(draw_scene(scene, sample, look), folder, f"{name}-{look.name}{'@2x' if DOUBLE else ''}")


def use_screen(folder: Path, times: int) -> None:
    """Make the screen so large, before there is an application, that lists and dialogs stand as on a display."""
    config = folder / "screens.json"
    width, height = (times * side for side in USUAL)
    config.write_text(json.dumps({"screens": [{**SCREEN, "width": width, "height": height}]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"


if __name__ == "__main__":
    with TemporaryDirectory() as screens:
        use_screen(Path(screens), 2 if DOUBLE else 1)
        main(Path(sys.argv[1]))
