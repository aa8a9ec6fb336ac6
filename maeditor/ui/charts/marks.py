"""What is drawn: each fact of the figure as a mark with its label. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.services.figures import CapacityFigure, FigurePoint, FigureRow, Grouping
from maeditor.ui import fact_text
from maeditor.ui.charts.scale import log
from maeditor.wording import Wording

UPPER = frozenset({Comparator.LESS, Comparator.AT_MOST})
LOWER = frozenset({Comparator.MORE, Comparator.AT_LEAST})
LONGEST = 24
"""Characters of a subject beside a mark; the passage beside the chart has it in full."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One fact on the chart; ``low`` and ``high`` are logarithms of megawatts."""

    fact_id: str
    low: float
    high: float
    comparator: Comparator
    lifecycle: Lifecycle
    reviewed: bool
    suspect: bool
    conflicted: bool
    label: str
    spoken: str
    remark: str = ""
    """What it is of, and what is wrong with the value: the end of the label."""

    @property
    def value(self) -> str:
        """The label without its remark."""
        return self.label.removesuffix(self.remark)

    @property
    def flagged(self) -> bool:
        """Tell whether a warning triangle stands beside its label."""
        return self.suspect or self.conflicted


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A place or subject with its marks."""

    name: str
    marks: tuple[Mark, ...]


def rows_of(figure: CapacityFigure, wording: Wording) -> tuple[MarkRow, ...]:
    """Turn a figure into marks, labelled in a language."""
    unnamed = wording.say(f"charts.unnamed_{figure.grouping.value}")
    return tuple(
        MarkRow(
            row.name or unnamed,
            tuple(
                _mark(point, whose, wording)
                for point, whose in zip(row.points, told_apart(row, figure.grouping), strict=True)
            ),
        )
        for row in figure.rows
    )


def logs_of(rows: Iterable[MarkRow]) -> list[float]:
    """All logarithms that the scale must reach."""
    return [end for row in rows for mark in row.marks for end in (mark.low, mark.high)]


def in_order(rows: Sequence[MarkRow]) -> list[Mark]:
    """The marks as the arrow keys go through them: row by row, the largest first."""
    return [mark for row in rows for mark in row.marks]


def value_of(point: FigurePoint, wording: Wording) -> str:
    """The value as written, in words."""
    quantity = point.view.fact.quantity
    return fact_text.spoken_quantity(quantity, wording) if quantity is not None else point.view.fact.raw


def label_of(point: FigurePoint, wording: Wording) -> str:
    """What stands beside a mark: the value, then what is wrong with it."""
    value = value_of(point, wording)
    if point.view.fact.needs_look:
        value = wording.say("charts.to_check", value=value)
    return wording.say("charts.conflicted", value=value) if point.view.conflicted else value


def told_apart(row: FigureRow, grouping: Grouping) -> list[str]:
    """What the points of a row are of, where they are not all of the same: of a country one is a campus, one a phase.

    In a row of places these are the subjects, in one of subjects the places; what the row's name says is not repeated.
    """
    facts = [point.view.fact for point in row.points]
    others = [fact.subject if grouping is Grouping.PLACE else fact.place for fact in facts]
    told = ["" if other.casefold() == row.name.casefold() else other for other in others]
    return told if len({each.casefold() for each in told}) > 1 else [""] * len(told)


def _mark(point: FigurePoint, whose: str, wording: Wording) -> Mark:
    fact = point.view.fact
    label, value = label_of(point, wording), value_of(point, wording)
    remark = label.removeprefix(value) if label.startswith(value) else ""
    if whose:
        short = whose if len(whose) <= LONGEST else f"{whose[: LONGEST - 1].rstrip()}…"
        kept = label.removesuffix(remark)
        remark = f" · {short}{remark}"
        label = f"{kept}{remark}"
    return Mark(
        fact.id,
        log(point.low),
        log(point.high),
        point.comparator,
        fact.lifecycle,
        point.reviewed,
        bool(fact.needs_look),
        point.view.conflicted,
        label,
        fact_text.spoken_fact(point.view, wording),
        remark,
    )
