"""``maeditor backup PROJECT COPY.maed``: a verified copy, also while somebody works in the project."""

from __future__ import annotations

from argparse import Namespace

from maeditor.cli.console import Console
from maeditor.cli.opened import opened
from maeditor.services.backing_up import back_up


def run(arguments: Namespace, console: Console) -> int:
    """Write the copy; what stood there before is replaced only by a whole one."""
    with opened(arguments.project) as runner:
        copy = back_up(runner, arguments.copy)
    console.say("cli.backed_up", file=copy.path)
    return 0
