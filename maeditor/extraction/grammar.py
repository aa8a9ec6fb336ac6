"""Our own extractor: the grammar and its rules, deterministic and offline."""

from __future__ import annotations

from maeditor.extraction.interface import Extraction
from maeditor.extraction.proposals import EXTRACTOR, propose


class GrammarExtractor:
    """Reads a text with the grammar; needs nothing but the lexicons."""

    @property
    def name(self) -> str:
        """Name and version."""
        return EXTRACTOR

    def extract(self, text: str, language: str | None = None) -> Extraction:
        """Read one text; the language is guessed where None."""
        return propose(text, language)
