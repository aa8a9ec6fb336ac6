"""The next card of a review: from the key to the painted card, in the whole window, as what waits grows.

``QT_QPA_PLATFORM=offscreen python -m benchmarks review``. Wall times. The floor is what no program could leave out: a
bare commit of one row under the same pragmas, and a bare label that paints itself again, in the same run. ``settled``
is until every other pane has heard of the decision, too. ``processor`` is what
of the time a busy machine does not stretch.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from maeditor.domain.articles import Article, Passage, TextVersion, text_digest
from maeditor.domain.facts import Evidence, Fact, Lifecycle, State
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.ui.settings import Settings
from maeditor.ui.tidying import tidy_seldom
from maeditor.ui.window import Window

GOAL = 50
ROUNDS = 30
PATIENCE = 10
PROPERTIES = ("capacity_power", "investment", "jobs", "count_other")
UNITS = {"capacity_power": "MW", "investment": "MAD"}


class Painted(QObject):
    """Notes when the frame that shows the next card is painted: until the other panes hear of the decision."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.count, self.at, self.cpu, self.closed = 0, 0.0, 0.0, False
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note what is painted, and when."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and not self.closed:
            self.count += watched is self._pane
            self.at, self.cpu = time.perf_counter(), time.process_time()
        return False

    def close(self, _done: object) -> None:
        """What is painted from now on is not the card."""
        self.closed = True


def paragraph(number: int) -> str:
    return f"Le site {number} prévoit une capacité de {number % 977 + 1} MW, dit la société qui le porte depuis un an."


def fill(runner: ActionRunner, count: int, per_article: int) -> None:
    """Proposals of many subjects, each with its passage in an article of its own text."""
    for at in range(0, count, per_article):
        some = range(at, min(at + per_article, count))
        lines = [paragraph(number) for number in some]
        text = "\n\n".join(lines) + "\n"
        digest = text_digest(text)
        with runner.store.write() as unit:
            unit.begin_action("propose-facts", "benchmark")
            unit.put_blob(digest, text.encode())
            article_id, text_id = new_id(), new_id()
            unit.articles.add(
                Article(article_id, 1, unit.next_number("article"), f"Article {at}", "Journal", "", "2026", "", "fr",
                        "a.txt", text_id, "2026-05-08T10:00:00Z")
            )  # fmt: skip
            unit.texts.add(TextVersion(text_id, 1, article_id, 1, digest, digest, "utf-8", "text@1", len(text), ()))
            start, facts, passages = 0, [], []
            for number, line in zip(some, lines, strict=True):
                quote = f"{number % 977 + 1} MW"
                begin = start + line.index(quote)
                facts.append(fact_of(number, article_id, unit.next_number("fact")))
                before, after = text[max(0, begin - 32) : begin], text[begin + len(quote) : begin + len(quote) + 32]
                passages.append(
                    Passage(new_id(), 1, article_id, text_id, begin, begin + len(quote), quote, before, after)
                )
                start += len(line) + 2
            unit.facts.add_all(facts)
            unit.passages.add_all(passages)
            unit.evidence.add_all(
                Evidence(new_id(), 1, fact.id, passage.id) for fact, passage in zip(facts, passages, strict=True)
            )
            unit.finish_action()


def fact_of(each: int, article_id: str, number: int) -> Fact:
    stated, amount = PROPERTIES[each % len(PROPERTIES)], each % 977 + 1
    unit = UNITS.get(stated, "1")
    return Fact(
        new_id(), 1, number, article_id, f"Site {each % 3_001}", stated, f"{amount} MW", State.PROPOSED,
        comparator=Comparator.EQUAL, amount=Decimal(amount), unit=unit, norm_amount=Decimal(amount), norm_unit=unit,
        lifecycle=Lifecycle.PLANNED, confidence=each % 100 / 100, origin="rule:power@1",
    )  # fmt: skip


class Floor:
    """What no program could leave out, taken in turn with what ours takes: the disk is not always equally busy."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for said in ("pragma journal_mode=DELETE", "pragma synchronous=EXTRA", "create table if not exists t (x)"):
            self._connection.execute(said)
        self._label = QLabel("20,5 GW")
        self._label.resize(468, 872)
        self._label.show()

    def take(self, number: int) -> float:
        """A one-row commit and a label that paints itself again, in milliseconds."""
        begun = time.perf_counter()
        for said in ("begin immediate", f"insert into t values ({number})", "commit"):
            self._connection.execute(said)
        self._label.setText(f"{number} GW")
        self._label.repaint()
        return 1000 * (time.perf_counter() - begun)

    def close(self) -> None:
        """Let go of the disk and the screen."""
        self._connection.close()
        self._label.deleteLater()


def measure(folder: Path, count: int, per_article: int, *, whole: bool) -> None:
    project = folder / f"p{count}-{per_article}-{whole}.maed"
    runner = create_project(project, "Banc")
    fill(runner, count, per_article)
    runner.store.close()
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.keep("editor", "Banc")
    floor = Floor(folder)
    window = Window(settings, "fr", dark=False)
    window.main.resize(1440, 900)
    window.main.show()
    window.main.activateWindow()
    window.open(str(project))
    assert window.workspace is not None
    rest(0.3)
    pane = window.workspace.review
    window.workspace.review_presenter.review_whole(whole)
    painted = Painted(pane.card.value)
    begun = time.perf_counter()
    window.commands.call("review")
    until(painted, 0)
    window.workspace.desk.bulletin.changed.connect(painted.close)
    started = 1000 * (time.perf_counter() - begun)
    rest(0.5)
    floors = []
    cards, cpus, settled = [], [], []
    for number in range(min(ROUNDS, count - 2)):
        floors.append(floor.take(number))
        handle, before, shown = window.main.windowHandle(), painted.count, pane.card.card
        painted.closed = False
        begun, spent = time.perf_counter(), time.process_time()
        QTest.keyClick(handle, Qt.Key.Key_A)
        until(painted, before)
        cards.append(1000 * (painted.at - begun))
        cpus.append(1000 * (painted.cpu - spent))
        took = 1000 * (time.perf_counter() - begun)
        assert pane.card.card is not shown
        settled.append(took + rest(0.12))
    floor.close()
    where = "whole project" if whole else f"an article of {min(per_article, count):,}"
    card, worst = statistics.median(cards), sorted(cards)[-2 if len(cards) > 2 else -1]
    print(f"{count:>7,} waiting, {where}; first card {started:.0f} ms")
    least, told = statistics.median(floors), statistics.median(settled)
    verdict = "met" if card <= GOAL else "MISSED"
    print(
        f"        next card {card:5.1f} ms   goal {GOAL} ms {verdict}  of it processor {statistics.median(cpus):.1f} ms"
        f"   floor {least:.1f} ms   nearly worst {worst:.1f} ms   settled {told:.0f} ms"
    )
    QApplication.instance().removeEventFilter(painted)
    window.main.close()
    window.main.deleteLater()
    window.deleteLater()
    QApplication.processEvents()


def until(painted: Painted, before: int) -> None:
    end = time.perf_counter() + PATIENCE
    while painted.count == before:
        QApplication.processEvents()
        assert time.perf_counter() < end, "the card is not painted"


def rest(seconds: float) -> float:
    """Let the window do what it has left to do; tells how many milliseconds of work that was."""
    end, busy = time.perf_counter() + seconds, 0.0
    while time.perf_counter() < end:
        begun = time.perf_counter()
        QApplication.processEvents()
        took = time.perf_counter() - begun
        busy += took if took > 0.0005 else 0.0
        time.sleep(0.001)
    return 1000 * busy


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    tidy_seldom()  # as the program does once its window stands
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        for count in (10, 1_000, 10_000):
            measure(folder, count, 40, whole=False)
            measure(folder, count, 40, whole=True)
        measure(folder, 1_000, 1_000, whole=False)
        measure(folder, 10_000, 10_000, whole=False)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
