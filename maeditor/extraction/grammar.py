"""Our own extractor: the grammar and its rules, deterministic and offline.

Its rules are some 200 patterns to make: they are loaded when a text is read, not with whatever may want to read one.
"""

from __future__ import annotations

from maeditor.extraction.interface import Extraction


class GrammarExtractor:
    """Reads a text with the grammar; needs nothing but the lexicons."""

    @property
    def name(self) -> str:
        """Name and version."""
        from maeditor.extraction.proposals import EXTRACTOR

        return EXTRACTOR

    def extract(self, text: str, language: str | None = None) -> Extraction:
        """Read one text; the language is guessed where None."""
        from maeditor.extraction.proposals import propose

        return propose(text, language)
