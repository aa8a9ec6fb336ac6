"""Texts by the thousand through a pipe: they would fill the memory, or answers come when nobody waits any more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from program import ROOT, Run, records

TALLIES = """
import runpy, sys, tracemalloc
sys.argv = sys.argv[:1] + sys.argv[2:]
tracemalloc.start()
try:
    runpy.run_module("maeditor", run_name="__main__", alter_sys=True)
except SystemExit as ended:
    assert not ended.code, ended.code
print(tracemalloc.get_traced_memory()[1] // 1024, file=sys.stderr)
"""
"""Runs the program and tells, after all, the most memory that it held, in kB. What the system counts would not do: it
begins with what the program held that started it."""

A_LITTLE = 1_500
"""kB. What is read of so many more texts would be twenty times as much."""

STREAMS = [("mentions", "--stdin"), ("propose", "--stdin"), ("propose", "--text")]


def line(number: int, text: str = "") -> str:
    said = text or f"Le campus {number} de Berkane aura {number % 90 + 2} MW et {number % 7 + 2} salles en 2027. " * 4
    return json.dumps({"id": f"t{number}", "text": said, "lang": "fr"}) + "\n"


@pytest.fixture
def started() -> Callable[..., subprocess.Popen[str]]:
    def start(*arguments: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANG": "en_GB.UTF-8"}
        command = [sys.executable, "-m", "maeditor", *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment, bufsize=1)

    return start


@pytest.mark.slow
@pytest.mark.parametrize(("command", "source"), STREAMS)
def test_hundreds_of_texts_need_no_more_memory_than_some(tmp_path: Path, command: str, source: str) -> None:
    few, many = (most_memory(tmp_path, command, source, count) for count in (100, 700))
    assert many - few < A_LITTLE


def most_memory(folder: Path, command: str, source: str, count: int) -> int:
    if source == "--stdin":
        given, options = "".join(map(line, range(count))), [source, "--jsonl"]
    else:
        # One file by its name many times: the names alone take some memory, and are what the person typed.
        file = folder / "un.txt"
        file.write_text(json.loads(line(1))["text"], "utf-8")
        given, options = "", [source, *[file.name] * count, "--jobs", "1"]
    run = subprocess.run(
        [sys.executable, "-c", TALLIES, "", command, *options],
        input=given,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
    )
    return int(run.stderr.splitlines()[-1])


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", ["mentions", "propose"])
def test_each_answer_comes_before_the_next_question(
    started: Callable[..., subprocess.Popen[str]], command: str, jobs: str
) -> None:
    """A program that asks and waits for the answer would wait for ever."""
    with started(command, "--stdin", "--jsonl", "--jobs", jobs) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for number in range(3):
            running.stdin.write(line(number, f"Le parc de Taza atteint {number + 40} MW."))
            assert f'"{number + 40} MW"' in running.stdout.readline()
        running.stdin.close()
        assert running.stdout.read() == ""
        assert running.wait(60) == 0


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_who_stops_listening_ends_it_quietly(started: Callable[..., subprocess.Popen[str]], jobs: str) -> None:
    """``| head``, while whoever writes the texts has more and waits."""
    with started("propose", "--stdin", "--jsonl", "--jobs", jobs) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(line(1))
        assert running.stdout.readline()
        running.stdout.close()
        running.stdin.write(line(2))
        assert running.wait(60) == 1
        assert running.stderr.read() == ""


@pytest.mark.slow
def test_several_processes_answer_in_the_order_of_the_questions(maeditor: Run, tmp_path: Path) -> None:
    given = "".join(line(number) for number in range(60)) + "no JSON\n" + line(60)
    for command in ("mentions", "propose"):
        alone = maeditor(command, "--stdin", "--jsonl", stdin=given)
        together = maeditor(command, "--stdin", "--jsonl", "--jobs", "2", stdin=given)
        assert together.stdout == alone.stdout
        assert "t60" in alone.stdout
        assert (alone.returncode, together.returncode) == (1, 1)
        assert together.stderr == alone.stderr
        assert "Line 61" in alone.stderr
    files = []
    for number in range(5):
        files.append(tmp_path / f"f{number}.txt")
        files[-1].write_text(f"Le parc {number}\n\nIl atteint {number + 20} MW.\n", "utf-8")
    files.insert(2, tmp_path / "absent.txt")
    alone, together = (maeditor("propose", "--text", *files, "--jobs", jobs) for jobs in ("1", "2"))
    assert together.stdout == alone.stdout
    assert [each["article"] for each in records(alone.stdout) if each["type"] == "fact"] == [f"f{n}" for n in range(5)]
    assert together.stderr == alone.stderr
    assert "absent.txt" in alone.stderr
    assert (alone.returncode, together.returncode) == (1, 1)
