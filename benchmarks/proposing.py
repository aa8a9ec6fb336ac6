"""Articles a second that get their proposals, with one process and with several, beside reading alone.

Run: ``python -m benchmarks.proposing [ARTICLES] [PROCESSES]`` (200 articles; as many processes as processors, two at
least). The floor is the extractor without any store. The last lines tell from how much text on processes are faster.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.worker import extract
from maeditor.services.crews import WORTH, Processes, processors
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner
from maeditor.services.undoing import undo, undoable

_SAID = (
    "La commune de Sefrou accueillera en 2029 une ferme de calcul de {0} MW, que l’exploitant veut porter à {1} MW. "
    "Le chantier, estimé à {0} millions d’euros, occupera {1} ouvriers pendant dix-huit mois. "
    "Les habitants, eux, demandent surtout d’où viendra l’eau, et à quel prix ; la préfecture répondra au printemps. "
    "Rien n’indique, pour l’heure, que d’autres villes suivront, même si plusieurs élus l’appellent de leurs vœux. "
)
_PARAGRAPHS = 10


def main() -> None:
    """Print the three rates, and from where on processes pay."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    several = int(sys.argv[2]) if len(sys.argv) > 2 else max(2, processors())
    texts = [_text(number) for number in range(count)]
    length = sum(map(len, texts))
    extractor = GrammarExtractor()
    extractor.extract(texts[0], "fr")  # lexicons are opened once, out of the measure
    with tempfile.TemporaryDirectory() as folder:
        runner = _project(Path(folder), texts)
        floor = _timed(lambda: [extractor.extract(text, "fr") for text in texts])
        alone = _proposed(runner, 1)
        together = _proposed(runner, several)
        nothing = _timed(lambda: propose_articles(runner))
        runner.store.close()
    print(f"{count} articles, {length // count:,} characters each, {processors()} processors")
    print(f"reading alone, no store           {count / floor:7.1f} articles/s, {length / floor:,.0f} characters/s")
    for jobs, taken in ((1, alone), (several, together)):
        print(f"proposing, {jobs} process{'' if jobs == 1 else 'es'}".ljust(34), end="")
        print(f"{count / taken:7.1f} articles/s, {floor / taken:.2f} × reading alone")
    print(f"nothing new to read               {nothing * 1000:7.1f} ms")
    start = min(_start(several, texts[0]) for _ in range(3))
    worth = start * length / floor * several / (several - 1)
    print(
        f"starting {several} processes takes {start:.2f} s more than reading here: as long as {worth:,.0f} characters"
    )
    print(f"where they begin to pay with that; they are started from {WORTH:,} on")


def _text(number: int) -> str:
    said = "".join(_SAID.format(number % 80 + 10 + each, number % 50 + 100 + each) for each in range(_PARAGRAPHS))
    return f"La ferme {number}\n\n{said}\n"


def _project(folder: Path, texts: list[str]) -> ActionRunner:
    sources = folder / "sources"
    sources.mkdir()
    for number, text in enumerate(texts):
        (sources / f"{number:06}.txt").write_text(text, "utf-8")
    runner = create_project(folder / "p.maed", "p", editor="Benchmark")
    import_paths(runner, [sources])
    return runner


def _proposed(runner: ActionRunner, jobs: int) -> float:
    """Seconds for all articles; what an earlier run proposed is taken back before."""
    if undoable(runner).kind == "propose-facts":  # type: ignore[union-attr]
        undo(runner)
    return _timed(lambda: propose_articles(runner, jobs=jobs, gathers=False))


def _start(count: int, text: str) -> float:
    """Seconds until that many processes have read a text each, less what reading one takes here."""
    extractor = GrammarExtractor()
    here = _timed(lambda: extract(extractor, text, "fr"))

    def start() -> None:
        crew = Processes(count)
        for future in [crew.submit(extract, extractor, text, "fr") for _ in range(count)]:
            future.result()
        crew.close()

    return _timed(start) - here


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
