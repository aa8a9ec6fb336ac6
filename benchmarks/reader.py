"""The reader against a bare text widget with the same text: opening, a frame, the passages under the mouse.

Run as ``QT_QPA_PLATFORM=offscreen python -m benchmarks.reader``. CPU times, medians; ratios are taken in one run.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.highlight_index import HighlightIndex
from maeditor.ui.reader.lanes import Lanes
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SENTENCE = (
    "le projet de centre avec une capacité totale prévue dans la région pour un montant estimé à deux cents mégawatts "
    "selon la société qui porte ce parc depuis trois ans, dit son directeur"
)
WORDS = SENTENCE.split()


def article(length: int, passages: int, seed: int = 7) -> ArticleView:
    chance = random.Random(seed)
    paragraphs, size = [], 0
    while size < length:
        paragraph = " ".join(chance.choice(WORDS) for _ in range(chance.randint(30, 90))).capitalize() + "."
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    families, states = list(Family), [State.ACCEPTED, State.PROPOSED]
    highlights = []
    for number in range(passages):
        start = chance.randrange(len(text) - 200)
        end = start + chance.randint(10, 180)
        highlights.append(
            Highlight(f"f{number}", f"e{number}", start, end, chance.choice(families), chance.choice(states), "x")
        )
    return ArticleView("a", "Un long article", text, "Presse", "2026-02", "fr", (), tuple(highlights))


def median_ms(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1000)
    return statistics.median(taken)


def measure(application: QApplication, length: int, passages: int) -> None:
    view = article(length, passages)
    theme = Theme()
    theme.apply(application)
    bare: QPlainTextEdit | QTextEdit = QPlainTextEdit() if length > 300_000 else QTextEdit()
    bare.setReadOnly(True)
    bare.setFont(theme.reading_font())
    bare.resize(640, 850)
    bare.show()
    pane = ReaderPane(theme, Words("fr"))
    pane.resize(780, 894)
    pane.show()
    application.processEvents()

    def open_bare() -> None:
        bare.setPlainText(view.text)
        bare.repaint()
        application.processEvents()

    def open_ours() -> None:
        pane.show_article(view)
        pane.repaint()
        application.processEvents()

    open_bare(), open_ours()
    theirs, ours = median_ms(open_bare, 7), median_ms(open_ours, 7)
    print(f"{length:>9,} characters, {passages:>6,} passages")
    print(f"  open and paint   {ours:8.1f} ms   bare {theirs:7.1f} ms   ratio {ours / theirs:5.2f}")

    def scroll(widget: QPlainTextEdit | QTextEdit) -> Callable[[], None]:
        bar, at = widget.verticalScrollBar(), [0]
        step = max(bar.maximum() // 400, 1)

        def frame() -> None:
            at[0] = (at[0] + step) % max(bar.maximum(), 1)
            bar.setValue(at[0])
            widget.viewport().repaint()

        return frame

    theirs, ours = median_ms(scroll(bare), 200), median_ms(scroll(pane.page.surface), 200)
    print(f"  frame, scrolling {ours:8.2f} ms   bare {theirs:7.2f} ms   ratio {ours / theirs:5.2f}")
    theirs = median_ms(lambda: bare.viewport().repaint(), 60)
    ours = median_ms(lambda: pane.page.surface.viewport().repaint(), 60)
    print(f"  frame, at rest   {ours:8.2f} ms   bare {theirs:7.2f} ms   ratio {ours / theirs:5.2f}")
    place = int(length * 0.9)
    bare_far = median_ms(
        lambda: (
            open_bare(),
            bare.verticalScrollBar().setValue(bare.verticalScrollBar().maximum() * 9 // 10),
            bare.repaint(),
        ),
        5,
    )
    ours_far = median_ms(lambda: (open_ours(), pane.scroll_to(place, place + 5), pane.repaint()), 5)
    print(f"  open at 90 %     {ours_far:8.1f} ms   bare {bare_far:7.1f} ms   ratio {ours_far / bare_far:5.2f}")
    bare.deleteLater()
    pane.deleteLater()


def measure_index(passages: int) -> None:
    chance = random.Random(3)
    spans = [
        (start, start + chance.randint(5, 300)) for start in (chance.randrange(2_000_000) for _ in range(passages))
    ]
    spans += [(0, 2_000_000), (500_000, 1_500_000)]
    build = median_ms(lambda: HighlightIndex(spans), 7)
    index = HighlightIndex(spans)
    pack = median_ms(lambda: (lanes := Lanes(spans, index), [lanes[number] for number in range(len(spans))]), 7)
    asked = [chance.randrange(2_000_000) for _ in range(20_000)]
    begun = time.perf_counter()
    for position in asked:
        index.at(position)
    micro = (time.perf_counter() - begun) / len(asked) * 1e6
    print(f"{passages:>9,} passages: index {build:.1f} ms, all lanes {pack:.1f} ms, under the mouse {micro:.1f} µs")


def main() -> int:
    application = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(application, QApplication)
    for length, passages in (
        (20_000, 100),
        (100_000, 1_000),
        (1_000_000, 1_000),
        (1_000_000, 5_000),
        (5_000_000, 10_000),
    ):
        measure(application, length, passages)
    for passages in (1_000, 5_000, 10_000):
        measure_index(passages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
