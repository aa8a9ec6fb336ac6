"""The colours of families as they leave: those of the light theme, since paper and other programs are white."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from maeditor.domain.properties import Family

LINES: Mapping[Family, str] = MappingProxyType(
    {
        Family.CAPACITY: "#B45F06",
        Family.COUNT: "#1F63C4",
        Family.RANK: "#7A49BE",
        Family.PLACE: "#2E7D32",
        Family.ACTOR: "#B52E60",
        Family.ATTRIBUTE: "#5B6673",
    }
)
"""Of an underline or of a code."""

WASHES: Mapping[Family, str] = MappingProxyType(
    {
        Family.CAPACITY: "#FBE8CC",
        Family.COUNT: "#DDE9FB",
        Family.RANK: "#EBE2FA",
        Family.PLACE: "#DDF0DC",
        Family.ACTOR: "#FADFE9",
        Family.ATTRIBUTE: "#E5E9EE",
    }
)
"""Of the ground behind words."""
