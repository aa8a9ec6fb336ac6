"""What review asks the store, on both kinds of project: facts would be asked for in a jumble, or twice, otherwise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from store_samples import a_passage, import_article, record_fact

from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.store.engine import Store


def change(store: Store, fact: Fact, kind: str = "accept-fact", **fields: object) -> Fact:
    with store.write() as unit:
        unit.begin_action(kind, "Inès")
        kept = unit.facts.replace(replace(unit.facts.get(fact.id), **fields))  # type: ignore[arg-type]
        unit.finish_action()
    return kept


def waiting(store: Store, article_id: str | None = None) -> tuple[str, ...]:
    with store.read() as queries:
        return queries.review.waiting(article_id)


def test_facts_wait_by_article_and_place_those_put_off_and_those_without_an_article_last(store: Store) -> None:
    first, text = import_article(store)[:2]
    second, other = import_article(store, "Un second parc de 45 MW et de 20 MW.")[:2]
    later = record_fact(store, second)[0]
    nowhere = record_fact(store)[0]
    ends = record_fact(store, first, text)[0]
    begins, put_off, unplaced = (record_fact(store, first)[0] for _each in range(3))
    with store.write() as unit:
        unit.begin_action("attach-passage", "Inès")
        early = unit.passages.add(a_passage(text, 0, 5))
        there = unit.passages.add(a_passage(other, 3, 9, "Un second parc de 45 MW et de 20 MW."))
        unit.evidence.add(Evidence(new_id(), 1, begins.id, early.id))
        # A passage in another article says nothing of where it stands in its own.
        unit.evidence.add(Evidence(new_id(), 1, unplaced.id, there.id))
        unit.finish_action()
    change(store, put_off, state=State.DEFERRED)
    assert waiting(store) == (begins.id, ends.id, unplaced.id, later.id, nowhere.id, put_off.id)
    assert waiting(store, second.id) == (later.id,)
    change(store, begins, state=State.ACCEPTED)
    change(store, ends, hidden=True)
    assert waiting(store, first.id) == (unplaced.id, put_off.id)
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        unit.articles.replace(replace(unit.articles.get(first.id), hidden=True))
        unit.finish_action()
    assert waiting(store) == (later.id, nowhere.id)


def test_what_is_kept_as_the_same_number_is_alike_and_the_largest_is_found(store: Store) -> None:
    asked = record_fact(store)[0]
    same = record_fact(store, norm_amount=Decimal("20.0"))[0]
    large = record_fact(store, norm_amount=Decimal(900))[0]
    record_fact(store, norm_amount=Decimal(9000), state=State.REJECTED)
    record_fact(store, norm_unit="m2", norm_amount=Decimal(20))
    worded = record_fact(store, comparator=None, amount=None, norm_amount=None, norm_unit="", text_value="hybride")[0]
    also = record_fact(store, comparator=None, amount=None, norm_amount=None, norm_unit="", text_value="hybride")[0]
    with store.read() as queries:
        assert [fact.id for fact in queries.review.alike(asked)] == [same.id]
        assert [fact.id for fact in queries.review.alike(worded)] == [also.id]
        largest = queries.review.largest(asked)
        assert largest is not None
        assert largest.id == large.id
        assert queries.review.largest(replace(asked, property="other")) is None


def test_the_last_decisions_come_newest_first_and_of_one_article_alone(store: Store) -> None:
    article = import_article(store)[0]
    here, there = record_fact(store, article)[0], record_fact(store)[0]
    for fact in (here, there):
        change(store, fact, state=State.ACCEPTED)
    change(store, here, "reject-fact", state=State.REJECTED)
    change(store, here, "other", note="vu")
    kinds = ("accept-fact", "reject-fact")
    with store.read() as queries:
        told = [(fact_id, action.kind) for fact_id, action in queries.review.decisions(kinds, None, 10)]
        assert told == [(here.id, "reject-fact"), (there.id, "accept-fact"), (here.id, "accept-fact")]
        assert [each for each, _action in queries.review.decisions(kinds, article.id, 10)] == [here.id, here.id]
        assert len(queries.review.decisions(kinds, None, 1)) == 1


def test_the_facts_of_an_article_come_as_they_stand_in_its_text_whatever_was_decided(store: Store) -> None:
    article, text = import_article(store)[:2]
    ends = record_fact(store, article, text)[0]
    unplaced = record_fact(store, article)[0]
    begins = record_fact(store, article)[0]
    gone = record_fact(store, article)[0]
    record_fact(store)
    with store.write() as unit:
        unit.begin_action("attach-passage", "Inès")
        early = unit.passages.add(a_passage(text, 0, 5))
        unit.evidence.add(Evidence(new_id(), 1, begins.id, early.id))
        unit.finish_action()
    change(store, begins, state=State.ACCEPTED)
    change(store, gone, hidden=True)
    with store.read() as queries:
        found = queries.review.in_text_order(article.id)
    assert list(found) == [begins.id, ends.id, unplaced.id]
    assert found[begins.id] is State.ACCEPTED


def test_only_what_is_stated_twice_of_the_same_thing_can_be_disputed(store: Store) -> None:
    article = import_article(store)[0]
    record_fact(store, article, subject="Nador", property="capacity_power")
    record_fact(store, article, subject="Oujda", property="capacity_power")
    record_fact(store, article, subject="", property="capacity_power")
    again = record_fact(store, subject="Nador", property="capacity_power")[0]
    record_fact(store, subject="", property="capacity_power")
    with store.read() as queries:
        assert queries.review.disputable(article.id) == (("Nador", "capacity_power"),)
    change(store, again, hidden=True)
    with store.read() as queries:
        assert queries.review.disputable(article.id) == ()


def test_subjects_come_by_how_often_they_are_spoken_of(store: Store) -> None:
    for subject in ("Oujda", "Nador", "Nador", ""):
        record_fact(store, subject=subject)
    record_fact(store, subject="Fès", state=State.REJECTED)
    with store.read() as queries:
        assert queries.review.subjects(5) == ("Nador", "Oujda")
        assert queries.review.subjects(1) == ("Nador",)
