"""The grammar of the command line; its help speaks the person's language."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from maeditor import __version__
from maeditor.cli.worded_parser import UsageError, WordedParser
from maeditor.services.naming import SUFFIX
from maeditor.wording import LANGUAGES, Wording

__all__ = ["COMMANDS", "LANGUAGE_OPTIONS", "UsageError", "build_parser", "parse", "project_named"]

COMMANDS = (
    "demo",
    "import",
    "import-facts",
    "propose",
    "facts",
    "sheets",
    "export",
    "corrections",
    "check",
    "backup",
    "mentions",
)
LANGUAGE_OPTIONS = ("--language", "--lang")
EXPORTS = (".xlsx", ".csv", ".jsonld", ".qdpx", ".jsonl", ".html", ".docx")
"""The endings of ``services.publishing``, known here before anything of it is loaded."""
DELIMITERS = (",", ";")


def project_named(typed: str) -> str:
    """The project that is meant: ``essai`` stands for ``essai.maed`` where nothing is called ``essai``."""
    if "://" in typed or not typed or typed.endswith(SUFFIX) or Path(typed).exists():
        return typed
    return typed.rstrip("/") + SUFFIX


def number_of_jobs(typed: str) -> int:
    """How many processes are to read. Raises ValueError where it is no number from 1 up."""
    number = int(typed)
    if number < 1:
        raise ValueError(typed)
    return number


def build_parser(words: Wording) -> WordedParser:
    """Make the parser of ``maeditor COMMAND …``; without a command, ``maeditor [PROJECT]`` opens the window."""
    say = words.say
    parser = WordedParser(words=words, prog="maeditor", description=say("cli.about"), epilog=say("cli.epilog"))
    parser.add_argument("--version", action="version", version=f"maeditor {__version__}", help=say("cli.help_version"))
    shared = WordedParser(words=words, add_help=False)
    shared.add_argument(
        *LANGUAGE_OPTIONS, dest="language", choices=LANGUAGES, metavar="{fr,en}", help=say("cli.help_language")
    )
    commands = parser.add_subparsers(
        dest="command", metavar=say("cli.usage_command"), title=say("cli.usage_commands"), parser_class=WordedParser
    )

    def add(name: str) -> WordedParser:
        about = say(f"cli.{name}_about")
        return commands.add_parser(name, words=words, help=about, description=about, parents=[shared])

    window = add("open")
    window.add_argument("project", nargs="?", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    window.add_argument("--new-window", action="store_true", help=say("cli.help_new_window"))

    demo = add("demo")
    demo.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=say("cli.help_out"))
    demo.add_argument("--headless", action="store_true", help=say("cli.help_headless"))

    importing = add("import")
    importing.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    importing.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("cli.help_paths"))
    importing.add_argument("--json", action="store_true", help=say("cli.help_json"))

    claimed = add("import-facts")
    claimed.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    claimed.add_argument("file", type=Path, metavar="FILE", help=say("cli.help_facts_file"))
    claimed.add_argument("--without-passage", action="store_true", help=say("cli.help_without_passage"))
    claimed.add_argument("--dry-run", action="store_true", help=say("cli.help_dry_run"))
    claimed.add_argument("--json", action="store_true", help=say("cli.help_json"))

    propose = add("propose")
    source = propose.add_mutually_exclusive_group(required=True)
    source.add_argument("project", nargs="?", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    source.add_argument("--text", nargs="+", type=Path, metavar="FILE", help=say("cli.help_text"))
    source.add_argument("--stdin", action="store_true", help=say("cli.help_stdin"))
    propose.add_argument("--again", action="store_true", help=say("cli.help_again"))
    readers = propose.add_mutually_exclusive_group()
    readers.add_argument("--jobs", type=number_of_jobs, metavar="N", help=say("cli.help_jobs"))
    readers.add_argument("--dask", metavar="tcp://HOST:PORT", help=say("cli.help_dask"))
    propose.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))

    facts = add("facts")
    facts.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    facts.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))

    sheets = add("sheets")
    sheets.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    sheets.add_argument("--json", action="store_true", help=say("cli.help_json"))

    export = add("export")
    export.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    export.add_argument("out", type=Path, metavar=f"OUT.xlsx|{'|'.join(EXPORTS[1:])}", help=say("cli.help_workbook"))
    export.add_argument("--sheet", metavar=say("sheet.usage_title"), help=say("sheet.help_sheet"))
    export.add_argument("--article", metavar="A-007", help=say("publishing.help_article"))
    export.add_argument("--delimiter", choices=DELIMITERS, metavar="{,;}", help=say("publishing.help_delimiter"))

    corrections = add("corrections")
    corrections.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    corrections.add_argument("workbook", type=Path, metavar="FILE.xlsx", help=say("cli.help_returned"))
    corrections.add_argument("--apply", choices=("clean", "all"), help=say("cli.help_apply"))
    corrections.add_argument("--json", action="store_true", help=say("cli.help_corrections_json"))

    check = add("check")
    check.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    check.add_argument("--json", action="store_true", help=say("cli.help_json"))

    check.add_argument("--repair", action="store_true", help=say("cli.help_repair"))

    backup = add("backup")
    backup.add_argument("project", type=project_named, metavar="PROJECT", help=say("cli.help_project"))
    backup.add_argument("copy", type=Path, metavar="COPY.maed", help=say("cli.help_copy"))

    mentions = add("mentions")
    mentions.add_argument("--stdin", action="store_true", required=True, help=say("cli.help_stdin"))
    mentions.add_argument("--jsonl", action="store_true", help=say("cli.help_jsonl"))
    mentions.add_argument("--jobs", type=number_of_jobs, metavar="N", help=say("cli.help_jobs"))
    return parser


def without_language(arguments: list[str]) -> list[str]:
    """The command line without a leading ``--language LANGUAGE``, which was heard before anything was said."""
    if arguments and arguments[0].partition("=")[0] in LANGUAGE_OPTIONS:
        return arguments[1:] if "=" in arguments[0] else arguments[2:] if len(arguments) > 1 else arguments
    return arguments


def parse(arguments: list[str], words: Wording) -> Namespace:
    """Read the command line. Raises UsageError; ``--help`` and ``--version`` end the program with 0."""
    arguments = without_language(arguments)
    known = {*COMMANDS, "open", "-h", "--help", "--version"}
    if not arguments or arguments[0] not in known:
        if arguments and arguments[0].startswith("-") and arguments[0] != "--new-window":
            raise UsageError(words.say("cli.unknown_option", option=arguments[0]))
        arguments = ["open", *arguments]
    return build_parser(words).parse_args(arguments)
