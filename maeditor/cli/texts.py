"""Texts from standard input, one JSON object ``{"id","text","lang"?}`` a line."""

from __future__ import annotations

import json
import os
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
class Unread:
    """What holds no text that can be read: a line that is no such object, a file; it was told already."""


UNREAD = Unread()


def read_text_lines(console: Console) -> Iterator[TextLine | Unread]:
    """Read standard input line by line; a bad line is told and stops nothing else."""
    # A descriptor of its own: Python cannot end while a thread holds ``sys.stdin`` and waits for a line.
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            line = _parse(raw)
            if isinstance(line, str):
                console.warn(line, number=number)
                yield UNREAD
            else:
                yield line


def _parse(raw: bytes) -> TextLine | str:
    """The text of a line, or the key of the sentence that says why it holds none."""
    try:
        record = json.loads(raw)
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            return "cli.bad_line"
        name = _name(record.get("id"))
    except (ValueError, RecursionError):  # also invalid UTF-8; brackets within brackets by the thousand
        return "cli.bad_line"
    language = record.get("lang")
    if language is not None and not isinstance(language, str):
        return "cli.bad_line_language"
    return TextLine(name, record["text"], language)


def _name(given: object) -> str:
    """An ``id`` as text: empty where there is none, else what is no text as JSON writes it."""
    if isinstance(given, str):
        return given
    return "" if given is None else json.dumps(given, ensure_ascii=False)
