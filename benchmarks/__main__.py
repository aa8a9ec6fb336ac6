"""``python -m benchmarks [NAME ...]``: run the benchmarks named, or all; each prints ratios taken in one run.

What they print is kept in ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import pkgutil
import sys

import benchmarks
from benchmarks._results import keep


def names() -> list[str]:
    """Every benchmark there is."""
    return sorted(each.name for each in pkgutil.iter_modules(benchmarks.__path__) if not each.name.startswith("_"))


class _Tee(io.TextIOBase):
    """Prints as before and keeps a copy."""

    def __init__(self, copy: io.StringIO) -> None:
        self._screen, self._copy = sys.stdout, copy

    def write(self, text: str) -> int:
        """Write to both."""
        self._copy.write(text)
        return self._screen.write(text)

    def flush(self) -> None:
        """Show what is written."""
        self._screen.flush()


def main(wanted: list[str]) -> int:
    """Run them one after the other; 2 for a name that is none."""
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    sys.argv[1:] = []
    for name in wanted or names():
        print(f"== {name}")
        told = io.StringIO()
        with contextlib.redirect_stdout(_Tee(told)):
            importlib.import_module(f"benchmarks.{name}").main()
        keep(name, told.getvalue())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
