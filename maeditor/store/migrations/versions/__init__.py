"""The revisions; their numbers are the ``user_version`` of SQLite files."""
