"""Without this a dependency whose licence forbids what our own allows would be shipped unseen."""

import re
import tomllib
from importlib import metadata

import pytest
from source_tree import ROOT

DEPENDENCIES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
NAMES = sorted({re.split(r"[^\w.-]", each)[0] for each in DEPENDENCIES})

# A library under the LGPL (Qt) may be used by anything; the GPL and AGPL would reach our own code.
ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|OFL|LGPL|Unlicense|HPND)\b", re.IGNORECASE
)


@pytest.mark.parametrize("name", NAMES)
def test_a_dependency_may_be_shipped(name: str) -> None:
    told = metadata.metadata(name)
    classifiers = [each for each in told.get_all("Classifier") or [] if each.startswith("License")]
    licences = " ".join([told.get("License-Expression") or "", told.get("License") or "", *classifiers])
    assert ALLOWED.search(licences), licences or "names no licence"
