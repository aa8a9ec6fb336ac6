"""The open project's files, in and out: import, paste, propose, export; long work goes to the jobs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from maeditor.domain.errors import MaeditorError
from maeditor.services import importing, proposing
from maeditor.services.importing import ImportReport, Outcome
from maeditor.services.proposing import ProposeReport
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle
from maeditor.ui.workbook_export import WorkbookExport

MOST_TOLD = 3
"""Failed files named in one notice; the rest are counted."""


class ProjectFlow(QObject):
    """Imports and exports of the open project, with their notices."""

    begun = Signal()
    """Articles are about to come in, or to be read for facts."""
    ended = Signal()
    """All that came in was read for facts, or a person stopped that."""

    def __init__(self, desk: Desk, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._name, self._window = desk, name, window
        self.out = WorkbookExport(desk, window)
        self._offered = ""
        self.occupied: Callable[[], bool] = lambda: False
        """Tell whether the person is at something that another article would take from them."""

    def ask_files(self) -> None:
        """Choose files and import them."""
        say = self._desk.words.say
        kinds = f"{say('shell.article_files')} ({' '.join(f'*{suffix}' for suffix in importing.ARTICLE_SUFFIXES)})"
        files, _kind = QFileDialog.getOpenFileNames(self._window, say("shell.import_title"), "", kinds)
        self.import_paths([Path(file) for file in files])

    def ask_folder(self) -> None:
        """Choose a folder and import what is in it."""
        folder = QFileDialog.getExistingDirectory(self._window, self._desk.words.say("shell.import_folder_title"))
        if folder:
            self.import_paths([Path(folder)])

    def ask_facts(self) -> None:
        """Choose a file of facts made elsewhere, and take in what its articles say."""
        from maeditor.ui.facts_from_elsewhere import ask_facts

        ask_facts(self._desk, self._window)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import behind the window; the articles are readable at once, proposing follows."""
        if not paths:
            return
        runner = self._desk.runner

        def work(handle: JobHandle) -> ImportReport:
            return importing.import_paths(runner, paths, handle.progress, handle.cancelled)

        self._import(work)

    def paste(self) -> None:
        """Import what the clipboard holds: files that were copied, or a text."""
        data = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
        if files:
            self.import_paths(files)
            return
        text = data.text() if data is not None else ""
        if not text.strip():
            self._desk.notices.hint(self._desk.words.say("notice.clipboard_empty"))
            return
        runner = self._desk.runner
        self._import(lambda _handle: importing.import_text(runner, text))

    def propose(self, article_ids: Sequence[str] | None, *, again: bool = False) -> None:
        """Propose facts behind the window."""
        runner = self._desk.runner

        def work(handle: JobHandle) -> ProposeReport:
            return proposing.propose_articles(
                runner, article_ids, again=again, progress=handle.progress, cancelled=handle.cancelled
            )

        self.begun.emit()
        self._desk.jobs.start("job.proposing", work, self._proposed, self._not_proposed)

    def propose_again(self) -> None:
        """Propose anew for the open article; what a person decided stays."""
        article = self._desk.selection.article_id
        if article:
            self.propose([article], again=True)

    def export(self) -> None:
        """Choose where and write the workbook of everything but what was rejected."""
        self.out.ask(self._name)

    def _import(self, work: Callable[[JobHandle], ImportReport]) -> None:
        self.begun.emit()
        self._desk.jobs.start("job.importing", work, self._imported, self._not_proposed)

    def _not_proposed(self, error: MaeditorError) -> None:
        self.ended.emit()
        self._desk.notices.error_from(error)

    def _imported(self, report: ImportReport) -> None:
        desk = self._desk
        if report.done is not None:
            desk.bulletin.publish(report.done)
        failed = [each for each in report.outcomes if each.outcome is Outcome.FAILED]
        if failed:
            desk.notices.error(self._told([each.error for each in failed if each.error]))
        if report.article_ids:
            first = report.article_ids[0]
            self._offered = first if self.occupied() else ""
            if not self._offered:
                self._turn_to(first)
            self.propose(report.article_ids)
        else:
            self.ended.emit()
        if not failed or (report.article_ids and self._offered):
            self._tell(self._imported_text(report))

    def _turn_to(self, article_id: str) -> None:
        self._desk.selection.show_view("read")
        self._desk.selection.show_article(article_id)

    def _tell(self, text: str) -> None:
        """Say what was done; while imported articles were not turned to, with the way there."""
        desk, article = self._desk, self._offered
        if article and article != desk.selection.article_id:
            desk.notices.info(text, desk.words.say("notice.open"), lambda: self._turn_to(article))
        else:
            desk.notices.info(text)

    def _imported_text(self, report: ImportReport) -> str:
        say = self._desk.words.say
        parts = []
        if report.article_ids:
            parts.append(say("notice.imported", count=len(report.article_ids)))
        if report.count(Outcome.DUPLICATE):
            parts.append(say("notice.duplicates", count=report.count(Outcome.DUPLICATE)))
        if report.count(Outcome.DESCRIBED):
            parts.append(say("import.described", count=report.count(Outcome.DESCRIBED)))
        parts += self._remarks(report)
        return " ".join(parts) or say("notice.nothing_imported")

    def _remarks(self, report: ImportReport) -> list[str]:
        say = self._desk.words.say
        told = [(each.name, remark) for each in report.outcomes for remark in each.remarks][:MOST_TOLD]
        return [
            say("import.told", file=Path(name).name, remark=say(f"import.{remark.key}", name=remark.name))
            for name, remark in told
        ]

    def _told(self, errors: Sequence[MaeditorError]) -> str:
        say = self._desk.words.say
        told = [say(f"error.{each.key}", **each.details) for each in errors[:MOST_TOLD]]
        if len(errors) > MOST_TOLD:
            told.append(say("notice.more_failed", count=len(errors) - MOST_TOLD))
        return "\n".join(told)

    def _proposed(self, report: ProposeReport) -> None:
        desk = self._desk
        if report.done is not None:
            desk.bulletin.publish(report.done)
        self.ended.emit()
        if report.failed:
            desk.notices.error(self._told([*report.failed.values()]))
        else:
            self._tell(desk.words.say("notice.proposed", count=report.total))
        self._offered = ""
