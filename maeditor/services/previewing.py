"""What the workbook of a sheet would hold, tab by tab: its first rows as they will read, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maeditor.domain.sheets import Part, Sheet
from maeditor.services.exporting import sheet_wording, workbook_content
from maeditor.services.runner import ActionRunner
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.formats.workbook.columns import SheetPlan

ROWS = 200


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


def preview(runner: ActionRunner, sheet: Sheet, wording: Wording, rows: int = ROWS) -> SheetPreview:
    """Show what exporting a sheet now would write; in the sheet's language, where it has one."""
    # openpyxl costs 0.3 s to import; a window must not wait for it at start.
    from maeditor.formats.workbook import columns
    from maeditor.formats.workbook.capacities import lay_out
    from maeditor.formats.workbook.chosen_columns import facts_plan

    words = sheet_wording(sheet, wording)
    content = workbook_content(runner, words, sheet)
    capacities = lay_out(content.capacities, words)
    parts: tuple[tuple[Part, SheetPlan, Iterable[Any]], ...] = (
        (Part.EVIDENCE, columns.EVIDENCE, content.evidence),
        (Part.SOURCES, columns.SOURCES, content.sources),
        (Part.CAPACITIES, capacities.plan, capacities.rows),
        (Part.CHRONOLOGY, columns.CHRONOLOGY, content.chronology),
        (Part.ENTITIES, columns.ENTITIES, content.entities),
        (Part.JOURNAL, columns.JOURNAL, content.journal),
    )
    chosen = [(facts_plan(sheet.columns), content.facts)]
    tabs = [*chosen, *((plan, each) for part, plan, each in parts if sheet.has(part))]
    return SheetPreview(tuple(_tab(plan, list(each), words, rows) for plan, each in tabs))


def _tab(plan: SheetPlan, every: Sequence[Any], words: Wording, rows: int) -> TabPreview:
    from maeditor.formats.workbook.shown_cells import CellTexts, shown_columns
    from maeditor.formats.workbook.skeleton import heading_of

    shown = [plan.columns[at] for at in shown_columns(plan)]
    texts = CellTexts(plan, words)
    return TabPreview(
        plan.key,
        words.say(f"workbook.sheet.{plan.key}"),
        tuple(heading_of(plan, column, words) for column in shown),
        tuple(texts.row(each) for each in every[:rows]),
        len(every),
        tuple(column.kind.name.lower() for column in shown),
    )
