"""Fixtures of the command line's tests."""

from program import article, maeditor

__all__ = ["article", "maeditor"]
