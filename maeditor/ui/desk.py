"""What every presenter needs at hand; composed once in ``app.py`` for an open project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from maeditor.domain.changes import Done
from maeditor.services import library
from maeditor.services.runner import ActionRunner
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.jobs import Jobs
from maeditor.ui.large_actions import LargeActions
from maeditor.ui.notices import Notices
from maeditor.ui.selection import Selection
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """The open project's services and the window's shared parts."""

    runner: ActionRunner
    bulletin: Bulletin
    selection: Selection
    theme: Theme
    words: Words
    jobs: Jobs
    notices: Notices
    act: Callable[[Callable[[], Done]], Done | None]
    """Run a service call: publish what it did, or show its MaeditorError as a notice and return None."""

    @property
    def large(self) -> LargeActions:
        """What may touch thousands of records goes this way."""
        runner, shown = self.runner, self.selection.article_id

        def prepare(done: Done) -> None:
            for article_id in dict.fromkeys((shown, *done.record_ids("articles")[:1])):
                if article_id:
                    library.article_facts(runner, article_id)

        return LargeActions(self.jobs, self.notices, self.words, self.act, prepare)
