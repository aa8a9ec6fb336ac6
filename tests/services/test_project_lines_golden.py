"""The lines of a whole project stay readable by who wrote a reader for them: a change of the format is seen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from maeditor.domain.articles import Article, Noise, Passage, TextVersion, text_digest
from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.domain.facts import Entity, EntityKind, Evidence, Fact, Lifecycle, Role, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.sheets import Sheet
from maeditor.domain.values import Comparator
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.services.transferring import write_project

GOLDEN = Path(__file__).parents[1] / "golden" / "project.jsonl"
TEXT = "Le parc d’Essaouira 🏭\u202f: au moins 20 MW, « bientôt » 45 MW.\nقدرة المحطة 20 ميغاواط"


def identity(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def fill(runner: ActionRunner) -> None:
    digest = text_digest(TEXT)
    original = TEXT.encode("utf-16-le")
    original_digest = hashlib.sha256(original).hexdigest()
    article = Article(
        identity(1), 2, 1, "Le parc", "Le Journal", "", "2026-05~", "https://example.org/parc?a=1&b=2", "fr",
        "parc.txt", identity(2), "2026-05-08T10:00:00Z",
    )  # fmt: skip
    noise = (Noise(0, 2, "menu"),)
    version = TextVersion(
        identity(2), 1, article.id, 1, digest, original_digest, "utf-16", "text@1", len(TEXT), noise
    )  # fmt: skip
    start = TEXT.index("au moins")
    end = TEXT.index(",")
    passage = Passage(
        identity(3), 1, article.id, version.id, start, end, TEXT[start:end], TEXT[:start], TEXT[end:][:32]
    )
    at = TEXT.index("45")
    dismissal = Dismissal(
        identity(4), 1, article.id, version.id, at, at + 2, "45", TEXT[at - 4 : at], TEXT[at + 2 : at + 6],
        DismissalReason.OTHER, "annoncé, jamais confirmé",
    )  # fmt: skip
    fact = Fact(
        identity(5), 3, 1, article.id, "Parc d’Essaouira", "capacity_power", "au moins 20 MW", State.CORRECTED,
        comparator=Comparator.AT_LEAST, amount=Decimal("20.0"), unit="MW", norm_amount=Decimal(20), norm_unit="MW",
        place="Essaouira", lifecycle=Lifecycle.PLANNED, as_of="2026-05", target="2027/..", confidence=0.75,
        reviewer="Camille", reviewed_at="2026-05-09T08:00:00Z", note="=1+1", qualifiers={"basis": "grid"},
    )  # fmt: skip
    without = replace(fact, id=identity(6), version=1, number=2, article_id="", state=State.PROPOSED, hidden=True)
    link = Evidence(identity(7), 1, fact.id, passage.id, Role.CONTRADICTS, "amount")
    place = Entity(identity(8), 1, EntityKind.CITY, "Essaouira", "Essaouira", "الصويرة", ("Mogador",), "", "Q193107")
    own = Property(
        identity(9), 1, "chairs", "Chaises", "Chairs", Kind.COUNT, Family.COUNT, "1", ("1",), "1"
    )  # fmt: skip
    sheet = Sheet(identity(10), 1, "Énergie", 0, columns=("number", "value"))

    def work(unit):
        unit.put_blob(digest, TEXT.encode())
        unit.put_blob(original_digest, original)
        unit.properties.add(own)
        unit.entities.add(place)
        unit.articles.add(article)
        unit.texts.add(version)
        unit.passages.add(passage)
        unit.dismissals.add(dismissal)
        unit.facts.add_all([fact, without])
        unit.evidence.add(link)
        unit.sheets.add(sheet)
        return {}

    runner.run("import-articles", work)
    with runner.store.write() as unit:
        unit.set_meta("project_id", identity(11))


def test_the_lines_are_those_of_the_golden_file(tmp_path):
    runner = create_project(tmp_path / "projet.maed", "Parcs", editor="Camille")
    runner.clock = lambda: "2026-05-10T12:00:00Z"
    fill(runner)
    write_project(runner, tmp_path / "projet.jsonl")
    runner.store.close()
    written = (tmp_path / "projet.jsonl").read_bytes()
    assert written == GOLDEN.read_bytes()
    assert [json.loads(line).get("type") for line in written.splitlines()] == [
        None, "properties", "entities", "articles", "text", "original", "texts", "passages", "dismissals", "facts",
        "evidence", "facts", "sheets",
    ]  # fmt: skip
