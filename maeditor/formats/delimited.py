"""Tables as lines of text, whatever wrote them; one that ends inside a quoted cell is damaged, not one long cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from maeditor.domain.errors import UnreadableFileError

LONGEST_CELL = 1 << 30
_ENDLESS = "unexpected end of data"
"""What Python's reader says of a quote that nothing closes; only where it is strict."""


def records(text: str, delimiter: str, name: str, error: str) -> Iterator[list[str]]:
    """The rows of a table. Raises UnreadableFileError under the key ``error`` where it is none."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        if _ends_inside(text, delimiter):
            raise UnreadableFileError(error, name=name)
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as fault:
        raise UnreadableFileError(error, name=name) from fault


def _ends_inside(text: str, delimiter: str) -> bool:
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as fault:
        # Strictness minds more than that, which sloppy writers do and everybody reads.
        return _ENDLESS in str(fault)
    return False
