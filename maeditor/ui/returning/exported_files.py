"""Sees that an exported workbook was saved by somebody else: written over, or replaced by a new file as Excel does.

What changed is believed once it stays the same between two looks and can be read: Excel is not done at the first sign.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

SETTLED_MS = 400
"""Between two looks at a file that changes."""
MOST = 40
"""Files followed, the last exported first."""
ZIP = b"PK\x03\x04"
"""How every workbook begins."""

Stamp: TypeAlias = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """Size, time and identity of a file that can be read and begins as a workbook; None of any other."""
    try:
        with path.open("rb") as file:
            if file.read(len(ZIP)) != ZIP:
                return None
        told = path.stat()
    except OSError:
        return None  # away for a moment, or held by the program that writes it: the next sign tells
    return told.st_size, told.st_mtime_ns, told.st_ino


class ExportedFiles(QObject):
    """Follows the files that were exported."""

    saved = Signal(object)
    """A Path that holds something else than it did."""

    def __init__(
        self,
        paths: Callable[[], Sequence[Path]],
        parent: QObject,
        *,
        stamp: Callable[[Path], Stamp | None] = stamp_of,
        wait_ms: int = SETTLED_MS,
    ) -> None:
        super().__init__(parent)
        self._paths, self._stamp = paths, stamp
        self._known: dict[Path, Stamp | None] = {}
        self._seen: dict[Path, Stamp] = {}
        self.holding: Callable[[], bool] = lambda: False
        """Tells whether we are writing ourselves: then nothing is believed yet."""
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=wait_ms)
        self._timer.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # Network drives send no signs: back in our window is when one would look.
            application.focusWindowChanged.connect(self._focused)

    @property
    def followed(self) -> tuple[Path, ...]:
        """The files that are looked at."""
        return tuple(self._known)

    @property
    def waiting(self) -> bool:
        """Tell whether another look is due."""
        return self._timer.isActive()

    def follow(self, *, written: bool = False) -> None:
        """Take note of what was exported; ``written`` tells that the last of it was written by us just now."""
        paths = list(self._paths())[:MOST]
        for gone in self._known.keys() - set(paths):
            del self._known[gone]
            self._seen.pop(gone, None)
        for at, path in enumerate(paths):
            if path not in self._known or (written and at == 0):
                self._known[path] = self._stamp(path)
                self._seen.pop(path, None)
        self._attach()

    def look(self) -> None:
        """See which files hold something else; those that still change are looked at once more."""
        if self.holding():
            self._timer.start()
            return
        again = False
        for path in tuple(self._known):
            now = self._stamp(path)
            if now is None or now == self._known[path]:
                self._seen.pop(path, None)
            elif now == self._seen.get(path):
                self._known[path] = now
                del self._seen[path]
                self.saved.emit(path)
            else:
                self._seen[path] = now
                again = True
        self._attach()
        if again:
            self._timer.start()

    def _stir(self, _path: str) -> None:
        self._timer.start()

    def _focused(self, window: QWindow | None) -> None:
        if window is not None and self._known:
            self._timer.start()

    def _attach(self) -> None:
        """A file that was replaced is another one to the system: it has to be followed anew, through its folder."""
        wanted = {str(path) for path in self._known if path.exists()}
        wanted |= {str(path.parent) for path in self._known if path.parent.is_dir()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))
