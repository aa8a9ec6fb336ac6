"""A sheet that forgot its filter, or what goes along, would publish something else than was chosen."""

from __future__ import annotations

import json

from maeditor.domain.facts import State
from maeditor.domain.listing import FactFilter, Listing, Sort
from maeditor.domain.sheets import ALL_PARTS, Part, Sheet


def test_a_sheet_keeps_its_filter_and_order_as_plain_json() -> None:
    asked = Listing(FactFilter(states=frozenset({State.ACCEPTED}), text="quai"), Sort.VALUE, descending=True)
    sheet = Sheet("s", 1, "Ports", 0, listing=json.loads(json.dumps(asked.to_row())))
    assert sheet.asked == asked


def test_without_a_choice_everything_goes_along() -> None:
    sheet = Sheet("s", 1, "Ports", 0)
    assert sheet.asked == Listing()
    assert all(sheet.has(part) for part in Part)
    assert sheet.parts == ALL_PARTS
    assert not Sheet("s", 1, "Ports", 0, parts=("journal",)).has(Part.SOURCES)
