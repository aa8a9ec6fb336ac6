"""What a person can cause or mend: one kind of error, with a key that has a sentence in every language."""

from __future__ import annotations

from maeditor.domain.changes import Action


class MaeditorError(Exception):
    """Something the person can understand and act on.

    ``key`` names a sentence under ``error.`` in ``resources/translations``; ``details`` fill its places.
    """

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in sorted(self.details.items()))
        return f"{self.key} ({told})" if told else self.key


class UnreadableFileError(MaeditorError):
    """A file that holds no article we can read: missing, empty, binary, too large."""


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


class NothingToRevertError(MaeditorError):
    """Undo or redo was asked for and there is nothing (left) to take back."""


class BlockedRevertError(MaeditorError):
    """Something later stands on what should be taken back: ``blocking``, newest first, as far as it is known."""

    def __init__(self, key: str, blocking: tuple[Action, ...] = (), **details: object) -> None:
        super().__init__(key, **details)
        self.blocking = blocking


class ExportError(MaeditorError):
    """An export could not be written; what was there before is untouched."""
