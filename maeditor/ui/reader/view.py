"""What the reader shows: one article and its passages, as plain values."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from maeditor.domain.articles import Noise
from maeditor.domain.facts import State
from maeditor.domain.properties import Family

_SAMPLE = 400
"""Characters by which the direction of an article without a language is judged."""


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
    icon: str = ""
    """Its family's where none is given."""

    @property
    def shown_icon(self) -> str:
        """The icon that stands for its fact."""
        return self.icon or self.family.value

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
        """Tell whether it is written from right to left: by its language, or by its letters where none is known."""
        if self.language:
            return self.language.split("-", maxsplit=1)[0].lower() in {"ar", "he", "fa", "ur"}
        letters = [each for each in self.text[:_SAMPLE] if each.isalpha()]
        return 2 * sum(unicodedata.bidirectional(each) in {"R", "AL"} for each in letters) > len(letters)
