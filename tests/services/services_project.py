"""A project on disk with one article of our own, opened by an editor named Amina."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from maeditor.domain.anchors import Span
from maeditor.services import library
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project, open_project
from maeditor.services.runner import ActionRunner

ARTICLE = """Un campus de calcul à Nador

Le groupe Rifdata prévoit un campus de 120 mégawatts à Nador en 2028. 🏗️ Le site emploiera 340 personnes.

La première tranche, de 40 MW, n’excède pas 60 MW une fois étendue.
"""


@dataclass
class Project:
    """A project file, the runner that has it open, and its one article."""

    path: Path
    runner: ActionRunner
    article_id: str
    text: str

    def span(self, quote: str) -> Span:
        """Where a quote stands in the article."""
        start = self.text.index(quote)
        return Span(start, start + len(quote))

    def reopen(self) -> Project:
        """Close and open again, as after closing the program."""
        self.runner.store.close()
        self.runner = open_project(self.path, editor=self.runner.editor)
        return self


@pytest.fixture
def make_project(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    made: list[Project] = []

    def make(text: str = ARTICLE) -> Project:
        file = tmp_path / f"article{len(made)}.txt"
        file.write_text(text, "utf-8")
        runner = create_project(tmp_path / f"p{len(made)}.maed", "Essai", editor="Amina")
        article_id = import_paths(runner, [file]).article_ids[0]
        made.append(Project(tmp_path / f"p{len(made)}.maed", runner, article_id, ""))
        made[-1].text = library.open_article(runner, article_id).text
        return made[-1]

    yield make
    for each in made:
        each.runner.store.close()


@pytest.fixture
def project(make_project: Callable[[], Project]) -> Project:
    return make_project()
