"""What learning reads off a fact: decisions would count for another rule, or against other fields, if these failed."""

from __future__ import annotations

import pytest

from maeditor.extraction.learning.decisions import FIELDS
from maeditor.extraction.learning.traits import SAID, differing, rule_of, traits_of

ROW: dict[str, object] = {
    "origin": "rule:capacity.unit:grammar@1.0", "property": "capacity", "raw": "40 MW", "comparator": "=",
    "amount": "40", "lower": None, "upper": None, "unit": "MW", "text_value": "", "subject": "Parc", "place": "",
    "lifecycle": "planned", "modality": "fact", "as_of": "", "target": "2028",
}  # fmt: skip


@pytest.mark.parametrize(
    ("origin", "rule"),
    [
        ("rule:capacity.unit:grammar@1.0", "capacity.unit"),
        ("rule:capacity.unit:grammar@2.0", "capacity.unit"),
        ("rule:power@1", "power"),
        ("person", ""),
        ("file:liste.xlsx", ""),
    ],
)
def test_a_rule_keeps_its_record_from_version_to_version(origin: str, rule: str) -> None:
    assert rule_of(origin) == rule


def test_traits_are_what_the_proposal_said() -> None:
    found = traits_of(ROW, 0.7)
    assert (found.rule, found.prior, found.unit, found.raw) == ("capacity.unit", 0.7, "MW", "40 MW")
    assert (found.has_subject, found.has_place, found.is_dated) == (True, False, True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"property": "energy"}, "property"),
        ({"amount": "41"}, "value"),
        ({"text_value": "ISO 9001"}, "value"),
        ({"unit": "GW"}, "unit"),
        ({"comparator": "≤"}, "comparator"),
        ({"subject": ""}, "subject"),
        ({"place": "Nador"}, "place"),
        ({"modality": "plan"}, "status"),
        ({"as_of": "2027"}, "date"),
    ],
)
def test_a_correction_counts_against_the_field_it_changed(changed: dict[str, object], field: str) -> None:
    assert differing(ROW, {**ROW, **changed}) == {field}


def test_nothing_changed_is_nothing_wrong() -> None:
    assert differing(ROW, {**ROW, "lower": "", "raw": "40 MW !"}) == frozenset()
    assert tuple(SAID) == FIELDS
