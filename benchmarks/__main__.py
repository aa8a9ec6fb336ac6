"""``python -m benchmarks [NAME ...]``: run the benchmarks named, or all; each prints ratios taken in one run.

What they print is kept in ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import benchmarks
from benchmarks._results import keep


def names() -> list[str]:
    """Every benchmark there is."""
    return sorted(each.name for each in pkgutil.iter_modules(benchmarks.__path__) if not each.name.startswith("_"))


def _run(name: str) -> str:
    """Run one in a process of its own, for what one leaves in memory is no part of the next; tells what it printed."""
    code = f"import sys; from benchmarks.{name} import main; sys.exit(main())"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        assert running.stdout is not None
        told = []
        for line in running.stdout:
            print(line, end="", flush=True)
            told.append(line)
    return "".join(told)


def main(wanted: list[str]) -> int:
    """Run them one after the other; 2 for a name that is none."""
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(names())}", file=sys.stderr)
        return 2
    for name in wanted or names():
        print(f"== {name}", flush=True)
        keep(name, _run(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
