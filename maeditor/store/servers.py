"""Projects as PostgreSQL databases: recognising the address, making and migrating the tables, the engines."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, Connection, Engine, inspect, make_url
from sqlalchemy.exc import ArgumentError

from maeditor.domain.errors import ProjectError
from maeditor.store import migrate, signature
from maeditor.store.connections import postgres_engine
from maeditor.store.failures import told
from maeditor.store.files import fill_in
from maeditor.store.opening import check_revision

Address: TypeAlias = URL

_LOCK = 0x4D414544
"""The advisory lock that lets one process at a time make or migrate the tables."""


def address(target: str | Path) -> Address | None:
    """The database a target names, or None where it is a file. Raises ProjectError for an address that is neither."""
    text = str(target)
    if isinstance(target, Path) or "://" not in text:
        return None
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise ProjectError("project_address", project=text.partition("://")[0]) from error
    if url.drivername not in ("postgresql", "postgresql+psycopg"):
        raise ProjectError("project_address", project=url.drivername)
    return url.set(drivername="postgresql+psycopg")


def engines(url: Address, timeout: float) -> tuple[Engine, Engine]:
    """The writer's and the reader's engine of a database."""
    return postgres_engine(url, timeout, writes=True), postgres_engine(url, timeout, writes=False)


def prepare(url: Address, timeout: float, *, name: str, create: bool, must_be_new: bool = False) -> None:
    """See that the tables are there and new enough; make them with ``create``. Raises ProjectError."""
    shown = url.render_as_string(hide_password=True)
    try:
        engine = postgres_engine(url, timeout, writes=True)
    except ModuleNotFoundError as error:
        raise ProjectError("project_postgres_missing", project=shown) from error
    try:
        with told(shown), engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            _prepare(connection, shown, name=name, create=create, must_be_new=must_be_new)
    finally:
        engine.dispose()


def _prepare(connection: Connection, shown: str, *, name: str, create: bool, must_be_new: bool) -> None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        if not create:
            raise ProjectError("project_not_found", project=shown)
        migrate.run_migrations(connection, migrate.MIGRATIONS)
        fill_in(connection, name)
        return
    revision = migrate.current_revision(connection) if {"alembic_version", "meta"} <= tables else ""
    if not revision.isdecimal():
        raise ProjectError("project_not_ours", project=shown)
    if must_be_new:
        raise ProjectError("project_exists", project=shown)
    check_revision(signature.revision_number(revision), shown)
    if revision != signature.REVISION:
        migrate.run_migrations(connection, migrate.MIGRATIONS)
