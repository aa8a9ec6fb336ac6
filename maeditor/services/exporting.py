"""Fact sheets out: the project's facts, evidence, sources, capacities and journal as one workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from maeditor.domain.changes import Action, Change
from maeditor.domain.errors import ExportError
from maeditor.domain.facts import State
from maeditor.formats.workbook import WorkbookContent, WorkbookReport, write_workbook
from maeditor.services.journal_rows import journal_rows
from maeditor.services.library import views_of
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_rows import capacity_rows, evidence_row, fact_row, source_rows
from maeditor.services.telling import tell_action
from maeditor.wording import Wording

SQLITE = b"SQLite format 3\0"

PAGE = 200
"""Actions read at once for the journal's sheet."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was exported; ``remarks`` are sentences on what a workbook cannot hold as it is."""

    path: Path
    facts: int
    workbook: WorkbookReport
    remarks: tuple[str, ...]


def export_workbook(
    runner: ActionRunner,
    path: Path,
    wording: Wording,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the fact sheet; what stood at ``path`` is replaced only when all is written. Raises ExportError."""
    if is_project(path):
        raise ExportError("export_onto_project", name=path.name)
    content = workbook_content(runner, wording)
    report = write_workbook(path, content, wording, progress=progress, cancelled=cancelled)
    return ExportReport(path, len(content.facts), report, _remarks(report, wording))


def is_project(path: Path) -> bool:
    """Tell whether an SQLite file stands there, this project or another one: no export may replace it."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False  # nothing there, or nothing that can be read: writing will tell


def workbook_content(runner: ActionRunner, wording: Wording) -> WorkbookContent:
    """Gather what a workbook holds: every fact that was not rejected, and every passage of these."""
    language = wording.language
    with runner.read() as queries:
        articles = {each.id: each for each in queries.articles()}
        versions = [(each, queries.text_version(each.text_id)) for each in articles.values()]
        kept = [fact for fact in queries.facts() if fact.state is not State.REJECTED]
        views = views_of(queries, kept)
        name = queries.meta("name") or ""
    return WorkbookContent(
        project=name,
        exported_at=runner.clock(),
        editor=runner.editor,
        facts=[fact_row(view, articles, language) for view in views],
        evidence=[evidence_row(view, link, articles, language) for view in views for link in view.evidence],
        sources=list(source_rows(versions, views)),
        capacities=list(capacity_rows(views)),
        journal=journal_rows(_actions(runner), lambda action: tell_action(action, wording)),
    )


def _actions(runner: ActionRunner) -> Iterator[tuple[Action, tuple[Change, ...]]]:
    """The journal oldest first, read in pages so that no read holds the store for long."""
    after = 0
    while True:
        with runner.read() as queries:
            page = [(each, queries.journal.changes(each.id)) for each in queries.journal.actions_after(after, PAGE)]
        if not page:
            return
        yield from page
        after = page[-1][0].seq


def _remarks(report: WorkbookReport, wording: Wording) -> tuple[str, ...]:
    remarks = [
        wording.say("export.long_text", sheet=each.sheet, cell=each.cell, kept_in=each.kept_in)
        for each in report.long_texts
    ]
    if report.replaced_characters:
        remarks.append(wording.say("export.replaced_characters", count=report.replaced_characters))
    return tuple(remarks)
