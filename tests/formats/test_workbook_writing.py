"""Writing a workbook: it can be watched and stopped, a full disk harms nothing, and the window starts without it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from workbook_samples import content, fact, power, values, written

from maeditor.domain.errors import ExportError
from maeditor.formats.workbook import JournalRow, write_workbook
from maeditor.wording import Wording


def test_progress_rises_to_one(tmp_path: Path) -> None:
    """The line in the status bar would jump back, or never end."""
    told: list[float] = []
    many = content(facts=[fact()] * 700, evidence=(), journal=(JournalRow(at, "", "", "") for at in range(900)))
    write_workbook(tmp_path / "o.xlsx", many, Wording("fr"), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) >= 5
    assert all(0 <= part <= 1 for part in told)


@pytest.mark.parametrize("checks", [0, 1, 3, 6])
def test_a_cancelled_export_leaves_nothing_behind(tmp_path: Path, checks: int) -> None:
    """A half-written workbook, or its temporary file, would lie in the person's folder."""
    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    asked = iter([False] * checks)
    with pytest.raises(ExportError) as told:
        write_workbook(
            path, content(facts=[fact(note="x" * 40_000)] * 600), Wording("fr"), cancelled=lambda: next(asked, True)
        )
    assert told.value.key == "export_cancelled"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_journal_that_fails_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    """A project locked during the export would cost the previous workbook."""

    def journal() -> Iterator[JournalRow]:
        yield JournalRow(1, "", "", "")
        raise LookupError

    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(LookupError):
        written(path, content(journal=journal()))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


_FILLS_UP = """
import resource, sys
from pathlib import Path
from maeditor.domain.errors import ExportError
from maeditor.wording import Wording
sys.path.insert(0, sys.argv[2])
from workbook_samples import content, fact, written
facts = [fact(number=f"F-{at:06d}", note=str(hash(str(at)))) for at in range(5_000)]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    written(Path(sys.argv[1]), content(facts=facts))
except ExportError as told:
    sys.exit(f"{told.key} {told.details['name']}")
"""


@pytest.mark.parametrize("room", [0, 1_000, 20_000, 150_000])
def test_a_disk_that_fills_up_leaves_the_previous_workbook(tmp_path: Path, room: int) -> None:
    """The only copy of a fact sheet would be replaced by a broken archive."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    before = path.read_bytes()
    arguments = [sys.executable, "-c", _FILLS_UP, str(path), str(Path(__file__).parent), str(room)]
    done = subprocess.run(arguments, capture_output=True, text=True)
    assert done.stderr.strip() == "disk_full o.xlsx"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_no_room_at_the_last_moment_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Network disks say only at the end that they are full."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError) as told:
        written(path, content())
    assert (told.value.key, told.value.details["name"]) == ("disk_full", "o.xlsx")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_openpyxl_is_not_loaded_before_the_first_export() -> None:
    """The window would open a third of a second later."""
    code = "import sys, maeditor.formats.workbook; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


_TALLIES = """
import sys, tracemalloc
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from workbook_samples import content, fact, written
facts = [fact(number=f"F-{at:05d}") for at in range(20)]
written(Path(sys.argv[1]), content(facts=facts))
tracemalloc.start()
for times in (50, 250):
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    written(Path(sys.argv[1]), content(facts=facts * times))
    print((tracemalloc.get_traced_memory()[1] - before) // 1024)
"""
"""Tells the most memory, in kB, that a thousand rows needed, and five thousand. What the system counts would not do: it
begins with what the program held that started it."""


@pytest.mark.slow
def test_memory_stays_flat_whatever_the_number_of_rows(tmp_path: Path) -> None:
    """A large project would fill the machine's memory on export."""
    command = [sys.executable, "-c", _TALLIES, str(tmp_path / "o.xlsx"), str(Path(__file__).parent)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    some, many = map(int, done.stdout.split())
    assert many - some < 1_500
    assert len(values(tmp_path / "o.xlsx", "Faits")) == 5_000


def test_a_workbook_can_be_written_twice_in_one_session(tmp_path: Path) -> None:
    """The second export of a day would differ from the first or fail."""
    for _ in range(2):
        report = written(tmp_path / "o.xlsx", content(capacities=[power(1, "5")]))
    assert report.rows["Capacités"] == 1
