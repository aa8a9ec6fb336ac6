"""How long corrections take to be found and taken in, against python-calamine alone reading the same workbook.

Run: ``python -m benchmarks merging``, or ``python -m benchmarks.merging FACTS`` (1,000, 10,000, 100,000 by default).
Of a hundred rows one was corrected.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import python_calamine

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.formats.returned import read_workbook
from maeditor.services.exporting import export_workbook
from maeditor.services.merging import apply_corrections, clean_keys, compared
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.services.sheets import whole_project_sheet
from maeditor.wording import Wording

T = TypeVar("T")

_FACTS_SHEET = "xl/worksheets/sheet2.xml"
_PART = 1000
_EVERY = 100
_PLACE = re.compile(r">Lieu (\d+)<")


def main() -> None:
    """Print a line a size."""
    for count in [int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), count)


def _measure(folder: Path, count: int) -> None:
    runner = create_project(folder / "p.maed", "Essai", editor="Aïcha")
    _fill(runner, count)
    path, words = folder / "fiche.xlsx", Wording("fr")
    export_workbook(runner, path, words, replace(whole_project_sheet(""), parts=()))
    _correct(path)
    alone, _ = _timed(lambda: _alone(path))
    reading, book = _timed(lambda: read_workbook(path))
    comparing, found = _timed(lambda: compared(runner, book, path, words))
    applying, report = _timed(lambda: apply_corrections(runner, found, clean_keys(found)))
    runner.store.close()
    assert (report.applied, report.left) == (count // _EVERY, ())
    print(
        f"{count:>7,} facts, {report.applied:>5,} corrected   python-calamine {alone:6.2f} s   read {reading:6.2f} s "
        f"({reading / alone:4.2f} × that)   compared {comparing:6.2f} s ({comparing / alone:4.2f} ×)   "
        f"applied {applying:6.2f} s ({1000 * applying / report.applied:4.2f} ms each)"
    )


def _fill(runner: ActionRunner, count: int) -> None:
    for first in range(1, count + 1, _PART):
        with runner.store.write() as unit:
            unit.begin_action("record-fact", "benchmark")
            numbers = [unit.next_number("fact") for _each in range(min(_PART, count + 1 - first))]
            unit.facts.add_all(_fact(number) for number in numbers)
            unit.finish_action({})


def _fact(number: int) -> Fact:
    amount = Decimal(number % 500) + Decimal("0.5")
    return Fact(
        new_id(),
        1,
        number,
        "",
        f"Centre de données {number % 997}",
        "capacity_power",
        f"{number % 500},5 MW",
        State.PROPOSED,
        comparator=Comparator.EQUAL,
        amount=amount,
        unit="MW",
        norm_amount=amount,
        norm_unit="MW",
        place=f"Lieu {number}",
        lifecycle=Lifecycle.PLANNED,
        as_of=f"2026-05-{1 + number % 28:02d}",
        target="2030",
        claim=f"Le site {number} aura cette puissance.",
        origin="rule:power@1.0",
    )


def _correct(path: Path) -> None:
    """Change the place in one row of a hundred, in the file itself: openpyxl would take minutes."""
    corrected = path.with_suffix(".new")
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(corrected, "w", zipfile.ZIP_DEFLATED) as written:
        for name in package.namelist():
            part = package.read(name)
            if name == _FACTS_SHEET:
                part = _PLACE.sub(_renamed, part.decode("utf-8")).encode("utf-8")
            written.writestr(name, part)
    corrected.replace(path)


def _renamed(found: re.Match[str]) -> str:
    return found[0] if int(found[1]) % _EVERY else f">Lieu corrigé {found[1]}<"


def _alone(path: Path) -> None:
    book = python_calamine.load_workbook(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


if __name__ == "__main__":
    main()
