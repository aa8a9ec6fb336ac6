"""Articles brought in whose facts nobody proposed yet, because the window was closed first: taken up the next day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from maeditor.ui.settings import Settings

if TYPE_CHECKING:
    from maeditor.ui.project_flow import ProjectFlow

KEPT = "unproposed"
"""Projects with such articles: known from the moment an import begins, so that no end comes too early."""

MOST_PROJECTS = 20


class Unproposed(QObject):
    """Remembers that a project has work left; what an article was proposed already is passed over."""

    def __init__(self, flow: ProjectFlow, target: str, settings: Settings) -> None:
        super().__init__(flow)
        self._target, self._settings = target, settings
        left = target in settings.texts(KEPT)
        flow.begun.connect(lambda: self._keep(left=True))
        flow.ended.connect(lambda: self._keep(left=False))
        if left:
            flow.propose(None)

    def _keep(self, *, left: bool) -> None:
        others = [each for each in self._settings.texts(KEPT) if each != self._target]
        self._settings.keep(KEPT, [*others, *([self._target] if left else [])][-MOST_PROJECTS:])
