"""Which icon stands for a fact: its family's, but a capacity that is no power bears that of what it measures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from maeditor.domain.properties import Family, Property

BY_DIMENSION: Mapping[str, str] = MappingProxyType(
    {"area": "area", "volume": "volume", "data": "data", "data_rate": "data_rate", "compute": "compute"}
)


def icon_of(known: Property) -> str:
    """Name the icon: hectares under a bolt would be read as power."""
    icon = BY_DIMENSION.get(known.dimension) if known.family is Family.CAPACITY else None
    return icon or known.family.value
