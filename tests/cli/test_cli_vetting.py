"""``maeditor import-facts``: somebody's facts from a script, each row answered."""

import json
from pathlib import Path

import pytest
from program import Run, records

TEXT = "Le parc de Safi\n\nLe parc éolien de Safi produit 1 386 MW depuis 2018, avec 40 éoliennes.\n"


def test_rows_are_answered_and_what_passes_is_in_the_project(maeditor: Run, tmp_path: Path) -> None:
    (tmp_path / "safi.txt").write_text(TEXT, "utf-8")
    maeditor("import", "p.maed", "safi.txt")
    rows = [
        {"article": "safi", "quote": "1 386 MW", "property": "capacity_power", "value": 1386, "unit": "MW"},
        {"article": "safi", "quote": "2 000 MW", "property": "capacity_power", "value": 2000, "unit": "MW"},
    ]
    (tmp_path / "faits.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    looked = maeditor("import-facts", "p.maed", "faits.jsonl", "--dry-run", "--json")
    assert looked.returncode == 1
    assert [each["outcome"] for each in records(looked.stdout)] == ["found", "left"]
    assert maeditor("facts", "p.maed", "--jsonl").stdout == ""
    entered = maeditor("import-facts", "p.maed", "faits.jsonl", "--json")
    told = records(entered.stdout)
    assert [(each["outcome"], each["reason"], each["score"]) for each in told] == [
        ("entered", None, 1.0),
        ("left", "quote_not_found", 0.0),
    ]
    (fact,) = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    passage = fact["evidence"][0]
    assert (fact["state"], fact["amount"], passage["exact"], passage["start"]) == (
        "proposed",
        1386,
        "1 386 MW",
        told[0]["start"],
    )
    again = maeditor("import-facts", "p.maed", "faits.jsonl", "--without-passage")
    assert "already" in again.stdout
    assert len(maeditor("facts", "p.maed", "--jsonl").stdout.splitlines()) == 2


@pytest.mark.parametrize("name", ["absent.jsonl", "faits.doc"])
def test_what_cannot_be_read_is_one_sentence(maeditor: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "safi.txt").write_text(TEXT, "utf-8")
    maeditor("import", "p.maed", "safi.txt")
    done = maeditor("import-facts", "p.maed", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
