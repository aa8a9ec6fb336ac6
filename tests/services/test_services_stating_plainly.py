"""Without this what is pasted into a fact would be kept with characters that nobody sees."""

from __future__ import annotations

from maeditor.domain.facts import Fact, State
from maeditor.services.annotating import FactStatement


def test_a_statement_is_kept_without_hidden_characters() -> None:
    blank = Fact("1", 1, 1, "2", "", "capacity_power", "", State.PROPOSED)
    said = FactStatement("capacity_power", "Parc\u202e\tNord ", place="\u2066Dakhla\r\n", note="vu\x00\r\nlu")
    fact = said.stated_in(blank)
    assert (fact.subject, fact.place, fact.note) == ("Parc Nord", "Dakhla", "vu\nlu")
