"""``maeditor export PROJECT OUT.xlsx``: the fact sheet as a workbook."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.exporting import export_workbook


def run(arguments: Namespace, console: Console) -> int:
    """Write the workbook; labels in the language of the interface."""
    with opened(arguments.project) as runner:
        report = export_workbook(runner, arguments.workbook, console.wording)
    console.say("cli.exported", count=report.facts, file=arguments.workbook)
    for sentence in report.remarks:
        print(sentence, file=console.err)
    return 0
