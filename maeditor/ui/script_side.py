"""On which side a text begins: where somebody else's words stand in our lists."""

from __future__ import annotations

from unicodedata import bidirectional


def begins_at_the_right(text: str) -> bool:
    """Tell whether a text's first letter belongs to a script that is written from the right."""
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return strong != "L"
