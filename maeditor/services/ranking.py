"""Lists by confidence as it was learned: the store knows what each fact was stored with, not what people decided."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from maeditor.domain.listing import Listing, Sort, Sureness, sureness
from maeditor.services.learning import learn
from maeditor.services.runner import ActionRunner
from maeditor.store.listed import Listed

if TYPE_CHECKING:
    from maeditor.services.library import FactView

Sure: TypeAlias = Mapping[int, float]
"""How sure facts are, by their numbers."""


def is_asked(listing: Listing) -> bool:
    """Tell whether a list depends on how sure facts are."""
    return listing.sort is Sort.CONFIDENCE or bool(listing.filter.sureness)


def of_project(runner: ActionRunner, listing: Listing) -> Sure | None:
    """How sure every fact is; None where a list does not ask, or nothing was decided that could teach it."""
    if not is_asked(listing):
        return None
    learning = learn(runner)
    if not learning.teaches:
        return None
    with runner.read() as queries:
        return {row["number"]: learning.confidence_of(row) for row in queries.decided.every()}


def of_article(runner: ActionRunner, listing: Listing, views: Sequence[FactView]) -> Sure | None:
    """The same, of the facts of an article."""
    if not is_asked(listing):
        return None
    learning = learn(runner)
    return {view.fact.number: learning.judged(view.fact).confidence for view in views} if learning.teaches else None


def unasked(listing: Listing) -> Listing:
    """A list that does not filter by what the store does not know."""
    return replace(listing, filter=replace(listing.filter, sureness=frozenset[Sureness]()))


def among(sure: Sure, listing: Listing, others: set[int] | None) -> set[int] | None:
    """Which facts are as sure as is asked, of those that are chosen otherwise; None: all."""
    wanted = listing.filter.sureness
    if not wanted:
        return others
    chosen = {number for number, confidence in sure.items() if sureness(confidence) in wanted}
    return chosen if others is None else chosen & others


def ranked(read: Listed, sure: Sure, listing: Listing) -> Listed:
    """Inside each section the surest last, or first where the list descends."""
    if listing.sort is not Sort.CONFIDENCE:
        return read
    starts = [start for start, _key in read.sections] or [0]
    numbers: array[int] = array("q")
    for start, end in zip(starts, [*starts[1:], len(read.numbers)], strict=True):
        part = read.numbers[start:end]
        numbers.extend(sorted(part, key=lambda each: (sure.get(each, 0.0), each), reverse=listing.descending))
    return Listed(numbers, read.sections)
