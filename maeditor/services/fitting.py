"""Which values a property takes: one rule for every field, and one sentence for what it does not take."""

from __future__ import annotations

from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import is_unit, measures, symbol, unit
from maeditor.domain.values import Quantity

MOST_NAMED = 4
"""Units that a sentence names; the first are the usual ones."""

_WORDED = frozenset({Kind.TEXT, Kind.DATE})


def fits(value: Quantity, definition: Property, *, ordinal: bool = False) -> bool:
    """Tell whether a property takes a value: a unit of what it measures, a place in an order for a rank alone."""
    code = value.unit
    if definition.kind in _WORDED or not is_unit(code) or (ordinal and definition.kind is not Kind.RANK):
        return False
    return code in definition.units or measures(code, definition.dimension)


def refuse_unfit(
    value: Quantity, definition: Property, language: str, text: str = "", *, ordinal: bool = False, touched: bool = True
) -> None:
    """Raise ValueTextError where a property does not take a value, naming the units it takes.

    ``text`` is the value as it was typed. What was not ``touched`` may be odd, as long as it can be counted at all.
    """
    code = value.unit
    if ordinal and definition.kind is not Kind.RANK:
        raise ValueTextError("rank_not_here", text=text)
    if not definition.dimension or fits(value, definition, ordinal=ordinal):
        return
    if not touched and is_unit(code) and unit(code).dimension == definition.dimension:
        return
    label = definition.label(language)
    written = symbol(code, language) if is_unit(code) else code
    offered = [each for each in (symbol(code, language) for code in definition.units) if each]
    taken = ", ".join(offered[:MOST_NAMED]) + ("…" if len(offered) > MOST_NAMED else "")
    if taken and written:
        raise ValueTextError("unit_not_here", unit=written, property=label, units=taken)
    if taken:
        raise ValueTextError("unit_missing_here", property=label, units=taken)
    raise ValueTextError("unit_none_here", unit=written or code, property=label)
