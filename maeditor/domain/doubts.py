"""Why a person should look at a fact before taking it: the closed set of reasons, each a key of ``look.KEY``."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """A reason to look twice; docs/extraction.md tells when each is given."""

    GLUED_CELL = "glued_cell"
    """Cells of a flattened table stuck together."""
    GROUPING = "grouping"
    """A point or a comma before three figures: thousands, or decimals."""
    DAY_MONTH = "day_month"
    """A date in figures whose day and month can change places."""
    CURRENCY = "currency"
    """A name of money that several countries share."""
    SCALE_WORD = "scale_word"
    """"billion" in a French text: French by its words, or English by its source."""
    HEADER_SCALE = "header_scale"
    """The magnitude of a table's header, over a cell that seems to be written in full."""
    LETTER = "letter"
    """A lone "m" or "M" behind a number: metres, or millions."""
    UNIT_NOT_OF_PROPERTY = "unit_not_of_property"
    """A unit that the property does not take."""
    QUOTE_DIFFERS = "quote_differs"
    """A fact from outside whose quote stands in the article, but not word for word."""
    DIFFERS_FROM_PASSAGE = "differs_from_passage"
    """A value that none of the fact's passages says."""
