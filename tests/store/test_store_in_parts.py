"""A large action saved in parts: each part must stand by itself; undo would do harm if one given up counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from store_samples import a_fact, a_passage, import_article, record_fact, revert

from maeditor.domain.changes import ActionState, Change, Done
from maeditor.domain.facts import Evidence, State
from maeditor.domain.record import new_id
from maeditor.store.dependents import in_parts, net
from maeditor.store.engine import Store
from maeditor.store.integrity import check
from maeditor.store.journal import net_changes


def two_facts(store: Store) -> Done:
    """Two facts on a passage each, added passage first, one of them changed at once."""
    article, version, _done = import_article(store)
    with store.write() as unit:
        unit.begin_action("propose", "Inès")
        places = [unit.passages.add(a_passage(version)) for _each in range(2)]
        facts = [unit.facts.add(a_fact(unit, article)) for _each in range(2)]
        unit.facts.replace(replace(facts[0], note="vu"))
        unit.evidence.add_all(
            Evidence(new_id(), 1, fact.id, place.id) for fact, place in zip(facts, places, strict=True)
        )
        unit.articles.replace(replace(unit.articles.get(article.id), title="Autre titre"))
        return unit.finish_action()


def test_every_part_of_it_can_be_saved_by_itself(store: Store) -> None:
    done = two_facts(store)
    changes = in_parts(change.inverse() for change in reversed(net(done.changes)))
    assert [change.table for change in changes] == [
        "articles", "evidence", "facts", "evidence", "facts", "passages", "passages",
    ]  # fmt: skip
    there = in_parts(change.inverse() for change in reversed(changes))
    assert [change.table for change in there] == [
        "passages", "passages", "facts", "evidence", "facts", "evidence", "articles",
    ]  # fmt: skip
    for some in (changes, there):
        for change in some:
            with store.write() as unit:
                unit.begin_action("part", "Inès")
                unit.apply_changes([change])
                unit.finish_action()
    with store.read() as queries:
        assert sorted(fact.note for fact in queries.facts()) == ["", "vu"]
    assert list(check(store)) == []


def give_up(store: Store, reverts: str = "") -> str:
    """An action of two parts that the second takes back."""
    with store.write() as unit:
        action = unit.begin_action("propose", "Inès", reverts=reverts)
        fact = unit.facts.add(a_fact(unit))
    with store.write() as unit:
        unit.resume_action(action.id)
        unit.apply_changes([Change("facts", fact.id, unit.facts.rows([fact.id])[fact.id], None)])
        unit.give_up_action()
    return action.id


def test_what_was_given_up_is_neither_undone_nor_redone_and_takes_nothing_back(store: Store) -> None:
    _fact, made = record_fact(store)
    undone = revert(store, made.action.id)
    given_up = give_up(store, undone.action.id)
    with store.read() as queries:
        journal = queries.journal
        assert journal.action(given_up).state is ActionState.GIVEN_UP
        assert journal.reverted_by(undone.action.id) is None
        last = journal.last_revert("Inès")
        assert last is not None
        assert last.id == undone.action.id, "nothing new was done after it"
        assert journal.last_revertible("Inès") is None
        assert journal.changed_something(made.action.seq) == {undone.action.id}
        assert journal.count_changes(given_up) == 2
    with pytest.raises(RuntimeError, match="no action"), store.write() as unit:
        unit.give_up_action()


def test_what_all_parts_changed_is_told_without_reading_it_again(store: Store) -> None:
    with store.write() as first:
        action = first.begin_action("propose", "Inès")
        fact = first.facts.add(a_fact(first))
    assert [change.record_id for change in first.saved] == [fact.id]
    with store.write() as unit:
        unit.resume_action(action.id)
        other = unit.facts.add(a_fact(unit))
        done = unit.finish_action({"facts": 2}, first.saved)
    assert done.record_ids("facts") == (fact.id, other.id)
    with store.read() as queries:
        assert queries.journal.changes(action.id) == done.changes
        kept = queries.journal.kept(action.id)
        assert net_changes(kept) == done.changes
        assert queries.journal.kept_since(action.seq - 1) == kept
        assert queries.journal.count_since(action.seq - 1) == len(kept) == 2
        assert queries.journal.count_since(action.seq) == 0


def test_evidence_that_crosses_an_articles_border_is_found(store: Store) -> None:
    article, version, _done = import_article(store)
    with store.write() as unit:
        unit.begin_action("record", "Inès")
        place = unit.passages.add(a_passage(version))
        own = unit.facts.add(a_fact(unit, article))
        free = unit.facts.add(replace(a_fact(unit), article_id=""))
        unit.evidence.add(Evidence(new_id(), 1, own.id, place.id))
        crossing = unit.evidence.add(Evidence(new_id(), 1, free.id, place.id))
        unit.finish_action()
    with store.read() as queries:
        assert queries.evidence_from_outside(article.id) == (crossing,)


def test_a_part_of_many_decisions_makes_none_of_them_the_newest(store: Store) -> None:
    _fact, made = record_fact(store)
    fact, _later = record_fact(store)
    with store.write() as unit:
        unit.of_many = True
        unit.begin_action("accept", "Inès")
        older = unit.facts.get(made.record_ids("facts")[0])
        unit.facts.replace(replace(older, state=State.ACCEPTED))
        unit.finish_action()
    with store.connect_to_read() as connection:
        asked = "SELECT record_id FROM search_entries WHERE kind = 'facts' ORDER BY id DESC"
        assert connection.exec_driver_sql(asked).scalars().first() == fact.id
