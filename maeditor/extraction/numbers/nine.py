"""Tells the French nine from what is new: "neuf sites", "un bâtiment neuf"."""

from __future__ import annotations

import re

#: What may stand before the number nine; after other words "neuf" is new.
_BEFORE_NINE = frozenset(
    {"les", "des", "ces", "ses", "nos", "vos", "leurs", "sur", "dont", "par", "sont", "est", "soit", "compte", "avec"}
    | {"pour", "dans", "que", "quelque", "environ", "entre", "après", "moins", "plus", "depuis", "numéro"}
)
_LAST_WORD = re.compile(r"([^\W\d_]{3,}|\bremise?s? à|\b(?:quoi|rien) de) \Z")


def is_new(lower: str, start: int, noun: str) -> bool:
    """Tell whether the "neuf" at ``start``, which counts ``noun`` if anything, is no number."""
    before = _LAST_WORD.search(lower, max(0, start - 24), start)
    return before is not None and (" " in before[1] or (not noun and before[1] not in _BEFORE_NINE))
