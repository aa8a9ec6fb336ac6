"""``maeditor check PROJECT``: is every quote at its place, nothing orphaned, the journal complete?"""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.checking import check_project


def run(arguments: Namespace, console: Console) -> int:
    """Print a line a problem; 1 if there is any."""
    with opened(arguments.project) as runner:
        problems = check_project(runner)
    for problem in problems:
        if arguments.json:
            console.line({"kind": problem.kind, "record": problem.record, "details": problem.details})
        else:
            console.say(f"error.problem.{problem.kind}", record=problem.record, **problem.details)
    if not problems and not arguments.json:
        console.say("cli.nothing_wrong")
    return 1 if problems else 0
