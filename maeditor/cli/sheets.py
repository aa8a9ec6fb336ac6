"""``maeditor sheets PROJECT``: the saved choices of facts, and when each was exported last."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services import sheets
from maeditor.services.sheet_facts import how_sure, sheet_order
from maeditor.services.since_export import last_export_of_each


def run(arguments: Namespace, console: Console) -> int:
    """Print a line a sheet, in their order: JSON, or its title with the number of its facts."""
    language = console.wording.language
    with opened(arguments.project) as runner:
        exports = last_export_of_each(runner)
        found = []
        for sheet in sheets.sheets(runner):
            sure = how_sure(runner, sheet)
            with runner.read() as queries:
                found.append((sheet, len(sheet_order(queries, sheet, language, sure).numbers)))
    for sheet, count in found:
        last = exports.get(sheet.id)
        if arguments.json:
            exported = {"at": last.at, "file": last.path} if last else None
            console.line({"id": sheet.id, "title": sheet.title, "facts": count, "exported": exported})
        else:
            console.say("sheet.listed", title=sheet.title, count=count)
    return 0
