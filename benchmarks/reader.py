"""The reader against a bare text widget with the same text: opening, a frame, the passages under the mouse.

Run as ``QT_QPA_PLATFORM=offscreen python -m benchmarks.reader``. Medians of CPU time (of wall time where something is
saved); ratios are taken in one run. Up to 300,000 characters the whole text is laid out behind the window, which the
bare widget does with less care for lines and gaps: there the goals are wider.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from benchmarks._reader_adding import milliseconds
from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.highlight_index import HighlightIndex
from maeditor.ui.reader.lanes import Lanes
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.view import ArticleView, Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.tidying import tidy_seldom
from maeditor.ui.wording import Words

SENTENCE = (
    "le projet de centre avec une capacité totale prévue dans la région pour un montant estimé à deux cents mégawatts "
    "selon la société qui porte ce parc depuis trois ans, dit son directeur"
)
WORDS = SENTENCE.split()


def article(length: int, passages: int, seed: int = 7, together: int = 1) -> ArticleView:
    """Make an article of so many characters; ``together`` passages lie one over the other."""
    chance = random.Random(seed)
    paragraphs, size = [], 0
    while size < length:
        paragraph = " ".join(chance.choice(WORDS) for _ in range(chance.randint(30, 90))).capitalize() + "."
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    families, states = list(Family), [State.ACCEPTED, State.PROPOSED]
    highlights, start = [], 0
    for number in range(passages):
        start = chance.randrange(len(text) - 400) if number % together == 0 else start + chance.randint(0, 40)
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


def told(what: str, ours: float, unit: str, goal: float, floor: float | None = None, most: float | None = None) -> None:
    """Print a figure beside its floor and its goal: ``goal`` times the floor, or in the unit where there is none."""
    limit = goal if floor is None else goal * floor
    beside = " " * 30 if floor is None else f"bare {floor:8.2f} {unit}, ratio {ours / floor:5.2f}"
    wanted = f"goal ≤ {goal:g} {unit}" if floor is None else f"goal ≤ {goal:g} × bare"
    if most is not None:
        wanted, limit = f"{wanted} and ≤ {most:g} {unit}", min(limit, most)
    print(f"  {what:<26} {ours:8.2f} {unit}  {beside}  {wanted:<32} {'met' if ours <= limit else 'MISSED'}")


def measure(application: QApplication, length: int, passages: int) -> None:
    """Print what an article of a length with so many passages costs."""
    view = article(length, passages, together=5 if length > 1_000_000 else 1)
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
    is_long = length > 300_000
    told("open and paint", ours, "ms", (1.5 if length > 1_000_000 else 2) if is_long else 5, theirs)

    def scroll(widget: QPlainTextEdit | QTextEdit) -> Callable[[], None]:
        bar, at = widget.verticalScrollBar(), [0]
        step = max(bar.maximum() // 400, 1)

        def frame() -> None:
            at[0] = (at[0] + step) % max(bar.maximum(), 1)
            bar.setValue(at[0])
            widget.viewport().repaint()

        return frame

    surface = pane.page.surface
    theirs, ours = median_ms(scroll(bare), 200), median_ms(scroll(surface), 200)
    told("frame, scrolling", ours, "ms", 2 if is_long else 2.5, theirs, 16)
    theirs = median_ms(lambda: bare.viewport().repaint(), 60)
    ours = median_ms(lambda: surface.viewport().repaint(), 60)
    told("frame, at rest", ours, "ms", 2, theirs, 16)
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
    told("passage of a fact at 90 %", ours_far, "ms", 1.5 if length > 1_000_000 else 2.5, bare_far)
    chance = random.Random(4)
    points = [QPointF(chance.randrange(580), chance.randrange(840)) for _ in range(2_000)]
    hovering = median_ms(lambda: [pane.page.passages_at(point) for point in points], 5)
    told("passages under the mouse", hovering / len(points) * 1000, "µs", 50)
    if length > 1_000_000:
        measure_find(pane, view.text)
    bare.deleteLater()
    pane.deleteLater()


def measure_find(pane: ReaderPane, text: str) -> None:
    """Print how long the first hit takes from the key that asks for it, near the top and at the very end."""
    last = text.rstrip(".\n").rsplit(None, 2)
    pane.searching.open()

    def find(word: str) -> None:
        pane.find_bar.typed.emit("")
        pane.find_bar.typed.emit(word)
        pane.repaint()

    for what, word in (
        ("find: a frequent word", "megawatts"),
        ("find: at the end", " ".join(last[-2:])),
        ("find: none", "zzz"),
    ):
        told(what, median_ms(lambda word=word: find(word), 5), "ms", 50)
    pane.searching.close()


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
    print(f"{passages:>9,} passages alone")
    told("index built", build, "ms", 10)
    told("all lanes packed", pack, "ms", 50)
    told("passages at a place", micro, "µs", 50)


def main() -> int:
    application = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(application, QApplication)
    tidy_seldom()  # as the program does once its window stands
    # First, while there is nothing else in memory that Python would look through meanwhile.
    added = milliseconds(application, article(1_000_000, 1).text, 5_000)
    print("1,000,000 characters,  5,000 passages in a project")
    told("add one: saved and shown", added.all_of_it, "ms", 20)
    print(
        f"  {'of which saving':<26} {added.saving:8.2f} ms;  the least commit {added.least_commit:.2f} ms,"
        f" so ours {added.all_of_it - added.least_commit:.2f} ms;  processor time of all {added.processor:.2f} ms"
    )
    for length, passages in (
        (20_000, 100),
        (100_000, 1_000),
        (1_000_000, 1_000),
        (1_000_000, 5_000),
        (5_000_000, 10_000),
    ):
        measure(application, length, passages)
    measure_index(10_000)
    return 0


if __name__ == "__main__":
    sys.exit(main())
