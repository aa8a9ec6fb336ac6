"""Reads on after a unit of science: "15 kg m−2" is no mass, "3 W·m⁻²" no power."""

from __future__ import annotations

import re

_POWER = re.compile(
    r"[ .·⋅*](?P<unit>(?:[kcmnµdM]?m|k?g|mg|µg|mol|mmol|sr|ha|h|d|s|K|J|kJ|W|V|A|L|l|Hz|Pa|min|day|yr|an|a|j))"
    r"(?:\^?-(?P<figure>[1-4])|⁻(?P<raised>[¹²³⁴]))(?![\w.,-]\w|\w)"
)
_RAISED = str.maketrans("¹²³⁴", "1234")


def with_powers(folded: str, code: str, end: int) -> tuple[str, int]:
    """Give the whole unit and where it ends: the code of the first with the powers after it, as ``kg.m-2.s-1``."""
    while (power := _POWER.match(folded, end)) is not None:
        code += f".{power['unit']}-{power['figure'] or power['raised'].translate(_RAISED)}"
        end = power.end()
    return code, end
