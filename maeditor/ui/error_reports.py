"""Faults of ours: logged, told once a place, and never at the price of work."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from maeditor.domain.errors import MaeditorError

log = logging.getLogger("maeditor")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorReports(QObject):
    """Catches what nobody caught. The hooks may run in a worker: the signal hops to the UI thread."""

    caught = Signal(str)
    """One line: what happened and where."""
    refused = Signal(MaeditorError)
    """What a person can do something about, though nobody waited for it: a project held while it was read."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._log_path = folder / "maeditor.log"
        self.stopped_before = _keep_last(folder / "crash.txt", folder / "crash-before.txt")
        """The report of a last run that was stopped by a fault below Python, or None."""
        self._crash: TextIO = (folder / "crash.txt").open("w", encoding="utf-8")
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    @property
    def log_path(self) -> Path:
        """Where the log stands."""
        return self._log_path

    def install(self) -> None:
        """Put the hooks in place."""
        handler = logging.FileHandler(self._log_path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        self._handler = handler
        faulthandler.enable(self._crash)
        sys.excepthook = self.report
        threading.excepthook = lambda unhandled: self._report_any(unhandled.exc_value)
        sys.unraisablehook = lambda unraisable: self._report_any(unraisable.exc_value)
        qInstallMessageHandler(_log_qt)

    def remove(self) -> None:
        """Take the hooks away again, as a test does."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        faulthandler.disable()
        self._crash.close()
        qInstallMessageHandler(None)
        log.removeHandler(self._handler)
        self._handler.close()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault, and tell it the first time it happens at its place."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected", exc_info=(kind, error, trace))
        if isinstance(error, MaeditorError):
            self.refused.emit(error)
            return
        frames = traceback.extract_tb(trace)
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        told = f"{kind.__name__}: {error} ({place})"
        if place not in self._told:
            self._told.add(place)
            self.caught.emit(told)

    def _report_any(self, error: BaseException | None) -> None:
        if error is not None:
            self.report(type(error), error, error.__traceback__)


def _keep_last(report: Path, kept: Path) -> Path | None:
    if not report.is_file() or not report.stat().st_size:
        return None
    report.replace(kept)
    return kept


def _log_qt(level: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(level, logging.WARNING), "Qt: %s", message)
