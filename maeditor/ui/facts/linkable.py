"""The facts that a passage may be linked to, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maeditor.domain.units import is_unit, same_value
from maeditor.services.annotating import FactStatement
from maeditor.services.library import FactView
from maeditor.ui.facts.existing_list import Existing

MOST = 24
"""How many are offered: who looks for more searches."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """The article's facts, and of the project's those that could say the same; read once, sorted as one types."""

    views: Sequence[FactView] = ()
    first: str = ""
    """The fact that was chosen: it stands before all others but those that say the same as the passage."""

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the facts are about: names that a typed line may say."""
        return tuple(dict.fromkeys(view.fact.subject for view in self.views if view.fact.subject))

    def nearest(self, statement: FactStatement) -> list[Existing]:
        """The likeliest: first the same value, then the chosen one, the same property, the latest made."""

        def rank(each: Existing) -> tuple[bool, bool, bool, int]:
            fact = each.view.fact
            return not each.same, fact.id != self.first, fact.property != statement.property, -fact.number

        return sorted((Existing(view, _says_same(view, statement)) for view in self.views), key=rank)[:MOST]


def _says_same(view: FactView, statement: FactStatement) -> bool:
    said, value = view.fact.quantity, statement.quantity
    if value is None or said is None:
        return value is said and bool(statement.text_value) and view.fact.text_value == statement.text_value
    if view.fact.property != statement.property or not (is_unit(said.unit) and is_unit(value.unit)):
        return False
    return same_value(said, value)
