"""Facts as W3C Web Annotations (JSON-LD): a collection with one page, an annotation for each passage of each fact.

Sources: Web Annotation Data Model (W3C, 2017) for annotations, collections, selectors and states; schema.org
``Observation`` for the value; RFC 6920 for naming the text that positions are counted in.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Fact, Role
from maeditor.formats.fact_lines import fact_line
from maeditor.formats.outgoing.content import (
    Course,
    Made,
    OutgoingFact,
    OutgoingLink,
    OutgoingProject,
    OutgoingReport,
    OutgoingText,
)
from maeditor.formats.outgoing.names import urn
from maeditor.formats.outgoing.ucum import unit_code
from maeditor.formats.safe_replace import atomic_write

Json: TypeAlias = dict[str, object]

ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
OURS = "urn:maeditor:terms:"
"""The namespace of the fact's own fields, each named as in the lines of ``maeditor facts --jsonl``."""

_LEFT_TO_OTHERS = frozenset({"id", "article", "evidence"})
"""Fields of a fact's line that the annotation itself says."""


def write_web_annotations(
    path: Path,
    project: OutgoingProject,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OutgoingReport:
    """Write the collection, item by item. Raises ExportError; what stood there stays until all is written."""
    texts = {each.version.id: each for each in project.texts}
    total = sum(len(fact.links) for fact in project.facts)
    course = Course(path.name, len(project.facts), progress, cancelled)
    with atomic_write(path) as file:
        file.write(_opening(project, total).encode())
        between = "\n"
        for fact in project.facts:
            for link in fact.links:
                item = _annotation(fact, link, texts[link.passage.text_id], project)
                file.write(f"{between}{_json(item)}".encode())
                between = ",\n"
            course.step()
        file.write(b"\n]}}\n")
    return OutgoingReport(len(project.facts), without_passage=sum(not fact.links for fact in project.facts))


def _opening(project: OutgoingProject, total: int) -> str:
    """The collection up to the bracket of its page's items."""
    name = f"{project.name} {project.exported_at}"
    page: Json = {
        "id": urn(f"page {name}"),
        "type": "AnnotationPage",
        "partOf": urn(f"collection {name}"),
        "startIndex": 0,
        "items": [],
    }
    whole: Json = {
        "@context": [ANNOTATIONS, {"maeditor": OURS}],
        "id": urn(f"collection {name}"),
        "type": "AnnotationCollection",
        "label": project.name,
        "creator": _person(project.editor),
        "generator": {"type": "Software", "name": project.program},
        "generated": _moment(project.exported_at),
        "total": total,
        "first": page,
    }
    return _json(_said(whole)).removesuffix("]}}")


def _annotation(fact: OutgoingFact, link: OutgoingLink, text: OutgoingText, project: OutgoingProject) -> Json:
    made = link.made if link.made.at else fact.made
    return _said(
        {
            "@context": ANNOTATIONS,
            "id": urn(link.id),
            "type": "Annotation",
            "motivation": "assessing" if link.role is Role.CONTRADICTS else "describing",
            "creator": _creator(fact.fact, made),
            "created": _moment(made.at),
            "modified": _moment(max(fact.made.changed_at, made.changed_at)),
            "body": [_sentence(fact, project), _observation(fact, link)],
            "target": _target(link.passage, text),
        }
    )


def _sentence(fact: OutgoingFact, project: OutgoingProject) -> Json:
    """The fact for whoever reads annotations and knows nothing of ours."""
    return {
        "type": "TextualBody",
        "value": f"{fact.statement} ({fact.state})",
        "format": "text/plain",
        "language": project.language,
        "purpose": "describing",
    }


def _observation(told: OutgoingFact, link: OutgoingLink) -> Json:
    """The fact for programs: what schema.org has words for, and every field of ours."""
    fact = told.fact
    line = fact_line(replace(fact, qualifiers={k: v for k, v in fact.qualifiers.items() if k != "found_at"}), ())
    own = {f"maeditor:{key}": _plain(value) for key, value in line.items() if key not in _LEFT_TO_OTHERS}
    observation: Json = {
        "id": urn(fact.id),
        "type": "schema:Observation",
        "schema:name": fact.label,
        "schema:description": fact.claim,
        "schema:observationAbout": _thing(fact.subject),
        "schema:measuredProperty": {
            "type": "schema:Property",
            "schema:identifier": fact.property,
            "schema:name": told.kind.label("en"),
        },
        "schema:observationDate": fact.as_of,
        "schema:value": _value(fact),
        "schema:minValue": _number(fact.lower),
        "schema:maxValue": _number(fact.upper),
        "schema:unitCode": unit_code(fact.unit),
        "schema:unitText": fact.unit,
        "schema:contentLocation": _thing(fact.place),
    }
    return {
        "type": "SpecificResource",
        "purpose": "describing",
        "source": _said({**observation, **own, "maeditor:role": link.role.value}),
    }


def _value(fact: Fact) -> object:
    return _number(fact.amount) if fact.comparator is not None else fact.text_value


def _target(passage: Passage, text: OutgoingText) -> Json:
    """The words in their article, named twice over; the state names the very text that the positions count."""
    article = text.article
    return {
        "type": "SpecificResource",
        "source": _said(
            {
                "id": article.url if _is_address(article.url) else urn(article.id),
                "type": "Text",
                "language": article.language,
                "schema:name": article.title,
                "schema:publisher": article.publisher,
                "schema:author": article.author,
                "schema:datePublished": article.published,
                "maeditor:article": urn(article.id),
            }
        ),
        "state": _said(
            {
                "type": "TimeState",
                "sourceDate": _moment(article.imported_at),
                "cached": _named_information(text.version.text_sha256),
            }
        ),
        "selector": [
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
            {
                "type": "TextQuoteSelector",
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            },
        ],
    }


def _creator(fact: Fact, made: Made) -> Json | None:
    """The rule that proposed it, or the person who marked it."""
    if fact.origin.startswith("rule:"):
        return {"type": "Software", "name": fact.origin.removeprefix("rule:")}
    return _person(made.by)


def _person(name: str) -> Json | None:
    return {"type": "Person", "name": name} if name else None


def _thing(name: str) -> Json | None:
    return {"type": "schema:Thing", "schema:name": name} if name else None


def _named_information(sha256: str) -> str:
    """A text by its digest (RFC 6920)."""
    if not sha256:
        return ""
    return f"ni:///sha-256;{base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip('=')}"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(each.isspace() for each in url)


def _moment(at: str) -> str:
    """A time as the model has it: xsd:dateTime in UTC with Z; empty where it is none."""
    if not at:
        return ""
    return datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _number(value: Decimal | None) -> int | float | str | None:
    if value is None:
        return None
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    return near if isfinite(near) else format(value, "f")


def _plain(value: object) -> object:
    """Decimals as texts: here no digit may be lost, whatever reads it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return _said({f"maeditor:{key}": _plain(each) for key, each in value.items()})
    return value


def _said(record: Mapping[str, object]) -> Json:
    """What is not known is left out: JSON-LD has no null, and zero is not nothing."""
    return {key: value for key, value in record.items() if value is not None and value not in ("", {})}


def _json(record: Json) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False)
