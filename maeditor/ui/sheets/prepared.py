"""What the sheets view shows of a project, read behind the window."""

from __future__ import annotations

from collections.abc import Sequence

from maeditor.domain.sheets import Sheet
from maeditor.services import listing, sheet_facts
from maeditor.services.runner import ActionRunner
from maeditor.services.since_export import SinceExport
from maeditor.ui import fact_text
from maeditor.ui.sheets.changes_page import SheetChange, Way
from maeditor.wording import Wording

MOST_LISTED = 500
"""Changed facts that are listed; who has more looks at the workbook."""


def counts_of(runner: ActionRunner, sheets: Sequence[Sheet], language: str) -> dict[str, int]:
    """How many facts each sheet holds."""
    found = {}
    for sheet in sheets:
        sure = sheet_facts.how_sure(runner, sheet)
        with runner.read() as queries:
            found[sheet.id] = len(sheet_facts.sheet_order(queries, sheet, language, sure).numbers)
    return found


def changes_of(runner: ActionRunner, since: SinceExport, words: Wording) -> list[SheetChange]:
    """What became of each fact since then, with what it says now; of one that changed, what changed."""
    labels = [(Way.CHANGED, each) for each in since.changed] + [(Way.ADDED, each) for each in since.added]
    labels += [(Way.GONE, each) for each in since.gone]
    labels = labels[:MOST_LISTED]
    numbers = [int(label.rpartition("-")[2]) for _way, label in labels]
    views = {view.fact.number: view for view in listing.views(runner, numbers) if not view.fact.hidden}
    found = []
    for (way, label), number in zip(labels, numbers, strict=True):
        view = views.get(number)
        if view is None:
            found.append(SheetChange(way, label, words.say("sheets.no_more"), ""))
            continue
        value = f"{fact_text.isolated(fact_text.value_text(view, words))} · {fact_text.about_text(view, words)}"
        told = "; ".join(
            words.say("sheets.field_changed", field=each.label, before=each.before or "–", after=each.after or "–")
            for each in since.fields.get(label, ())
        )
        found.append(
            SheetChange(
                way, f"{label}  {fact_text.value_text(view, words)}" if told else label, told or value, view.fact.id
            )
        )
    return found
