"""The whole job without a screen: scripts and servers would lose it if these failed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program import ARTICLE, ROOT, Run, records

pytestmark = pytest.mark.slow


def test_articles_become_facts_a_workbook_and_a_sound_project(maeditor: Run, article: Path, tmp_path: Path) -> None:
    imported = maeditor("import", "p.maed", article, "--json")
    assert imported.returncode == 0, imported.stderr
    assert [each["outcome"] for each in records(imported.stdout)] == ["imported"]
    assert maeditor("propose", "p.maed").returncode == 0
    facts = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    by_raw = {each["raw"]: each for each in facts}
    power = by_raw["2 gigawatts"]
    assert (power["property"], power["amount"], power["unit"]) == ("capacity_power", 2, "GW")
    assert power["normalised"] == {"amount": 2000, "lower": None, "upper": None, "unit": "MW"}
    for fact in facts:
        for evidence in fact["evidence"]:  # type: ignore[attr-defined]
            assert ARTICLE[evidence["start"] : evidence["end"]] == evidence["exact"]
    exported = maeditor("export", "p.maed", "o.xlsx")
    assert exported.returncode == 0, exported.stderr
    workbook = load_workbook(tmp_path / "o.xlsx")
    assert len(workbook.sheetnames) >= 6
    assert workbook.worksheets[1].max_row == len(facts) + 1
    checked = maeditor("check", "p.maed", "--json")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_a_second_import_is_a_duplicate_and_a_missing_file_fails_alone(maeditor: Run, article: Path) -> None:
    maeditor("import", "p.maed", article)
    again = maeditor("import", "p.maed", article, "absent.txt")
    assert again.returncode == 1
    assert [line.split("\t")[0] for line in again.stdout.splitlines()] == ["duplicate", "failed"]
    assert "absent.txt" in again.stdout


def test_the_command_line_speaks_french_where_the_system_does(maeditor: Run, article: Path) -> None:
    told = maeditor("import", "p.maed", article, language="fr_FR.UTF-8").stdout
    assert told.startswith("importé\t")
    assert maeditor("check", "p.maed", language="fr_FR.UTF-8").stdout.startswith("Rien à signaler")


def test_proposing_twice_proposes_nothing_new(maeditor: Run, article: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    before = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert maeditor("propose", "p.maed").returncode == 0
    assert records(maeditor("facts", "p.maed", "--jsonl").stdout) == before
    maeditor("propose", "p.maed", "--again")
    after = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert [each["raw"] for each in after] == [each["raw"] for each in before]
    assert min(str(each["number"]) for each in after) > max(str(each["number"]) for each in before), (
        "a number came back"
    )


def test_texts_without_a_project_give_the_same_objects_from_files_and_from_standard_input(
    maeditor: Run, article: Path
) -> None:
    from_file = maeditor("propose", "--text", article, "--jsonl")
    line = json.dumps({"id": "agadir", "text": ARTICLE, "lang": "fr"}, ensure_ascii=False)
    from_stdin = maeditor("propose", "--stdin", "--jsonl", stdin=line + "\n")
    assert from_file.returncode == from_stdin.returncode == 0
    assert records(from_file.stdout) == records(from_stdin.stdout)
    assert {"capacity_power", "count_datacenters"} <= {str(each["property"]) for each in records(from_file.stdout)}


def test_mentions_are_printed_a_line_each_and_a_bad_line_is_told(maeditor: Run) -> None:
    good = json.dumps({"id": "a", "text": "près de 500 MW et une dizaine de sites"}, ensure_ascii=False)
    run = maeditor("mentions", "--stdin", "--jsonl", stdin=f"{good}\nnot json\n")
    assert run.returncode == 1
    assert "2" in run.stderr
    found = {str(each["text"]): each for each in records(run.stdout)}
    assert (found["500 MW"]["value"], found["500 MW"]["unit"]) == (500, "MW")


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "p.maed"],
        ["propose"],
        ["export", "p.maed"],
        ["--nonsense"],
        ["facts", "p.maed", "--bogus"],
    ],
)
def test_wrong_use_ends_with_2_and_says_why(maeditor: Run, arguments: list[str]) -> None:
    run = maeditor(*arguments)
    assert run.returncode == 2
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


def test_help_and_version_end_with_0(maeditor: Run) -> None:
    assert maeditor("--version").returncode == 0
    told = maeditor("--help", language="fr_FR.UTF-8")
    assert told.returncode == 0
    assert "importer des articles" in told.stdout


def test_a_reader_that_goes_away_is_no_traceback(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    piped = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m maeditor facts p.maed --jsonl | head -c 10"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert "Traceback" not in piped.stderr


@pytest.mark.parametrize("language", [("--language", "fr"), ("--language=fr",)])
def test_the_language_may_stand_before_the_command(maeditor: Run, article: Path, language: tuple[str, ...]) -> None:
    run = maeditor(*language, "import", "p.maed", article)
    assert run.returncode == 0
    assert run.stdout.startswith("importé\t")


def test_two_processes_at_once_neither_import_nor_propose_anything_twice(
    maeditor: Run, article: Path, tmp_path: Path
) -> None:
    for number in range(8):
        (tmp_path / f"a{number}.txt").write_text(f"{ARTICLE}\nLe lot {number} compte {number + 5} salles.\n", "utf-8")
    maeditor("import", "p.maed", article)
    files = [str(tmp_path / f"a{number}.txt") for number in range(8)]

    def both(*arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "maeditor", *arguments]
        running = [
            subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _twice in range(2)
        ]
        assert [process.wait(120) for process in running] == [0, 0]

    both("import", "p.maed", *files)
    both("propose", "p.maed")
    facts = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    places = [(each["article"], each["property"], str(each["evidence"])) for each in facts]
    assert len({each["article"] for each in facts}) == 9
    assert len(places) == len(set(places))
