"""Articles brought in whose facts nobody proposed yet, because the window was closed first: taken up the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maeditor.ui.settings import Settings

if TYPE_CHECKING:
    from maeditor.ui.project_flow import ProjectFlow

KEPT = "unproposed"
"""Projects with such articles: known from the moment an import begins, so that no end comes too early."""

MOST_PROJECTS = 20


def take_up(flow: ProjectFlow, target: str, settings: Settings) -> None:
    """Propose what was left, passing over articles that have proposals; remember from now on what is left."""

    def keep(*, left: bool) -> None:
        others = [each for each in settings.texts(KEPT) if each != target]
        settings.keep(KEPT, [*others, *([target] if left else [])][-MOST_PROJECTS:])

    was_left = target in settings.texts(KEPT)
    flow.begun.connect(lambda: keep(left=True))
    flow.ended.connect(lambda: keep(left=False))
    if was_left:
        flow.propose(None)
