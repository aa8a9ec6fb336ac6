"""What every stored thing shares: an identity made by the client, and a version that tells changed from unchanged."""

from __future__ import annotations

from typing import Protocol


class Record(Protocol):
    """A frozen dataclass that the store keeps; ``version`` counts its changes from 1."""

    @property
    def id(self) -> str:
        """Who it is, for good."""
        ...

    @property
    def version(self) -> int:
        """How often it was written."""
        ...


def new_id() -> str:
    """Make an identity: a random UUID, in its 36-character form."""
    import uuid  # asks for the system's name when it is loaded; what only reads needs no new identity

    return str(uuid.uuid4())
