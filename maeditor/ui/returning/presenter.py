"""Between corrected workbooks and the project: reads them, shows what differs, applies what a person takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.domain.merge import MergeState
from maeditor.formats.returned import ReturnedWorkbook
from maeditor.formats.returned.reading import read_workbook
from maeditor.services import merging, returned_facts
from maeditor.services.returned_changes import Corrections, MergeReport
from maeditor.services.returned_facts import Standpoint
from maeditor.services.runner import ActionRunner
from maeditor.services.since_export import last_exports
from maeditor.services.telling import tell_action
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Job, JobHandle
from maeditor.ui.returning.exported_files import ExportedFiles
from maeditor.ui.returning.pane import ReturningPane
from maeditor.ui.returning.rows import Returned, Row, rows_of, units_there
from maeditor.wording import Wording

VIEW = "corrections"
EXPORTING = "job.exporting"


@dataclass(frozen=True, slots=True)
class _Read:
    """A workbook as it was read, and what of it differs from the project."""

    path: Path
    book: ReturnedWorkbook
    saved_at: str
    corrections: Corrections
    returned: Returned


class ReturningPresenter(QObject):
    """What came back last is kept until it is applied or another file is read."""

    told = Signal()
    """Other rows are shown, or others are ticked."""

    def __init__(self, desk: Desk, pane: ReturningPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._read: _Read | None = None
        self._noticed: _Read | None = None
        self._stale = False
        self._asked = 0
        self.files = ExportedFiles(lambda: last_exports(desk.runner), self)
        self.files.holding = lambda: any(job.title_key == EXPORTING for job in desk.jobs.running)
        self.files.saved.connect(self._saved)
        desk.jobs.started.connect(self._job_started)
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._compare_again)
        desk.selection.view_changed.connect(self._view_changed)
        pane.standpoint = self._standpoint
        pane.apply_wanted.connect(self.apply)
        pane.leave_wanted.connect(lambda: desk.selection.show_view("read"))
        pane.choose_wanted.connect(self.choose)
        pane.fact_wanted.connect(self._show_fact)
        pane.counted.connect(self._tell)
        self.files.follow()

    @property
    def waits(self) -> bool:
        """Tell whether something came back that can still be decided."""
        return self._read is not None and any(_tells(row.state) for row in self._read.returned.rows)

    def open(self) -> None:
        """Show what came back; where nothing did, or it is in front, choose a workbook."""
        if self._noticed is not None:
            self._show(self._noticed)
            self._desk.selection.show_view(VIEW)
        elif self.waits and self._desk.selection.view != VIEW:
            self._desk.selection.show_view(VIEW)
        else:
            self.choose()

    def choose(self) -> None:
        """Choose a workbook and read it."""
        say = self._desk.words.say
        known = self.files.followed
        start = str(known[0]) if known and known[0].exists() else ""
        file, _kind = QFileDialog.getOpenFileName(
            self._pane.window(), say("returning.choose_title"), start, f"{say('shell.workbook')} (*.xlsx)"
        )
        if file:
            self.read(Path(file))

    def read(self, path: Path) -> None:
        """Read a workbook and show what differs."""

        def show(read: _Read) -> None:
            self._show(read)
            self._desk.selection.show_view(VIEW)
            if read.corrections.remarks:
                self._desk.notices.hint("\n".join(read.corrections.remarks))

        self._start(path, show, self._desk.notices.error_from)

    def apply(self) -> None:
        """Take what is ticked into the project, as one step."""
        desk, read = self._desk, self._read
        chosen, beside = self._pane.taken, self._pane.beside
        if desk.jobs.alone:
            desk.notices.hint(desk.words.say("notice.one_at_a_time"))
        elif read is None or not (chosen or beside):
            desk.notices.hint(desk.words.say("returning.none_ticked"))
        else:
            runner = desk.runner

            def work(watch: JobHandle) -> MergeReport:
                return merging.apply_corrections(runner, read.corrections, chosen, beside=beside, watch=watch)

            self._pane.set_busy(True)
            job = desk.jobs.start("returning.job_applying", work, self._applied, desk.notices.error_from, alone=True)
            job.ended.connect(lambda: self._pane.set_busy(False))

    def progress_text(self) -> str:
        """How many are ticked, for the status bar."""
        returned = self._pane.model.returned
        if not self._pane.has_rows or not returned.applicable:
            return ""
        return self._desk.words.say("returning.progress", done=self._pane.model.taken_count, all=returned.applicable)

    def _applied(self, report: MergeReport) -> None:
        desk = self._desk
        if report.done is None:
            reasons = [each.reason for each in report.left if each.reason]
            desk.notices.hint(reasons[0] if reasons else desk.words.say("returning.none_ticked"))
            self._compare_again()
            return
        self._pane.model.opened()
        desk.bulletin.publish(report.done)
        said = tell_action(report.done.action, desk.words.wording)
        told = [f"{said[:1].upper()}{said[1:]}."]
        read = self._read
        if report.beside:
            told.append(desk.words.say("returning.opened", count=report.beside))
        settled = report.applied + report.beside
        left = sum(_tells(each.state) for each in read.corrections.items) - settled if read is not None else 0
        if left > 0:
            told.append(desk.words.say("returning.left", count=left))
        desk.notices.info(" ".join(told), desk.words.say("notice.undo"), lambda: desk.large.undo(desk.runner))

    # Reading

    def _start(self, path: Path, then: Callable[[_Read], None], failed: Callable[[MaeditorError], None] | None) -> None:
        runner, wording = self._desk.runner, self._desk.words.wording

        def work(handle: JobHandle) -> _Read:
            saved_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat() if path.exists() else ""
            return _compared(runner, path, read_workbook(path), saved_at, wording, handle)

        self._desk.jobs.start("returning.job_reading", work, then, failed)

    def _compare_again(self) -> None:
        """The project says something else, or the person speaks another language; the file is what it was."""
        read = self._read
        self._noticed = None
        if read is None:
            return
        if self._desk.selection.view != VIEW:
            self._stale = True
            return
        self._stale = False
        self._asked += 1
        asked, runner, wording = self._asked, self._desk.runner, self._desk.words.wording

        def show(again: _Read) -> None:
            if asked == self._asked and self._read is not None and self._read.path == again.path:
                self._show(again)

        self._desk.jobs.start(
            "returning.job_reading",
            lambda handle: _compared(runner, read.path, read.book, read.saved_at, wording, handle),
            show,
            self._desk.notices.error_from,
        )

    def _show(self, read: _Read) -> None:
        self._read, self._noticed, self._stale = read, None, False
        self._pane.show_returned(read.returned)

    def _saved(self, path: Path) -> None:
        """A file that we exported was saved elsewhere: what changed in it is told, and nothing where nothing did.

        What cannot be read is told to who asks for it.
        """
        self._start(path, self._notice, lambda _error: None)

    def _notice(self, read: _Read) -> None:
        desk = self._desk
        in_front = desk.selection.view == VIEW and self._read is not None
        if in_front and self._read is not None and self._read.path == read.path:
            self._show(read)
        elif not self.waits or not in_front:
            self._noticed = read if any(_tells(row.state) for row in read.returned.rows) else None
        count = sum(_tells(row.state) for row in read.returned.rows)
        if not count:
            return

        def open_it() -> None:
            self._show(read)
            desk.selection.show_view(VIEW)

        told = desk.words.say("returning.noticed", count=count, name=read.path.name)
        if in_front and self._read is read:
            desk.notices.info(told)
        else:
            desk.notices.info(told, desk.words.say("returning.open"), open_it)

    def _job_started(self, job: Job) -> None:
        if job.title_key == EXPORTING:
            job.ended.connect(lambda: self.files.follow(written=True))

    # What the view follows

    def _tell(self) -> None:
        if self._desk.selection.view == VIEW:
            self.told.emit()

    def _changed(self, done: Done) -> None:
        if done.touches("facts", "properties"):
            self._compare_again()

    def _view_changed(self, view: str) -> None:
        if view != VIEW:
            return
        if self._stale:
            self._compare_again()
        self._pane.take_focus()

    def _standpoint(self, row: Row) -> Standpoint | None:
        fact_id = row.correction.fact_id
        return returned_facts.standpoint(self._desk.runner, fact_id) if fact_id else None

    def _show_fact(self, fact_id: str) -> None:
        place = returned_facts.place_of(self._desk.runner, fact_id)
        if place is not None:
            self._desk.selection.show_passage(*place, fact_id)


def _tells(state: MergeState) -> bool:
    """Tell whether something has to be decided, or mended in the workbook."""
    return state is not MergeState.CHANGED_HERE


def _compared(
    runner: ActionRunner, path: Path, book: ReturnedWorkbook, saved_at: str, wording: Wording, handle: JobHandle
) -> _Read:
    """On a thread: what differs, dressed with the facts."""
    found = merging.compared(runner, book, path, wording, progress=handle.progress, cancelled=handle.cancelled)
    known = returned_facts.facts_of(runner, found.items)
    new = {row: (each.fact, each.span is not None) for row, each in found.new_rows.items()}
    rows = rows_of(
        found.items,
        known.facts,
        known.properties,
        new,
        Wording(found.language).say("corrections.differs_from_passage"),
        merging.openable_keys(found),
    )
    returned = Returned(
        path.name, saved_at, found.exported_at, found.rows_read, found.unchanged, rows, units_there(found.items)
    )
    return _Read(path, book, saved_at, found, returned)
