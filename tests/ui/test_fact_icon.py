"""Hectares under a bolt would be read as power: the icon fits what a property measures, wherever it is shown."""

from __future__ import annotations

import tomllib

import pytest

from maeditor.assets import resource
from maeditor.domain.properties import Family, parse_catalogue
from maeditor.ui.fact_icon import BY_DIMENSION, icon_of
from maeditor.ui.icons import GLYPHS

CATALOGUE = {
    each.key: each for each in parse_catalogue(tomllib.loads(resource("properties.toml").read_text(encoding="utf-8")))
}


@pytest.mark.parametrize(
    ("key", "icon"),
    [("capacity_power", "capacity"), ("energy", "capacity"), ("area", "area"), ("volume", "volume"), ("rank", "rank")],
)
def test_power_has_the_bolt_and_other_capacities_their_own(key: str, icon: str) -> None:
    assert icon_of(CATALOGUE[key]) == icon


def test_every_icon_is_there_and_other_families_keep_theirs() -> None:
    for known in CATALOGUE.values():
        assert icon_of(known) in GLYPHS
        if known.family is not Family.CAPACITY:
            assert icon_of(known) == known.family.value
    assert set(BY_DIMENSION.values()) <= set(GLYPHS)
