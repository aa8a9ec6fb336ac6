"""A sheet holds what was chosen and nothing else: what was rejected must never be published by oversight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from maeditor.domain.facts import Fact, Standing, State
from maeditor.domain.sheets import Sheet
from maeditor.services import library, sheets
from maeditor.services.exporting import workbook_content
from maeditor.services.previewing import preview
from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner
from maeditor.services.sample import build_sample
from maeditor.services.sheet_facts import how_sure, sheet_order
from maeditor.wording import Wording


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ActionRunner]:
    path: Path = tmp_path_factory.mktemp("sample") / "exemple.maed"
    build_sample(path)
    runner = open_project(path, editor="Amina")
    yield runner
    runner.store.close()


def chosen(runner: ActionRunner, *, without_passage: bool = False, **listing: object) -> tuple[Fact, ...]:
    sheet = Sheet("", 1, "Ports", 0, listing=listing, without_passage=without_passage)
    with runner.read() as queries:
        return sheets.sheet_facts(queries, sheet, "fr", how_sure(runner, sheet) if listing.get("sureness") else None)


def test_rejected_facts_stay_out_unless_they_are_asked_for(sample: ActionRunner) -> None:
    assert State.REJECTED not in {fact.state for fact in chosen(sample)}
    assert State.REJECTED not in {fact.state for fact in chosen(sample, rejected=True)}
    assert {fact.state for fact in chosen(sample, states=["rejected"])} == {State.REJECTED}


def test_what_rests_on_no_passage_stays_out_unless_it_is_asked_for(sample: ActionRunner) -> None:
    resting = {view.fact.id for view in library.project_facts(sample) if view.evidence}
    assert {fact.id for fact in chosen(sample)} <= resting
    bare = {view.fact.id for view in library.project_facts(sample)} - resting
    assert {fact.id for fact in chosen(sample, without_passage=True)} >= bare
    asked = Sheet("", 1, "Ports", 0, listing={"without_passage": True})
    with sample.read() as queries:
        assert {fact.id for fact in sheets.sheet_facts(queries, asked)} == bare


def test_facts_come_in_the_order_and_sections_that_were_chosen(sample: ActionRunner) -> None:
    numbers = [fact.number for fact in chosen(sample, sort="number", descending=True)]
    assert numbers == sorted(numbers, reverse=True)
    sheet = Sheet("", 1, "Ports", 0, listing={"group": "state", "sort": "number"})
    with sample.read() as queries:
        order = sheet_order(queries, sheet)
        facts = sheets.sheet_facts(queries, sheet)
    assert [each.key for each in order.sections] == list(dict.fromkeys(fact.state.value for fact in facts))
    by_article = Sheet("", 1, "Ports", 0, listing={"group": "article"})
    with sample.read() as queries:
        order = sheet_order(queries, by_article)
    starts = [each.start for each in order.sections]
    assert starts == sorted(set(starts))
    assert len(starts) > 2


def test_conflicts_words_and_sureness_choose_as_they_do_in_the_list(sample: ActionRunner) -> None:
    disputed = {view.fact.id for view in library.project_facts(sample) if view.conflicted}
    assert {fact.id for fact in chosen(sample, conflict=True)} <= disputed
    assert chosen(sample, conflict=True)
    assert all("maroc" in f"{fact.subject} {fact.place} {fact.raw}".casefold() for fact in chosen(sample, text="maroc"))
    high, low = chosen(sample, sureness=["high"]), chosen(sample, sureness=["low", "medium"])
    assert high
    assert len(high) + len(low) == len(chosen(sample))
    sheet = Sheet("", 1, "Ports", 0, listing={"sort": "confidence", "descending": True})
    with sample.read() as queries:
        assert len(sheets.sheet_facts(queries, sheet, "fr", how_sure(sample, sheet))) == len(chosen(sample))


def test_a_fact_set_aside_says_so_whatever_columns_were_chosen(sample: ActionRunner) -> None:
    sheet = Sheet("", 1, "Ports", 0, columns=("subject", "value"))
    assert workbook_content(sample, Wording("fr"), sheet).columns == ("subject", "value")
    fact = chosen(sample)[0]
    with sample.store.write() as unit:
        unit.begin_action("set-aside", "Amina")
        unit.facts.replace(replace(unit.facts.get(fact.id), standing=Standing.SET_ASIDE))
        unit.finish_action()
    assert workbook_content(sample, Wording("fr"), sheet).columns == ("subject", "value", "standing")
    for long in (0, 10**9):
        facts = preview(sample, sheet, Wording("fr"), 400, long=long).tabs[0]
        assert sum(row[-1] == "Écarté" for row in facts.rows) == 1
