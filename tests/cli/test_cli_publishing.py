"""``maeditor export``: the file's name chooses the format; who asks for another must hear which there are."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest
from program import Run

from maeditor.cli.parser import DELIMITERS, EXPORTS
from maeditor.formats.outgoing.csv_rows import DELIMITERS as WRITTEN
from maeditor.services.publishing import SUFFIXES

pytestmark = pytest.mark.slow


@pytest.fixture
def project(maeditor: Run, article: Path) -> str:
    maeditor("import", "p.maed", article)
    assert maeditor("propose", "p.maed").returncode == 0
    return "p.maed"


def test_each_format_is_chosen_by_the_end_of_the_name(maeditor: Run, project: str, tmp_path: Path) -> None:
    for name in ("o.xlsx", "o.csv", "o.jsonld", "O.QDPX"):
        run = maeditor("export", project, name)
        assert run.returncode == 0, run.stderr
        assert name in run.stdout
    assert zipfile.is_zipfile(tmp_path / "o.xlsx")
    assert json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["type"] == "AnnotationCollection"
    assert "project.qde" in zipfile.ZipFile(tmp_path / "O.QDPX").namelist()


def test_an_annotated_copy_is_of_one_article(maeditor: Run, project: str, tmp_path: Path) -> None:
    for label in ("A-001", "a-1", "1"):
        assert maeditor("export", project, "o.html", "--article", label).returncode == 0
    assert "<mark" in (tmp_path / "o.html").read_text("utf-8")
    assert maeditor("export", project, "o.docx", "--article", "A-001").returncode == 0
    assert "word/footnotes.xml" in zipfile.ZipFile(tmp_path / "o.docx").namelist()
    without = maeditor("export", project, "n.docx")
    assert without.returncode == 1
    assert "--article" in without.stderr
    unknown = maeditor("export", project, "n.docx", "--article", "A-009")
    assert unknown.returncode == 1
    assert "A-009" in unknown.stderr
    assert "--article" not in maeditor("export", project, "n.docx", "--article", "x").stdout
    assert not (tmp_path / "n.docx").exists()


def test_the_delimiter_is_the_languages_or_the_one_asked_for(maeditor: Run, project: str, tmp_path: Path) -> None:
    def heading(*more: str) -> list[list[str]]:
        assert maeditor("export", project, "o.csv", *more).returncode == 0
        text = (tmp_path / "o.csv").read_text("utf-8-sig")
        return [next(csv.reader([text.splitlines()[0]], delimiter=each)) for each in ",;"]

    for more, parted in {
        ("--language", "en"): 0,
        ("--language", "fr"): 1,
        ("--delimiter", ";"): 1,
        ("--language", "fr", "--delimiter", ","): 0,
    }.items():
        told = heading(*more)
        assert len(told[parted]) > 20
        assert len(told[1 - parted]) == 1


def test_an_unknown_end_names_those_there_are(maeditor: Run, project: str, tmp_path: Path) -> None:
    for name in ("o.ods", "o", "o.pdf"):
        run = maeditor("export", project, name)
        assert run.returncode == 1
        assert ", ".join(SUFFIXES) in run.stderr
        assert len(run.stderr.splitlines()) == 1
        assert not (tmp_path / name).exists()


def test_a_project_is_never_replaced(maeditor: Run, project: str, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_bytes((tmp_path / project).read_bytes())
    before = (tmp_path / "p.csv").read_bytes()
    assert maeditor("export", project, "p.csv").returncode == 1
    assert (tmp_path / "p.csv").read_bytes() == before


def test_the_grammar_knows_what_is_written() -> None:
    assert EXPORTS == SUFFIXES
    assert DELIMITERS == WRITTEN
