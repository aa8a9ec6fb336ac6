"""Facts out to a workbook from the window: where to, behind the window, and the way to the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from maeditor.domain.file_names import file_name_for
from maeditor.domain.sheets import Sheet
from maeditor.services import exporting
from maeditor.services.exporting import ExportReport
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import JobHandle

SUFFIX = ".xlsx"


class WorkbookExport(QObject):
    """Asks where, then writes; what stood there is replaced only when all is written."""

    exported = Signal()
    """A workbook was written, and is remembered."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.open_address: Callable[[QUrl], object] = QDesktopServices.openUrl

    def ask(self, name: str, sheet: Sheet | None = None, last: str = "") -> None:
        """Choose where and write a sheet, or everything; ``last`` is where it was written the last time."""
        words = self._desk.words
        offered = last if last and Path(last).parent.is_dir() else file_name_for(name, SUFFIX)
        kinds = f"{words.say('shell.workbook')} (*{SUFFIX})"
        file, _kind = QFileDialog.getSaveFileName(self._window, words.say("shell.export_title"), offered, kinds)
        if not file:
            return
        path = Path(file if file.endswith(SUFFIX) else f"{file}{SUFFIX}")
        runner, wording = self._desk.runner, words.wording

        def work(handle: JobHandle) -> ExportReport:
            return exporting.export_workbook(
                runner, path, wording, sheet, progress=handle.progress, cancelled=handle.cancelled
            )

        self._desk.jobs.start("job.exporting", work, self._told, self._desk.notices.error_from)

    def _told(self, report: ExportReport) -> None:
        say = self._desk.words.say
        told = [say("notice.exported", count=report.facts, name=report.path.name), *report.remarks]
        address = QUrl.fromLocalFile(str(report.path))
        self._desk.notices.info("\n".join(told), say("notice.open"), lambda: self._open(address))
        self.exported.emit()

    def _open(self, address: QUrl) -> None:
        self.open_address(address)
