"""Looking the project over, making its search anew, copying it: jobs that each end in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from maeditor.domain.errors import ProjectError
from maeditor.services.naming import SUFFIX
from maeditor.ui.desk import Desk

if TYPE_CHECKING:
    from maeditor.services.backing_up import Copy
    from maeditor.services.checking import Problem


def check(desk: Desk, window: QWidget) -> None:
    """Look the project over behind the window and list what is wrong; where only the search is, offer to mend it."""
    from maeditor.services.checking import check_project, of_search

    runner = desk.runner

    def looked(problems: tuple[Problem, ...]) -> None:
        say = desk.words.say
        if not problems:
            desk.notices.info(say("notice.no_problems"))
        elif len(problems) == of_search(problems):
            desk.notices.info(say("notice.search_differs"), say("notice.repair_search"), lambda: repair(desk))
        else:
            from maeditor.ui.dialogs.problems import ProblemsDialog

            desk.notices.error(say("notice.problems", count=len(problems)))
            ProblemsDialog(desk.theme, desk.words, problems, window).open()

    desk.jobs.start("job.checking", lambda _handle: check_project(runner), looked, desk.notices.error_from)


def repair(desk: Desk) -> None:
    """Make the search anew behind the window."""
    from maeditor.services.checking import repair_search

    def repaired(whole: bool) -> None:
        desk.notices.info(desk.words.say("notice.search_repaired" if whole else "notice.search_later"))

    desk.jobs.start(
        "palette.catching_up",
        lambda handle: repair_search(desk.runner, handle.cancelled),
        repaired,
        desk.notices.error_from,
    )


def back_up(desk: Desk, window: QWidget) -> None:
    """Ask where, and write a verified copy there; the project stays open meanwhile."""
    from maeditor.services import backing_up

    store, say = desk.runner.store, desk.words.say
    if store.path is None:
        desk.notices.error_from(ProjectError("backup_not_a_file", project=store.shown))
        return
    usual = store.path.with_name(backing_up.suggested_name(store.path.stem))
    file, _kind = QFileDialog.getSaveFileName(
        window, say("shell.backup_title"), str(usual), f"{say('shell.project_files')} (*{SUFFIX})"
    )
    if not file:
        return
    path = Path(file if file.endswith(SUFFIX) else f"{file}{SUFFIX}")

    def copied(copy: Copy) -> None:
        desk.notices.info(say("notice.backed_up", name=copy.path.name, folder=str(copy.path.parent)))

    desk.jobs.start(
        "job.backing_up", lambda _handle: backing_up.back_up(desk.runner, path), copied, desk.notices.error_from
    )
