"""A cold start to a window with data against a bare main window of the same toolkit; and what is loaded for it.

Run as ``python -m benchmarks start``. Each start is a process of its own; files are compiled first. CPU times, medians.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from maeditor.services.sample import build_sample

ROUNDS = 7
GOAL = 1.5
ROOT = Path(__file__).parents[1]

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""

FIRST_PAGE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
QTimer.singleShot(0, application.closeAllWindows)
from maeditor.ui.program import run
run(None, "fr")
"""

WITH_DATA = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])

def look():
    from maeditor.ui.facts.pane import FactsPane
    panes = [pane for window in application.topLevelWidgets() for pane in window.findChildren(FactsPane)]
    if any(pane.list.isVisible() and pane.model.rowCount() for pane in panes):
        timer.stop()
        application.processEvents()
        application.closeAllWindows()

timer = QTimer()
timer.timeout.connect(look)
timer.start(0)
from maeditor.ui.program import run
run(sys.argv[1], "fr")
"""


def taken(code: str, *arguments: str, home: str) -> tuple[float, float]:
    """CPU and wall time of one process, in milliseconds."""
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
    environment = {**os.environ, **homes, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    # Compiled files of everything, also where an installation left them out: in a place of their own.
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, check=True, stderr=subprocess.DEVNULL, timeout=120
    )
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), 1000 * wall


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        project = Path(home) / "exemple.maed"
        build_sample(project)
        for code in (BARE, FIRST_PAGE, WITH_DATA):
            taken(code, str(project), home=home)
        # In turns: what else the machine does meets all alike.
        rounds = [
            (taken(BARE, home=home), taken(FIRST_PAGE, home=home), taken(WITH_DATA, str(project), home=home))
            for _round in range(ROUNDS)
        ]
    bare, first, data = (
        [statistics.median(kind) for kind in zip(*each, strict=True)] for each in zip(*rounds, strict=True)
    )
    print(f"  bare main window   CPU {bare[0]:7.0f} ms   wall {bare[1]:7.0f} ms   (floor)")
    for name, (cpu, wall) in (("first page", first), ("window with data", data)):
        ratio = cpu / bare[0]
        print(f"  {name:<17}  CPU {cpu:7.0f} ms   wall {wall:7.0f} ms   ratio {ratio:5.2f}   goal {GOAL}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
