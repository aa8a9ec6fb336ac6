"""Lines of JSON from other programs: one that is made wrong, or made to harm, would end the stream or hold it up."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

import pytest
from program import Run, records

from maeditor.cli.streaming import _Coming
from maeditor.cli.texts import TextLine

DEEP = "[" * 200_000
BAD = [DEEP, '{"id": ' + DEEP, '{"text": "8 MW"', "[]", '{"id": "0"}', '{"id": "0", "text": 8}', "\0", "9" * 5_000]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", ["mentions", "propose"])
def test_a_line_that_cannot_be_read_stops_nothing_else(maeditor: Run, command: str, jobs: str) -> None:
    texts = [{"id": number, "text": f"Le parc de Safi atteint {number} MW."} for number in ("12", "13")]
    first, last = map(json.dumps, texts)
    given = "\n".join([first, *BAD, last])
    run = maeditor(command, "--stdin", "--jsonl", "--jobs", jobs, stdin=given)
    assert run.returncode == 1
    name = "id" if command == "mentions" else "article"
    assert [each[name] for each in records(run.stdout)] == ["12", "13"]
    told = run.stderr.splitlines()
    assert [line.partition(":")[0] for line in told] == [f"Line {number}" for number in range(2, 2 + len(BAD))]


@pytest.mark.parametrize("fault", [RecursionError, LookupError, MemoryError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_the_reading_is_told_to_who_waits(fault: type[BaseException]) -> None:
    """It would wait for ever for a line that nobody reads any more."""
    came: list[TextLine | type[BaseException]] = []

    def lines() -> Iterator[TextLine]:
        yield TextLine("1", "12 MW", None)
        raise fault

    def take() -> None:
        try:
            came.extend(_Coming(lines(), 4))
        except fault:
            came.append(fault)

    taking = threading.Thread(target=take, daemon=True)
    taking.start()
    taking.join(60)
    assert came == [TextLine("1", "12 MW", None), fault]
