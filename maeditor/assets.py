"""Finds our own data, ``resources/`` and ``sample_data/``: from the tree, from a wheel, from a bundle."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle)
    in_wheel = _PACKAGE / "_data"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Path of a file or folder under ``resources/``."""
    return _root().joinpath("resources", *parts)


def sample_data(*parts: str) -> Path:
    """Path of a file or folder under ``sample_data/``."""
    return _root().joinpath("sample_data", *parts)
