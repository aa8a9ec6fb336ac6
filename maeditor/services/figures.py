"""What charts draw: power facts with their bounds, by place or subject, never summed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from maeditor.domain.facts import Standing, State
from maeditor.domain.values import Comparator
from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner

POWER = "capacity_power"
SHOWN = frozenset({State.PROPOSED, State.ACCEPTED, State.CORRECTED, State.DEFERRED})


class Grouping(StrEnum):
    """What a row of the chart stands for."""

    PLACE = "place"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One fact on the chart, in the base unit (MW): ``low`` equals ``high`` but for ranges."""

    view: FactView
    comparator: Comparator
    low: Decimal
    high: Decimal

    @property
    def reviewed(self) -> bool:
        """Tell whether a person has accepted or corrected it."""
        return self.view.fact.state in {State.ACCEPTED, State.CORRECTED}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A place or subject with its points, the largest first; an empty name: the source does not say."""

    name: str
    points: tuple[FigurePoint, ...]


@dataclass(frozen=True, slots=True)
class CapacityFigure:
    """The whole chart; ``articles`` counts the sources behind it."""

    grouping: Grouping
    unit: str
    rows: tuple[FigureRow, ...]
    articles: int

    @property
    def count(self) -> int:
        """How many facts are drawn."""
        return sum(len(row.points) for row in self.rows)


def capacity_figure(runner: ActionRunner, grouping: Grouping = Grouping.PLACE) -> CapacityFigure:
    """The project's power facts as a chart draws them; a value that a log scale has no place for stays out."""
    return figure_of(library.project_facts(runner), grouping)


def figure_of(views: Iterable[FactView], grouping: Grouping) -> CapacityFigure:
    """Arrange fact views in rows, the row with the largest value first."""
    rows: dict[str, list[FigurePoint]] = defaultdict(list)
    for view in views:
        point = _point(view)
        if point is not None:
            name = view.fact.place if grouping is Grouping.PLACE else view.fact.subject
            rows[name or (view.fact.subject if grouping is Grouping.PLACE else view.fact.place)].append(point)
    arranged = [
        FigureRow(name, tuple(sorted(points, key=lambda each: (-each.high, each.view.fact.number))))
        for name, points in rows.items()
    ]
    arranged.sort(key=lambda row: (-row.points[0].high, row.name))
    sources = {each.passage.article_id for row in arranged for point in row.points for each in point.view.evidence}
    return CapacityFigure(grouping, "MW", tuple(arranged), len(sources))


def _point(view: FactView) -> FigurePoint | None:
    fact = view.fact
    if fact.property != POWER or fact.state not in SHOWN or fact.standing is Standing.SET_ASIDE:
        return None
    value = fact.normalised
    if value is None or value.unit != "MW":
        return None
    low = value.lower if value.comparator is Comparator.RANGE else value.amount
    high = value.upper if value.comparator is Comparator.RANGE else value.amount
    if low is None or high is None or low <= 0:
        return None
    return FigurePoint(view, value.comparator, low, high)
