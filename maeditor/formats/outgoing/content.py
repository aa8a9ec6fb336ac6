"""What goes out with the facts, as plain values that a service fills in; worded texts are in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maeditor.domain.articles import Article, Noise, Passage, TextVersion
from maeditor.domain.errors import ExportError
from maeditor.domain.facts import Fact, Role
from maeditor.domain.properties import Family, Property

EVERY = 200
"""Records between two looks at whether somebody wants to stop."""


@dataclass(frozen=True, slots=True)
class Made:
    """Who made a record, and when it was made and last changed (ISO 8601, UTC); empty where nobody knows."""

    by: str = ""
    at: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class OutgoingLink:
    """One passage of a fact."""

    id: str
    role: Role
    passage: Passage
    made: Made = Made()


@dataclass(frozen=True, slots=True)
class OutgoingFact:
    """One fact: ``value``, ``sentence`` (what it is about, and the value) and ``state`` as people read them."""

    fact: Fact
    kind: Property
    value: str
    sentence: str
    state: str
    links: tuple[OutgoingLink, ...] = ()
    made: Made = Made()

    @property
    def statement(self) -> str:
        """The fact in one line."""
        return self.fact.claim or self.sentence


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """An article in one of its text versions; the text itself is read when its turn comes."""

    article: Article
    version: TextVersion


@dataclass(frozen=True, slots=True)
class OutgoingProject:
    """Chosen facts with the texts their passages stand in; ``read`` gives the text of a version's id."""

    name: str
    exported_at: str
    editor: str
    language: str
    facts: Sequence[OutgoingFact]
    texts: Sequence[OutgoingText]
    read: Callable[[str], str]
    program: str = "maeditor"


@dataclass(frozen=True, slots=True)
class NotedFact:
    """A fact as a footnote tells it, all of it worded."""

    label: str
    about: tuple[str, ...]
    """Property, subject, place, how far it is."""
    value: str
    state: str
    family: Family
    details: tuple[str, ...] = ()
    """What else there is to say of it: claim, dates, doubts, who decided, note."""


@dataclass(frozen=True, slots=True)
class CopyWords:
    """The fixed words of an annotated copy in the reader's language."""

    notes: str
    note: str
    """Names one note; ``{number}`` stands for its number."""
    see_note: str
    back: str
    """What the way back to the passage is called; with ``{number}``."""
    made: str
    """When and by what it was made."""


@dataclass(frozen=True, slots=True)
class CopyContent:
    """One article to be copied with its facts; ``facts`` by id, ``passages`` as (start, end, ids of facts)."""

    title: str
    source: tuple[str, ...]
    """Publisher, author and date, worded."""
    url: str
    text: str
    article_language: str
    language: str
    right_to_left: bool
    noise: Sequence[Noise]
    facts: dict[str, NotedFact]
    passages: Sequence[tuple[int, int, tuple[str, ...]]]
    words: CopyWords
    editor: str = ""
    made_at: str = ""
    """``2026-05-10T08:00:00Z``"""


@dataclass(frozen=True, slots=True)
class OutgoingReport:
    """What was written: how many facts (or notes), and what the format could not hold as it is."""

    count: int
    without_passage: int = 0
    replaced_characters: int = 0
    long_texts: int = 0


class Course:
    """Tells how far a writer is and stops it when somebody says so."""

    def __init__(
        self,
        name: str,
        total: int,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._name, self._total, self._done = name, max(total, 1), 0
        self._progress, self._cancelled = progress, cancelled

    def step(self) -> None:
        """Count one record. Raises ExportError ``export_cancelled``."""
        self._done += 1
        if self._done % EVERY and self._done != self._total:
            return
        if self._cancelled is not None and self._cancelled():
            raise ExportError("export_cancelled", name=self._name)
        if self._progress is not None:
            self._progress(min(self._done / self._total, 1.0))
