"""``check`` finds what is not as it was saved, and says nothing where all is well."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, text, update
from store_samples import TEXT, a_fact, a_passage, import_article, put_article, record_fact, revert

from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.domain.errors import ProjectError
from maeditor.domain.record import new_id
from maeditor.store import integrity, schema
from maeditor.store.engine import Store, open_store
from maeditor.store.integrity import Problem, check
from maeditor.wording import LANGUAGES, Wording


@pytest.fixture
def worked_in(store: Store) -> Store:
    article, version, _ = import_article(store)
    fact, done = record_fact(store, article, version)
    record_fact(store, article, version)
    revert(store, revert(store, done.action.id).action.id)
    with store.write() as unit:
        unit.begin_action("note", "Inès")
        unit.facts.replace(replace(unit.facts.get(fact.id), note="vu", duplicate_of=""))
        unit.finish_action()
    return store


def found(store: Store) -> list[Problem]:
    problems = list(check(store))
    for problem in problems:
        for language in LANGUAGES:
            assert Wording(language).say(f"error.problem.{problem.kind}", record=problem.record, **problem.details)
    return problems


def kinds(store: Store) -> set[str]:
    return {problem.kind for problem in found(store)}


def meddle(store: Store, *statements: object) -> None:
    """Change the tables behind the store's back."""
    with store._writer.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if connection.dialect.name != "sqlite":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            for statement in statements:
                connection.execute(statement)  # type: ignore[call-overload]
    store._writer.dispose()


def test_a_project_that_was_worked_in_is_whole(worked_in: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(worked_in) == []
    for page in (1, 2, 3):
        monkeypatch.setattr(integrity, "PAGE", page)
        assert found(worked_in) == []


def test_a_passage_that_does_not_say_what_stands_there(worked_in: Store) -> None:
    meddle(worked_in, update(schema.passages).values(start=schema.passages.c.start + 1))
    assert kinds(worked_in) == {"quote_differs", "journal_differs"}


def test_a_dismissed_figure_that_does_not_stand_there(store: Store) -> None:
    article, version, _ = import_article(store)
    with store.write() as unit:
        unit.begin_action("dismiss-figure", "Inès")
        spot = a_passage(version)
        unit.dismissals.add(
            Dismissal(
                new_id(), 1, article.id, version.id, spot.start, spot.end,
                spot.exact, spot.prefix, spot.suffix, DismissalReason.CONTEXT,
            )
        )  # fmt: skip
        unit.finish_action()
    assert found(store) == []
    meddle(store, update(schema.dismissals).values(start=schema.dismissals.c.start + 1))
    assert kinds(store) == {"quote_differs", "journal_differs"}
    meddle(store, delete(schema.texts))
    assert "quote_differs" not in kinds(store)
    assert "orphan" in kinds(store)


def test_a_text_of_another_length_or_bytes_or_none(worked_in: Store) -> None:
    meddle(worked_in, update(schema.texts).values(length=3))
    assert kinds(worked_in) == {"text_differs", "journal_differs"}
    meddle(worked_in, update(schema.blobs).values(data=zlib.compress(b"another text"), size=12))
    assert "text_damaged" in kinds(worked_in)
    meddle(worked_in, delete(schema.blobs))
    assert "text_missing" in kinds(worked_in)


def test_a_text_that_is_not_utf8(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("import", "Inès")
        _, version = put_article(unit)
        data = b"\xff\xfe"
        digest = hashlib.sha256(data).hexdigest()
        unit.put_blob(digest, data)
        unit.texts.replace(replace(version, text_sha256=digest))
        unit.finish_action()
    assert "text_damaged" in kinds(store)


@pytest.mark.parametrize(
    "damage",
    [
        lambda: delete(schema.texts),
        lambda: update(schema.facts).values(duplicate_of="nobody"),
        lambda: update(schema.actions).where(schema.actions.c.reverts != "").values(reverts="nobody"),
    ],
)
def test_orphans_are_found(worked_in: Store, damage: Callable[[], object]) -> None:
    meddle(worked_in, damage())
    assert "orphan" in kinds(worked_in)


def test_broken_references_of_an_sqlite_file(project_file: object) -> None:
    store = open_store(str(project_file))
    article, version, _ = import_article(store)
    record_fact(store, article, version)
    meddle(store, delete(schema.passages))
    assert any(problem.details.get("refers_to") == "passages" for problem in found(store))
    store.close()


def test_records_changed_behind_the_journals_back(worked_in: Store) -> None:
    meddle(worked_in, update(schema.facts).where(schema.facts.c.number == 2).values(note="nobody did this"))
    assert kinds(worked_in) == {"journal_differs", "search_differs"}, "it is found by what it said before"


def test_records_removed_or_added_behind_the_journals_back(worked_in: Store) -> None:
    meddle(worked_in, delete(schema.evidence))
    assert kinds(worked_in) == {"journal_differs"}
    cells = {
        "id": "e", "version": 1, "kind": "city", "label_fr": "Rabat", "label_en": "", "label_ar": "",
        "aliases": "[]", "iso3166": "", "wikidata": "", "hidden": False,
    }  # fmt: skip
    meddle(worked_in, insert(schema.entities).values(cells))
    assert Problem("journal_differs", "e", {"table": "entities"}) in found(worked_in)


def test_a_gap_in_the_journal(worked_in: Store) -> None:
    changes = schema.changes
    with worked_in.connect_to_read() as connection:
        last = connection.execute(
            changes.select().where(changes.c.table_name == "facts").order_by(changes.c.seq.desc())
        ).first()
    assert last is not None
    middle = changes.c.table_name == "facts", changes.c.record_id == last.record_id, changes.c.before.is_(None)
    meddle(worked_in, delete(changes).where(*middle))
    assert "journal_broken" in kinds(worked_in)


def test_a_record_that_cannot_be_read_is_damage(worked_in: Store) -> None:
    meddle(worked_in, update(schema.articles).values(text_id=""), update(schema.texts).values(noise="{"))
    assert "damaged" in kinds(worked_in)


def test_pages_that_sqlite_finds_broken(project_file: object) -> None:
    store = open_store(str(project_file))
    with store.write() as unit:
        unit.begin_action("propose", "Inès")
        unit.facts.add_all([a_fact(unit) for _ in range(200)])
        unit.finish_action()
    meddle(
        store,
        text("PRAGMA writable_schema=ON"),
        text("UPDATE sqlite_master SET sql = replace(sql, '\"property\", state', 'state, \"property\"') "
             "WHERE name = 'ix_facts_property_state'"),
        text("UPDATE sqlite_master SET sql = replace(sql, 'property, state', 'state, property') "
             "WHERE name = 'ix_facts_property_state'"),
    )  # fmt: skip
    store.close()
    again = open_store(str(project_file))
    assert "damaged" in kinds(again)
    again.close()


def test_other_faults_are_not_taken_for_damage(worked_in: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_store: Store) -> None:
        raise ProjectError("project_locked", project="x")

    monkeypatch.setattr(integrity, "_texts", locked)
    with pytest.raises(ProjectError, match="project_locked"):
        list(check(worked_in))


def test_the_sample_text_is_what_the_other_tests_think() -> None:
    assert TEXT[24:29] == "20 MW"
