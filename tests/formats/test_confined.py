"""A file made to hang, crash or fill the memory would take the editor and a morning's work with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maeditor.domain.errors import ConfinedError, MaeditorError, StoppedError, UnreadableFileError
from maeditor.formats.confined import confined

ROOM = {"seconds": 20.0, "megabytes": 300}


@dataclass(frozen=True, slots=True)
class Found:
    text: str
    day: date
    amount: Decimal
    rows: tuple[dict[str, int | None], ...]


class Forged:
    """Would run a command of its choice in whoever unpickles it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def give_back(*values: object) -> tuple[object, ...]:
    return values


def find() -> Found:
    return Found("été", date(2026, 5, 8), Decimal("1.50"), ({"a": 1}, {"b": None}))


def loaded() -> list[str]:
    return sorted(sys.modules)


def refuse(name: str) -> None:
    raise UnreadableFileError("file_empty", name=name, at=Path("x"))


def hang() -> None:
    while True:
        time.sleep(1)


def spin() -> None:
    while True:
        pass


def fill() -> int:
    return len(bytearray(2_000_000_000))


def grow() -> int:
    kept: list[bytes] = []
    while True:
        kept.append(bytes(10_000_000))


def crash() -> None:
    os.abort()


def leave() -> None:
    os._exit(0)


def fail() -> None:
    raise RuntimeError("the library broke")


def forge() -> object:
    return Forged()


def lambdas() -> object:
    return lambda: 1


def talk() -> int:
    sys.stdout.write("chatter " * 50_000)
    sys.stderr.write("chatter " * 50_000)
    return os.write(2, b"last words")


def much() -> str:
    return "x" * 30_000_000


def note_and_hang(path: Path) -> None:
    path.write_text(str(os.getpid()), "utf-8")
    while True:
        pass


@pytest.fixture(autouse=True)
def nobody_left() -> object:
    """Every test here also proves that its process is gone."""
    before = set(psutil.Process().children())
    yield
    assert multiprocessing.active_children() == []
    left = [each for each in psutil.Process().children() if each not in before and "resource_tracker" not in said(each)]
    assert left == []


def said(process: psutil.Process) -> str:
    with contextlib.suppress(psutil.NoSuchProcess):
        return " ".join(process.cmdline())
    return ""


def test_records_come_back_as_they_are() -> None:
    assert confined(find, **ROOM) == find()
    assert confined(give_back, 1, "é", None, 2.5, b"x", **ROOM) == (1, "é", None, 2.5, b"x")
    assert len(confined(much, **ROOM)) == 30_000_000


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.text(), st.integers(), st.binary(), st.dates(), st.decimals(allow_nan=False), st.none())))
def test_whatever_is_plain_goes_there_and_back(values: list[object]) -> None:
    assert confined(give_back, *values, **ROOM) == tuple(values)


def test_the_process_knows_no_window() -> None:
    assert not [name for name in confined(loaded, **ROOM) if name.startswith(("PySide6", "shiboken"))]


def test_errors_of_ours_keep_their_key_and_details() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        confined(refuse, "a.pdf", **ROOM)
    assert (caught.value.key, caught.value.details) == ("file_empty", {"name": "a.pdf", "at": "x"})
    assert not isinstance(caught.value, ConfinedError)


@pytest.mark.parametrize("function", [hang, spin])
def test_what_never_ends_is_ended(function: object) -> None:
    begun = time.monotonic()
    with pytest.raises(ConfinedError) as caught:
        confined(function, name="long.pdf", seconds=0.5, megabytes=100)  # type: ignore[arg-type]
    assert (caught.value.key, caught.value.details) == ("reading_took_too_long", {"name": "long.pdf"})
    assert time.monotonic() - begun < 30


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not limit address spaces")
@pytest.mark.parametrize("function", [fill, grow])
def test_what_takes_all_memory_is_ended(function: object) -> None:
    with pytest.raises(ConfinedError) as caught:
        confined(function, **ROOM)  # type: ignore[arg-type]
    assert caught.value.key == "reading_took_too_much"


@pytest.mark.parametrize("function", [crash, leave, fail, forge, lambdas])
def test_what_breaks_off_is_one_kind_of_error(function: object) -> None:
    with pytest.raises(ConfinedError) as caught:
        confined(function, name="x.docx", **ROOM)  # type: ignore[arg-type]
    assert (caught.value.key, caught.value.details) == ("reading_broke_off", {"name": "x.docx"})


def test_what_broke_is_noted_for_whoever_mends_it() -> None:
    with pytest.raises(ConfinedError) as caught:
        confined(fail, **ROOM)
    assert "the library broke" in "".join(caught.value.__notes__)


def test_what_libraries_print_stays_out_of_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    assert confined(talk, **ROOM) == 10
    assert capfd.readouterr() == ("", "")


def test_it_can_be_stopped_at_any_time(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    with pytest.raises(StoppedError):
        confined(note_and_hang, noted, cancelled=noted.exists, **ROOM)


def test_several_at_once_do_not_wait_for_each_other() -> None:
    """An import reads in several threads; one that listens to another's process would never hear its end."""
    results: list[object] = []

    def read(at: int) -> None:
        try:
            results.append(confined(give_back, at, **ROOM))
        except MaeditorError as error:
            results.append(error)

    threads = [threading.Thread(target=read, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(results, key=str) == [(at,) for at in range(4)]


def test_it_ends_with_whoever_asked_for_it(tmp_path: Path) -> None:
    """A killed editor would leave a process that spins for ever."""
    noted = tmp_path / "pid"
    program = tmp_path / "program.py"
    program.write_text(
        "from pathlib import Path\nfrom test_confined import note_and_hang\n"
        "from maeditor.formats.confined import confined\n"
        f"if __name__ == '__main__':\n    confined(note_and_hang, Path({str(noted)!r}), seconds=60, megabytes=100)\n",
        "utf-8",
    )
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    with subprocess.Popen([sys.executable, str(program)], env=os.environ | {"PYTHONPATH": paths}) as asking:
        until = time.monotonic() + 60
        while not (noted.exists() and noted.read_text("utf-8")) and time.monotonic() < until:
            assert asking.poll() is None
        child = psutil.Process(int(noted.read_text("utf-8")))
        asking.kill()
    child.wait(30)
    assert not child.is_running()
