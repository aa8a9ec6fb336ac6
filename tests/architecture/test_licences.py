"""Without this a dependency whose licence forbids what our own allows would be shipped unseen."""

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from source_tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = ("postgres", "cluster")
"""What people install beside it; the rest is for tests only, and is not shipped."""

# A library under the LGPL (Qt, psycopg) may be used by anything; the GPL and AGPL would reach our own code.
ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|OFL|LGPL|Unlicense|HPND)\b", re.IGNORECASE
)


def brought(wanted: list[str]) -> dict[str, metadata.PackageMetadata]:
    """What these requirements bring on this machine, and what those bring in turn, by name; what is absent is not."""
    found: dict[str, metadata.PackageMetadata] = {}
    waiting = [Requirement(each) for each in wanted]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        extras = {"", *requirement.extras}
        marker = requirement.marker
        if name in found or (marker is not None and not marker.evaluate()):
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        found[name] = distribution.metadata
        for each in map(Requirement, distribution.requires or ()):
            if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras):
                each.marker = None
                waiting.append(each)
    return found


SHIPPED = brought(PROJECT["dependencies"])
WITH_EXTRAS = SHIPPED | brought([each for extra in EXTRAS for each in PROJECT["optional-dependencies"][extra]])


@pytest.mark.parametrize("name", sorted(WITH_EXTRAS))
def test_a_dependency_may_be_shipped(name: str) -> None:
    told = WITH_EXTRAS[name]
    classifiers = [each for each in told.get_all("Classifier") or [] if each.startswith("License")]
    named = [each for field in ("License-Expression", "License") for each in told.get_all(field) or []]
    licences = " ".join([*named, *classifiers])
    assert ALLOWED.search(licences), licences or "names no licence"


def test_what_the_program_needs_was_looked_at() -> None:
    """A name that is not found here would pass as one whose licence is right."""
    named = [Requirement(each) for each in PROJECT["dependencies"]]
    needed = {canonicalize_name(each.name) for each in named if each.marker is None or each.marker.evaluate()}
    assert needed <= set(SHIPPED)
