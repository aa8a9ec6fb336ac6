"""The grammar of the command line; its help speaks the person's language."""

from __future__ import annotations

import argparse
from pathlib import Path

from maeditor import __version__
from maeditor.wording import LANGUAGES, Wording

COMMANDS = ("demo", "import", "propose", "facts", "export", "check", "mentions")


class UsageError(Exception):
    """The command line makes no sense; the message says why."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise UsageError(f"{self.format_usage()}{self.prog}: {message}")


def build_parser(words: Wording) -> _Parser:
    """Make the parser of ``maeditor COMMAND …``; without a command, ``maeditor [PROJECT]`` opens the window."""
    say = words.say
    parser = _Parser(prog="maeditor", description=say("cli.about"), epilog=say("cli.epilog"))
    parser.add_argument("--version", action="version", version=f"maeditor {__version__}")
    shared = _Parser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, help=say("cli.help_language"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def add(name: str) -> _Parser:
        about = say(f"cli.{name}_about")
        return commands.add_parser(name, help=about, description=about, parents=[shared])

    window = add("open")
    window.add_argument("project", nargs="?", metavar="PROJECT", help=say("cli.help_project"))

    demo = add("demo")
    demo.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=say("cli.help_out"))
    demo.add_argument("--headless", action="store_true", help=say("cli.help_headless"))

    importing = add("import")
    importing.add_argument("project", metavar="PROJECT", help=say("cli.help_project"))
    importing.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("cli.help_paths"))
    importing.add_argument("--json", action="store_true", help=say("cli.help_json"))

    propose = add("propose")
    source = propose.add_mutually_exclusive_group(required=True)
    source.add_argument("project", nargs="?", metavar="PROJECT", help=say("cli.help_project"))
    source.add_argument("--text", nargs="+", type=Path, metavar="FILE", help=say("cli.help_text"))
    source.add_argument("--stdin", action="store_true", help=say("cli.help_stdin"))
    propose.add_argument("--again", action="store_true", help=say("cli.help_again"))
    propose.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))

    facts = add("facts")
    facts.add_argument("project", metavar="PROJECT", help=say("cli.help_project"))
    facts.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))

    export = add("export")
    export.add_argument("project", metavar="PROJECT", help=say("cli.help_project"))
    export.add_argument("workbook", type=Path, metavar="OUT.xlsx", help=say("cli.help_workbook"))

    check = add("check")
    check.add_argument("project", metavar="PROJECT", help=say("cli.help_project"))
    check.add_argument("--json", action="store_true", help=say("cli.help_json"))

    mentions = add("mentions")
    mentions.add_argument("--stdin", action="store_true", required=True, help=say("cli.help_stdin"))
    mentions.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))
    return parser


def without_language(arguments: list[str]) -> list[str]:
    """The command line without a leading ``--language LANGUAGE``, which was heard before anything was said."""
    if arguments and arguments[0].startswith("--language="):
        return arguments[1:]
    return arguments[2:] if arguments[:1] == ["--language"] and len(arguments) > 1 else arguments


def parse(arguments: list[str], words: Wording) -> argparse.Namespace:
    """Read the command line. Raises UsageError; ``--help`` and ``--version`` end the program with 0."""
    arguments = without_language(arguments)
    known = {*COMMANDS, "open", "-h", "--help", "--version"}
    if not arguments or arguments[0] not in known:
        if arguments and arguments[0].startswith("-"):
            raise UsageError(words.say("cli.unknown_option", option=arguments[0]))
        arguments = ["open", *arguments]
    return build_parser(words).parse_args(arguments)
