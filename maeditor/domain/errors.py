"""What a person can cause or mend: one kind of error, with a key that has a sentence in every language."""

from __future__ import annotations

from maeditor.domain.changes import Action

QUOTED = frozenset({"text", "unit", "quote"})
"""The details of an error that repeat what somebody wrote."""

LONGEST_QUOTED = 60
"""Characters of it that an error repeats: enough to know it again."""


class MaeditorError(Exception):
    """Something the person can understand and act on.

    ``key`` names a sentence under ``error.`` in ``resources/translations``; ``details`` fill its places. Of what
    somebody wrote the sentence repeats the beginning, in one line.
    """

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = {name: _short(value) if name in QUOTED else value for name, value in details.items()}

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in sorted(self.details.items()))
        return f"{self.key} ({told})" if told else self.key


def _short(written: object) -> object:
    if not isinstance(written, str) or len(written) <= LONGEST_QUOTED:
        return written
    line = " ".join(written[: 2 * LONGEST_QUOTED].split())
    return f"{line[: LONGEST_QUOTED - 1].rstrip()}…"


class UnreadableFileError(MaeditorError):
    """A file that holds no article we can read: missing, empty, binary, too large."""


class ConfinedError(UnreadableFileError):
    """A file whose reading had to be ended or ended by itself: too long, too much memory, a crash."""


class WorkbookError(MaeditorError):
    """A workbook that cannot be read as one that we exported: another kind, damaged, hostile, without its baseline."""


class ProjectError(MaeditorError):
    """A project that cannot be opened: not ours, newer, damaged, locked, read-only."""


class StaleRecordError(MaeditorError):
    """The record was changed meanwhile by somebody or something else."""


class MissingRecordError(MaeditorError):
    """The record is not there (any more)."""


class QuoteMismatchError(MaeditorError):
    """The quote of a passage is not what stands at its span."""


class ValueTextError(MaeditorError):
    """A value, date or unit that cannot be understood as written."""


class ReviewError(MaeditorError):
    """A decision that a fact cannot take in the state it is in."""


class StoppedError(MaeditorError):
    """The person stopped a large action: nothing of it was done."""


class NothingToRevertError(MaeditorError):
    """Undo or redo was asked for and there is nothing (left) to take back."""


class BlockedRevertError(MaeditorError):
    """Something later stands on what should be taken back: ``blocking``, newest first, as far as it is known."""

    def __init__(self, key: str, blocking: tuple[Action, ...] = (), **details: object) -> None:
        super().__init__(key, **details)
        self.blocking = blocking


class ExportError(MaeditorError):
    """An export could not be written; what was there before is untouched."""


class WorkerDiedError(MaeditorError):
    """Reading a text ended the process that read it, so nothing is known of what it says."""


class ClusterError(MaeditorError):
    """A cluster that cannot be used: not installed, not reached, of another version, gone."""


class LinkError(MaeditorError):
    """A link into the program that is none, or leads to what is in no project at hand."""
