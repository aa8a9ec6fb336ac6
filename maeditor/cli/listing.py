"""``maeditor facts PROJECT --jsonl``: every fact with its evidence."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.formats.fact_lines import fact_line
from maeditor.services import library


def run(arguments: Namespace, console: Console) -> int:
    """Print a line a fact, in the order of their numbers: JSON, or a short sentence without ``--jsonl``."""
    with opened(arguments.project) as runner:
        views = library.project_facts(runner)
    for view in views:
        fact = view.fact
        if arguments.jsonl:
            console.line(fact_line(fact, [(each.role, each.passage, each.article_title) for each in view.evidence]))
        else:
            label = view.property.label(console.wording.language)
            console.say("cli.fact", number=fact.label, property=label, subject=fact.subject, value=fact.raw)
    return 0
