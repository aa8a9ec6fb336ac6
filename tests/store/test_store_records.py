"""Records come back exactly as they were kept, and nobody overwrites what he has not seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError
from store_samples import a_fact, a_property, an_entity, import_article, put_article, record_fact, revert

from maeditor.domain.changes import Change
from maeditor.domain.errors import MissingRecordError, StaleRecordError
from maeditor.domain.facts import Evidence, State
from maeditor.domain.record import new_id
from maeditor.store.engine import Store


def test_each_kind_of_record_comes_back_equal(store: Store) -> None:
    article, version, _ = import_article(store)
    fact, done = record_fact(store, article, version)
    entity, statement = an_entity(), a_property()
    with store.write() as unit:
        unit.begin_action("add", "Inès")
        assert unit.entities.add(entity) == entity
        unit.properties.add(statement)
        unit.finish_action()
    with store.write() as unit:
        assert unit.articles.get(article.id) == article
        assert unit.texts.get(version.id) == version
        assert unit.facts.get(fact.id) == fact
        assert unit.entities.find(entity.id) == entity
        assert unit.properties.get(statement.id) == statement
        passage_id = done.record_ids("passages")[0]
        assert unit.passages.get(passage_id).exact == "20 MW"
        assert unit.evidence.get(done.record_ids("evidence")[0]).fact_id == fact.id


def test_what_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("edit", "Inès")
        assert unit.facts.find("nobody") is None
        gone = a_fact(unit)
        with pytest.raises(MissingRecordError, match="record_missing"):
            unit.facts.get(gone.id)
        with pytest.raises(MissingRecordError):
            unit.facts.replace(gone)
        with pytest.raises(MissingRecordError):
            unit.facts.remove(gone)
        with pytest.raises(MissingRecordError):
            unit.facts.remove_all([gone])


def test_a_replaced_record_has_a_higher_version_and_one_change(store: Store) -> None:
    fact, _ = record_fact(store)
    with store.write() as unit:
        unit.begin_action("accept", "Inès")
        stored = unit.facts.replace(replace(fact, state=State.ACCEPTED))
        done = unit.finish_action()
    assert stored == replace(fact, state=State.ACCEPTED, version=2)
    (change,) = done.changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["state"], change.after["state"]) == ("proposed", "accepted")
    with store.read() as queries:
        assert queries.fact(fact.id) == stored


def test_a_second_editor_is_told_that_the_fact_changed_meanwhile(store: Store) -> None:
    fact, _ = record_fact(store)
    with store.write() as unit:
        unit.begin_action("accept", "Inès")
        accepted = unit.facts.replace(replace(fact, state=State.ACCEPTED))
        unit.finish_action()
    with pytest.raises(StaleRecordError) as told, store.write() as unit:
        unit.begin_action("reject", "Paul")
        unit.facts.replace(replace(fact, state=State.REJECTED))
    assert told.value.details["stored"] == accepted
    with pytest.raises(StaleRecordError), store.write() as unit:
        unit.begin_action("remove", "Paul")
        unit.facts.remove(fact)
    with store.read() as queries:
        assert queries.fact(fact.id) == accepted


def test_an_equal_record_is_no_change(store: Store) -> None:
    fact, _ = record_fact(store)
    with store.write() as unit:
        unit.begin_action("edit", "Inès")
        assert unit.facts.replace(fact) == fact
        assert unit.finish_action().changes == ()


def test_a_bulk_update_is_checked_record_by_record(store: Store) -> None:
    facts = [record_fact(store)[0] for _ in range(3)]
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        kept = unit.facts.replace_all([replace(fact, hidden=True) for fact in facts])
        # A second change of the same record in the same action counts on.
        again = unit.facts.replace_all([replace(kept[0], note="a"), replace(kept[0], note="b", version=3)])
        unit.finish_action()
    assert [fact.version for fact in kept] == [2, 2, 2]
    assert [fact.version for fact in again] == [3, 4]
    with pytest.raises(StaleRecordError), store.write() as unit:
        unit.begin_action("show", "Inès")
        unit.facts.replace_all([replace(kept[1], hidden=False), replace(facts[2], hidden=False)])
    with store.read() as queries:
        assert queries.fact(facts[1].id) == kept[1]


def test_many_are_removed_at_once_or_none(store: Store) -> None:
    article, version, _ = import_article(store)
    made = [record_fact(store, article, version) for _ in range(3)]
    links = [done.record_ids("evidence")[0] for _fact, done in made]
    with store.write() as unit:
        unit.begin_action("remove", "Inès")
        found = list(unit.evidence.find_all(links).values())
        with pytest.raises(StaleRecordError):
            unit.evidence.remove_all([*found[:2], replace(found[2], version=9)])
        assert set(unit.evidence.find_all(links)) == set(links)
        unit.evidence.remove_all(found)
        done = unit.finish_action()
    assert [change.record_id for change in done.changes if change.table == "evidence"] == [each.id for each in found]
    revert(store, done.action.id)
    with store.read() as queries:
        assert {each.id for each in queries.evidence_of([fact.id for fact, _done in made])} == set(links)


def test_adding_the_same_record_twice_is_refused_and_keeps_the_first(store: Store) -> None:
    fact, _ = record_fact(store)
    with pytest.raises(StaleRecordError, match="record_exists"), store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(replace(fact, number=99, raw="other"))
    with pytest.raises(StaleRecordError, match="record_exists"), store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        twin = a_fact(unit)
        unit.facts.add_all([twin, twin])
    with pytest.raises(StaleRecordError, match="record_exists"), store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(replace(a_fact(unit), number=fact.number))
    with store.read() as queries:
        assert queries.facts() == (fact,)


def test_a_number_that_another_fact_has_is_refused(store: Store) -> None:
    fact, other = record_fact(store)[0], record_fact(store)[0]
    with pytest.raises(StaleRecordError, match="record_exists"), store.write() as unit:
        unit.begin_action("renumber", "Inès")
        unit.facts.replace(replace(other, number=fact.number))


def test_a_record_that_is_not_whole_is_a_fault_of_ours(store: Store) -> None:
    """Told as such, not as something a person could mend."""
    with pytest.raises(IntegrityError), store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(a_fact(unit, subject=None))
    fact, _ = record_fact(store)
    with pytest.raises(IntegrityError), store.write() as unit:
        unit.begin_action("edit", "Inès")
        unit.facts.replace(replace(fact, subject=None))  # type: ignore[arg-type]


def test_many_records_are_added_and_found_at_once(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("propose", "Inès")
        facts = [a_fact(unit) for _ in range(1203)]
        unit.facts.add_all(facts)
        unit.facts.add_all([])
        done = unit.finish_action()
        assert unit.facts.find_all([facts[0].id, "nobody", facts[-1].id]) == {
            facts[0].id: facts[0],
            facts[-1].id: facts[-1],
        }
    assert len(done.changes) == 1203
    with store.read() as queries:
        assert queries.facts() == tuple(facts)
        assert queries.facts_by_id([fact.id for fact in reversed(facts)]) == tuple(reversed(facts))


def test_new_evidence_counts_as_a_change_of_its_fact(store: Store) -> None:
    """Else a second editor would accept a fact whose evidence he has not seen."""
    article, version, _ = import_article(store)
    fact, done = record_fact(store, article, version)
    passage_id = done.record_ids("passages")[0]
    with store.write() as unit:
        unit.begin_action("attach", "Inès")
        unit.evidence.add(Evidence(new_id(), 1, fact.id, passage_id, field="target"))
        attached = unit.finish_action()
        assert unit.facts.get(fact.id).version == 2
    assert attached.record_ids("facts") == (fact.id,)
    with store.write() as unit:
        unit.begin_action("detach", "Inès")
        unit.evidence.remove(unit.evidence.get(attached.record_ids("evidence")[0]))
        unit.facts.replace(replace(unit.facts.get(fact.id), note="one is enough"))
        unit.finish_action()
        assert unit.facts.get(fact.id).version == 3, "changed anyway: counted once"


def test_evidence_goes_with_its_fact(store: Store) -> None:
    article, version, _ = import_article(store)
    fact, done = record_fact(store, article, version)
    undone = revert(store, done.action.id)
    assert set(undone.record_ids("facts")) == {fact.id}
    with store.read() as queries:
        assert queries.facts(include_hidden=True) == ()
        assert queries.passages_of(article.id) == ()


def test_evidence_of_a_fact_that_is_gone_touches_nothing(store: Store) -> None:
    with pytest.raises(MissingRecordError, match="reference_missing"), store.write() as unit:
        unit.begin_action("attach", "Inès")
        unit.evidence.add(Evidence(new_id(), 1, "no fact", "no passage"))
        assert unit.finish_action().record_ids("facts") == ()


def test_an_inverse_change_is_written_only_on_what_it_knows(store: Store) -> None:
    fact, done = record_fact(store)
    (added,) = done.changes
    with pytest.raises(StaleRecordError), store.write() as unit:
        unit.begin_action("redo", "Inès")
        unit.apply_change(added)
    with store.write() as unit:
        unit.begin_action("edit", "Inès")
        unit.facts.replace(replace(fact, note="changed"))
        edited = unit.finish_action()
    with pytest.raises(StaleRecordError, match="record_changed"), store.write() as unit:
        unit.begin_action("undo", "Inès")
        unit.apply_change(added.inverse())
    with store.write() as unit:
        unit.begin_action("undo", "Inès", reverts=edited.action.id)
        unit.apply_change(edited.changes[0].inverse())
        unit.finish_action()
        # The version is ignored in the comparison, and fresh in what is written.
        assert unit.facts.get(fact.id) == replace(fact, version=3)


def test_a_record_that_comes_back_is_not_taken_for_the_old_one(store: Store) -> None:
    fact, done = record_fact(store)
    undone = revert(store, done.action.id)
    revert(store, undone.action.id)
    with store.write() as unit:
        back = unit.facts.get(fact.id)
        assert back == replace(fact, version=2)
        unit.begin_action("edit", "Inès")
        with pytest.raises(StaleRecordError):
            unit.facts.replace(replace(fact, note="from before"))


def test_a_change_of_nothing_is_nothing(store: Store) -> None:
    fact, _ = record_fact(store)
    with store.write() as unit:
        row = unit.facts.rows((fact.id,))[fact.id]
        unit.begin_action("edit", "Inès")
        unit.apply_change(Change("facts", fact.id, row, {**row, "note": "x"}))
        unit.apply_change(Change("facts", fact.id, {**row, "note": "x"}, row))
        unit.apply_change(Change("facts", "nobody", None, None))
        assert len(unit.finish_action().changes) == 2


def test_the_order_of_writing_within_an_action_does_not_matter(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("import", "Inès")
        article, version = put_article(unit)
        unit.texts.remove(version)
        unit.articles.remove(article)
        unit.articles.add(replace(article, id=new_id()))
        unit.finish_action()
