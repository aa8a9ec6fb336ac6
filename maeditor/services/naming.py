"""What a project's file is called and who signs: known before anything of the store is loaded."""

from __future__ import annotations

SUFFIX = ".maed"


def system_editor() -> str:
    """The name of the person whom the system has logged in."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # KeyError up to Python 3.12: no such user id
        return "editor"
