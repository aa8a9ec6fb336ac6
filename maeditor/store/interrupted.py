"""Actions left open by a process that died are marked, so that they can be seen and taken back whole."""

from __future__ import annotations

import os
import socket
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maeditor.store.engine import Store

SILENCE = timedelta(minutes=10)
"""A job saves every few hundred milliseconds; one that was silent for this long elsewhere is taken for dead."""

_owners: set[str] = set()
_guard = threading.Lock()


def remember_owner(owner: str) -> None:
    """Remember that a store of this process is open, so that its jobs count as running."""
    with _guard:
        _owners.add(owner)


def forget_owner(owner: str) -> None:
    """Forget a store that was closed."""
    with _guard:
        _owners.discard(owner)


def mark_interrupted(store: Store) -> int:
    """Mark the open actions of dead processes as interrupted; tells how many."""
    if store.read_only:
        return 0
    with store.read() as queries:
        left = [action_id for action_id, owner, touched in queries.journal.open_actions() if not _runs(owner, touched)]
    if left:
        with store.write() as unit:
            unit.mark_interrupted(left)
    return len(left)


def _runs(owner: str, touched: str) -> bool:
    host, _, rest = owner.partition("/")
    pid = rest.partition("/")[0]
    if host == socket.gethostname() and pid.isdecimal():
        if int(pid) == os.getpid():
            return owner in _owners
        # os.kill with signal 0 asks on POSIX and kills on Windows.
        if os.name == "posix" and not _is_alive(int(pid)):
            return False
    try:
        return datetime.now(UTC) - datetime.fromisoformat(touched) < SILENCE
    except (ValueError, TypeError):
        return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
