"""An older project becomes searchable behind the window, in pieces that let every keystroke through."""

from __future__ import annotations

from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle


def make_searchable(desk: Desk) -> None:
    """Index what an older project holds, if anything waits; stopped half-way it goes on at the next opening."""
    from maeditor.services import searching

    runner = desk.runner
    if not searching.is_behind(runner):
        return

    def work(handle: JobHandle) -> None:
        while not handle.cancelled() and searching.catch_up(runner):
            pass

    desk.jobs.start("palette.catching_up", work, lambda _done: None)
