"""``maeditor mentions --stdin --jsonl``: every number-like thing of the texts given."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.texts import TextLine, read_text_lines
from maeditor.extraction.jsonl import mention_line
from maeditor.extraction.mentions import mentions


def run(_arguments: Namespace, console: Console) -> int:
    """Print a line a mention."""
    failed = 0
    for line in read_text_lines(console):
        if not isinstance(line, TextLine):
            failed = 1
            continue
        for mention in mentions(line.text, line.language):
            console.line(mention_line(mention, line.id))
    return failed
