"""Whoever reads our output by program would break if it said something else than docs/formats.md."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from program import ARTICLE, ROOT, Run, records

from maeditor.cli.parser import EXPORTS

pytestmark = pytest.mark.slow

DOCS = (ROOT / "docs/formats.md").read_text("utf-8")


def documented(heading: str) -> set[str]:
    """The keys of the table under a heading."""
    part = DOCS.split(heading, 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (`[^|]+`) \|", part, re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`([a-z_]+)`", row)}


def test_a_proposal_has_exactly_the_documented_keys(maeditor: Run, article: Path) -> None:
    lines = records(maeditor("propose", "--text", article, "--jsonl").stdout)
    facts = [each for each in lines if each["type"] == "fact"]
    assert facts
    for fact in facts:
        assert set(fact) == documented("## `maeditor propose")


def test_noise_has_exactly_the_documented_keys(maeditor: Run, tmp_path: Path) -> None:
    noisy = tmp_path / "bruit.txt"
    noisy.write_text(f"{ARTICLE}\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.\n", "utf-8")
    lines = records(maeditor("propose", "--text", noisy, "--jsonl").stdout)
    noise = [each for each in lines if each["type"] == "boilerplate"]
    assert noise
    assert all(set(each) == {"article", "type", "start", "end", "kind"} for each in noise)


def test_a_fact_of_a_project_has_exactly_the_documented_keys(maeditor: Run, article: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    facts = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert facts
    for fact in facts:
        assert set(fact) == documented("## `maeditor facts")
        assert all(
            set(link) == {"role", "article", "title", "start", "end", "exact", "prefix", "suffix"}
            for link in fact["evidence"]  # type: ignore[attr-defined]
        )


def test_an_import_line_has_exactly_the_documented_keys(maeditor: Run, article: Path) -> None:
    lines = records(maeditor("import", "p.maed", article, article, "absent.txt", "--json").stdout)
    assert [each["outcome"] for each in lines] == ["imported", "duplicate", "failed"]
    assert all(set(each) == {"file", "outcome", "article", "title", "error", "why", "remarks"} for each in lines)
    assert all(f"`{each['outcome']}`" in DOCS for each in lines)


@pytest.mark.parametrize("text", ["Le site fournit de 40 à 386 MW en 2027.", "Une dizaine de sites, 12,5 % du total."])
def test_a_mention_has_exactly_the_documented_keys(maeditor: Run, text: str) -> None:
    line = json.dumps({"id": "x", "text": text, "lang": "fr"}, ensure_ascii=False)
    found = records(maeditor("mentions", "--stdin", "--jsonl", stdin=line).stdout)
    assert found
    for mention in found:
        assert set(mention) - {"value2"} == {"id", "start", "end", "text", "kind", "value", "unit"}
        assert text[int(str(mention["start"])) : int(str(mention["end"]))] == mention["text"]
        assert f"{mention['kind']}" in DOCS


def test_every_format_that_is_written_is_on_the_page() -> None:
    part = DOCS.split("## Exports", 1)[1].split("\n## ", 1)[0]
    assert "`" + "` `".join(EXPORTS) + "`" in part
    for suffix in set(EXPORTS) - {".xlsx", ".jsonl"}:
        assert re.search(rf"^### .*`{re.escape(suffix)}`", part, re.MULTILINE), suffix


def test_an_annotation_has_what_the_page_says(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    assert maeditor("export", "p.maed", "o.jsonld").returncode == 0
    part = DOCS.split("### `.jsonld`", 1)[1].split("\n### ", 1)[0]
    items = json.loads((tmp_path / "o.jsonld").read_text("utf-8"))["first"]["items"]
    assert items
    named = documented("## `maeditor facts")
    for item in items:
        assert item["motivation"] in part
        observation = item["body"][1]["source"]
        own = {key.removeprefix("maeditor:") for key in observation if key.startswith("maeditor:")}
        assert own - {"role"} <= named
        assert all(f"`{key}`" in part for key in observation if key in {"schema:value", "schema:unitCode"})
        assert {selector["type"] for selector in item["target"]["selector"]} == {
            "TextPositionSelector",
            "TextQuoteSelector",
        }
