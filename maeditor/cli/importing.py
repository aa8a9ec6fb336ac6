"""``maeditor import PROJECT PATH...``: articles into a project, a line a file."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.formats.project_lines import is_project_lines
from maeditor.services.importing import FileOutcome, Outcome, import_paths
from maeditor.services.transferring import read_project


def run(arguments: Namespace, console: Console) -> int:
    """Import; 1 if any file failed, for a script must notice."""
    if len(arguments.paths) == 1 and is_project_lines(arguments.paths[0]):
        return _take_in(arguments, console)

    def tell(outcome: FileOutcome) -> None:
        """A line as soon as a file is done: whoever stops us knows what is stored."""
        if arguments.json:
            console.line(_record(outcome, console))
        else:
            _tell(outcome, console)
        console.out.flush()

    with opened(arguments.project, create=True) as runner:
        report = import_paths(runner, arguments.paths, tell=tell)
    return 1 if report.count(Outcome.FAILED) else 0


def _take_in(arguments: Namespace, console: Console) -> int:
    """A whole project that was exported as lines, into one that holds nothing yet."""
    with opened(arguments.project, create=True) as runner:
        done = read_project(runner, arguments.paths[0], progress=console.progress)
    count = int(done.action.details.get("count", 0)) if done is not None else 0
    if arguments.json:
        console.line({"file": str(arguments.paths[0]), "outcome": "project", "records": count})
    else:
        console.say("cli.taken_in", count=count, file=arguments.paths[0])
    return 0


def _record(outcome: FileOutcome, console: Console) -> dict[str, object]:
    return {
        "file": outcome.name,
        "outcome": outcome.outcome.value,
        "article": outcome.article_id or None,
        "title": outcome.title or None,
        "error": outcome.error.key if outcome.error else None,
        "why": console.sentence(outcome.error) if outcome.error else None,
        "remarks": [console.wording.say(f"import.{each.key}", name=each.name) for each in outcome.remarks],
    }


def _tell(outcome: FileOutcome, console: Console) -> None:
    match outcome.outcome:
        case Outcome.IMPORTED:
            console.say("cli.imported", file=outcome.name, title=outcome.title)
        case Outcome.DUPLICATE:
            console.say("cli.duplicate", file=outcome.name, title=outcome.title)
        case Outcome.DESCRIBED:
            console.say("import.details_completed", file=outcome.name, title=outcome.title)
        case Outcome.FAILED if outcome.error:
            console.say("cli.failed", file=outcome.name, why=console.sentence(outcome.error))
    for each in outcome.remarks:
        remark = console.wording.say(f"import.{each.key}", name=each.name)
        console.say("import.remark", file=outcome.name, remark=remark)
