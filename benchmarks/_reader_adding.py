"""Adding a highlight to a long article that has thousands: committed to the project and painted."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating
from maeditor.services.annotating import FactDraft, FactStatement, passage_at
from maeditor.services.importing import import_text
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.store.sqlite_files import connect_file, prepare
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Jobs
from maeditor.ui.notices import Notices
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter
from maeditor.ui.selection import Selection
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROUNDS = 15


class Added(NamedTuple):
    """Medians in milliseconds; ``all_of_it`` is wall time, of which ``saving`` is a part."""

    all_of_it: float
    saving: float
    least_commit: float
    """What the disk asks of the least transaction, as durable as ours: one cell, in the same file."""
    processor: float


def fill(runner: ActionRunner, article_id: str, text: str, passages: int) -> None:
    """Give an article facts, each on a passage of its own."""
    chance = random.Random(5)
    with runner.store.write() as unit:
        unit.begin_action("record-fact", "benchmark")
        text_id = unit.articles.get(article_id).text_id
        for number in range(passages):
            start = chance.randrange(len(text) - 200)
            passage = passage_at(article_id, text_id, text, Span(start, start + chance.randint(10, 180)))
            fact = Fact(
                new_id(), 1, unit.next_number("fact"), article_id, f"Site {number}", "capacity_power", "20 MW",
                State.PROPOSED, comparator=Comparator.EQUAL, amount=Decimal(20), unit="MW", norm_amount=Decimal(20),
                norm_unit="MW",
            )  # fmt: skip
            unit.passages.add(passage)
            unit.facts.add(fact)
            unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()


def milliseconds(application: QApplication, text: str, passages: int) -> Added:
    """How long it takes from the person's word to the painted passage."""
    theme, words = Theme(), Words("fr")
    with tempfile.TemporaryDirectory() as kept:
        runner = create_project(Path(kept) / "p.maed", "Banc")
        article_id = import_text(runner, text).article_ids[0]
        fill(runner, article_id, text, passages)
        pane = ReaderPane(theme, words)
        pane.resize(780, 894)
        pane.show()
        bulletin, selection = Bulletin(), Selection()

        def act(_work: object) -> Done | None:
            return None

        desk = Desk(runner, bulletin, selection, theme, words, Jobs(), Notices(theme, words, pane), act)  # type: ignore[arg-type]
        presenter = ReaderPresenter(desk, pane)
        selection.show_article(article_id)
        application.processEvents()
        taken, saving, computing, floor = [], [], [], []
        for number in range(ROUNDS):
            start = 100 + 20 * number
            statement = FactStatement("capacity_power", f"Lieu {number}", Quantity.of(Decimal(12), "MW"))
            before = len(pane.view.highlights)
            begun, began = time.perf_counter(), time.process_time()
            done = annotating.record_fact(runner, FactDraft(article_id, Span(start, start + 15), statement))
            saved = time.perf_counter()
            bulletin.publish(done)
            pane.repaint()
            taken.append((time.perf_counter() - begun) * 1000)
            saving.append((saved - begun) * 1000)
            computing.append((time.process_time() - began) * 1000)
            floor.append(least_commit(Path(kept) / "p.maed"))
            if len(pane.view.highlights) != before + 1:
                raise RuntimeError("the passage is not shown")
        runner.store.close()
        presenter.deleteLater()
        pane.deleteLater()
    return Added(*(statistics.median(each) for each in (taken, saving, floor, computing)))


def least_commit(path: Path) -> float:
    """Milliseconds of a transaction that changes one cell and nothing of ours."""
    with closing(connect_file(path, "rw", 5)) as bare:
        prepare(bare, 5, writes=True)
        bare.execute("SELECT count(*) FROM meta").fetchone()
        begun = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE meta SET value = value || '.' WHERE key = 'created_with'")
        bare.commit()
        return (time.perf_counter() - begun) * 1000
