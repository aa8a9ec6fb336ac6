"""Figures that a person dismissed, with the reason."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of dismissals."""
    op.create_table(
        "dismissals",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dismissals"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_dismissals_article_id", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["text_id"], ["texts.id"], name="fk_dismissals_text_id", initially="DEFERRED", deferrable=True
        ),
    )
    op.create_index("ix_dismissals_article_start", "dismissals", ["article_id", "start"])
