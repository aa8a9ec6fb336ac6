"""Records to store: our own sentences, small and whole."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.anchors import Anchor, Span
from maeditor.domain.articles import Article, Noise, Passage, TextVersion, text_digest
from maeditor.domain.changes import Change, Done
from maeditor.domain.facts import Entity, EntityKind, Evidence, Fact, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.store.engine import Store
from maeditor.store.unit_of_work import UnitOfWork

TEXT = "Le parc d’essai atteint 20 MW 🏭 et vise 45 MW en 2030."


def put_article(unit: UnitOfWork, text: str = TEXT, original: bytes | None = None) -> tuple[Article, TextVersion]:
    data = text.encode() if original is None else original
    digest, original_digest = text_digest(text), hashlib.sha256(data).hexdigest()
    unit.put_blob(digest, text.encode())
    unit.put_blob(original_digest, data)
    text_id = new_id()
    number = unit.next_number("article")
    article = Article(
        new_id(), 1, number, f"Essai {number}", "Journal", "", "2026-05", "", "fr", "a.txt", text_id, "2026-05-08"
    )
    noise = (Noise(0, 2, "menu"),)
    version = TextVersion(text_id, 1, article.id, 1, digest, original_digest, "utf-8", "text@1", len(text), noise)
    unit.articles.add(article)
    unit.texts.add(version)
    return article, version


def a_fact(unit: UnitOfWork, article: Article | None = None, **fields: object) -> Fact:
    fact = Fact(
        id=new_id(),
        version=1,
        number=unit.next_number("fact"),
        article_id="" if article is None else article.id,
        subject="Parc d’essai",
        property="installed_power",
        raw="20 MW",
        state=State.PROPOSED,
        comparator=Comparator.EQUAL,
        amount=Decimal(20),
        unit="MW",
        norm_amount=Decimal(20),
        norm_unit="MW",
        qualifiers={"cells": [[1, 2]], "note": "≈"},
    )
    return replace(fact, **fields)  # type: ignore[arg-type]


def a_passage(version: TextVersion, start: int = 24, end: int = 29, text: str = TEXT) -> Passage:
    anchor = Anchor.of(text, Span(start, end))
    return Passage(new_id(), 1, version.article_id, version.id, start, end, anchor.exact, anchor.prefix, anchor.suffix)


def an_entity(label: str = "Parc d’essai") -> Entity:
    return Entity(new_id(), 1, EntityKind.SITE, label, aliases=("parc", "PE"))


def a_property(key: str = "installed_power") -> Property:
    return Property(
        new_id(),
        1,
        key,
        "Puissance installée",
        "Installed power",
        Kind.QUANTITY,
        Family.CAPACITY,
        "power",
        ("MW", "GW"),
    )


def import_article(store: Store, text: str = TEXT, editor: str = "Inès") -> tuple[Article, TextVersion, Done]:
    with store.write() as unit:
        unit.begin_action("import", editor, {"files": 1})
        article, version = put_article(unit, text)
        return article, version, unit.finish_action()


def record_fact(
    store: Store,
    article: Article | None = None,
    version: TextVersion | None = None,
    editor: str = "Inès",
    **fields: object,
) -> tuple[Fact, Done]:
    with store.write() as unit:
        unit.begin_action("record-fact", editor)
        fact = a_fact(unit, article, **fields)
        unit.facts.add(fact)
        if version is not None:
            passage = a_passage(version)
            unit.passages.add(passage)
            unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        return fact, unit.finish_action()


def revert(store: Store, action_id: str, editor: str = "Inès") -> Done:
    """What the service does: a new action with the inverse changes, last one first."""
    with store.write() as unit:
        changes: tuple[Change, ...] = unit.queries.journal.changes(action_id)
        unit.begin_action("undo", editor, reverts=action_id)
        for change in reversed(changes):
            unit.apply_change(change.inverse())
        return unit.finish_action()
