"""How long a returned workbook takes to be read, against python-calamine alone reading the same file.

Run: ``python -m benchmarks returned``, or ``python -m benchmarks.returned ROWS`` (1,000, 10,000, 100,000 by default).
Ours checks the package, reads values, baseline and formulas in another process, and gives rows by fact.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import python_calamine

from benchmarks.workbook import _content, _fact
from maeditor.formats.returned import read_workbook
from maeditor.formats.workbook import FactRow, write_workbook
from maeditor.formats.workbook.baseline import BASE_HEADINGS
from maeditor.wording import Wording

_TURNS = 3
_GOAL = 2.0


def main() -> None:
    """Print a line a size."""
    sizes = [int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            _compare(Path(folder, "returned.xlsx"), rows)


def _compare(path: Path, rows: int) -> None:
    facts = [_fact(number) for number in range(rows)]
    content = replace(_content(facts), baseline=[_base(fact) for fact in facts], meta={"project": "p", "export": "x"})
    write_workbook(path, content, Wording("fr"))
    assert len(read_workbook(path).rows) == rows
    # In turn, so that a busy moment falls on both.
    taken = [(_seconds(lambda: _alone(path)), _seconds(lambda: read_workbook(path))) for _ in range(_TURNS)]
    alone, ours = (sorted(each)[_TURNS // 2] for each in zip(*taken, strict=True))
    print(
        f"{rows:>7,} rows, {path.stat().st_size / 1e6:5.1f} MB   python-calamine {alone:6.2f} s   ours {ours:6.2f} s   "
        f"{ours / alone:5.2f} × that, {ours - alone:+.2f} s   goal ≤ {_GOAL:g} × at 100,000"
    )


def _alone(path: Path) -> None:
    book = python_calamine.load_workbook(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _base(fact: FactRow) -> tuple[str, ...]:
    told = {name: "" if (value := getattr(fact, name, "")) is None else str(value) for name in BASE_HEADINGS}
    return tuple((told | {"property": fact.property_key, "unit": fact.shown_unit}).values())


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
