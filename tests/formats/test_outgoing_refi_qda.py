"""REFI-QDA: an analysis program refuses a project with one wrong identity, and codes the wrong words unseen."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from outgoing_samples import FACTS, FAMILIES, PROJECT, compare

from maeditor.formats.outgoing.colours import LINES, WASHES
from maeditor.formats.outgoing.refi_qda import write_refi_qda
from maeditor.ui.tokens import LIGHT

NS = "{urn:QDA-XML:project:1.0}"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

# From Project.xsd of REFI-QDA 1.5: children in their order, attributes that must and that may be there.
RULES: dict[str, tuple[tuple[str, ...], set[str], set[str]]] = {
    "Project": (
        ("Users", "CodeBook", "Sources", "Notes"), {"name"}, {"origin", "creatingUserGUID", "creationDateTime"},
    ),
    "Users": (("User",), set(), set()),
    "User": ((), {"guid"}, {"name", "id"}),
    "CodeBook": (("Codes",), set(), set()),
    "Codes": (("Code",), set(), set()),
    "Code": (("Description", "Code"), {"guid", "name", "isCodable"}, {"color"}),
    "Sources": (("TextSource",), set(), set()),
    "TextSource": (
        ("Description", "PlainTextSelection"), {"guid"}, {"name", "plainTextPath", "creatingUser", "creationDateTime"},
    ),
    "PlainTextSelection": (("Description", "Coding", "NoteRef"), {"guid", "startPosition", "endPosition"}, {"name"}),
    "Coding": (("CodeRef",), {"guid"}, {"creatingUser", "creationDateTime"}),
    "CodeRef": ((), {"targetGUID"}, set()),
    "NoteRef": ((), {"targetGUID"}, set()),
    "Notes": (("Note",), set(), set()),
    "Note": (("PlainTextContent",), {"guid"}, {"name", "creatingUser", "creationDateTime", "modifiedDateTime"}),
    "Description": ((), set(), set()),
    "PlainTextContent": ((), set(), set()),
}  # fmt: skip
FILLED = {"Users", "CodeBook", "Codes", "Sources", "Notes"}


def check(element: Any) -> None:
    name = element.tag.removeprefix(NS)
    children, must, may = RULES[name]
    assert must <= set(element.attrib) <= must | may, name
    told = [child.tag.removeprefix(NS) for child in element]
    assert told == sorted(told, key=children.index), name
    assert told or name not in FILLED
    for key, value in element.attrib.items():
        if key == "guid" or key.endswith("GUID") or key == "creatingUser":
            assert GUID.fullmatch(value), value
        elif key.endswith("DateTime"):
            assert MOMENT.fullmatch(value)
        elif key == "color":
            assert re.fullmatch("#[0-9A-F]{6}", value)
        elif key == "isCodable":
            assert value in {"true", "false"}
    for child in element:
        check(child)


@pytest.fixture
def package(tmp_path: Path) -> zipfile.ZipFile:
    write_refi_qda(tmp_path / "o.qdpx", PROJECT, FAMILIES)
    return zipfile.ZipFile(tmp_path / "o.qdpx")


@pytest.fixture
def root(package: zipfile.ZipFile) -> Any:
    return ElementTree.fromstring(package.read("project.qde"))


def test_it_keeps_the_rules_of_the_schema(root: Any) -> None:
    assert root.tag == f"{NS}Project"
    check(root)


def test_every_identity_is_its_own_and_every_reference_leads_somewhere(root: Any) -> None:
    made = [each.get("guid") for each in root.iter() if each.get("guid")]
    assert len(made) == len(set(made))
    codes = {each.get("guid") for each in root.iter(f"{NS}Code") if each.get("isCodable") == "true"}
    notes = {each.get("guid") for each in root.iter(f"{NS}Note")}
    users = {each.get("guid") for each in root.iter(f"{NS}User")}
    assert {each.get("targetGUID") for each in root.iter(f"{NS}CodeRef")} <= codes
    assert {each.get("targetGUID") for each in root.iter(f"{NS}NoteRef")} <= notes
    assert {each.get("creatingUser") for each in root.iter() if each.get("creatingUser")} <= users


def test_every_text_is_there_and_positions_give_the_passage(root: Any, package: zipfile.ZipFile) -> None:
    quotes = []
    for source in root.iter(f"{NS}TextSource"):
        name = source.get("plainTextPath").removeprefix("internal://")
        text = package.read(f"Sources/{name}").decode("utf-8")
        assert not text.startswith("\ufeff")
        selections = source.iter(f"{NS}PlainTextSelection")
        quotes += [text[int(each.get("startPosition")) : int(each.get("endPosition"))] for each in selections]
    wanted = {link.passage.exact for fact in FACTS for link in fact.links}
    assert set(quotes) == wanted
    assert len(quotes) == len({link.passage.id for fact in FACTS for link in fact.links})
    assert set(package.namelist()) == {"project.qde", *(f"Sources/{each.version.id}.txt" for each in PROJECT.texts)}


def test_properties_are_codes_in_the_group_of_their_family(root: Any) -> None:
    groups = root.findall(f"{NS}CodeBook/{NS}Codes/{NS}Code")
    told = {group.get("name"): [code.get("name") for code in group.findall(f"{NS}Code")] for group in groups}
    assert told == {"Capacity": ["Capacité électrique"], "Count": ["Salles"]}


def test_the_colours_are_those_of_the_window() -> None:
    assert {family: each.line for family, each in LIGHT.families.items()} == dict(LINES)
    assert {family: each.wash for family, each in LIGHT.families.items()} == dict(WASHES)


def test_a_note_tells_the_fact(root: Any) -> None:
    notes = {each.get("name"): each[0].text for each in root.iter(f"{NS}Note")}
    assert len(notes) == len(FACTS)
    assert "À confirmer." in notes["F-0003 · ≤\u00a060,5\u00a0MW"]


def test_nothing_at_all_is_a_project_too(tmp_path: Path) -> None:
    write_refi_qda(tmp_path / "o.qdpx", replace(PROJECT, facts=(), texts=(), editor=""), FAMILIES)
    root = ElementTree.fromstring(zipfile.ZipFile(tmp_path / "o.qdpx").read("project.qde"))
    assert root.get("name") == PROJECT.name


def test_what_xml_cannot_hold_is_replaced_and_counted(tmp_path: Path) -> None:
    odd = replace(FACTS[0], fact=replace(FACTS[0].fact, note="a\x00b\x1f"))
    report = write_refi_qda(tmp_path / "o.qdpx", replace(PROJECT, facts=(odd, FACTS[3])), FAMILIES)
    assert (report.replaced_characters, report.without_passage) == (2, 1)
    ElementTree.fromstring(zipfile.ZipFile(tmp_path / "o.qdpx").read("project.qde"))


def test_two_exports_of_the_same_are_the_same(tmp_path: Path) -> None:
    for name in ("a.qdpx", "b.qdpx"):
        write_refi_qda(tmp_path / name, PROJECT, FAMILIES)
    assert (tmp_path / "a.qdpx").read_bytes() == (tmp_path / "b.qdpx").read_bytes()


def test_the_project_is_the_one_last_looked_at(package: zipfile.ZipFile) -> None:
    compare(package.read("project.qde").decode("utf-8"), "project.qde")
