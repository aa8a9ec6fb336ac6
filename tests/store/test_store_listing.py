"""A list of facts shows all that was asked for and nothing else, in the order asked for, on either kind of store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_samples import a_fact, a_passage, import_article

from maeditor.domain.articles import Article
from maeditor.domain.facts import Evidence, Fact, Lifecycle, State
from maeditor.domain.listing import FactFilter, Group, Listing, Origin, Sort, Sureness
from maeditor.domain.record import new_id
from maeditor.store.engine import Store
from maeditor.store.listed import Wanted

PROPERTIES = ("operator", "capacity_power", "rank")


@pytest.fixture
def articles(store: Store) -> tuple[Article, Article]:
    return import_article(store)[0], import_article(store, "Autre texte, avec 20 MW et 45 MW en 2030, dit-on.")[0]


@pytest.fixture
def facts(store: Store, articles: tuple[Article, Article]) -> list[Fact]:
    """Six facts, number 1 to 6, then one hidden and one of a hidden article."""
    one, two = articles
    with store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        made = [
            a_fact(unit, two, subject="Zagora", property="rank", confidence=0.9, lifecycle=Lifecycle.PLANNED),
            a_fact(unit, one, subject="Émirats", property="capacity_power", norm_amount=7, confidence=0.6,
                   state=State.ACCEPTED, origin="rule:power@1", target="2030"),
            a_fact(unit, one, subject="Ancre", property="operator", norm_amount=None, comparator=None, norm_unit="",
                   text_value="Ohmsud", confidence=0.1, state=State.REJECTED, origin="file:a.jsonl"),
            a_fact(unit, None, subject="", property="rank", norm_amount=90, confidence=0.5, needs_look="glued_cell"),
            a_fact(unit, one, subject="emeraude", property="capacity_power", norm_amount=3, confidence=0.8,
                   as_of="2024", place="Dakhla 100%"),
            a_fact(unit, two, subject="Zagora", property="rank", norm_amount=8, state=State.ACCEPTED, confidence=0.9),
        ]  # fmt: skip
        unit.facts.add_all(made)
        unit.facts.add(a_fact(unit, one, hidden=True))
        unit.finish_action()
    return made


def mark(store: Store, article: Article, marks: list[tuple[Fact, int]]) -> None:
    with store.write() as unit:
        unit.begin_action("mark", "Inès")
        version = unit.queries.text_version(article.text_id)
        text = unit.queries.text(article.text_id)
        for fact, start in marks:
            passage = a_passage(version, start, start + 4, text)
            unit.passages.add(passage)
            unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()


def read(store: Store, listing: Listing, **details: object) -> list[int]:
    wanted = Wanted(listing, properties=PROPERTIES, **details)  # type: ignore[arg-type]
    with store.read() as queries:
        return list(queries.listing.read(wanted).numbers)


def asked(store: Store, **fields: object) -> list[int]:
    return read(store, Listing(FactFilter(**fields), Sort.NUMBER))  # type: ignore[arg-type]


def by(store: Store, sort: Sort, *, descending: bool = False) -> list[int]:
    return read(store, Listing(sort=sort, descending=descending))


def test_everything_by_number_but_what_is_hidden(
    store: Store, facts: list[Fact], articles: tuple[Article, ...]
) -> None:
    assert by(store, Sort.NUMBER) == [1, 2, 3, 4, 5, 6]
    assert by(store, Sort.NUMBER, descending=True) == [6, 5, 4, 3, 2, 1]
    with store.read() as queries:
        assert queries.listing.highest() == 7
        assert queries.listing.articles_in_order() == (articles[0].id, articles[1].id)
        assert queries.listing.articles_in_order(1, descending=True) == (articles[1].id,)
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        unit.articles.replace(replace(unit.articles.get(articles[1].id), hidden=True))
        unit.finish_action()
    assert by(store, Sort.NUMBER) == [2, 3, 4, 5]
    with store.read() as queries:
        assert queries.listing.articles_in_order() == (articles[0].id,)


def test_an_empty_project_lists_nothing(store: Store) -> None:
    assert by(store, Sort.TEXT) == []
    with store.read() as queries:
        assert queries.listing.highest() == 0
        assert queries.listing.facts([]) == ()
        assert queries.listing.articles([]) == {}
        assert queries.listing.shared_claims() == []


def test_each_order(store: Store, facts: list[Fact]) -> None:
    assert by(store, Sort.VALUE) == [5, 2, 6, 1, 4, 3], "what has no value stands last"
    assert by(store, Sort.PROPERTY) == [3, 2, 5, 1, 4, 6], "in the order of the labels, not of the keys"
    assert by(store, Sort.SUBJECT) == [3, 5, 2, 1, 6, 4], "É stands with E, nothing last"
    assert by(store, Sort.STATE) == [1, 4, 5, 2, 6, 3]
    assert by(store, Sort.CONFIDENCE) == [3, 4, 2, 5, 1, 6]
    assert by(store, Sort.CONFIDENCE, descending=True) == [6, 1, 5, 2, 4, 3]
    assert by(store, Sort.DATE) == [5, 2, 1, 3, 4, 6]
    with store.read() as queries:
        bare = Wanted(Listing(sort=Sort.PROPERTY))
        assert list(queries.listing.read(bare).numbers) == [2, 5, 3, 1, 4, 6], "without labels by key"


def test_the_order_of_the_text_some_articles_at_a_time(
    store: Store, facts: list[Fact], articles: tuple[Article, Article]
) -> None:
    mark(store, articles[0], [(facts[1], 24), (facts[4], 3), (facts[0], 10)])
    mark(store, articles[1], [(facts[5], 2), (facts[0], 20)])
    listing = Listing()
    assert read(store, listing, articles=(articles[0].id,)) == [5, 2, 3], "without a passage at its article's end"
    # A fact that several articles say stands where it first is said.
    assert read(store, listing, articles=(articles[1].id,)) == [6, 1]
    assert read(store, listing, articles=(None,)) == [4]
    assert read(store, listing, article=articles[0].id) == [1, 2, 3, 5], "its own, and what has a passage in it"


def test_pages_by_number_go_on_where_the_last_one_ended(store: Store, facts: list[Fact]) -> None:
    listing = Listing(sort=Sort.NUMBER)
    with store.read() as queries:
        first = queries.listing.read(Wanted(listing), 4).numbers
        assert list(first) == [1, 2, 3, 4]
        assert list(queries.listing.read(Wanted(listing, after=first[-1]), 4).numbers) == [5, 6]
        back = replace(listing, descending=True)
        assert list(queries.listing.read(Wanted(back, after=4)).numbers) == [3, 2, 1]


@pytest.mark.parametrize(
    ("group", "numbers", "sections"),
    [
        (Group.PROPERTY, [3, 2, 5, 1, 4, 6], [(0, "operator"), (1, "capacity_power"), (3, "rank")]),
        (Group.SUBJECT, [3, 5, 2, 1, 6, 4], [(0, "Ancre"), (1, "emeraude"), (2, "Émirats"), (3, "Zagora"), (5, "")]),
        (Group.STATE, [1, 4, 5, 2, 6, 3], [(0, "proposed"), (3, "accepted"), (5, "rejected")]),
    ],
)
def test_sections_begin_where_what_they_are_named_after_changes(
    store: Store, facts: list[Fact], group: Group, numbers: list[int], sections: list[tuple[int, str]]
) -> None:
    with store.read() as queries:
        listed = queries.listing.read(Wanted(Listing(sort=Sort.NUMBER, group=group), properties=PROPERTIES))
        assert (list(listed.numbers), listed.sections) == (numbers, sections)
        some = queries.listing.read(Wanted(Listing(sort=Sort.NUMBER, group=group), properties=PROPERTIES), among={5})
        assert list(some.numbers) == [5]
        assert len(some.sections) == 1


def test_sections_by_article(store: Store, facts: list[Fact], articles: tuple[Article, Article]) -> None:
    with store.read() as queries:
        listed = queries.listing.read(Wanted(Listing(sort=Sort.NUMBER, group=Group.ARTICLE)))
        assert list(listed.numbers) == [2, 3, 5, 1, 6, 4]
        assert listed.sections == [(0, articles[0].id), (3, articles[1].id), (5, "")]
        titles = queries.listing.articles([articles[1].id, "", articles[1].id])
        assert titles == {articles[1].id: articles[1]}


def test_each_filter(store: Store, facts: list[Fact], articles: tuple[Article, Article]) -> None:
    mark(store, articles[0], [(facts[1], 24)])
    assert asked(store, states=frozenset({State.ACCEPTED, State.REJECTED})) == [2, 3, 6]
    assert asked(store, properties=frozenset({"rank"})) == [1, 4, 6]
    assert asked(store, lifecycles=frozenset({Lifecycle.PLANNED})) == [1]
    assert asked(store, sureness=frozenset({Sureness.HIGH})) == [1, 5, 6]
    assert asked(store, sureness=frozenset({Sureness.MEDIUM, Sureness.LOW})) == [2, 3, 4]
    assert asked(store, origins=frozenset({Origin.RULE, Origin.FILE})) == [2, 3]
    assert asked(store, origins=frozenset({Origin.PERSON})) == [1, 4, 5, 6]
    assert asked(store, doubt=True) == [4]
    assert asked(store, without_passage=True) == [1, 3, 4, 5, 6]
    assert asked(store, conflict=True) == [1, 2, 5, 6], "what has a subject and a measured value"
    families = frozenset({"capacity"})
    listing = Listing(FactFilter(families=families), Sort.NUMBER)  # type: ignore[arg-type]
    assert read(store, listing, families=("capacity_power",)) == [2, 5]
    assert read(store, Listing(sort=Sort.NUMBER, rejected=False)) == [1, 2, 4, 5, 6]
    rejected = Listing(FactFilter(states=frozenset({State.REJECTED})), Sort.NUMBER, rejected=False)
    assert read(store, rejected) == [3], "what is asked for by name is shown"


def test_what_rests_on_no_passage_can_be_left_out(
    store: Store, facts: list[Fact], articles: tuple[Article, Article]
) -> None:
    mark(store, articles[0], [(facts[1], 5), (facts[3], 20)])
    assert read(store, Listing(sort=Sort.NUMBER), supported=True) == sorted((facts[1].number, facts[3].number))


def test_words_are_looked_for_in_all_that_a_fact_says(store: Store, facts: list[Fact]) -> None:
    def said(*patterns: str, named: tuple[str, ...] = (), number: int | None = None) -> list[int]:
        listing = Listing(FactFilter(text="x"), Sort.NUMBER)
        others = len(patterns)
        return read(store, listing, patterns=patterns, named=(named,) * others, numbers=(number,) * others)

    assert said("%ohmsud%") == [3]
    assert said("%DAKHLA%") == [5]
    assert said("%dakhla%", "%m%r%") == [5]
    assert said("%100%") == [5]
    assert said("%nowhere%") == []
    assert said("%nowhere%", named=("operator",)) == [3]
    assert said("%nowhere%", number=4) == [4]
    listing = Listing(FactFilter(text="x"), Sort.NUMBER)
    values = (("MW", 7.0), ("MWh", 3.0))
    assert read(store, listing, patterns=("%ohmsud%",), named=((),), numbers=(None,), values=values) == [2, 3]
    with store.read() as queries:
        spoken = {each.number: each for each in queries.listing.spoken(Wanted(Listing()))}
    assert spoken[5].property == "capacity_power"
    assert "Dakhla 100%" in spoken[5].texts
    assert (spoken[5].value, spoken[5].unit, spoken[3].value) == (3.0, "MW", None)


def test_facts_and_versions_come_in_the_order_asked_for(store: Store, facts: list[Fact]) -> None:
    with store.read() as queries:
        assert [each.number for each in queries.listing.facts([5, 99, 1])] == [5, 1]
        assert queries.listing.versions([5, 99, 1]) == [(facts[4].id, 1), (facts[0].id, 1)]
        assert queries.listing.facts([2])[0].id == facts[1].id


def test_conflicts_can_only_be_where_two_values_are_stated_of_one_thing(store: Store, facts: list[Fact]) -> None:
    with store.read() as queries:
        assert queries.listing.shared_claims() == [("Zagora", "rank")]
