"""Many short articles of our own in a project, and extractors that do what the grammar never should."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Extraction
from maeditor.services import library
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner

DEADLY = "Cette phrase tue."
SLOW = "Cette phrase retient."


def texts(count: int) -> list[str]:
    """Every third says nothing that could be proposed."""
    told = [
        f"Le site de Guercif {number} atteindra {number + 3} MW en 2031 et emploiera 4{number} agents."
        if number % 3
        else f"Rien n’est décidé, dit la mairie ; la place {'x' * number} reste vide."
        for number in range(count)
    ]
    return [f"Article {number}\n\n{sentence}\n" for number, sentence in enumerate(told)]


def heap(folder: Path, name: str, written: list[str]) -> ActionRunner:
    """A project of these articles, in this order."""
    sources = folder / f"{name}-sources"
    sources.mkdir()
    files = []
    for number, text in enumerate(written):
        files.append(sources / f"{number:04}.txt")
        files[-1].write_text(text, "utf-8")
    runner = create_project(folder / f"{name}.maed", name, editor="Amina")
    import_paths(runner, files)
    return runner


def contents(runner: ActionRunner) -> list[dict[str, object]]:
    """All that its facts say, and where; without what is drawn at random."""
    told = []
    for view in library.project_facts(runner):
        said = asdict(view.fact)
        del said["id"], said["article_id"]
        with runner.read() as queries:
            said["article"] = queries.article(view.fact.article_id).number
        said["passages"] = [(each.passage.start, each.passage.end, each.passage.exact) for each in view.evidence]
        told.append(said)
    return told


@dataclass(frozen=True)
class Deadly:
    """Reads as the grammar does, and ends its process on one sentence."""

    @property
    def name(self) -> str:
        return GrammarExtractor().name

    def extract(self, text: str, language: str | None = None) -> Extraction:
        if DEADLY in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return GrammarExtractor().extract(text, language)


@dataclass(frozen=True)
class Held:
    """Reads as the grammar does; on one sentence it says so in a file, and goes on for as long as it is let."""

    told: str

    @property
    def name(self) -> str:
        return GrammarExtractor().name

    def extract(self, text: str, language: str | None = None) -> Extraction:
        if SLOW in text:
            Path(self.told).write_text(str(os.getpid()), "utf-8")
            pause = threading.Event()
            while Path(self.told).exists():
                pause.wait(0.01)
        return GrammarExtractor().extract(text, language)
