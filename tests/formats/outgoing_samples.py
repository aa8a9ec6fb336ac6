"""A small fixed project for the writers of other people's formats, with everything that is hard in it."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

from maeditor.domain.anchors import Anchor, Span
from maeditor.domain.articles import Article, Noise, Passage, TextVersion, text_digest
from maeditor.domain.facts import Fact, Lifecycle, Role, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.values import Comparator
from maeditor.formats.outgoing.content import (
    CopyContent,
    CopyWords,
    Made,
    NotedFact,
    OutgoingFact,
    OutgoingLink,
    OutgoingProject,
    OutgoingText,
)

GOLDEN = Path(__file__).parent.parent / "golden"

FRENCH = """Un phare <neuf> à Tarfaya

Le groupe Ouarzal 🏗️ prévoit « 120 MW & 40 salles » à Tarfaya en 2028, soit plus que ce que la région a de puissance.

À lire aussi : dix autres phares

La première tranche, de 40 MW, n’excède pas 60 MW.
"""
ARABIC = """مركز بيانات في طرفاية

يبلغ استهلاك المركز ٤٠ ميغاواط في سنة ٢٠٢٨، وهو ما لم تعرفه المنطقة من قبل في أي مشروع آخر من هذا النوع.
"""

POWER = Property("property:capacity_power", 1, "capacity_power", "Capacité électrique", "Electrical capacity",
                 Kind.QUANTITY, Family.CAPACITY, "power", ("MW",), "MW")  # fmt: skip
ROOMS = Property("property:rooms", 1, "rooms", "Salles", "Rooms", Kind.COUNT, Family.COUNT, "number", ("1",), "1")
MADE = Made("Amina", "2026-05-09T10:11:12.250000+00:00", "2026-05-09T12:00:00+00:00")


def uuid(kind: int, number: int) -> str:
    return f"{kind:08d}-0000-4000-8000-{number:012d}"


ARTICLES = {
    text: OutgoingText(
        Article(
            uuid(1, number), 1, number, title, publisher, "S. Idrissi", "2026-05-08", url, language, f"a{number}.txt",
            uuid(2, number), "2026-05-09T09:00:00+00:00",
        ),
        TextVersion(
            uuid(2, number), 1, uuid(1, number), 1, text_digest(text), "ab" * 32, "utf-8", "plain", len(text),
        ),
    )
    for number, text, title, publisher, url, language in (
        (1, FRENCH, "Un phare <neuf> à Tarfaya", "Le Phare & fils", "https://example.org/phare?a=1&b=2", "fr"),
        (2, ARABIC, "مركز بيانات في طرفاية", "", "", "ar"),
    )
}  # fmt: skip


def link(number: int, text: str, quote: str, role: Role = Role.SUPPORTS) -> OutgoingLink:
    start = text.index(quote)
    anchor = Anchor.of(text, Span(start, start + len(quote)))
    version = ARTICLES[text].version
    place = [FRENCH, ARABIC].index(text) * 1000 + start * 10 + len(quote)
    passage = Passage(uuid(4, place), 1, version.article_id, version.id, start, anchor.span.end, quote,
                      anchor.prefix, anchor.suffix)  # fmt: skip
    return OutgoingLink(uuid(5, number), role, passage, MADE)


def fact(number: int, raw: str, kind: Property = POWER, **changes: object) -> Fact:
    values: dict[str, object] = {
        "comparator": Comparator.EQUAL, "amount": Decimal(120), "unit": "MW", "norm_amount": Decimal(120),
        "norm_unit": "MW", "place": "Tarfaya", "lifecycle": Lifecycle.PLANNED, "confidence": 0.875,
    }  # fmt: skip
    values |= changes
    return Fact(uuid(3, number), 2, number, uuid(1, 1), "Ouarzal", kind.key, raw, State.ACCEPTED, **values)  # type: ignore[arg-type]


def told(one: Fact, kind: Property, value: str, *links: OutgoingLink, state: str = "Accepté") -> OutgoingFact:
    return OutgoingFact(one, kind, value, f"{kind.label_fr} · {one.subject}\u00a0: {value}", state, links, MADE)


FACTS = (
    told(
        fact(1, "120 MW", target="2028", reviewer="Amina", reviewed_at="2026-05-09T12:00:00+00:00"),
        POWER,
        "120\u00a0MW",
        link(1, FRENCH, "120 MW & 40 salles"),
        link(2, FRENCH, "2028"),
    ),
    told(
        fact(2, "40 salles", ROOMS, amount=Decimal(40), unit="1", norm_amount=Decimal(40), norm_unit="1"),
        ROOMS,
        "40",
        link(3, FRENCH, "40 salles"),
    ),
    told(
        fact(3, "n’excède pas 60 MW", comparator=Comparator.AT_MOST, amount=Decimal("60.50"), note="À confirmer."),
        POWER,
        "≤\u00a060,5\u00a0MW",
        link(4, FRENCH, "40 MW, n’excède pas 60 MW"),
        link(5, ARABIC, "٤٠ ميغاواط", Role.CONTRADICTS),
    ),
    told(fact(4, "40 à 60 MW", comparator=Comparator.RANGE, amount=None, lower=Decimal(40), upper=Decimal(60)),
         POWER, "40 à 60\u00a0MW"),
)  # fmt: skip

PROJECT = OutgoingProject(
    "Phares & données",
    "2026-05-10T08:00:00+00:00",
    "Amina",
    "fr",
    FACTS,
    tuple(ARTICLES.values()),
    {each.version.id: text for text, each in ARTICLES.items()}.__getitem__,
    "maeditor 0",
)

FAMILIES = {family: family.value.title() for family in Family}

WORDS = CopyWords("Faits", "Note {number}", "voir la note {number}", "Revenir au passage {number}", "Copie du 10 mai.")


def noted(each: OutgoingFact) -> NotedFact:
    about = (each.kind.label_fr, each.fact.subject, "Tarfaya")
    return NotedFact(each.fact.label, about, each.value, each.state, each.kind.family, ("revu par <Amina>",))


def copy(text: str = FRENCH, **changes: object) -> CopyContent:
    article = ARTICLES[text].article
    passages = [
        (each.passage.start, each.passage.end, (one.fact.id,))
        for one in FACTS
        for each in one.links
        if each.passage.text_id == article.text_id
    ]
    noise = text.find("À lire aussi")
    values: dict[str, object] = {
        "title": article.title,
        "source": tuple(filter(None, (article.publisher, article.author, "8 mai 2026"))),
        "url": article.url,
        "text": text,
        "article_language": article.language,
        "language": "fr",
        "right_to_left": article.language == "ar",
        "noise": (Noise(noise, text.index("\n", noise), "related"),) if noise >= 0 else (),
        "facts": {one.fact.id: noted(one) for one in FACTS},
        "passages": passages,
        "words": WORDS,
        "editor": "Amina",
        "made_at": "2026-05-10T08:00:00Z",
    }
    return CopyContent(**(values | changes))  # type: ignore[arg-type]


def compare(made: str, name: str) -> None:
    """Hold an output against the one last looked at; ``MAEDITOR_GOLDEN=write`` keeps it as the new one."""
    golden = GOLDEN / name
    if os.environ.get("MAEDITOR_GOLDEN") == "write":
        golden.write_text(made, "utf-8", newline="")
    with golden.open(encoding="utf-8", newline="") as file:
        assert made == file.read()
