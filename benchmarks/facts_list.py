"""The list of a whole project's facts: first paint, a jump anywhere, the order of all, as the project grows."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from maeditor.domain.articles import Article, Passage, TextVersion, text_digest
from maeditor.domain.facts import Evidence, Fact, Lifecycle, State
from maeditor.domain.listing import FactFilter, Group, Listing, Sort
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.services import listing
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROUNDS = 5
SIZES = (1_000, 10_000, 100_000)
FIRST_PAINT, JUMP = 100, 200
TEXT = "Le groupe prévoit une puissance de 120 MW à Nador et de 40 MW à Oujda.\n"
STATES = (State.PROPOSED, State.ACCEPTED, State.CORRECTED, State.REJECTED)
PROPERTIES = ("capacity_power", "capacity_energy", "data_centres", "rank", "operator")
A_BATCH, OF_AN_ARTICLE = 5_000, 20


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median wall time of a piece of work, in milliseconds."""
    times = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def fill(runner: ActionRunner, count: int) -> None:
    """Make facts of many subjects, twenty an article, each with its passage."""
    digest = text_digest(TEXT)
    for at in range(0, count, A_BATCH):
        with runner.store.write() as unit:
            unit.begin_action("propose-facts", "benchmark")
            unit.put_blob(digest, TEXT.encode())
            some = range(at, min(at + A_BATCH, count))
            articles = {each // OF_AN_ARTICLE: new_id() for each in some}
            texts = {each: new_id() for each in articles}
            for each, article_id in articles.items():
                unit.articles.add(
                    Article(article_id, 1, unit.next_number("article"), f"Article {each}", "Journal", "", "2026", "",
                            "fr", "a.txt", texts[each], "2026-05-08T10:00:00Z")
                )  # fmt: skip
                unit.texts.add(
                    TextVersion(texts[each], 1, article_id, 1, digest, digest, "utf-8", "text@1", len(TEXT), ())
                )
            facts = [_fact(number, articles[number // OF_AN_ARTICLE], unit.next_number("fact")) for number in some]
            passages = [
                Passage(new_id(), 1, fact.article_id, texts[number // OF_AN_ARTICLE], 34, 40, "120 MW", TEXT[2:34], "")
                for number, fact in zip(some, facts, strict=True)
            ]
            unit.facts.add_all(facts)
            unit.passages.add_all(passages)
            unit.evidence.add_all(
                Evidence(new_id(), 1, fact.id, passage.id) for fact, passage in zip(facts, passages, strict=True)
            )
            unit.finish_action()


def _fact(each: int, article_id: str, number: int) -> Fact:
    amount = Decimal(each % 977 + 1)
    return Fact(
        new_id(), 1, number, article_id, f"Site {each % 30_011}", PROPERTIES[each % len(PROPERTIES)], "120 MW",
        STATES[each % 7 % len(STATES)], comparator=Comparator.EQUAL, amount=amount, unit="MW", norm_amount=amount,
        norm_unit="MW", lifecycle=Lifecycle.PLANNED, confidence=each % 100 / 100, origin="rule:power@1",
    )  # fmt: skip


def main() -> None:
    """Print milliseconds beside their goals, at each size of the project."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(sys.argv[:1])
    sizes = [int(each) for each in os.environ.get("FACTS_LIST_SIZES", "").split(",") if each] or SIZES
    with tempfile.TemporaryDirectory() as kept:
        for size in sizes:
            runner = create_project(Path(kept) / f"p{size}.maed", "Banc")
            fill(runner, size)
            _measure(runner, size)
            runner.store.close()
    del application


def _measure(runner: ActionRunner, size: int) -> None:
    from PySide6.QtWidgets import QApplication

    pane = FactsPane(Theme(), Words("fr"))
    pane.resize(404, 872)
    pane.show()
    QApplication.processEvents()
    plain = Listing()

    def first_paint() -> None:
        begun = listing.beginning(runner, plain, "fr")
        pane.show_order(begun, lambda numbers: listing.views(runner, numbers), "")
        pane.list.viewport().repaint()

    painted = median_ms(first_paint)
    whole = median_ms(lambda: listing.whole(runner, plain, "fr"), 3)
    order = listing.whole(runner, plain, "fr")
    shown = median_ms(lambda: pane.show_order(order, lambda numbers: listing.views(runner, numbers), ""), 1)
    bar = pane.list.verticalScrollBar()
    places = iter((0.93, 0.11, 0.57, 0.31, 0.77))

    def jump() -> None:
        bar.setValue(round(bar.maximum() * next(places)))
        pane.list.viewport().repaint()

    first_jump, jumps = median_ms(jump, 1), median_ms(jump, 4)
    print(
        f"{size:>8} facts: first paint {painted:.0f} ms (goal {FIRST_PAINT}), the order of all {whole:.0f} ms behind"
        f" the window, taken over in {shown:.0f} ms, first jump {first_jump:.0f} ms (goal {JUMP}), others {jumps:.0f}"
    )
    for name, asked in (
        ("by value", Listing(sort=Sort.VALUE)),
        ("by subject, grouped", Listing(sort=Sort.VALUE, group=Group.SUBJECT)),
        ("proposed only", Listing(FactFilter(states=frozenset({State.PROPOSED})))),
        ("one word", Listing(FactFilter(text="site 4711"))),
        ("in conflict", Listing(FactFilter(conflict=True))),
    ):
        begun = median_ms(lambda asked=asked: listing.beginning(runner, asked, "fr"), 1)
        took = median_ms(lambda asked=asked: listing.whole(runner, asked, "fr"), 1)
        print(f"          {name}: beginning {begun:.0f} ms, whole {took:.0f} ms")
    pane.close()


if __name__ == "__main__":
    main()
