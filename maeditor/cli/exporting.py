"""``maeditor export PROJECT OUT.xlsx``: facts as a workbook, or in the format that the file's name asks for."""

from __future__ import annotations

import re
from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.domain.errors import MissingRecordError
from maeditor.services import library, publishing, sheets
from maeditor.services.runner import ActionRunner

_LABEL = re.compile(r"(?:A-?)?0*(\d{1,9})", re.IGNORECASE)


def run(arguments: Namespace, console: Console) -> int:
    """Write the file; labels in the language of the interface."""
    publishing.suffix_of(arguments.out)
    with opened(arguments.project) as runner:
        article_id = _article(runner, arguments.article) if arguments.article else ""
        sheet = sheets.sheet_called(runner, arguments.sheet) if arguments.sheet else None
        choices = publishing.Choices(article_id, arguments.delimiter or "", sheet)
        report = publishing.publish(runner, arguments.out, console.wording, choices)
    told = {
        publishing.WHOLE: "publishing.exported_whole",
        **dict.fromkeys(publishing.COPIES, "publishing.exported_copy"),
    }
    console.say(told.get(report.suffix, "cli.exported"), count=report.facts, file=arguments.out)
    for remark in report.remarks:
        print(remark, file=console.err)
    return 0


def _article(runner: ActionRunner, label: str) -> str:
    """The article with a number, ``A-007`` or ``7``. Raises MissingRecordError."""
    match = _LABEL.fullmatch(label.strip())
    wanted = int(match[1]) if match else 0
    for card in library.articles(runner):
        if card.number == wanted:
            return card.id
    raise MissingRecordError("article_number_unknown", number=f"A-{wanted:03d}" if match else label)
