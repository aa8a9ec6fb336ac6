"""Web Annotations: another program would drop what the model does not allow, or mark the wrong words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from outgoing_samples import ARTICLES, FACTS, PROJECT, compare

from maeditor.domain.unit_table import TABLE
from maeditor.domain.units import unit
from maeditor.formats.outgoing.ucum import ucum, unit_code
from maeditor.formats.outgoing.web_annotations import write_web_annotations

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def an_iri(value: Any) -> bool:
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def check_annotation(item: dict[str, Any]) -> None:
    """What section 3 and 4 of the Web Annotation Data Model require."""
    assert CONTEXT in listed(item["@context"])
    assert an_iri(item["id"])
    assert "Annotation" in listed(item["type"])
    assert set(listed(item["motivation"])) <= MOTIVATIONS
    for name in ("created", "modified", "generated"):
        assert name not in item or MOMENT.fullmatch(item[name])
    for agent in listed(item.get("creator")):
        assert agent["type"] in {"Person", "Organization", "Software"}
        assert agent["name"]
    assert listed(item["target"])
    for body in listed(item["body"]):
        check_body(body)
    for target in listed(item["target"]):
        check_specific(target)


def check_body(body: dict[str, Any]) -> None:
    assert body["purpose"] in MOTIVATIONS
    if body["type"] == "TextualBody":
        assert isinstance(body["value"], str)
        assert body["value"]
        assert body["format"].count("/") == 1
    else:
        check_specific(body)


def check_specific(resource: dict[str, Any]) -> None:
    assert resource["type"] == "SpecificResource"
    source = resource["source"]
    assert an_iri(source if isinstance(source, str) else source["id"])
    for selector in listed(resource.get("selector")):
        if selector["type"] == "TextPositionSelector":
            assert type(selector["start"]) is type(selector["end"]) is int
            assert 0 <= selector["start"] < selector["end"]
        else:
            assert selector["type"] == "TextQuoteSelector"
            assert all(isinstance(selector[name], str) for name in ("exact", "prefix", "suffix"))
    for state in listed(resource.get("state")):
        assert state["type"] == "TimeState"
        assert MOMENT.fullmatch(state["sourceDate"])
        assert an_iri(state["cached"])


def check_collection(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What section 5 requires of a collection with its first page inside; gives the annotations."""
    assert CONTEXT in listed(told["@context"])
    assert an_iri(told["id"])
    assert told["type"] == "AnnotationCollection"
    page = told["first"]
    assert an_iri(page["id"])
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == told["id"]
    assert page["startIndex"] == 0
    assert told["total"] == len(page["items"])
    assert "next" not in page
    return list(page["items"])


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    write_web_annotations(tmp_path / "o.jsonld", PROJECT)
    return dict(json.loads((tmp_path / "o.jsonld").read_text("utf-8")))


def test_it_is_what_the_recommendation_requires(told: dict[str, Any]) -> None:
    items = check_collection(told)
    assert len(items) == 5
    for item in items:
        check_annotation(item)
    names = [item["id"] for item in items]
    assert len(set(names)) == len(names)


def test_every_selector_names_exactly_its_words(told: dict[str, Any]) -> None:
    texts = {each.article.id: text for text, each in ARTICLES.items()}
    for item in told["first"]["items"]:
        target = item["target"]
        text = texts[target["source"]["maeditor:article"].removeprefix("urn:uuid:")]
        place, quote = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[place["start"] - len(quote["prefix"]) :].startswith(around)


def test_a_fact_says_its_value_in_words_that_others_know(told: dict[str, Any]) -> None:
    by_number: dict[str, dict[str, Any]] = {}
    for item in told["first"]["items"]:
        fact = item["body"][1]["source"]
        by_number.setdefault(fact["maeditor:number"], fact)
    assert by_number["F-0001"]["schema:value"] == 120
    assert by_number["F-0001"]["schema:unitCode"] == "ucum:MW"
    assert by_number["F-0003"]["schema:value"] == 60.5
    assert by_number["F-0003"]["maeditor:amount"] == "60.50"
    assert by_number["F-0003"]["maeditor:comparator"] == "≤"
    assert "F-0004" not in by_number


def test_a_contradiction_assesses_and_a_proposal_is_signed_by_its_rule(told: dict[str, Any]) -> None:
    motivations = [item["motivation"] for item in told["first"]["items"]]
    assert motivations == ["describing"] * 4 + ["assessing"]
    assert {item["creator"]["name"] for item in told["first"]["items"]} == {"Amina"}


def test_what_cannot_be_annotated_is_counted(tmp_path: Path) -> None:
    report = write_web_annotations(tmp_path / "o.jsonld", PROJECT)
    assert (report.count, report.without_passage) == (len(FACTS), 1)


def test_every_unit_of_ours_is_one_of_ucum_or_is_left_unsaid() -> None:
    unsaid = {code for _dimension, _base, rows in TABLE for code, *_rest in rows if not ucum(code)}
    flops = {code for _dimension, base, rows in TABLE if base == "FLOPS" for code, *_rest in rows}
    assert unsaid == flops | {"{toe}", "{Mtoe}", "{MMBtu}", "{pp}", "{bp}"}
    for code, wanted in {
        "GWh/a": "GW.h/a", "MVA": "MV.A", "kWp": "kW{peak}", "ha": "har", "MW": "MW", "1": "1", "t{CO2e}": "t{CO2e}",
        "L/kWh": "L/kW.h", "{TEU}/a": "{TEU}/a", "MAD": "", "MAD/kWh": "", "": "",
    }.items():  # fmt: skip
        assert ucum(code) == wanted
    assert unit_code("MAD") == "iso4217:MAD"
    assert unit_code("GWh/a") == "ucum:GW.h/a"
    assert unit_code("{Mtoe}") == ""
    assert unit("GWh/a").code == "GWh/a"


def test_the_file_is_the_one_last_looked_at(tmp_path: Path) -> None:
    write_web_annotations(tmp_path / "o.jsonld", PROJECT)
    compare((tmp_path / "o.jsonld").read_text("utf-8"), "annotations.jsonld")
