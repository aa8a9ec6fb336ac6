"""What is shown: boxes for status, review state and language, with how many facts each holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from maeditor.domain.facts import Lifecycle, State
from maeditor.services.figures import CapacityFigure, FigurePoint

LIFECYCLE, STATE, LANGUAGE = "lifecycle", "state", "language"
KINDS = (LIFECYCLE, STATE, LANGUAGE)
ORDER: Mapping[str, tuple[str, ...]] = {
    LIFECYCLE: (
        Lifecycle.OPERATIONAL,
        Lifecycle.UNDER_CONSTRUCTION,
        Lifecycle.PLANNED,
        Lifecycle.ANNOUNCED,
        Lifecycle.CANCELLED,
        Lifecycle.UNKNOWN,
    ),
    STATE: (State.ACCEPTED, State.CORRECTED, State.PROPOSED, State.DEFERRED),
    LANGUAGE: ("fr", "en", "ar"),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One box: of which kind, which value, how many facts have it."""

    kind: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The boxes that are not ticked: what they stand for is hidden."""

    hidden: frozenset[tuple[str, str]] = frozenset()

    def without(self, kind: str, value: str) -> Choice:
        """Hide another value."""
        return Choice(self.hidden | {(kind, value)})

    def with_again(self, kind: str, value: str) -> Choice:
        """Show a value again."""
        return Choice(self.hidden - {(kind, value)})

    def admits(self, point: FigurePoint, language: str) -> bool:
        """Tell whether a point is to be drawn."""
        return not any(each in self.hidden for each in _values(point, language))


def facets_of(figure: CapacityFigure, languages: Mapping[str, str]) -> tuple[Facet, ...]:
    """The boxes of a figure; ``languages`` is by article."""
    counted = Counter(
        pair for row in figure.rows for point in row.points for pair in _values(point, language_of(point, languages))
    )
    return tuple(
        Facet(kind, value, counted[kind, value])
        for kind in KINDS
        for value in _ordered(kind, (found for each, found in counted if each == kind))
    )


def filtered(figure: CapacityFigure, choice: Choice, languages: Mapping[str, str]) -> CapacityFigure:
    """The figure without what is hidden; a row with nothing left goes too."""
    if not choice.hidden:
        return figure
    rows = []
    for row in figure.rows:
        points = tuple(each for each in row.points if choice.admits(each, language_of(each, languages)))
        if points:
            rows.append(replace(row, points=points))
    sources = {link.passage.article_id for row in rows for each in row.points for link in each.view.evidence}
    return replace(figure, rows=tuple(rows), articles=len(sources))


def language_of(point: FigurePoint, languages: Mapping[str, str]) -> str:
    """The primary language of the article a fact was found in."""
    fact, links = point.view.fact, point.view.evidence
    article = fact.article_id or (links[0].passage.article_id if links else "")
    return languages.get(article, "").split("-", maxsplit=1)[0].lower()


def _values(point: FigurePoint, language: str) -> tuple[tuple[str, str], ...]:
    fact = point.view.fact
    return (LIFECYCLE, fact.lifecycle.value), (STATE, fact.state.value), (LANGUAGE, language)


def _ordered(kind: str, values: Iterable[str]) -> list[str]:
    known = {str(value): at for at, value in enumerate(ORDER[kind])}
    return sorted(values, key=lambda value: (known.get(value, len(known)), value == "", value))
