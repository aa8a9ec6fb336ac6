"""``maeditor demo``: the whole job on the sample articles, with or without a display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.exporting import export_workbook
from maeditor.services.sample import build_sample
from maeditor.wording import Wording

Draw = Callable[[Path, Path, Wording], list[Path]]


def run(folder: Path, console: Console, draw: Draw | None) -> Path:
    """Build the sample project in ``folder`` and export it; ``draw`` adds pictures where there is no window."""
    project = folder / "maeditor-demo.maed"
    build_sample(project)
    workbook = folder / "maeditor-demo.xlsx"
    with opened(str(project)) as runner:
        export_workbook(runner, workbook, console.wording)
    console.say("cli.demo_project", file=project)
    console.say("cli.demo_workbook", file=workbook)
    if draw is not None:
        for picture in draw(project, folder, console.wording):
            console.say("cli.demo_picture", file=picture)
    return project
