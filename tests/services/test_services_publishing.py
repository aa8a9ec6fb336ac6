"""Exports of a real project: what is left out, doubled or said of the wrong words would be believed."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest
from services_project import Project

from maeditor.domain.errors import ExportError, MissingRecordError
from maeditor.domain.facts import State
from maeditor.domain.sheets import Sheet
from maeditor.services import annotating, library, publishing, reviewing
from maeditor.services.proposing import propose_articles
from maeditor.services.publishing import SUFFIXES, Choices
from maeditor.wording import Wording

FRENCH = Wording("fr")


@pytest.fixture
def reviewed(project: Project) -> Project:
    propose_articles(project.runner, None)
    first, second = library.project_facts(project.runner)[:2]
    reviewing.accept_fact(project.runner, first.fact.id)
    reviewing.reject_fact(project.runner, second.fact.id)
    return project


def published(project: Project, path: Path, **choices: str) -> publishing.PublishReport:
    return publishing.publish(project.runner, path, FRENCH, Choices(project.article_id, **choices))


def test_every_format_holds_the_same_facts(reviewed: Project, tmp_path: Path) -> None:
    kept = [view for view in library.project_facts(reviewed.runner) if view.fact.state is not State.REJECTED]
    labels = {view.fact.label for view in kept}
    for suffix in SUFFIXES:
        report = published(reviewed, tmp_path / f"o{suffix}")
        assert report.suffix == suffix
        assert report.facts
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row[0] for row in list(csv.reader(file, delimiter=";"))[1:]} == labels
    items = json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["first"]["items"]
    assert {item["body"][1]["source"]["maeditor:number"] for item in items} == labels
    document = zipfile.ZipFile(tmp_path / "o.qdpx").read("project.qde").decode("utf-8")
    page = (tmp_path / "o.html").read_text("utf-8")
    footnotes = zipfile.ZipFile(tmp_path / "o.docx").read("word/footnotes.xml").decode("utf-8")
    for told in (document, page, footnotes):
        assert {label for label in labels if label in told} == labels
        rejected = {view.fact.label for view in library.project_facts(reviewed.runner)} - labels
        assert not [label for label in rejected if label in told]


def test_positions_are_of_the_articles_own_text(reviewed: Project, tmp_path: Path) -> None:
    published(reviewed, tmp_path / "o.jsonld")
    published(reviewed, tmp_path / "o.qdpx")
    for item in json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["first"]["items"]:
        place, quote = item["target"]["selector"]
        assert reviewed.text[place["start"] : place["end"]] == quote["exact"]
        assert item["created"]
        assert item["creator"]["type"] == "Software"
    package = zipfile.ZipFile(tmp_path / "o.qdpx")
    source = next(name for name in package.namelist() if name.startswith("Sources/"))
    assert package.read(source).decode("utf-8") == reviewed.text


def test_a_sheet_limits_what_goes_out_and_speaks_its_language(reviewed: Project, tmp_path: Path) -> None:
    sheet = Sheet("s", 1, "Puissances", 1, "en", {"states": ["accepted"]}, ("subject",))
    path = tmp_path / "o.csv"
    publishing.publish(reviewed.runner, path, FRENCH, Choices(sheet=sheet))
    with path.open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.reader(file))
    assert told[0][:2] == ["Fact", "Subject"]
    assert len(told) == 2
    publishing.publish(reviewed.runner, tmp_path / "o.jsonld", FRENCH, Choices(sheet=sheet))
    assert json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["label"] == "Puissances"


def test_what_has_no_place_in_the_text_is_said(reviewed: Project, tmp_path: Path) -> None:
    view = next(each for each in library.project_facts(reviewed.runner) if each.fact.state is State.PROPOSED)
    for link in view.evidence:
        annotating.remove_evidence(reviewed.runner, link.id)
    remarks = published(reviewed, tmp_path / "o.jsonld").remarks
    assert remarks == (FRENCH.say("publishing.without_passage", count=1),)


def test_an_unknown_format_an_absent_article_and_a_project_are_refused(reviewed: Project, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        published(reviewed, tmp_path / "o.odt")
    assert (caught.value.key, caught.value.details["known"]) == ("export_unknown_suffix", ", ".join(SUFFIXES))
    with pytest.raises(ExportError) as caught:
        publishing.publish(reviewed.runner, tmp_path / "o.html", FRENCH)
    assert caught.value.key == "export_article_needed"
    with pytest.raises(MissingRecordError):
        publishing.publish(reviewed.runner, tmp_path / "o.html", FRENCH, Choices("absent"))
    copy = tmp_path / "p.csv"
    copy.write_bytes(reviewed.path.read_bytes())
    with pytest.raises(ExportError) as caught:
        publishing.publish(reviewed.runner, copy, FRENCH)
    assert caught.value.key == "export_onto_project"


@pytest.mark.parametrize("suffix", [".csv", ".jsonld", ".qdpx", ".html", ".docx"])
def test_a_stopped_export_leaves_what_was_there(reviewed: Project, tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / f"o{suffix}"
    path.write_text("avant", "utf-8")
    with pytest.raises(ExportError) as caught:
        publishing.publish(reviewed.runner, path, FRENCH, Choices(reviewed.article_id), cancelled=lambda: True)
    assert caught.value.key == "export_cancelled"
    assert path.read_text("utf-8") == "avant"
    assert [each.name for each in folder.iterdir()] == [path.name]
