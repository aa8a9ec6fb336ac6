"""Runs a command and turns whatever happens into an exit code.

0 done, 1 something failed and said which, 2 wrong use.
"""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from maeditor.cli.console import Console
from maeditor.domain.errors import MaeditorError

Command = Callable[[Namespace, Console], int]

DONE, FAILED, WRONG_USE = 0, 1, 2


def command_table() -> Mapping[str, Callable[[], Command]]:
    """Each command with the import of its code, put off until it is asked for."""
    return {
        "import": _importing,
        "import-facts": _vetting,
        "propose": _proposing,
        "facts": _listing,
        "sheets": _sheets,
        "export": _exporting,
        "corrections": _correcting,
        "check": _checking,
        "backup": _backing_up,
        "mentions": _mentioning,
    }


def run_command(command: Command, arguments: Namespace, console: Console) -> int:
    """Run a command; an error that a person can mend is one sentence, a fault of ours goes to the log with one too."""
    try:
        return _said(command(arguments, console), console)
    except MaeditorError as error:
        console.fail(error)
        return FAILED
    except BrokenPipeError:
        _silence()  # whoever read us has gone (`| head`)
        return FAILED
    except OSError as error:
        console.warn("cli.system", what=error.strerror or str(error))
        _silence()
        return FAILED
    except KeyboardInterrupt:
        console.warn("cli.interrupted")
        return FAILED
    except Exception as error:
        logging.getLogger("maeditor").debug("unexpected", exc_info=True)
        console.warn("cli.unexpected", what=f"{type(error).__name__}: {error}")
        return FAILED


def _said(code: int, console: Console) -> int:
    """The exit code, once all was really written: a full disk behind `>` shows only now."""
    console.out.flush()
    return code


def _silence() -> None:
    """Keep Python from saying at exit once more that nothing can be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _importing() -> Command:
    from maeditor.cli.importing import run

    return run


def _vetting() -> Command:
    from maeditor.cli.vetting import run

    return run


def _proposing() -> Command:
    from maeditor.cli.proposing import run

    return run


def _listing() -> Command:
    from maeditor.cli.listing import run

    return run


def _sheets() -> Command:
    from maeditor.cli.sheets import run

    return run


def _exporting() -> Command:
    from maeditor.cli.exporting import run

    return run


def _correcting() -> Command:
    from maeditor.cli.correcting import run

    return run


def _checking() -> Command:
    from maeditor.cli.checking import run

    return run


def _backing_up() -> Command:
    from maeditor.cli.backing_up import run

    return run


def _mentioning() -> Command:
    from maeditor.cli.mentioning import run

    return run
