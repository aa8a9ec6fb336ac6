"""What stands on an action, what came after a place, in both kinds of project: a way back would do harm otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_samples import a_fact, a_passage, import_article, record_fact, revert

from maeditor.domain.changes import Change, Done
from maeditor.domain.errors import StaleRecordError
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.store.dependents import Ref, net
from maeditor.store.engine import Store
from maeditor.store.journal import About, net_changes


def change(store: Store, fact: Fact, editor: str = "Inès", **fields: object) -> Done:
    with store.write() as unit:
        unit.begin_action("edit", editor)
        unit.facts.replace(replace(unit.facts.get(fact.id), **fields))  # type: ignore[arg-type]
        return unit.finish_action()


def standing_on(store: Store, done: Done) -> tuple[Ref, ...]:
    with store.read() as queries:
        return queries.dependents.standing_on(net(queries.journal.changes(done.action.id)))


def test_a_record_that_moved_on_stands_in_the_way_one_that_only_counted_does_not(store: Store) -> None:
    article, version, _done = import_article(store)
    fact, made = record_fact(store, article)
    assert standing_on(store, made) == ()
    with store.write() as unit:
        unit.begin_action("attach", "Paul")
        passage = unit.passages.add(a_passage(version))
        link = unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()
    assert standing_on(store, made) == (("evidence", link.id),)
    edited = change(store, fact, "Paul", note="vu")
    assert set(standing_on(store, made)) == {("facts", fact.id), ("evidence", link.id)}
    with store.read() as queries:
        later = queries.dependents.later([("facts", fact.id)], made.action.seq)
    assert [action.id for action, _change in later] == [edited.action.id]


def test_what_belongs_to_an_import_stands_on_it_and_a_lost_parent_on_its_child(store: Store) -> None:
    article, version, imported = import_article(store)
    fact, made = record_fact(store, article, version)
    assert ("facts", fact.id) in standing_on(store, imported)
    with store.write() as unit:
        unit.begin_action("remove-evidence", "Inès")
        (link,) = unit.queries.evidence_of([fact.id])
        unit.evidence.remove(link)
        removed = unit.finish_action()
    with store.write() as unit:
        unit.begin_action("delete", "Paul")
        unit.facts.remove(unit.facts.get(fact.id))
        unit.finish_action()
    assert standing_on(store, removed) == (("facts", fact.id),)
    assert made.action.seq < removed.action.seq


def test_many_changes_are_written_back_at_once_or_not_at_all(store: Store) -> None:
    article = import_article(store)[0]
    facts = [record_fact(store, article)[0] for _each in range(4)]
    with store.write() as unit:
        unit.begin_action("many", "Inès")
        unit.facts.replace_all(replace(unit.facts.get(each.id), note="vu") for each in facts[:2])
        unit.facts.remove(unit.facts.get(facts[2].id))
        added = unit.facts.add(replace(facts[3], id=new_id(), number=unit.next_number("fact")))
        done = unit.finish_action()
    with store.write() as unit:
        unit.begin_action("undo", "Inès", reverts=done.action.id)
        unit.apply_changes(each.inverse() for each in reversed(net(done.changes)))
        unit.finish_action()
    with store.read() as queries:
        there = queries.facts()
        assert [(fact.id, fact.note) for fact in there] == [(fact.id, "") for fact in facts]
        assert all(fact.version > 1 for fact in there[:3])
        assert queries.journal.history("facts", added.id)[-1][1].after is None
    change(store, facts[1], note="autre")
    with pytest.raises(StaleRecordError), store.write() as unit:
        unit.begin_action("redo", "Inès")
        unit.apply_changes(net(done.changes))
    with store.read() as queries:
        assert queries.facts_by_id([facts[0].id])[0].note == ""


def test_all_since_a_place_comes_to_one_change_a_record(store: Store) -> None:
    article = import_article(store)[0]
    fact, made = record_fact(store, article)
    change(store, fact, note="un")
    change(store, fact, note="deux")
    change(store, fact, note="")
    other, created = record_fact(store, article)
    change(store, other, state=State.ACCEPTED)
    gone, passing = record_fact(store, article)
    revert(store, passing.action.id)
    with store.read() as queries:
        (since,) = net_changes(queries.journal.kept_since(made.action.seq))
        changed = queries.journal.changed_something(made.action.seq)
    assert (since.record_id, since.before) == (other.id, None)
    assert since.after is not None
    assert since.after["state"] == "accepted"
    assert created.action.id in changed
    assert made.action.id not in changed
    assert gone.id != since.record_id


def test_what_came_and_went_is_nothing() -> None:
    row, more = {"id": "a", "version": 1, "note": ""}, {"id": "a", "version": 2, "note": "vu"}
    assert net([Change("facts", "a", None, row), Change("facts", "a", row, None)]) == ()
    assert net([Change("facts", "a", row, more), Change("facts", "a", more, {**row, "version": 3})]) == ()
    (one,) = net([Change("facts", "a", None, row), Change("facts", "a", row, more)])
    assert (one.before, one.after) == (None, more)


def test_a_page_is_narrowed_to_editors_and_to_a_fact_or_an_article(store: Store) -> None:
    article, version, imported = import_article(store)
    fact, made = record_fact(store, article, version)
    edited = change(store, fact, "Paul", note="vu")
    elsewhere = record_fact(store)[1]
    with store.read() as queries:
        journal = queries.journal

        def ids(about: About | None = None, **wanted: object) -> list[str]:
            return [each.id for each in journal.actions(about=about, **wanted)]  # type: ignore[arg-type]

        assert ids(About("facts", fact.id)) == [edited.action.id, made.action.id]
        assert ids(About("articles", article.id)) == [edited.action.id, made.action.id, imported.action.id]
        assert ids(editors=("Paul",)) == [edited.action.id]
        assert ids(down_to=edited.action.seq) == [elsewhere.action.id, edited.action.id]
        assert journal.editors() == ("Inès", "Paul")
        assert journal.count_changes(made.action.id) == len(journal.changes(made.action.id)) == 3
        assert len(journal.changes(made.action.id, limit=2)) == 2
        last = journal.last_change("facts", fact.id)
        assert last is not None
        assert last.after is not None
        assert last.after["note"] == "vu"
        assert journal.last_change("facts", "nobody") is None
        (link,) = journal.evidence_changes(made.action.id, fact.id)
        assert link.table == "evidence"
        assert journal.evidence_changes(made.action.id, new_id()) == ()


def test_who_took_what_back_is_found_for_many_at_once(store: Store) -> None:
    made = [record_fact(store)[1].action for _each in range(3)]
    undone = revert(store, made[1].id).action
    with store.read() as queries:
        assert queries.journal.reverters([each.id for each in made]) == {made[1].id: undone}
        assert queries.journal.reverters([]) == {}


def test_a_change_of_nothing_that_is_not_there_changes_nothing(store: Store) -> None:
    """Taking back what was added and removed in one action."""
    import_article(store)
    with store.write() as unit:
        unit.begin_action("edit", "Inès")
        unit.apply_changes([Change("facts", new_id(), None, None)])
        assert unit.finish_action().changes == ()


def test_a_fact_without_an_article_stands_on_none(store: Store) -> None:
    import_article(store)
    with store.write() as unit:
        unit.begin_action("add", "Inès")
        fact = unit.facts.add(a_fact(unit))
        unit.finish_action()
    with store.write() as unit:
        unit.begin_action("drop", "Inès")
        unit.facts.remove(unit.facts.get(fact.id))
        dropped = unit.finish_action()
    assert standing_on(store, dropped) == ()
