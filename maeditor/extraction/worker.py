"""What runs in a worker: a text read elsewhere than where it is kept, and the worker's end with whoever started it.

A worker, of our own or of a cluster, imports this and what reading needs: no window, no store.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import parent_process
from typing import TYPE_CHECKING, Any, TypeVar

from maeditor.extraction.interface import Extraction, Extractor

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read, and by which extractor: another machine may have another version of it."""

    extractor: str
    extraction: Extraction


def extract(extractor: Extractor, text: str, language: str | None) -> Answer:
    """Read one text."""
    return Answer(extractor.name, extractor.extract(text, language))


def mention_lines(text: str, language: str | None, name: str) -> list[dict[str, Any]]:
    """Read one text into the lines of its mentions."""
    from maeditor.extraction.jsonl import mention_line
    from maeditor.extraction.mentions import mentions

    return [mention_line(mention, name) for mention in mentions(text, language)]


class _Turn:
    """Whether a text is being read; between two texts a worker may be sending, and must not be cut off there."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._reading = self._over = False

    def take(self) -> None:
        """Begin to read, or end where nobody wants it any more."""
        with self._guard:
            if self._over:
                os._exit(0)
            self._reading = True

    def give_back(self) -> None:
        """Read no more, for now."""
        with self._guard:
            self._reading = False

    def end(self) -> None:
        """Let no other text be read, and drop the one that is."""
        with self._guard:
            self._over = True
            if self._reading:
                os._exit(0)


_turn = _Turn()


def run(function: Callable[..., R], *args: object) -> R:
    """Do a worker process's share, in a way that can be ended at any time."""
    _turn.take()
    try:
        return function(*args)
    finally:
        _turn.give_back()


def begin(lifeline: Connection) -> None:
    """Begin a worker process: it drops its work once its lifeline is closed elsewhere, and ends with its parent."""
    # Ctrl+C is for whoever started us, and reaches the whole group.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    lifeline.poll(None)
    _turn.end()
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(0)
