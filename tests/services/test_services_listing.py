"""The list of a project's facts: the right ones, in order, in sections, found without regard to accents."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from services_project import Project

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.listing import FactFilter, Group, Listing, Origin, Sort, Sureness, plain
from maeditor.domain.properties import Family
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator
from maeditor.services import annotating, library, listing
from maeditor.services.annotating import FactDraft, FactStatement

FR = "fr"


def put(project: Project, count: int = 1, **fields: object) -> list[Fact]:
    """Facts without an article or passage."""
    with project.runner.store.write() as unit:
        unit.begin_action("record-fact", "Amina")
        usual: dict[str, object] = {
            "subject": "Nador",
            "property": "capacity_power",
            "comparator": Comparator.EQUAL,
            "amount": Decimal(120),
            "unit": "MW",
            "norm_amount": Decimal(120),
            "norm_unit": "MW",
        }
        blank = Fact("", 1, 0, "", "", "", "", State.PROPOSED)
        made = [
            replace(blank, id=new_id(), number=unit.next_number("fact"), **{**usual, **fields})  # type: ignore[arg-type]
            for _each in range(count)
        ]
        unit.facts.add_all(made)
        unit.finish_action()
    return made


def record(project: Project, quote: str, subject: str = "Nador", property_: str = "capacity_power") -> Fact:
    """A fact with its passage in the article."""
    draft = FactDraft(project.article_id, project.span(quote), FactStatement(property_, subject, text_value=quote))
    done = annotating.record_fact(project.runner, draft)
    return library.fact_view(project.runner, done.record_ids("facts")[0]).fact


def whole(project: Project, asked: Listing, language: str = FR) -> list[int]:
    return list(listing.whole(project.runner, asked, language).numbers)


def found(project: Project, text: str, language: str = FR) -> list[int]:
    return whole(project, Listing(FactFilter(text=text)), language)


@pytest.fixture
def empty(make_project) -> Project:  # type: ignore[no-untyped-def]
    """A project whose article gave no fact."""
    return make_project("Rien à compter ici.\n\nUn texte. Une énergie, à Nador.\n")


def test_words_are_found_whatever_their_accents_and_case(empty: Project) -> None:
    (one,) = put(empty, subject="Énergie d’Agadir")
    (two,) = put(empty, subject="Parc", place="Laâyoune", note="à revoir")
    put(empty, subject="Autre")
    for text in ("energie", "ÉNERGIE", "énergie agadir", "d'agadir", "Agadir É"):
        assert found(empty, text) == [one.number], text
    for text in ("laayoune", "LAÂYOUNE parc", "a revoir parc"):
        assert found(empty, text) == [two.number], text
    assert found(empty, "energie laayoune") == []
    assert found(empty, "100%") == []
    assert found(empty, "_") == []


def test_a_fact_is_found_by_its_number_and_by_its_property_in_the_person_s_language(empty: Project) -> None:
    (one,) = put(empty)
    (two,) = put(empty, property="rank")
    for text in (f"F-{two.number:04d}", str(two.number), f"f{two.number}"):
        assert two.number in found(empty, text), text
    assert found(empty, "capacité") == [one.number]
    assert found(empty, "electric", "en") == [one.number]


def test_a_value_is_found_in_whatever_unit_it_was_written(empty: Project) -> None:
    (one,) = put(empty, amount=Decimal("0.5"), unit="GW", norm_amount=Decimal(500), subject="A")
    (two,) = put(empty, amount=Decimal(500), norm_amount=Decimal(500), subject="B")
    put(empty, amount=Decimal(50), norm_amount=Decimal(50), subject="C")
    for text in ("500 MW", "0,5 GW", "500 mégawatts", "500000 kW"):
        assert found(empty, text) == [one.number, two.number], text
    assert found(empty, "500 m") == []
    assert found(empty, "500") == []
    assert found(empty, "500 MAD") == []
    written = put(empty, property="operator", raw="de 500 MW", comparator=None, amount=None, unit="", norm_amount=None,
                  norm_unit="", subject="D")[0]  # fmt: skip
    assert found(empty, "500 MW") == [one.number, two.number, written.number]


@given(st.text(max_size=12))
def test_a_pattern_never_misses_what_the_plain_words_have(word: str) -> None:
    assert plain(word) == plain(plain(word)) or not word.isascii()
    pattern = listing._pattern("".join(word.split()) or "x")
    assert pattern.startswith("%")
    assert pattern.endswith("%")
    assert "%%" not in pattern


def test_conflicts_are_listed_and_led_to(empty: Project) -> None:
    (one,) = put(empty, norm_amount=Decimal(120))
    (two,) = put(empty, norm_amount=Decimal(80))
    (alone,) = put(empty, subject="Oujda")
    assert whole(empty, Listing(FactFilter(conflict=True))) == [one.number, two.number]
    assert whole(empty, Listing(FactFilter(conflict=True, text="oujda"))) == []
    assert [each.id for each in listing.rivals(empty.runner, one.id)] == [two.id]
    assert listing.rivals(empty.runner, alone.id) == ()
    (bare,) = put(empty, subject="")
    assert listing.rivals(empty.runner, bare.id) == ()


def test_an_article_lists_its_facts_in_text_order_unless_asked_otherwise(empty: Project) -> None:
    late, early = record(empty, "énergie", "B"), record(empty, "Rien", "A")
    views = library.article_facts(empty.runner, empty.article_id)

    def of_article(asked: Listing) -> list[int]:
        return list(listing.of_article(empty.runner, asked, FR, empty.article_id, views).numbers)

    assert of_article(Listing()) == [early.number, late.number]
    assert of_article(Listing(descending=True)) == [late.number, early.number]
    assert of_article(Listing(sort=Sort.NUMBER)) == [late.number, early.number]
    assert of_article(Listing(FactFilter(text="b"), sort=Sort.SUBJECT)) == [late.number]
    assert of_article(Listing(FactFilter(states=frozenset({State.REJECTED})))) == []
    sections = listing.of_article(
        empty.runner, Listing(group=Group.SUBJECT, descending=True), FR, empty.article_id, views
    )
    assert [each.key for each in sections.sections] == ["A", "B"]
    assert list(sections.numbers) == [early.number, late.number]


def test_the_whole_project_goes_article_by_article(make_project) -> None:  # type: ignore[no-untyped-def]
    one: Project = make_project("Rien à compter ici.\n\nUn texte. Une énergie.\n")
    late, early = record(one, "énergie"), record(one, "Rien")
    loose = put(one)[0]
    assert whole(one, Listing()) == [early.number, late.number, loose.number]
    assert whole(one, Listing(descending=True)) == [late.number, early.number, loose.number]
    by_article = listing.whole(one.runner, Listing(group=Group.ARTICLE), FR)
    title = library.articles(one.runner)[0].title
    assert [(each.start, each.name) for each in by_article.sections] == [(0, title), (2, "")]
    assert by_article.complete


def test_long_lists_are_read_page_by_page_and_begin_as_they_go_on(
    empty: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = put(empty, 30)
    monkeypatch.setattr(listing, "NUMBERS", 7)
    monkeypatch.setattr(listing, "BEGINNING", 10)
    by_number = Listing(sort=Sort.NUMBER)
    assert whole(empty, by_number) == [each.number for each in made]
    assert whole(empty, replace(by_number, filter=FactFilter(text="nador"))) == [each.number for each in made]
    for asked in (by_number, Listing(), Listing(group=Group.ARTICLE), replace(by_number, descending=True)):
        begun = listing.beginning(empty.runner, asked, FR)
        assert begun is not None
        assert not begun.complete
        assert list(begun.numbers) == whole(empty, asked)[: len(begun.numbers)]


@pytest.mark.parametrize(
    "asked",
    [
        Listing(FactFilter(text="a")),
        Listing(FactFilter(conflict=True)),
        Listing(sort=Sort.VALUE),
        Listing(group=Group.PROPERTY),
        Listing(sort=Sort.NUMBER, group=Group.ARTICLE),
    ],
)
def test_no_beginning_is_shown_where_it_would_have_to_be_looked_for(empty: Project, asked: Listing) -> None:
    assert listing.beginning(empty.runner, asked, FR) is None


def test_sections_by_property_follow_the_labels_of_the_language(empty: Project) -> None:
    put(empty, property="rank")
    put(empty, property="capacity_power")
    for language, keys in ((FR, ["capacity_power", "rank"]), ("en", ["capacity_power", "rank"])):
        order = listing.whole(empty.runner, Listing(sort=Sort.NUMBER, group=Group.PROPERTY), language)
        labels = {each.key: plain(each.label(language)) for each in library.properties(empty.runner)}
        assert [each.key for each in order.sections] == sorted(keys, key=lambda key: labels[key])


def test_families_stand_for_their_properties(empty: Project) -> None:
    (one,) = put(empty)
    put(empty, property="rank")
    assert whole(empty, Listing(FactFilter(families=frozenset({Family.CAPACITY})))) == [one.number]


def test_views_and_versions_of_a_page(empty: Project) -> None:
    made = put(empty, 3)
    numbers = [made[2].number, 999, made[0].number]
    assert [view.fact.id for view in listing.views(empty.runner, numbers)] == [made[2].id, made[0].id]
    assert listing.versions(empty.runner, numbers) == [(made[2].id, 1), (made[0].id, 1)]
    assert not listing.is_long(empty.runner)


def test_what_is_asked_for_survives_being_kept() -> None:
    asked = Listing(
        FactFilter(
            frozenset({State.PROPOSED}), frozenset({Family.RANK}), frozenset({"rank"}), frozenset({Lifecycle.PLANNED}),
            frozenset({Sureness.LOW}), frozenset({Origin.FILE}), True, True, True, "é 2 GW",
        ),
        Sort.VALUE, True, Group.STATE, False,
    )  # fmt: skip
    assert Listing.from_row(asked.to_row()) == asked
    assert asked.filter.count == 10
    assert asked.without_filter() == replace(asked, filter=FactFilter())
    assert Listing.from_row({}) == Listing()
    odd: dict[str, object] = {"states": ["proposed", 3, "no"], "sort": "no", "group": [], "text": "a", "rejected": 0}
    assert Listing.from_row(odd) == Listing(FactFilter(frozenset({State.PROPOSED}), text="a"))
