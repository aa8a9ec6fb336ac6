"""Identities that other programs take: UUIDs as they are, and for what has none of ours the same one every time."""

from __future__ import annotations

from uuid import UUID, uuid5

SPACE = UUID("6f0b7a52-5c7e-5b0e-9f2a-1d6c7e8a9b30")
"""The space our names are in (RFC 9562, version 5)."""


def guid(name: str) -> str:
    """A record's own UUID, or the one that its name makes."""
    try:
        return str(UUID(name))
    except ValueError:
        return str(uuid5(SPACE, name))


def urn(name: str) -> str:
    """A record as an address: ``urn:uuid:…``."""
    return f"urn:uuid:{guid(name)}"
