"""What learning looks at in a proposal, read from the fact that it became, before anybody changed that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from maeditor.extraction.learning.decisions import Traits

PRIOR = "prior"
"""The qualifier that keeps the confidence a rule gave, where what was learned moved it."""
_RULE = re.compile(r"rule:([^:@]+)")

SAID: Mapping[str, tuple[str, ...]] = {
    "property": ("property",),
    "value": ("amount", "lower", "upper", "text_value"),
    "unit": ("unit",),
    "comparator": ("comparator",),
    "subject": ("subject",),
    "place": ("place",),
    "status": ("lifecycle", "modality"),
    "date": ("as_of", "target"),
}
"""What of a fact each field is."""


@lru_cache(maxsize=1024)
def rule_of(origin: str) -> str:
    """The rule that proposed a fact, whatever its version; empty where a person or a file brought it."""
    found = _RULE.match(origin)
    return found.group(1) if found else ""


def traits_of(row: Mapping[str, object], prior: float) -> Traits:
    """A fact's, from its fields as plain text."""
    return Traits(
        rule_of(str(row["origin"])),
        prior,
        str(row["property"]),
        str(row["unit"]),
        str(row["comparator"] or ""),
        str(row["lifecycle"]),
        str(row["modality"]),
        str(row["raw"]),
        bool(row["subject"]),
        bool(row["place"]),
        bool(row["as_of"] or row["target"]),
    )


def differing(proposed: Mapping[str, object], stated: Mapping[str, object]) -> frozenset[str]:
    """The fields in which a fact says something else than its proposal did."""
    return frozenset(
        name for name, parts in SAID.items() if any((proposed[each] or "") != (stated[each] or "") for each in parts)
    )
