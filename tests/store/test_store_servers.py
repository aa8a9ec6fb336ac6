"""A team's project on PostgreSQL: found, made, refused or lost with a clear word."""

from __future__ import annotations

import sys
import threading
import time

import pytest
from postgres_server import PostgresServer
from store_samples import record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import servers
from maeditor.store.backup import back_up
from maeditor.store.engine import create_store, open_store
from maeditor.store.integrity import check
from maeditor.wording import LANGUAGES, Wording

pytestmark = pytest.mark.postgres


def refused(url: str, **how: object) -> str:
    with pytest.raises(ProjectError) as told:
        open_store(url, **how)  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert Wording(language).say(f"error.{told.value.key}", **told.value.details)
    return told.value.key


def test_a_project_is_made_in_an_empty_database_and_found_again(postgres_url: str) -> None:
    assert refused(postgres_url) == "project_not_found"
    store = open_store(postgres_url, create=True)
    assert (store.meta("name") or "").startswith("project")
    assert store.path is None
    assert not store.read_only
    fact, _ = record_fact(store)
    store.close()
    again = open_store(postgres_url.replace("+psycopg", ""), create=True)
    with again.read() as queries:
        assert queries.facts() == (fact,)
    assert list(check(again)) == []
    again.close()
    with pytest.raises(ProjectError, match="project_exists"):
        create_store(postgres_url, "Autre")


def test_somebody_elses_database_is_left_alone(postgres_url: str, postgres_server: PostgresServer) -> None:
    database = postgres_url.split("@/")[1].split("?", maxsplit=1)[0]
    postgres_server.say("CREATE TABLE notes (x text)", database)
    assert refused(postgres_url, create=True) == "project_not_ours"
    with pytest.raises(ProjectError, match="project_not_ours"):
        create_store(postgres_url, "Essai")


@pytest.mark.parametrize(
    ("revision", "key"),
    [("'9001'", "project_newer"), ("'0000'", "project_not_ours"), ("'abc'", "project_not_ours")],
)
def test_another_revision_is_refused(
    postgres_server: PostgresServer, empty_database: str, revision: str, key: str
) -> None:
    name = postgres_server.new_database(empty_database)
    postgres_server.say(f"UPDATE alembic_version SET version_num = {revision}", name)
    assert refused(postgres_server.url(name)) == key
    postgres_server.say("DELETE FROM alembic_version", name)
    assert refused(postgres_server.url(name)) == "project_not_ours"
    postgres_server.drop(name)


def test_an_address_that_leads_nowhere(postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(postgres_server.url("no_such_database"), create=True) == "project_unreachable"
    nowhere = "postgresql+psycopg://ines:secret@/x?host=/nowhere/at/all"
    with pytest.raises(ProjectError) as told:
        open_store(nowhere)
    assert "secret" not in str(told.value)
    assert refused("mysql://somewhere/x") == "project_address"
    assert refused("postgresql://somewhere:port/x") == "project_address"
    assert servers.address("C:/folder/essai.maed") is None
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refused(postgres_server.url("postgres")) == "project_postgres_missing"


def test_who_may_only_read_is_told_at_the_first_write(postgres_server: PostgresServer, empty_database: str) -> None:
    name = postgres_server.new_database(empty_database)
    postgres_server.say(f"CREATE ROLE reader_{name} LOGIN")
    postgres_server.say(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_{name}", name)
    store = open_store(postgres_server.url(name).replace("postgres@", f"reader_{name}@"))
    assert store.meta("name") == "Essai"
    with pytest.raises(ProjectError, match="project_read_only"):
        record_fact(store)
    store.close()
    postgres_server.drop(name)


def test_a_server_that_stops_in_mid_work_loses_nothing(postgres_server: PostgresServer, empty_database: str) -> None:
    name = postgres_server.new_database(empty_database)
    store = open_store(postgres_server.url(name))
    saved = [record_fact(store)[0] for _ in range(5)]
    postgres_server.stop()
    try:
        with pytest.raises(ProjectError, match="project_unreachable"):
            record_fact(store)
        with pytest.raises(ProjectError, match="project_unreachable"):
            store.meta("name")
    finally:
        postgres_server.start()
    saved.append(record_fact(store)[0])
    with store.read() as queries:
        assert queries.facts() == tuple(saved)
    assert list(check(store)) == []
    store.close()
    postgres_server.drop(name)


def test_a_writer_in_the_queue_sees_the_numbers_given_before_its_turn(
    postgres_server: PostgresServer, empty_database: str
) -> None:
    name = postgres_server.new_database(empty_database)
    store = open_store(postgres_server.url(name))
    numbers: list[int] = []
    second = threading.Thread(target=lambda: numbers.append(record_fact(store)[0].number))
    waiting = f"SELECT 1 FROM pg_stat_activity WHERE datname = '{name}' AND wait_event_type = 'Lock'"
    with store.write() as unit:
        second.start()
        deadline = time.monotonic() + 30
        while not postgres_server.say(waiting):
            assert time.monotonic() < deadline, "the second writer never queued"
        numbers.append(unit.next_number("fact"))
    second.join()
    assert numbers == [1, 2]
    store.close()
    postgres_server.drop(name)


def test_a_database_is_not_copied_as_a_file(
    postgres_server: PostgresServer, empty_database: str, tmp_path: object
) -> None:
    name = postgres_server.new_database(empty_database)
    store = open_store(postgres_server.url(name))
    with pytest.raises(ProjectError, match="backup_not_a_file"):
        back_up(store, tmp_path / "copy.maed")  # type: ignore[operator]
    store.close()
    postgres_server.drop(name)
