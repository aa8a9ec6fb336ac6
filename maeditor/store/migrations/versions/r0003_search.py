"""What is searched: an entry a record, and an index of their words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OPTIONS = "content='', columnsize=0, detail=none, tokenize='ascii', prefix='1 2 3 4'"


def upgrade() -> None:
    """Make the tables; what an older project holds is indexed after it is open, which it notes."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    words = "words VARCHAR" if on_sqlite else "words tsvector"
    own_id = "id INTEGER PRIMARY KEY" if on_sqlite else "id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    op.execute(f"CREATE TABLE search_entries ({own_id}, kind VARCHAR NOT NULL, record_id VARCHAR NOT NULL, {words})")
    op.execute("CREATE UNIQUE INDEX ix_search_entries_record ON search_entries (kind, record_id)")
    op.execute("CREATE INDEX ix_search_entries_kind ON search_entries (kind, id)")
    if on_sqlite:
        for kind in ("facts", "passages", "articles"):
            op.execute(f"CREATE VIRTUAL TABLE search_{kind} USING fts5(words, {OPTIONS})")
    else:
        op.execute("CREATE INDEX ix_search_entries_words ON search_entries USING gin (words)")
    op.execute(
        sa.text(
            "INSERT INTO meta (key, value) SELECT 'search_behind', 'yes' "
            "WHERE EXISTS (SELECT 1 FROM articles) OR EXISTS (SELECT 1 FROM facts)"
        )
    )
