"""What saving costs: one recorded fact against a bare commit, and how reads grow with the project."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from maeditor.domain.anchors import Span
from maeditor.domain.facts import Fact, State
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, library, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.importing import import_text
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner

ROUNDS = 60
SIZES = (1_000, 10_000)
TEXT = "Un campus de calcul\n\nLe groupe prévoit 120 MW à Nador et 40 MW à Oujda.\n"


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median wall time of a piece of work, in milliseconds."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def bare_commit(folder: Path) -> float:
    """A one-row commit under the same pragmas: the floor."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("pragma journal_mode=DELETE")
    connection.execute("pragma synchronous=EXTRA")
    connection.execute("create table t (x)")

    def commit() -> None:
        connection.execute("begin immediate")
        connection.execute("insert into t values (1)")
        connection.execute("commit")

    took = median_ms(commit)
    connection.close()
    return took


def fill(runner: ActionRunner, article_id: str, count: int) -> None:
    """Add facts of other subjects, as a grown project has them."""
    for at in range(0, count, 1000):
        with runner.store.write() as unit:
            unit.begin_action("record-fact", "benchmark")
            unit.facts.add_all(
                Fact(
                    new_id(), 1, unit.next_number("fact"), article_id if at == 0 and each < 20 else "",
                    f"Site {at + each}", "capacity_power", "20 MW", State.PROPOSED, comparator=Comparator.EQUAL,
                    amount=Decimal(20), unit="MW", norm_amount=Decimal(20), norm_unit="MW",
                )
                for each in range(min(1000, count - at))
            )  # fmt: skip
            unit.finish_action()


def main() -> None:
    """Print milliseconds and ratios, at each size of the project."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        floor = bare_commit(folder)
        print(f"bare commit of one row: {floor:.2f} ms")
        for size in SIZES:
            runner = create_project(folder / f"p{size}.maed", "Banc")
            article_id = import_text(runner, TEXT).article_ids[0]
            fill(runner, article_id, size)
            statement = FactStatement("capacity_power", "Nador", Quantity.of(Decimal(120), "MW"))
            draft = FactDraft(article_id, Span(TEXT.index("120"), TEXT.index("120") + 6), statement)
            record = median_ms(lambda runner=runner, draft=draft: annotating.record_fact(runner, draft))
            undo = median_ms(lambda runner=runner: undoing.undo(runner), ROUNDS // 2)
            opened = median_ms(lambda runner=runner, article_id=article_id: library.open_article(runner, article_id))
            cards = median_ms(lambda runner=runner: (library.articles(runner), library.totals(runner)))
            print(
                f"{size:>7} facts: record {record:.2f} ms ({record / floor:.1f} × bare), undo {undo:.2f} ms,"
                f" open the article {opened:.2f} ms, sidebar {cards:.2f} ms"
            )
            runner.store.close()


if __name__ == "__main__":
    main()
