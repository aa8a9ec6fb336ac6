"""A count or a first row unlike what is exported would send people to look for facts that are not lost."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from store_samples import a_fact, a_passage, import_article

from maeditor.domain.articles import Article, TextVersion
from maeditor.domain.facts import Evidence, Fact, Lifecycle, Standing, State
from maeditor.domain.listing import FactFilter, Listing
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.store.engine import Store
from maeditor.store.listed import Wanted
from maeditor.store.sheet_reads import SheetReads

EVERYTHING = Wanted(Listing(rejected=False))
DRAWN = frozenset({State.ACCEPTED, State.PROPOSED})


@pytest.fixture
def articles(store: Store) -> list[tuple[Article, TextVersion]]:
    return [import_article(store)[:2] for _ in range(3)]


@pytest.fixture
def facts(store: Store, articles: list[tuple[Article, TextVersion]]) -> list[Fact]:
    """Seven that count, one rejected, one hidden; the first article's second fact rests on the second article."""
    (one, first), (two, second), _three = articles
    with store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        made = [
            a_fact(unit, one, property="power", norm_amount=20, state=State.ACCEPTED, as_of="2026", place="Safi"),
            a_fact(unit, one, property="power", norm_amount=90, lifecycle=Lifecycle.PLANNED, target="2030"),
            a_fact(unit, two, property="power", comparator=Comparator.RANGE, norm_amount=None, norm_lower=30,
                   norm_upper=40, as_of="2026"),
            a_fact(unit, two, property="power", norm_amount=0),
            a_fact(unit, None, property="power", standing=Standing.SET_ASIDE, state=State.CORRECTED),
            a_fact(unit, two, property="opening", text_value="2027-05", comparator=None, norm_unit=""),
            a_fact(unit, two, property="rank", text_value="2027-05", subject="", norm_unit=""),
            a_fact(unit, one, property="power", state=State.REJECTED, as_of="1999"),
            a_fact(unit, one, property="power", hidden=True, as_of="1998"),
        ]  # fmt: skip
        unit.facts.add_all(made)
        for fact, version in ((made[0], first), (made[1], second), (made[0], second), (made[2], second)):
            passage = unit.passages.add(a_passage(version))
            unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()
    return made


@pytest.fixture
def everything(facts: list[Fact]) -> Wanted:
    return EVERYTHING


def test_facts_and_their_passages_are_counted(store: Store, everything: Wanted) -> None:
    with store.read() as queries:
        reads = queries.listing.of_sheet(everything)
        assert (reads.facts(), reads.evidence()) == (7, 4)
        assert reads.any_set_aside()
        assert not queries.listing.of_sheet(Wanted(Listing(), supported=True)).any_set_aside()
        supported = queries.listing.of_sheet(Wanted(Listing(rejected=False), supported=True))
        assert (supported.facts(), supported.evidence()) == (3, 4)


def test_articles_are_those_that_facts_rest_on(
    store: Store, everything: Wanted, articles: list[tuple[Article, TextVersion]]
) -> None:
    (one, _), (two, _), (three, _) = articles
    accepted = Wanted(Listing(FactFilter(states=frozenset({State.ACCEPTED}))))
    with store.read() as queries:
        reads = queries.listing.of_sheet(everything)
        assert reads.articles() == {one.id, two.id}
        assert reads.of_articles([one.id, two.id, three.id]) == {one.id: (1, 1), two.id: (6, 1), three.id: (0, 0)}
        assert queries.listing.of_sheet(accepted).articles() == {one.id, two.id}, "found in one, read in the other too"
        assert queries.listing.of_sheet(accepted).of_articles([]) == {}


def test_the_largest_powers_come_first_with_one_of_each_lifecycle(
    store: Store, everything: Wanted, facts: list[Fact]
) -> None:
    with store.read() as queries:
        reads = queries.listing.of_sheet(everything)
        assert reads.powers("power", "MW", DRAWN, 10) == (3, [facts[at].number for at in (1, 2, 0)])
        assert reads.powers("power", "MW", DRAWN, 1) == (3, [facts[1].number, facts[0].number])
        assert reads.powers("power", "t", DRAWN, 1) == (0, [])


def test_dates_are_counted_and_found(store: Store, everything: Wanted, facts: list[Fact]) -> None:
    with store.read() as queries:
        reads = queries.listing.of_sheet(everything)
        assert reads.dates(["opening"]) == {"2026": 2, "2030": 1, "2027-05": 1}
        assert reads.dates([]) == {"2026": 2, "2030": 1}
        found = reads.on_dates(["2026", "2027-05"], ["opening"], 5)
        assert found == [facts[at].number for at in (0, 2, 5)]
        assert reads.on_dates(["2026"], ["opening"], 1) == [facts[0].number]


def test_each_way_to_name_things_is_told_once(store: Store, everything: Wanted, facts: list[Fact]) -> None:
    with store.read() as queries:
        told = queries.listing.of_sheet(everything).names()
    assert sum(each[5] for each in told) == 7
    assert ("Parc d’essai", "Safi", "", "accepted", facts[0].article_id, 1) in told
    assert ("Parc d’essai", "", "", "corrected", "", 1) in told


def test_an_empty_project_holds_nothing(store: Store) -> None:
    with store.connect_to_read() as connection:
        assert connection.execute(text("SELECT count(*) FROM facts")).scalar() == 0
        reads = SheetReads(connection, EVERYTHING)
        assert (reads.facts(), reads.evidence(), reads.articles(), reads.names()) == (0, 0, frozenset(), [])
