"""Brings a project's tables to what this version of maeditor needs; alembic is imported only then."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from maeditor.domain.errors import ProjectError
from maeditor.store import schema, signature

if TYPE_CHECKING:
    from alembic.runtime.migration import RevisionStep

MIGRATIONS = Path(__file__).with_name("migrations")


def run_migrations(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Run what is missing, up to the newest revision, in the transaction the caller began and will commit.

    On SQLite the connection must have ``foreign_keys=OFF``: with it ON, rebuilding a table in batch mode deletes what
    refers to it. Foreign keys are checked at the end instead.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(folder))
    head = script.get_current_head() or ""

    def steps(revision: tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        return list(script._upgrade_revs(head, revision))  # type: ignore[arg-type]  # noqa: SLF001 - as alembic's upgrade

    context = MigrationContext.configure(
        connection,
        opts={"fn": steps, "script": script, "target_metadata": schema.metadata, "render_as_batch": True},
    )
    with Operations.context(context):
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise ProjectError("project_damaged", reason=f"foreign key of {broken[0]}")
        connection.exec_driver_sql(f"PRAGMA application_id={signature.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={signature.revision_number(head)}")


def current_revision(connection: Connection) -> str:
    """The revision a database says it has; empty where its table of revisions is."""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")
