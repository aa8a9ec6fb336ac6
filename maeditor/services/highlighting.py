"""A fact from a passage in one key: as the program reads it, in the family that the person works in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Family, Kind, Property
from maeditor.services import library, suggesting
from maeditor.services.annotating import FactDraft, FactStatement, record_fact
from maeditor.services.runner import ActionRunner


def highlight(runner: ActionRunner, article_id: str, span: Span, family: Family | None = None) -> Done:
    """Record what a passage reads as; in ``family`` where a property of it takes the value, else in its own."""
    statement = suggesting.suggest(runner, article_id, span).statement
    known = library.properties(runner)
    return record_fact(runner, FactDraft(article_id, span, in_family(statement, family, known)))


def in_family(statement: FactStatement, family: Family | None, known: Sequence[Property]) -> FactStatement:
    """The statement with a property of another family; as it is where none fits what it says.

    Ranks and dates stay what they are: they read as numbers and texts, and mean neither.
    """
    own = next((each for each in known if each.key == statement.property), None)
    if family is None or own is None or own.family is family or own.kind in {Kind.RANK, Kind.DATE}:
        return statement
    if statement.quantity is None:
        fitting = next((each for each in known if each.family is family and each.kind is Kind.TEXT), None)
        return replace(statement, property=fitting.key) if fitting is not None else statement
    try:
        return replace(statement, property=suggesting.property_for(statement.quantity, family, known).key)
    except ValueTextError:
        return statement


def family_of(runner: ActionRunner, done: Done) -> Family | None:
    """The family of the fact that an action recorded by hand, or None."""
    if done.action.kind != "record-fact":
        return None
    keys = {row["property"] for change in done.changes if change.table == "facts" and (row := change.after)}
    return next((each.family for each in library.properties(runner) if each.key in keys), None)
