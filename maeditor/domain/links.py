"""Links into the program, as workbooks and copies carry them: ``maeditor://fact/<id>``. They only lead somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain.errors import LinkError

SCHEME = "maeditor"
_LINK = re.compile(
    rf"{SCHEME}://(fact|article)/([0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}})/?"
)


class Target(StrEnum):
    """What a link can lead to."""

    FACT = "fact"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: what sort of record, and which."""

    target: Target
    id: str

    def __str__(self) -> str:
        return f"{SCHEME}://{self.target}/{self.id}"


def is_link(text: str) -> bool:
    """Tell whether a text claims to be such a link; it may still be none."""
    return text.lower().startswith(f"{SCHEME}:")


def read_link(text: str) -> Link:
    """Read a link. Raises LinkError for anything but a known target and a whole identity: nothing is guessed."""
    # Systems may write the scheme, and the part after it, in capitals.
    found = _LINK.fullmatch(text.strip().lower()) if text.isascii() else None
    if found is None:
        raise LinkError("link_unreadable", text=text)
    return Link(Target(found[1]), found[2])
