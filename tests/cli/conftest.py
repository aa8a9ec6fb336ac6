"""Fixtures of the command line's tests."""

from postgres_server import postgres_server, postgres_url
from program import article, maeditor

__all__ = ["article", "maeditor", "postgres_server", "postgres_url"]
