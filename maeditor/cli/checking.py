"""``maeditor check PROJECT``: is every quote at its place, nothing orphaned, the journal complete, all found?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.checking import Problem, check_project, differing_facts, of_search, repair_search


def run(arguments: Namespace, console: Console) -> int:
    """Print a line a problem; 1 if there is any. With ``--repair`` the search is made anew where it disagrees.

    Facts that a person should look at are told too; they are no problem of the project.
    """
    with opened(arguments.project) as runner:
        problems = check_project(runner)
        repaired = arguments.repair and of_search(problems) > 0 and repair_search(runner)
        if repaired:
            problems = check_project(runner)
        differing = () if problems else differing_facts(runner)
    _tell(problems, console, json=arguments.json)
    _tell_differing(differing, console, json=arguments.json)
    if repaired:
        console.warn("cli.search_repaired")
    elif of_search(problems):
        console.warn("cli.search_repairable")
    if not problems and not arguments.json:
        console.say("cli.nothing_wrong")
    return 1 if problems else 0


def _tell(problems: Iterable[Problem], console: Console, *, json: bool) -> None:
    for problem in problems:
        if json:
            console.line({"kind": problem.kind, "record": problem.record, "details": problem.details})
        else:
            console.say(f"error.problem.{problem.kind}", record=problem.record, **problem.details)


def _tell_differing(facts: Iterable[Problem], console: Console, *, json: bool) -> None:
    for fact in facts:
        if json:
            console.line({"kind": fact.kind, "record": fact.record, "details": fact.details})
        else:
            console.say("cli.differs_from_passage", **fact.details)
