"""The composition root: arguments → store → services → window or command."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from argparse import Namespace
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from maeditor.cli.commands import FAILED, WRONG_USE, command_table, run_command
from maeditor.cli.console import Console
from maeditor.cli.parser import LANGUAGE_OPTIONS, UsageError, parse
from maeditor.wording import Wording, system_language


def run(arguments: list[str]) -> int:
    """Do what the command line asks for and return the exit code: 0 done, 1 something failed, 2 wrong use."""
    console = Console.standard(Wording(_language(arguments)))
    try:
        asked = parse(arguments, console.wording)
    except UsageError as error:
        print(error, file=console.err)
        return WRONG_USE
    except SystemExit as finished:  # argparse ends --help and --version so
        return int(finished.code or 0)
    if asked.command == "open":
        return _open_window(asked, console)
    if asked.command == "demo":
        return run_command(_demo, asked, console)
    return run_command(command_table()[asked.command](), asked, console)


PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
PROBE_SECONDS = 30


def has_display() -> bool:
    """Tell whether a window could be shown to anybody.

    Qt aborts the process where a display is named but cannot be used, or a system library is missing: so a child tries.
    """
    if sys.platform in {"win32", "darwin"} or "QT_QPA_PLATFORM" in os.environ:
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    if getattr(sys, "frozen", False):
        return True  # a bundle brings its libraries and has no interpreter to try with
    try:
        tried = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, timeout=PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


BEFORE_QT = (
    "maeditor.domain.errors",
    "maeditor.domain.properties",
    "maeditor.services.naming",
    "maeditor.ui.style_sheet",
    "maeditor.ui.font_names",
)
WITH_A_PROJECT = (
    "maeditor.services.projects",
    "maeditor.services.undoing",
    "maeditor.services.telling",
    "maeditor.services.library",
    "maeditor.services.listing",
    "maeditor.services.fitting",
    "maeditor.services.finding",
    "maeditor.services.figure_memory",
    "maeditor.services.refreshing",
    "maeditor.services.recounting",
    "maeditor.services.reviewing",
    "maeditor.ui.fact_icon",
    "maeditor.ui.facts.form_value",
    "maeditor.ui.facts.quoting",
    "maeditor.ui.reader.lanes",
    "maeditor.ui.reader.selecting",
    "maeditor.ui.reader.shown_text",
    "maeditor.ui.reader.view",
    "maeditor.ui.reader.visits",
)
"""What the first page needs of what has no Qt in it."""


def load_before_qt(project: str | None) -> None:
    """Load what has no Qt in it before Qt: PySide6 reads the source of each module that is imported after it."""
    for name in (*BEFORE_QT, *(WITH_A_PROJECT if project else ())):
        import_module(name)


def run_window(project: str | None, language: str | None, *, new_window: bool = False) -> int:
    """Open the window and stay until it is closed."""
    # Nothing that is loaded now goes again: to look for what can go takes time. The window turns it on again.
    gc.disable()
    load_before_qt(project)
    from maeditor.ui.program import run as run_program

    return run_program(project, language, new_window=new_window)


def _open_window(asked: Namespace, console: Console) -> int:
    if not has_display():
        if asked.project:
            console.warn("cli.no_display_for", project=asked.project)
            return FAILED
        out = Path("out")
        console.warn("cli.no_display", folder=out)
        return run_command(_demo, Namespace(out=out, headless=True), console)
    return run_window(asked.project, asked.language, new_window=asked.new_window)


def _demo(asked: Namespace, console: Console) -> int:
    from maeditor.cli.demo import run as run_demo

    headless = asked.headless or not has_display()
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    project = run_demo(asked.out, console, _draw_pictures if headless else None)
    if headless:
        return 0
    return run_window(str(project), console.wording.language)


def _draw_pictures(project: Path, folder: Path, wording: Wording) -> list[Path]:
    """What ``cli`` may not import: the window, drawn without a display."""
    from maeditor.ui.pictures import draw_pictures

    return draw_pictures(project, folder, wording)


def _language(arguments: list[str]) -> str:
    """The language asked for, known before anything can be said."""
    for option, value in pairwise(arguments):
        if option in LANGUAGE_OPTIONS:
            return value
    told = (each.partition("=") for each in arguments)
    return next((value for option, _, value in told if value and option in LANGUAGE_OPTIONS), system_language())
