"""What every stored thing shares: an identity made by the client, and a version that tells changed from unchanged."""

from __future__ import annotations

import uuid
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
    return str(uuid.uuid4())
