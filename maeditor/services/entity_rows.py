"""The things, places and actors that facts name, as the plain rows of a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from maeditor.domain.facts import Entity, State
from maeditor.domain.listing import plain
from maeditor.formats.workbook.content import EntityRow
from maeditor.services.library import FactView

KEPT = frozenset({State.ACCEPTED, State.CORRECTED})


@dataclass(slots=True)
class _Named:
    spellings: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    facts: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def entity_rows(views: Iterable[FactView], entities: Iterable[Entity]) -> list[EntityRow]:
    """A row a name, the most named first; capitals and accents apart it is one name, written as it mostly is."""
    named: dict[str, _Named] = {}
    for view in views:
        fact = view.fact
        for role, name in (("subject", fact.subject), ("place", fact.place), ("object", fact.object_entity)):
            if not name.strip():
                continue
            found = named.setdefault(plain(name.strip()), _Named())
            found.spellings[name.strip()] += 1
            found.roles[role] += 1
            found.facts.add(fact.id)
            found.articles |= {each.passage.article_id for each in view.evidence} or {fact.article_id}
            if fact.state in KEPT:
                found.accepted.add(fact.id)
    known = _by_name(entities)
    rows = [_row(found, known.get(key)) for key, found in named.items()]
    return sorted(rows, key=lambda row: (-row.facts, plain(row.name)))


def _by_name(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Each entity under all its names; a name of two things is that of the first."""
    known: dict[str, Entity] = {}
    for entity in entities:
        for name in (entity.label_fr, entity.label_en, entity.label_ar, *entity.aliases):
            if name:
                known.setdefault(plain(name), entity)
    return known


def _row(found: _Named, entity: Entity | None) -> EntityRow:
    row = EntityRow(
        name=min(found.spellings, key=lambda name: (-found.spellings[name], name)),
        as_subject=found.roles["subject"],
        as_place=found.roles["place"],
        as_object=found.roles["object"],
        facts=len(found.facts),
        accepted=len(found.accepted),
        articles=len(found.articles),
    )
    if entity is None:
        return row
    return replace(
        row,
        kind=entity.kind.value,
        label_fr=entity.label_fr,
        label_en=entity.label_en,
        label_ar=entity.label_ar,
        iso3166=entity.iso3166,
        wikidata=entity.wikidata,
    )
