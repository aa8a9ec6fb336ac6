"""What a person switches while the window is open: theme, language, text size, article, view; until it is painted.

Run as ``QT_QPA_PLATFORM=offscreen python -m benchmarks switch``. A project of 1,000 articles; wall times, medians. The
floor is a whole repaint of the same window with nothing changed, in the same run.
"""

from __future__ import annotations

import itertools
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from maeditor.services.importing import import_text
from maeditor.services.projects import open_project
from maeditor.services.sample import build_sample
from maeditor.ui.settings import Settings
from maeditor.ui.tidying import tidy_seldom
from maeditor.ui.window import Window

ARTICLES = 1_000
ROUNDS = 7
GOAL = 100.0
"""Milliseconds where no goal is stated elsewhere."""


def painted(application: QApplication, do: Callable[[], object]) -> float:
    """Milliseconds from the call until nothing is left to do or to paint."""
    begun = time.perf_counter()
    do()
    application.sendPostedEvents()
    application.processEvents()
    return 1000 * (time.perf_counter() - begun)


def median(application: QApplication, do: Callable[[], object], rounds: int = ROUNDS) -> float:
    painted(application, do)
    taken = []
    for _round in range(rounds):
        taken.append(painted(application, do))
        for _settle in range(5):
            application.processEvents()
    return statistics.median(taken)


def fill(project: Path) -> None:
    build_sample(project)
    runner = open_project(str(project))
    for number in range(ARTICLES - 10):
        import_text(runner, f"Centre {number}\n\nLe centre numéro {number} doit atteindre {number + 5} MW à Nador.\n")
    runner.store.close()


def main() -> int:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    folder = Path(tempfile.mkdtemp())
    project = folder / "p.maed"
    fill(project)
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.keep("editor", "x")
    window = Window(settings, "fr", dark=False)
    window.main.resize(1440, 900)
    window.main.show()
    window.open(str(project))
    window.show_first_fact()
    tidy_seldom()  # as the program does once its window stands
    window.main.notices.dismiss()
    for _round in range(50):
        application.processEvents()
    workspace, choices = window.workspace, window.choices
    assert workspace is not None

    def repaint() -> None:
        for widget in application.allWidgets():
            if widget.isVisible():
                widget.update()

    floor = median(application, repaint)
    print(f"  {ARTICLES:,} articles; a whole repaint {floor:.0f} ms (floor)")
    themes, languages = itertools.cycle(("dark", "light")), itertools.cycle(("en", "fr"))
    sizes, steps = itertools.cycle((1.15, 1.0)), itertools.cycle((1, 1, 1, -1, -1, -1))
    views = itertools.cycle(("view-charts", "view-read"))
    reviews = itertools.cycle(("view-review", "view-read"))
    for name, goal, do in (
        ("theme", GOAL, lambda: choices.choose_theme(next(themes))),
        ("language", GOAL, lambda: choices.choose_language(next(languages))),
        ("text size", GOAL, lambda: choices.set_zoom(next(sizes))),
        ("article", GOAL, lambda: workspace.sidebar_presenter.step(next(steps))),
        ("read and charts", 200.0, lambda: window.commands.call(next(views))),
        ("read and review", 200.0, lambda: window.commands.call(next(reviews))),
    ):
        taken = median(application, do, ROUNDS + 1)
        print(
            f"  {name:<16} {taken:7.0f} ms   goal {goal:4.0f} ms {'met' if taken <= goal else 'MISSED':<6}"
            f"   {taken / floor:5.1f} × the floor"
        )
    window.main.close()
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
