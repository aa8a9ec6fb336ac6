"""Saved choices of facts, what was exported of them, and an identity for projects that have none."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of sheets and exports."""
    op.create_table(
        "sheets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("without_passage", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sheets"),
    )
    op.create_table(
        "exports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("sheet_id", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("change_seq", BIG, nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
    )
    op.create_index("ix_exports_sheet_number", "exports", ["sheet_id", "number"])
    # The other meta rows tell that it is a project already, not one that is being made: that gets its own.
    op.execute(
        sa.text(
            "INSERT INTO meta (key, value) SELECT 'project_id', :made WHERE EXISTS (SELECT 1 FROM meta) "
            "AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'project_id')"
        ).bindparams(made=str(uuid.uuid4()))
    )
