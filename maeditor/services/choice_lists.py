"""What a workbook offers to choose from beyond what its facts say: properties, units, known places and actors."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from maeditor.domain.facts import Entity, EntityKind
from maeditor.domain.properties import Property

PLACES = frozenset({EntityKind.COUNTRY, EntityKind.CITY, EntityKind.SITE})


def offered_choices(
    properties: Collection[Property], entities: Iterable[Entity], language: str
) -> dict[str, tuple[str, ...]]:
    """Values by column of the facts' sheet; entities by their name in a language, French where there is no other."""
    names = [(entity.kind, _name(entity, language)) for entity in entities]
    return {
        "property_label": tuple(dict.fromkeys(each.label(language) for each in properties if not each.hidden)),
        "shown_unit": tuple(dict.fromkeys(code for each in properties for code in each.units if code != "1")),
        "place": tuple(name for kind, name in names if kind in PLACES),
        "object_entity": tuple(name for _, name in names),
    }


def _name(entity: Entity, language: str) -> str:
    return (entity.label_en if language.startswith("en") else "") or entity.label_fr
