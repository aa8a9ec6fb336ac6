"""argparse in the person's language: its headings and what it says of a wrong command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any

from maeditor.wording import Wording

_NAMED = r"argument (?P<name>.+?): "
SAID = (
    (r"the following arguments are required: (?P<names>.+)", "required"),
    (r"unrecognized arguments: (?P<names>.+)", "unrecognized"),
    (r"one of the arguments (?P<names>.+) is required", "one_of"),
    (_NAMED + r"not allowed with argument (?P<other>.+)", "not_with"),
    (_NAMED + r"invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)", "choice"),
    (_NAMED + r"invalid \w+ value: (?P<value>.+)", "value"),
    (_NAMED + r"expected one argument", "one_value"),
    (_NAMED + r"expected at least one argument", "some_values"),
    (_NAMED + r"ignored explicit argument (?P<value>.+)", "no_value"),
    (r"ambiguous option: (?P<name>.+) could match (?P<names>.+)", "ambiguous"),
)
"""What argparse says in English, and the name of our sentence for it."""


class UsageError(Exception):
    """The command line makes no sense; the message says why."""


class WordedParser(argparse.ArgumentParser):
    """Speaks one language throughout; a wrong command line raises UsageError."""

    def __init__(self, *, words: Wording, add_help: bool = True, **details: Any) -> None:  # noqa: ANN401 - argparse's own
        self._words = words
        super().__init__(add_help=False, formatter_class=self._formatter, **details)
        self._positionals.title = words.say("cli.usage_arguments")
        self._optionals.title = words.say("cli.usage_options")
        if add_help:
            self.add_argument("-h", "--help", action="help", help=words.say("cli.help_help"))

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong in one line, under how it is used."""
        raise UsageError(f"{self.format_usage()}{self.prog}: {worded(message, self._words)}")

    def _formatter(self, prog: str) -> argparse.HelpFormatter:
        return _Formatter(prog, self._words)


class _Formatter(argparse.HelpFormatter):
    """Says « usage » in the language."""

    def __init__(self, prog: str, words: Wording) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the line of use; a parser that only measures it gives its own prefix."""
        super().add_usage(usage, actions, groups, f"{self._words.say('cli.usage')} " if prefix is None else prefix)


def worded(message: str, words: Wording) -> str:
    """What argparse said, in the language; as it is where it is none of what we know."""
    for pattern, name in SAID:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return words.say(f"cli.usage_{name}", **found.groupdict())
    return message
