"""By what a file of ours is known before anything else of it is read."""

from __future__ import annotations

APPLICATION_ID = 0x4D414544
"""``MAED``, in the header of our SQLite files."""

REVISION = "0005"
"""The newest migration; its number is the SQLite files' ``user_version``."""


def revision_number(revision: str) -> int:
    """The ``user_version`` of a revision."""
    return int(revision)
