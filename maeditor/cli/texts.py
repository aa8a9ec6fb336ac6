"""Texts from standard input, one JSON object ``{"id","text","lang"?}`` a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from maeditor.cli.console import Console


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text to read; ``language`` None means: guess."""

    id: str
    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no such object; it was told already."""

    number: int


def read_text_lines(console: Console) -> Iterator[TextLine | BadLine]:
    """Read standard input line by line; a bad line is told and stops nothing else."""
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        line = _parse(raw)
        if line is None:
            console.warn("cli.bad_line", number=number)
            yield BadLine(number)
        else:
            yield line


def _parse(raw: bytes) -> TextLine | None:
    try:
        record = json.loads(raw)
    except ValueError:  # also what invalid UTF-8 raises
        return None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return None
    language = record.get("lang")
    if language is not None and not isinstance(language, str):
        return None
    return TextLine(str(record.get("id", "")), record["text"], language)
