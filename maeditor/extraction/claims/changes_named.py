"""A percentage opened by the name of the change: "une hausse de 5 % des loyers" is no share of the rents."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?<!\w)(?:(?P<up>croissance|hausse|augmentation|progression|growth|rise|increase|surge|jump)"
    r"|(?P<down>baisse|diminution|recul|repli|chute|reduction|drop|fall|decline|decrease))"
    r"(?: (?!annoncee?s?|lors|suite|depuis|pour|dans|from|in|to)[a-z]{4,}){0,2}"
    r" (?:de |d'|of |by |comprise? entre |between )"
    r"(?:(?:environ|pres de|pres d'|plus de|moins de|au moins|about|around|nearly|over|more than) )?[+-]?\s?$"
)
_REACH = 70


def change_named(soft: str, left: int, start: int) -> str | None:
    """Tell which way the change goes whose size starts here: ``up`` or ``down``; None where none is named."""
    named = _NAMED.search(soft, max(left, start - _REACH), start)
    return named.lastgroup if named is not None else None
