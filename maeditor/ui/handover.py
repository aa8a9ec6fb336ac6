"""A second start hands what it was asked for to the window that is open, which comes to the front."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

TAKEN = b"taken\n"
LONGEST = 8192
"""Bytes of a request: a path and a link."""
PATIENCE_MS = 3000
"""For a window that is only just being opened; after that the second start opens its own."""
_RETRY_MS = 50


class Reception(QObject):
    """Holds the place of the open window; the first to come has it, until it ends."""

    asked = Signal(str, str)
    """A second start wants a project (or none) and a link (or none)."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is where this person's windows meet: it may be no one else's."""
        super().__init__(parent)
        self._name = _server_name(folder)
        self._lock = QLockFile(str(folder / "window.lock"))
        # One whose process is gone is stale at once; one that lives is never too old.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Take the place; False where another window has it."""
        return self._lock.tryLock(0)

    def open(self) -> None:
        """Hear second starts from now on. Without the place nothing is heard."""
        if self._server is not None or not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a process that was killed left behind; nobody listens there, or it would hold the lock.
        QLocalServer.removeServer(self._name)
        if server.listen(self._name):
            server.newConnection.connect(self._hear)
            self._server = server

    def close(self) -> None:
        """Give the place up."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(lambda caller=caller: self._read(caller))

    def _read(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() > LONGEST:
            caller.abort()
        elif caller.canReadLine():
            request = _request(bytes(caller.readLine().data()))
            if request is None:
                caller.abort()
                return
            caller.write(TAKEN)
            caller.disconnectFromServer()
            self.asked.emit(*request)


def hand_over(folder: Path, project: str, link: str) -> bool:
    """Ask the open window for a project or a link; tells whether it took it. Blocks up to ``PATIENCE_MS``."""
    from PySide6.QtNetwork import QLocalSocket

    left = QDeadlineTimer(PATIENCE_MS)
    request = json.dumps({"project": project, "link": link}).encode() + b"\n"
    while not left.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(_server_name(folder))
        if socket.waitForConnected(_RETRY_MS):
            socket.write(request)
            answer = b""
            while b"\n" not in answer and socket.waitForReadyRead(max(1, int(left.remainingTime()))):
                answer += bytes(socket.readAll().data())
            return answer == TAKEN
        _wait(_RETRY_MS)
    return False


def _wait(milliseconds: int) -> None:
    """Wait for a window that is being opened: there is nothing that could tell when it listens."""
    from PySide6.QtCore import QThread

    QThread.msleep(milliseconds)


def _request(line: bytes) -> tuple[str, str] | None:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(asked, dict):
        return None
    project, link = asked.get("project"), asked.get("link")
    return (project, link) if isinstance(project, str) and isinstance(link, str) else None


def _server_name(folder: Path) -> str:
    # A socket's path may be no longer than some hundred characters.
    return "maeditor-" + hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:20]
