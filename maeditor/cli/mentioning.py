"""``maeditor mentions --stdin --jsonl``: every number-like thing of the texts given."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.streaming import crew_of, tell_each
from maeditor.cli.texts import read_text_lines
from maeditor.extraction.worker import mention_lines


def run(arguments: Namespace, console: Console) -> int:
    """Print a line a mention."""
    return tell_each(
        console,
        crew_of(arguments, console),
        read_text_lines(console),
        mention_lines,
        lambda line: (line.text, line.language, line.id),
        lambda _line, records: records,
    )
