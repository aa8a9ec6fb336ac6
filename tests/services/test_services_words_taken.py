"""Words typed over a value in Excel are read, also where the number was changed here meanwhile."""

from __future__ import annotations

from decimal import Decimal

from returned_book import book, corrections, fact_of, recorded
from services_project import Project

from maeditor.domain.merge import MergeState
from maeditor.domain.values import Quantity
from maeditor.services.annotating import FactStatement, correct_fact
from maeditor.services.merging import all_keys, apply_corrections


def test_the_words_of_the_workbook_bring_their_own_number(project: Project) -> None:
    fact = recorded(project, "120 mégawatts", quantity=Quantity.of(Decimal(120), "MW"), place="Nador", as_of="2026")
    said = FactStatement(fact.property, fact.subject, Quantity.of(Decimal(130), "MW"), place="Nador", as_of="2026")
    correct_fact(project.runner, fact.id, fact.version, said)
    found = corrections(project, book(project, [fact], {fact.id: {"value": "150 MW"}}))
    assert [each.state for each in found.items if each.field == "value"] == [MergeState.BOTH]
    apply_corrections(project.runner, found, all_keys(found))
    now = fact_of(project, fact.id)
    assert (now.raw, now.amount, now.unit, now.norm_amount) == ("150 MW", 150, "MW", 150)
