"""The one way to change a project: run some work as an action, in one transaction, with its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

from maeditor.domain.changes import Action, Done, Row
from maeditor.store.engine import Store
from maeditor.store.queries import Queries
from maeditor.store.unit_of_work import UnitOfWork


def utc_now() -> str:
    """The moment, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
