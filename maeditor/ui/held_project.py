"""A project that another program holds: the window says so, goes on, and opens it once it is free."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.errors import MaeditorError
from maeditor.ui.jobs import JobHandle

if TYPE_CHECKING:
    from maeditor.ui.window import Window


def cannot_open(window: Window, target: str, error: MaeditorError) -> None:
    """Say why; on the first page what is only held opens later, unless another project was opened meanwhile.

    Nobody is taken out of an open project: there it can be tried again.
    """
    from maeditor.services.projects import HELD, is_server

    if error.key != HELD or is_server(target) or window.workspace is not None:
        window.main.notices.error_from(error)
    else:
        _open_when_free(window, target)


def _open_when_free(window: Window, target: str) -> None:
    """Wait behind the window; the job's line cancels it."""
    from maeditor.services.projects import wait_until_free

    notices = window.main.notices

    def work(handle: JobHandle) -> bool:
        # Of no use once another project is open, whose own work would wait for it.
        return wait_until_free(target, lambda: handle.cancelled() or window.workspace is not None)

    def waited(free: bool) -> None:
        if free and window.workspace is None:
            window.open(target)

    notices.hint(window.words.say("notice.project_held", name=Path(target).name))
    window.jobs.start("job.waiting", work, waited, notices.error_from)
