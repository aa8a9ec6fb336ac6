"""What the workbook of a sheet would hold, tab by tab: its first rows as they will read, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from maeditor.domain.sheets import Part, Sheet
from maeditor.services.exporting import first_of_journal, sheet_wording, workbook_content
from maeditor.services.runner import ActionRunner
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.formats.workbook.columns import SheetPlan

ROWS = 200
_KEYS = ("facts", "evidence", "sources", "capacities", "chronology", "entities")


_seen: WeakKeyDictionary[ActionRunner, tuple[object, SheetPreview]] = WeakKeyDictionary()
"""What was shown last, for as long as nothing is saved."""


@dataclass(frozen=True, slots=True)
class TabPreview:
    """One tab: headings and first rows as texts, the number of all rows, and of each column what it holds.

    ``families`` has a kind of ``formats.workbook.columns.Kind`` in small letters for each column: ``number``, ``date``,
    ``word``….
    """

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The tabs of a workbook in their order, without the one that only explains."""

    tabs: tuple[TabPreview, ...]


def preview(
    runner: ActionRunner, sheet: Sheet, wording: Wording, rows: int = ROWS, *, long: int | None = None
) -> SheetPreview:
    """Show what exporting a sheet now would write; in the sheet's language, where it has one.

    Of ``long`` sheets no more is read than is shown. Of a long journal the number of changes is told, not of its rows.
    """
    with runner.read() as queries:
        key = (repr(sheet), wording.language, rows, long, queries.commits())
    kept = _seen.get(runner)
    if kept is None or kept[0] != key:
        kept = _seen[runner] = (key, _read(runner, sheet, wording, rows, long))
    return kept[1]


def _read(runner: ActionRunner, sheet: Sheet, wording: Wording, rows: int, long: int | None) -> SheetPreview:
    # openpyxl costs 0.3 s to import; a window must not wait for it at start.
    from maeditor.formats.workbook import columns
    from maeditor.formats.workbook.capacities import lay_out
    from maeditor.formats.workbook.chosen_columns import facts_plan
    from maeditor.services.long_previews import LONG, beginning_of

    words = sheet_wording(sheet, wording)
    least = LONG if long is None else long
    with runner.read() as queries:
        found = beginning_of(queries, sheet, words.language, rows, least)
    if found is None:
        content = replace(workbook_content(runner, words, sheet), journal=())
        chosen = content.columns
        every: dict[str, Sequence[Any]] = {key: getattr(content, key) for key in _KEYS}
        counts = {key: len(each) for key, each in every.items()}
    else:
        chosen, every, counts = found.columns, dict(found.rows), dict(found.counts)
    capacities = lay_out(every["capacities"], words)
    every["capacities"] = capacities.rows
    if sheet.has(Part.JOURNAL):
        every["journal"], counts["journal"] = first_of_journal(runner, words, rows, least)
    parts = (
        (Part.EVIDENCE, columns.EVIDENCE),
        (Part.SOURCES, columns.SOURCES),
        (Part.CAPACITIES, capacities.plan),
        (Part.CHRONOLOGY, columns.CHRONOLOGY),
        (Part.ENTITIES, columns.ENTITIES),
        (Part.JOURNAL, columns.JOURNAL),
    )
    plans = [facts_plan(chosen), *(plan for part, plan in parts if sheet.has(part))]
    return SheetPreview(tuple(_tab(plan, every[plan.key][:rows], counts[plan.key], words) for plan in plans))


def _tab(plan: SheetPlan, rows: Sequence[Any], count: int, words: Wording) -> TabPreview:
    from maeditor.formats.workbook.shown_cells import CellTexts, shown_columns
    from maeditor.formats.workbook.skeleton import heading_of

    shown = [plan.columns[at] for at in shown_columns(plan)]
    texts = CellTexts(plan, words)
    return TabPreview(
        plan.key,
        words.say(f"workbook.sheet.{plan.key}"),
        tuple(heading_of(plan, column, words) for column in shown),
        tuple(texts.row(each) for each in rows),
        count,
        tuple(column.kind.name.lower() for column in shown),
    )
