"""A whole project as JSON lines: a line that says what it is, then texts and originals, then every record."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from maeditor.domain.changes import Row
from maeditor.domain.errors import UnreadableFileError

FORMAT = 1
HEAD = "maeditor"
LONGEST_LINE = 400_000_000
"""Bytes: an original of the largest size that a project keeps, in base64, and room."""


def head_line(name: str, identity: str, at: str) -> Row:
    """The first line: whose records follow, and in which version of this format."""
    return {HEAD: "project", "format": FORMAT, "name": name, "project": identity, "at": at}


def text_line(sha256: str, text: str) -> Row:
    """One article's text."""
    return {"type": "text", "sha256": sha256, "text": text}


def original_line(sha256: str, data: bytes) -> Row:
    """One file's own bytes."""
    return {"type": "original", "sha256": sha256, "base64": base64.b64encode(data).decode("ascii")}


def record_line(table: str, row: Row) -> Row:
    """One record, every field."""
    return {"type": table, "record": row}


def write_line(file: BinaryIO, line: Row) -> None:
    """Write one line."""
    file.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")


def is_project_lines(path: Path) -> bool:
    """Tell whether a file begins as such a project does."""
    try:
        with path.open("rb") as file:
            first = json.loads(file.readline(LONGEST_LINE // 1000))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(first, dict) and first.get(HEAD) == "project"


def read_lines(path: Path) -> Iterator[tuple[int, Row]]:
    """The lines of a project with their numbers, the first one included. Raises UnreadableFileError."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
                yield number, _row(line, number, path.name)
    except OSError as error:
        raise UnreadableFileError("file_unreadable", name=path.name, reason=error.strerror or str(error)) from error


def content_of(line: Row, number: int, name: str) -> bytes:
    """The bytes of a text's or an original's line. Raises UnreadableFileError."""
    try:
        if line["type"] == "text":
            return str(line["text"]).encode("utf-8")
        return base64.b64decode(line["base64"], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise bad_line(number, name) from error


def bad_line(number: int, name: str) -> UnreadableFileError:
    """What is wrong with a line that is none of ours."""
    return UnreadableFileError("project_line_unreadable", name=name, line=number)


def _row(line: bytes, number: int, name: str) -> Row:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise bad_line(number, name) from error
    if not isinstance(row, dict):
        raise bad_line(number, name)
    return row
