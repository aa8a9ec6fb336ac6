"""Tells the figures in the name of a machine from figures that measure: "A350-900", "EN171-5MW", "GT-450 kW"."""

from __future__ import annotations

import re

#: Letters in capitals with figures, up to the hyphen before the number.
_MODEL = re.compile(r"(?<![\w-])[A-Z]{1,5}\d{1,5}[A-Z]{0,2}-\Z")
_LETTERS = re.compile(r"(?<![\w-])[A-Z]{1,4}-\Z")
_LONGEST = 14


def ends_model_name(folded: str, start: int) -> bool:
    """Tell that the number beginning at ``start`` ends a name of letters and figures: it says nothing."""
    return folded[start - 1 : start] == "-" and _MODEL.search(folded, max(0, start - _LONGEST), start) is not None


def is_lettered(folded: str, start: int) -> bool:
    """Tell that the number follows capitals and a hyphen: it may count ("G-20") but measures nothing."""
    return folded[start - 1 : start] == "-" and _LETTERS.search(folded, max(0, start - _LONGEST), start) is not None
