"""What was exported is remembered with the versions of its facts: without it nobody knows which file is old."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text, update
from store_samples import a_passage, import_article, record_fact, revert

from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.domain.facts import Evidence
from maeditor.domain.record import new_id
from maeditor.domain.sheets import Export, Sheet
from maeditor.store import schema
from maeditor.store.engine import Store, open_store
from maeditor.store.integrity import check


def remembered(store: Store, sheet_id: str = "", path: str = "/a.xlsx", **facts: int) -> Export:
    with store.write() as unit:
        seq = unit.queries.mark().change
        return unit.remember_export(Export(new_id(), sheet_id, path, "2026-05-08T10:00:00Z", seq, facts=facts))


def last_change(store: Store) -> int:
    with store.read() as queries:
        return queries.mark().change


def test_the_last_export_of_a_sheet_is_remembered_with_its_facts(store: Store) -> None:
    first, second = remembered(store, "s", "/a.xlsx", f=1), remembered(store, "s", "/b.xlsx", f=2, g=1)
    other = remembered(store, "", "/c.xlsx")
    bare = [replace(each, facts={}) for each in (first, second, other)]
    with store.read() as queries:
        exports = queries.exports
        assert exports.of_sheet("s") == (bare[1], bare[0])
        assert exports.of_sheet("nowhere") == ()
        assert exports.last("s") == second
        assert exports.last("nowhere") is None
        assert exports.last_of_each() == {"s": bare[1], "": bare[2]}
        assert exports.paths() == ("/c.xlsx", "/b.xlsx", "/a.xlsx")
    assert [each.number for each in (first, second, other)] == [1, 2, 3]


def test_an_export_is_no_action_and_is_not_taken_back(store: Store) -> None:
    _fact, done = record_fact(store)
    remembered(store, "s")
    revert(store, done.action.id)
    with store.read() as queries:
        assert queries.exports.last("s") is not None
        assert len(queries.journal.actions()) == 2
    assert list(check(store)) == []


def test_another_window_hears_of_an_export(store: Store) -> None:
    with store.read() as queries:
        before = queries.commits()
    remembered(store, "s")
    with store.read() as queries:
        assert queries.commits() == before + 1


@pytest.mark.parametrize("damage", ["", "[1]", '{"f": "x"}', "null"])
def test_a_damaged_export_is_told(store: Store, damage: str) -> None:
    remembered(store, "s", f=1)
    with store._writer.begin() as connection:
        connection.execute(update(schema.exports).values(facts=damage))
    with store.read() as queries, pytest.raises(ProjectError, match="project_damaged"):
        queries.exports.last("s")


def test_what_is_another_since_then(store: Store) -> None:
    article, version, _done = import_article(store)
    fact, _done = record_fact(store, article, version)
    other, _done = record_fact(store, article, version)
    seq = last_change(store)
    with store.write() as unit:
        unit.begin_action("edit", "Inès")
        unit.facts.replace(replace(unit.facts.get(other.id), note="vu"))
        edited = unit.finish_action()
    with store.read() as queries:
        assert queries.exports.net_since([fact.id], seq) == ()
        (change,) = queries.exports.net_since([fact.id, other.id], seq)
        assert (change.record_id, change.before and change.before["note"], change.after and change.after["note"]) == (
            other.id,
            "",
            "vu",
        )
        assert queries.exports.net_since([other.id], last_change(store)) == ()
    revert(store, edited.action.id)
    with store.read() as queries:
        assert queries.exports.net_since([fact.id, other.id], seq) == (), "undone is as never done"


def test_another_passage_is_another_fact(store: Store) -> None:
    article, version, _done = import_article(store)
    fact, _done = record_fact(store, article, version)
    other, _done = record_fact(store, article, version)
    seq = last_change(store)
    with store.write() as unit:
        unit.begin_action("attach-passage", "Inès")
        passage = unit.passages.add(a_passage(version, 0, 4))
        unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()
    with store.read() as queries:
        assert [each.table for each in queries.exports.net_since([fact.id], seq)] == ["evidence"]
        assert queries.exports.net_since([other.id], seq) == ()


def test_sheets_come_in_their_order_without_those_deleted(store: Store) -> None:
    made = [Sheet(each, 1, each, position) for each, position in (("a", 3), ("b", 1), ("c", 3), ("d", 2))]
    with store.write() as unit:
        unit.begin_action("add-sheet", "Inès")
        unit.sheets.add_all(made)
        unit.sheets.replace(replace(made[3], hidden=True))
        unit.finish_action()
    with store.read() as queries:
        assert [each.id for each in queries.sheets()] == ["b", "a", "c"]
        assert [each.id for each in queries.sheets(include_hidden=True)] == ["b", "d", "a", "c"]
        assert queries.sheet("a") == made[0]
        with pytest.raises(MissingRecordError):
            queries.sheet("nowhere")
    assert list(check(store)) == []


def test_a_sheet_that_changed_outside_of_the_journal_is_told(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("add-sheet", "Inès")
        unit.sheets.add(Sheet("a", 1, "Ports", 1))
        unit.finish_action()
    with store._writer.begin() as connection:
        connection.execute(update(schema.sheets).values(title="Quais"))
    assert [(each.kind, each.record, each.details) for each in check(store)] == [
        ("journal_differs", "a", {"table": "sheets"})
    ]


def test_a_project_of_before_gets_an_identity(target: str) -> None:
    store = open_store(target)
    with store._writer.begin() as connection:
        for statement in (
            "DELETE FROM meta WHERE key = 'project_id'",
            "DROP TABLE sheets",
            "DROP TABLE exports",
            "UPDATE alembic_version SET version_num = '0004'",
        ):
            connection.execute(text(statement))
        if store.path is not None:
            connection.execute(text("PRAGMA user_version=4"))
    store.close()
    store = open_store(target)
    identity = store.meta("project_id")
    assert identity is not None
    assert len(identity) == 36
    store.close()
    store = open_store(target)
    assert store.meta("project_id") == identity
    store.close()
