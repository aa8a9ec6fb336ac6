"""Starts maeditor: ``python -m maeditor`` and the ``maeditor`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for; the exit code is 0, 1 or 2."""
    if getattr(sys, "frozen", False):
        # In a bundle a worker process is this program once more, and goes no further than here.
        from multiprocessing import freeze_support

        freeze_support()
    from maeditor.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
