"""A cold start to a window with data against a bare main window of the same toolkit.

Run as ``python -m benchmarks start``. Each start is a process of its own that runs what ``maeditor`` runs; files are
compiled first. CPU times, medians; beside them the wall time until the page is painted and usable. A window with data
has the articles, the article's text and its facts on the screen, painted from the project: nothing is remembered of how
the last session looked.
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
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1440, 900)
window.show()
def end():
    print(time.time())
    application.quit()
QTimer.singleShot(0, end)
application.exec()
"""

WATCHED = """
import sys, time
import maeditor.app as program

start = program.run_window

def run_window(project, language):
    # As run_window itself does; what watches needs Qt.
    program.load_before_qt(project)
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QListView, QMainWindow
    application = QApplication(sys.argv[:1])
    painted = set()

    class Eye(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.add(watched)
            return False

    eye = Eye()
    watched = []

    def wanted():
        main = next((each for each in application.topLevelWidgets() if isinstance(each, QMainWindow)), None)
        if main is None:
            return []
        if not project:
            return [main.welcome]
        if main.sidebar is None:
            return []
        from maeditor.ui.facts.pane import FactsPane
        from maeditor.ui.reader.pane import ReaderPane
        facts, reader = main.findChild(FactsPane), main.findChild(ReaderPane)
        full = facts.model.rowCount() and main.sidebar.model.rowCount() and reader.view.text
        return [facts.list.viewport(), main.sidebar.articles.viewport(), reader.page.surface.viewport()] if full else []

    def look():
        if not watched:
            watched.extend(wanted())
            for each in watched:
                each.installEventFilter(eye)
                each.update()
        elif all(each.isVisible() and each in painted for each in watched):
            timer.stop()
            print(time.time())
            application.closeAllWindows()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(0)
    return start(project, language)

program.run_window = run_window
sys.exit(program.run(sys.argv[1:]))
"""


def taken(code: str, *arguments: str, home: str) -> tuple[float, float]:
    """CPU time of one process and the wall time until it said that it is usable, in milliseconds."""
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
    environment = {**os.environ, **homes, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    # Compiled files of everything, also where an installation left them out: in a place of their own.
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=120,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    usable = float(done.stdout.split()[-1]) - begun
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime), 1000 * usable


def main() -> int:
    """Print the medians with their ratio to the bare window; the time of each kind is taken in turns."""
    with tempfile.TemporaryDirectory() as home:
        project = Path(home) / "exemple.maed"
        build_sample(project)
        kinds = ((BARE, ()), (WATCHED, ()), (WATCHED, (str(project),)))
        for code, arguments in kinds:
            taken(code, *arguments, home=home)
        # In turns: what else the machine does meets all alike.
        rounds = [[taken(code, *arguments, home=home) for code, arguments in kinds] for _round in range(ROUNDS)]
    bare, first, data = (
        [statistics.median(kind) for kind in zip(*each, strict=True)] for each in zip(*rounds, strict=True)
    )
    print(f"  bare main window   CPU {bare[0]:7.0f} ms   painted after {bare[1]:7.0f} ms   (floor)")
    for name, (cpu, wall) in (("first page", first), ("window with data", data)):
        ratio = cpu / bare[0]
        told = "met" if ratio <= GOAL else "missed"
        print(
            f"  {name:<17}  CPU {cpu:7.0f} ms   usable after  {wall:7.0f} ms   ratio {ratio:5.2f}   goal {GOAL} {told}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
