"""What was read for proposals and gave none."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of readings."""
    op.create_table(
        "readings",
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("extractor", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_readings"),
    )
