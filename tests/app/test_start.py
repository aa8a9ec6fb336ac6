"""How the program starts: fast, because heavy libraries wait for their first use; and usefully without a display."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage
from window_articles import FRENCH
from witness import ROOT, Witness

HEAVY = frozenset(
    {
        "OpenGL",
        "alembic",
        "asyncio",
        "charset_normalizer",
        "dateparser",
        "email",
        "fontpkg",
        "defusedxml",
        "htmldate",
        "justext",
        "lxml",
        "markdown_it",
        "matplotlib",
        "numpy",
        "openpyxl",
        "pandas",
        "psycopg",
        "pypdfium2",
        "pyqtgraph",
        "qtawesome",
        "qtpy",
        "readability",
        "sqlalchemy",
        "trafilatura",
    }
)
"""What reading articles, charts, workbooks and migrations need, and a window with an open project does not."""
LATER = (
    "maeditor.extraction.mentions",
    "maeditor.extraction.figures",
    "maeditor.formats",
    "maeditor.services.exporting",
    "maeditor.services.importing",
    "maeditor.services.omissions",
    "maeditor.store.engine",
    "maeditor.store.queries",
    "maeditor.ui.charts",
    "maeditor.ui.dialogs",
    "maeditor.ui.facts.popover_presenter",
    "maeditor.ui.palette",
    "maeditor.ui.project_flow",
    "maeditor.ui.reader.omissions",
    "maeditor.ui.review",
    "maeditor.ui.timeline",
    "maeditor.ui.watching",
)
"""Of our own, what comes once the first page is painted or when it is asked for."""
MOST_MODULES = 420
"""Loaded for a window with data: 388 on Python 3.11. One that is added costs 0.3 ms and more."""

SHOW = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from maeditor.app import run
from maeditor.ui.facts.pane import FactsPane

application = QApplication(sys.argv[:1])

def look():
    panes = [pane for window in application.topLevelWidgets() for pane in window.findChildren(FactsPane)]
    if any(pane.list.isVisible() and pane.model.rowCount() for pane in panes):
        print(json.dumps(sorted(sys.modules)))
        timer.stop()
        application.closeAllWindows()

timer = QTimer()
timer.timeout.connect(look)
timer.start(0)
sys.exit(run(sys.argv[1:]))
"""


def environment(tmp_path: Path, **changed: str) -> dict[str, str]:
    """The process's own, with a home where nothing was kept yet."""
    homes = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    here = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANG": "en_GB.UTF-8"}
    kept = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_MESSAGES"}}
    return {**kept, **homes, **here, **changed}


def without_display(tmp_path: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program where no window can be shown."""
    known = environment(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        known.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "maeditor", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=known,
        timeout=300,
    )


def test_a_window_with_facts_stands_before_any_heavy_library_is_loaded(witness: Witness, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    assert witness.run("import", "p.maed", "a.txt").returncode == 0
    assert witness.run("propose", "p.maed").returncode == 0
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, "p.maed"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
        timeout=120,
    )
    assert shown.returncode == 0, shown.stderr
    loaded = set(json.loads(shown.stdout))
    assert {"PySide6", "maeditor"} <= loaded
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    assert not [name for name in loaded if any(name == each or name.startswith(f"{each}.") for each in LATER)]
    assert len(loaded) <= MOST_MODULES


def test_the_first_page_stands_without_the_store(tmp_path: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "import sys, maeditor.ui.program; print(*sys.modules)"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path, QT_QPA_PLATFORM="offscreen"),
        timeout=120,
    )
    assert shown.returncode == 0, shown.stderr
    loaded = set(shown.stdout.split())
    assert "maeditor.ui.window" in loaded
    assert not loaded & {"sqlalchemy", "sqlite3", "maeditor.ui.workspace"}
    parts = ("maeditor.store", "maeditor.extraction", "maeditor.formats", "maeditor.ui.facts.", "maeditor.ui.reader.")
    assert not [name for name in loaded if name.startswith(parts)]
    assert not {name.partition(".")[0] for name in loaded} & HEAVY


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display on this system")
class TestWithoutADisplay:
    """Somebody on a server, or over a bare connection."""

    @pytest.mark.slow
    def test_it_says_so_and_leaves_workbook_and_pictures(self, tmp_path: Path) -> None:
        done = without_display(tmp_path)
        assert done.returncode == 0, done.stderr
        assert "no display" in done.stderr
        (workbook,) = (tmp_path / "out").glob("*.xlsx")
        assert load_workbook(workbook)["Facts"].max_row > 10
        pictures = sorted((tmp_path / "out").glob("*.png"))
        assert sum(each.name.startswith("read-") for each in pictures) >= 5
        assert any(each.name.startswith("chart-") for each in pictures)
        for picture in pictures:
            assert str(picture.relative_to(tmp_path)) in done.stdout
            assert colours(QImage(str(picture))) > 20, f"{picture.name} is blank"

    def test_a_place_that_cannot_be_written_is_one_sentence_and_1(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("a file where the folder should be", "utf-8")
        done = without_display(tmp_path)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "maeditor-demo.maed" in done.stderr.splitlines()[-1]

    def test_wrong_use_is_2(self, tmp_path: Path) -> None:
        assert without_display(tmp_path, "--no-such-option").returncode == 2
        assert without_display(tmp_path, "open", "one.maed", "two.maed").returncode == 2

    def test_help_and_version_are_0(self, tmp_path: Path) -> None:
        assert without_display(tmp_path, "--help").returncode == 0
        assert without_display(tmp_path, "--version").stdout.startswith("maeditor ")


def colours(picture: QImage) -> int:
    """How many colours a sample of its pixels has."""
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)})
