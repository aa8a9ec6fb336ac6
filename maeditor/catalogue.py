"""Loads the built-in property catalogue, ``resources/properties.toml``."""

from __future__ import annotations

import tomllib
from functools import cache

from maeditor.assets import resource
from maeditor.domain.properties import Property, parse_catalogue


@cache
def load_catalogue() -> tuple[Property, ...]:
    """The built-in properties, in the order in which they are offered; read once."""
    return parse_catalogue(tomllib.loads(resource("properties.toml").read_text("utf-8")))
