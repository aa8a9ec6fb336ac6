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


NAMED = [("7", "7"), ("1.5", "1.5"), ('"sept"', "sept"), ("null", ""), ("true", "true"), ('["é"]', '["é"]')]


@pytest.mark.parametrize("command", ["mentions", "propose"])
def test_an_answer_bears_the_name_that_was_given(maeditor: Run, command: str) -> None:
    """Answers could not be matched with questions, or all that have no name would be called None."""
    said = '"text": "Le parc de Safi atteint 12 MW."'
    given = [f'{{"id": {name}, {said}}}' for name, _told in NAMED]
    run = maeditor(command, "--stdin", "--jsonl", stdin="\n".join([*given, f"{{{said}}}"]))
    assert (run.returncode, run.stderr) == (0, "")
    key = "id" if command == "mentions" else "article"
    assert [each[key] for each in records(run.stdout)] == [*(told for _name, told in NAMED), ""]


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Line 1: “lang” is not text"), ("fr", "«\u00a0lang\u00a0» n’est pas")]
)
def test_a_language_that_is_no_text_is_told_as_that(maeditor: Run, language: str, told: str) -> None:
    """The person would look for what is wrong with the text."""
    run = maeditor("mentions", "--stdin", "--lang", language, stdin='{"id": "1", "text": "12 MW", "lang": 5}')
    assert (run.returncode, run.stdout) == (1, "")
    assert told in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert maeditor("mentions", "--stdin", stdin='{"id": "1", "text": "12 MW", "lang": null}').returncode == 0


@pytest.mark.parametrize("command", ["mentions", "propose"])
def test_the_two_languages_are_told_apart(maeditor: Run, command: str) -> None:
    """Texts would be read in the language of the messages, as far as anybody could know."""
    assert "language of messages" in " ".join(maeditor(command, "--help").stdout.split())
