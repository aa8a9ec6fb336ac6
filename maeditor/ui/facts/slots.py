"""The colour of each field whose words are underlined; the same in the popover and on the page."""

from __future__ import annotations

from maeditor.domain.properties import Family
from maeditor.services.sourcing import Slot
from maeditor.ui.theme import Theme

_FAMILIES = {
    Slot.UNIT: Family.COUNT,
    Slot.HEDGE: Family.RANK,
    Slot.SUBJECT: Family.ACTOR,
    Slot.PLACE: Family.PLACE,
    Slot.STATUS: Family.CAPACITY,
    Slot.DATE: Family.ATTRIBUTE,
}


def slot_colour(theme: Theme, slot: Slot) -> str:
    """The code of a field's colour; the value has the accent, the others a family's line."""
    family = _FAMILIES.get(slot)
    return theme.tokens.accent if family is None else theme.family(family).line
