"""What the reader shows: one article and its passages, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.domain.articles import Noise
from maeditor.domain.facts import State
from maeditor.domain.properties import Family


@dataclass(frozen=True, slots=True)
class Highlight:
    """One passage of a fact in the article shown; ``[start, end)`` in code points of its text.

    ``label`` says the fact in a few words (tooltip, screen reader). ``conflicted`` facts cannot all hold;
    a ``doubtful`` one should be looked at by a person.
    """

    fact_id: str
    evidence_id: str
    start: int
    end: int
    family: Family
    state: State
    label: str = ""
    conflicted: bool = False
    doubtful: bool = False

    @property
    def settled(self) -> bool:
        """Tell whether a person has said yes to it: drawn solid, else dashed."""
        return self.state in (State.ACCEPTED, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as it is read. ``text`` is the stored text, the only truth about positions."""

    article_id: str
    title: str
    text: str
    publisher: str = ""
    published: str = ""
    language: str = ""
    noise: tuple[Noise, ...] = ()
    highlights: tuple[Highlight, ...] = ()

    @property
    def right_to_left(self) -> bool:
        """Tell whether the article's language is written from right to left."""
        return self.language.split("-", maxsplit=1)[0].lower() in {"ar", "he", "fa", "ur"}
