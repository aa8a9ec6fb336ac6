"""A project of an older version is brought up to date whole, with a backup, or left exactly as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from project_files import nobody
from sqlalchemy import create_engine, inspect, text
from store_samples import import_article, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import migrate, schema, signature
from maeditor.store.engine import Store, open_store
from maeditor.store.integrity import check
from maeditor.store.migrations.versions import (
    r0001_first_schema,
    r0002_dismissals,
    r0003_search,
    r0004_readings,
    r0005_sheets,
)

KNOWN = signature.REVISION
NEXT = f"{signature.revision_number(KNOWN) + 1:04d}"

SECOND = f'''
"""The schema after this one."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{KNOWN}"


def upgrade() -> None:
    op.create_table("marks", sa.Column("id", sa.String(), primary_key=True))
    how = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    with op.batch_alter_table("facts", recreate=how) as facts:
        facts.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="7"))
    # HERE
'''


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A maeditor that has a second migration; yields its module."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / "versions" / f"r{NEXT}_next.py"
    module.write_text(SECOND)
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(signature, "REVISION", NEXT)
    return module


def filled(target: str) -> None:
    store = open_store(target)
    article, version, _ = import_article(store)
    for _ in range(3):
        record_fact(store, article, version)
    store.close()


def weights(store: Store) -> list[int]:
    with store.connect_to_read() as connection:
        return list(connection.execute(text("SELECT weight FROM facts")).scalars())


def test_the_migrations_make_exactly_the_schema(store: Store) -> None:
    with store._writer.connect() as connection:
        context = MigrationContext.configure(connection)
        assert [one for one in compare_metadata(context, schema.metadata) if not _is_search(one)] == []


def _is_search(difference: object) -> bool:
    """What is searched is made by hand: no two databases do it alike."""
    return isinstance(difference, tuple) and str(getattr(difference[1], "name", "")).startswith(
        ("search_", "ix_search_")
    )


def test_the_files_tables_read_as_the_schema_says(project_file: Path) -> None:
    engine = create_engine("sqlite://")
    schema.metadata.create_all(engine)
    ours = "name <> 'alembic_version' AND name NOT LIKE '%search_%'"
    wanted = f"SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND {ours} ORDER BY name"
    with engine.connect() as fresh:
        expected = [(name, _plain(sql)) for name, sql in fresh.execute(text(wanted))]
    engine.dispose()
    store = open_store(project_file)
    with store.connect_to_read() as connection:
        assert [(name, _plain(sql)) for name, sql in connection.execute(text(wanted))] == expected
    store.close()


def test_the_revisions_together_make_every_table() -> None:
    """As an ordinary module too, the way type checkers and bundles see it."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            revisions = (r0001_first_schema, r0002_dismissals, r0003_search, r0004_readings, r0005_sheets)
            for revision in revisions:
                revision.upgrade()
        made = {name for name in inspect(connection).get_table_names() if not name.startswith("search_")}
        assert made == set(schema.metadata.tables)
    engine.dispose()


def _plain(sql: str) -> list[str]:
    """The parts of a definition, in no order: that of constraints says nothing."""
    return sorted(" ".join(line.split()).strip(" ,()") for line in sql.replace('"', "").lower().split("\n"))


def test_the_newest_revision_is_the_one_the_schema_names() -> None:
    script = ScriptDirectory(str(migrate.MIGRATIONS))
    assert script.get_current_head() == signature.REVISION
    assert [one.revision for one in script.walk_revisions()] == [
        f"{number:04d}" for number in range(signature.revision_number(signature.REVISION), 0, -1)
    ]


def test_an_older_project_is_brought_up_to_date(target: str, newer: Path) -> None:
    with pytest.MonkeyPatch.context() as older:
        older.setattr(signature, "REVISION", KNOWN)
        filled(target)
    store = open_store(target)
    assert weights(store) == [7, 7, 7]
    with store.read() as queries:
        facts = queries.facts()
        assert len(queries.evidence_of([fact.id for fact in facts])) == 3, (
            "rebuilding a table drops none of its children"
        )
    store.close()
    again = open_store(target)
    assert weights(again) == [7, 7, 7]
    again.close()
    if store.path is not None:
        backup = store.path.with_name(f"{store.path.stem}.before-{int(NEXT)}.maed")
        with pytest.MonkeyPatch.context() as older:
            older.setattr(signature, "REVISION", KNOWN)
            kept = open_store(backup)
            assert list(check(kept)) == []
            with kept.read() as queries:
                assert queries.facts() == facts
            kept.close()


def test_a_migration_that_fails_leaves_the_project_as_it_was(target: str, newer: Path) -> None:
    with pytest.MonkeyPatch.context() as older:
        older.setattr(signature, "REVISION", KNOWN)
        filled(target)
    newer.write_text(SECOND.replace("# HERE", "raise ZeroDivisionError"))
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            open_store(target)
    with pytest.MonkeyPatch.context() as older:
        older.setattr(signature, "REVISION", KNOWN)
        store = open_store(target)
        assert list(check(store)) == []
        with pytest.raises(Exception, match="weight"):
            weights(store)
        store.close()
    newer.write_text(SECOND)
    store = open_store(target)
    assert weights(store) == [7, 7, 7]
    store.close()


def test_a_migration_that_loses_what_is_referred_to_is_undone(project_file: Path, newer: Path) -> None:
    with pytest.MonkeyPatch.context() as older:
        older.setattr(signature, "REVISION", KNOWN)
        filled(str(project_file))
    newer.write_text(SECOND.replace("# HERE", "op.execute('DELETE FROM passages')"))
    before = project_file.read_bytes()
    with pytest.raises(ProjectError, match="project_damaged"):
        open_store(project_file)
    assert project_file.read_bytes()[100:] == before[100:]


def test_an_older_project_that_is_read_only(shared_file: Path, newer: Path) -> None:
    shared_file.chmod(0o444)
    with nobody(), pytest.raises(ProjectError, match="project_older_read_only"):
        open_store(shared_file)
