"""A colleague with LibreOffice opens the workbook and saves it: nothing of that is a correction."""

from __future__ import annotations

import os
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from returned_samples import base_of, edited, exported, identity, numbered, put, read

from maeditor.formats.returned import NotCalculated

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def saved_again(path: Path, profile: Path) -> Path:
    """Open and save with LibreOffice, under a profile of its own."""
    folder = path.parent / "again"
    arguments = [str(OFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx"]
    done = subprocess.run(
        [*arguments, "--outdir", str(folder), str(path)],
        capture_output=True,
        text=True,
        timeout=180,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, done.stderr
    return folder / path.name


def test_saved_by_libreoffice_an_export_reads_as_before(tmp_path: Path) -> None:
    texts = [
        "=1+1",
        "#N/A",
        "@SUM(1)",
        "_x0041_",
        "  bords  ",
        "ligne 1\nligne 2",
        "😀 مركز",
        "1e5",
        "TRUE",
        "2030",
        "12\u00a0MW",
    ]
    facts = [
        fact
        for at, text in enumerate(texts)
        for fact in numbered(at + 1, note=text, text_value=text.strip(), place=text, amount=Decimal(at) / 8)[at:]
    ]
    dated = numbered(14, as_of="2026-05", target="2031", amount=None, lower=Decimal(40), upper=Decimal("386.5"))[11:]
    long = numbered(15, note="très long " * 4_000, claim="", reason="\tavec tabulation")[14:]
    path = exported(tmp_path / "o.xlsx", [*facts, *dated, *long])
    before, after = read(path), read(saved_again(path, tmp_path / "profile"))
    assert after.base == before.base
    assert after.meta == before.meta
    assert [(row.fact_id, row.number) for row in after.rows] == [(row.fact_id, row.number) for row in before.rows]
    for one, other in zip(before.rows, after.rows, strict=True):
        assert dict(one.cells) == dict(other.cells), one.number
    assert after == before
    assert list(before.base.values()) == [base_of(fact) for fact in [*facts, *dated, *long]]


def test_corrections_and_formulas_survive_libreoffice(tmp_path: Path) -> None:
    path = exported(tmp_path / "o.xlsx", numbered(3))

    def correct(page: object) -> None:
        put(page, 2, "Nombre", 512.5)
        put(page, 3, "Nombre", "=1/0")
        put(page, 4, "Nombre", "=250*2+1")

    rows = read(saved_again(edited(path, correct), tmp_path / "profile")).rows
    assert [row.fact_id for row in rows] == [identity(at) for at in (1, 2, 3)]
    assert [row.cells["amount"] for row in rows] == [512.5, NotCalculated("#DIV/0!"), 501]
