"""A row that somebody added must enter as a proposal, with its passage where there is one, and only once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from returned_book import book, cells_of, corrections, only, recorded
from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import MergeState
from maeditor.domain.review import NEEDS_REASON
from maeditor.domain.values import Quantity
from maeditor.formats.returned import Returned
from maeditor.services import library
from maeditor.services.importing import import_paths
from maeditor.services.merging import all_keys, apply_corrections, clean_keys


@pytest.fixture
def fact(project: Project) -> Fact:
    return recorded(project, "120 mégawatts", quantity=Quantity.of(Decimal(120), "MW"), place="Nador", as_of="2026")


def test_a_new_row_is_proposed_and_marked_without_a_passage(project: Project, fact: Fact) -> None:
    row: dict[str, Returned] = {
        "subject": "Rifdata",
        "property": "Capacité électrique",
        "amount": "45,5",
        "unit": "MW",
        "state": "Accepté",
        "quote": "rien de tel",
    }
    found = corrections(project, book(project, [fact], added=[row]))
    item = only(found)
    assert (item.state, item.fact_id, item.row) == (MergeState.NEW, "", 3)
    assert "Sans passage" in item.reason
    assert clean_keys(found) == frozenset()
    apply_corrections(project.runner, found, all_keys(found))
    new = library.project_facts(project.runner)[-1]
    assert (new.fact.state, new.fact.origin, new.evidence) == (State.PROPOSED, "file:retour.xlsx", ())
    assert (new.fact.amount, new.fact.raw, new.fact.label) == (Decimal("45.5"), "45,5\u00a0MW", "F-0002")
    again = corrections(project, book(project, [fact], added=[row]))
    assert (again.items, again.unchanged) == ((), 2)


@pytest.mark.parametrize(("amount", "doubt"), [(40, ""), (41, NEEDS_REASON)])
def test_a_new_row_whose_quote_is_found_gets_its_passage(project: Project, fact: Fact, amount: int, doubt: str) -> None:
    row: dict[str, Returned] = {
        "subject": "Rifdata",
        "property": "capacity_power",
        "amount": amount,
        "unit": "MW",
        "quote": "La première tranche, de 40 MW",
        "source_number": "A-001",
    }
    found = corrections(project, book(project, [fact], added=[row]))
    apply_corrections(project.runner, found, all_keys(found))
    new = library.project_facts(project.runner)[-1]
    assert [each.passage.exact for each in new.evidence] == ["La première tranche, de 40 MW"]
    assert (new.fact.article_id, new.fact.needs_look) == (project.article_id, doubt)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"property": "Emplois", "value": "12"}, "au moins un sujet"),
        ({"subject": "X", "property": "Emplois"}, "une valeur"),
        ({"subject": "X", "property": "Emplois", "value": "beaucoup"}, "n’est pas une valeur"),
        ({"subject": "X", "property": "Couleur", "value": "12"}, "Ligne 3, Propriété"),
    ],
)
def test_a_new_row_that_says_no_fact_is_invalid(
    project: Project, fact: Fact, row: dict[str, Returned], said: str
) -> None:
    item = only(corrections(project, book(project, [fact], added=[row])))
    assert item.state is MergeState.INVALID
    assert said in item.reason


def test_a_copied_row_is_a_new_fact(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], added=[{**cells_of(fact), "amount": 130}]))
    assert only(found).state is MergeState.NEW


def test_a_quote_that_stands_in_several_articles_is_no_passage(
    make_project: Callable[[str], Project], tmp_path: Path
) -> None:
    project = make_project("Un centre à Nador\n\nLe centre de Nador fournit 12 MW depuis 2020.\n")
    again = tmp_path / "encore.txt"
    again.write_text("Encore un centre\n\nLe centre de Nador fournit 12 MW depuis 2020, dit-on ici aussi.\n", "utf-8")
    import_paths(project.runner, [again])
    row: dict[str, Returned] = {"subject": "Nador", "property": "capacity_power", "value": "12 MW"}
    quote: dict[str, Returned] = {"quote": "Le centre de Nador fournit 12 MW"}
    lost = only(corrections(project, book(project, [], added=[{**row, **quote}])))
    assert "plusieurs" in lost.reason
    told = only(corrections(project, book(project, [], added=[{**row, **quote, "source_title": "encore un centre"}])))
    assert told.reason == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"property": "certification", "value": "Tier III"}, ("", "Tier III")),
        ({"property": "certification", "text_value": "ISO 50001"}, ("", "ISO 50001")),
        ({"property": "date_event", "value": "mars 2028"}, ("", "2028-03")),
        ({"property": "capacity_power", "lower": 4, "upper": "6,5", "unit": "MW"}, ("4–6,5\u00a0MW", "")),
        ({"property": "capacity_power", "comparator": "≤", "amount": 6, "unit": "MW"}, ("≤\u00a06\u00a0MW", "")),
    ],
)
def test_a_new_row_may_give_its_value_in_words_or_in_columns(
    project: Project, row: dict[str, Returned], said: tuple[str, str]
) -> None:
    found = corrections(project, book(project, [], added=[{"subject": "Nador", **row}]))
    assert only(found).state is MergeState.NEW, found.items
    apply_corrections(project.runner, found, all_keys(found))
    made = library.project_facts(project.runner)[-1].fact
    raw, text = said
    assert made.text_value == text
    assert not raw or made.raw == raw
