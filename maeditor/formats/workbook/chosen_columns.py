"""The facts' sheet with only the columns that were chosen, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from maeditor.formats.workbook.baseline import COLUMN_OF_FIELD
from maeditor.formats.workbook.columns import FACTS, Column, SheetPlan, plan_sheet


def facts_plan(columns: tuple[str, ...]) -> SheetPlan:
    """Plan the facts' sheet; none chosen, or none that there is, means all.

    What the chosen ones need goes along unseen: the fact's identity always, an address where its link was chosen. The
    fact's number comes first whatever was chosen: every row is named by it.
    """
    by_name = {column.name: column for column in FACTS.columns}
    names = [COLUMN_OF_FIELD.get(name, name) for name in columns]
    chosen = [name for name in dict.fromkeys(names) if name in by_name]
    if not chosen:
        return FACTS
    shown = list(dict.fromkeys(("number", *chosen)))
    unseen = [name for name in dict.fromkeys(_needed(shown)) if name not in shown]
    return plan_sheet(
        FACTS.key,
        (*(by_name[name] for name in shown), *(replace(by_name[name], hidden=True) for name in unseen)),
        FACTS.frozen,
        FACTS.row_height,
    )


def _needed(shown: list[str]) -> Iterator[str]:
    by_name: dict[str, Column] = {column.name: column for column in FACTS.columns}
    yield from (by_name[name].address for name in shown if by_name[name].address)
    yield "fact_id"
