"""Fact sheets out: a choice of facts with their evidence, sources, capacities and the journal as one workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from maeditor import __version__
from maeditor.domain.articles import Article
from maeditor.domain.changes import Action, Change
from maeditor.domain.errors import ExportError, ProjectError
from maeditor.domain.facts import Standing
from maeditor.domain.record import new_id
from maeditor.domain.sheets import Export, Sheet
from maeditor.formats.workbook import JournalRow, WorkbookContent, WorkbookReport, write_workbook
from maeditor.formats.workbook.baseline import base_row
from maeditor.services.choice_lists import offered_choices
from maeditor.services.chronology_rows import chronology_rows
from maeditor.services.entity_rows import entity_rows
from maeditor.services.journal_rows import journal_rows
from maeditor.services.library import FactView, views_of
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.services.sheet_facts import columns_of, how_sure, sheet_facts, whole_project_sheet
from maeditor.services.sheet_rows import capacity_rows, evidence_row, fact_row, source_rows
from maeditor.services.sheet_words import filter_words
from maeditor.services.since_export import last_exports
from maeditor.services.telling import tell_action
from maeditor.wording import Wording

__all__ = [
    "ExportReport",
    "export_workbook",
    "first_of_journal",
    "is_project",
    "last_exports",
    "sheet_wording",
    "workbook_content",
]

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
    sheet: Sheet | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write a sheet, or everything but what was rejected, and remember what was written.

    What stood at ``path`` is replaced only when all is written. Raises ExportError.
    """
    if is_project(path):
        raise ExportError("export_onto_project", name=path.name)
    gathered = _gather(runner, wording, sheet)
    words = sheet_wording(sheet, wording)
    report = write_workbook(path, gathered.content, words, progress=progress, cancelled=cancelled)
    remarks = _remarks(report, wording)
    if not _remember(runner, path, gathered):
        remarks = (*remarks, wording.say("export.not_remembered"))
    return ExportReport(path, len(gathered.content.facts), report, remarks)


def is_project(path: Path) -> bool:
    """Tell whether an SQLite file stands there, this project or another one: no export may replace it."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False  # nothing there, or nothing that can be read: writing will tell


def workbook_content(runner: ActionRunner, wording: Wording, sheet: Sheet | None = None) -> WorkbookContent:
    """Gather what a workbook holds: the facts of a sheet, or every fact that was not rejected, and their passages."""
    return _gather(runner, wording, sheet).content


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What goes into a workbook, which versions of facts that are, and how far the journal was when they were read."""

    content: WorkbookContent
    sheet_id: str
    versions: Mapping[str, int]
    change_seq: int


def _gather(runner: ActionRunner, wording: Wording, sheet: Sheet | None) -> _Gathered:
    words = sheet_wording(sheet, wording)
    language = words.language
    asked = sheet or whole_project_sheet("")
    sure = how_sure(runner, asked)
    with runner.read() as queries:
        kept = sheet_facts(queries, asked, language, sure)
        views = views_of(queries, kept)
        articles = {each.id: each for each in queries.articles()}
        shown = articles if sheet is None else _sources_of(views, articles)
        versions = [(each, queries.text_version(each.text_id)) for each in shown.values()]
        name, project_id = queries.meta("name") or "", queries.meta("project_id") or ""
        properties, entities = catalogue_of(queries), queries.entities()
        filters = filter_words(asked, properties, words)
        seq = queries.mark().change
    content = WorkbookContent(
        project=name,
        exported_at=runner.clock(),
        editor=runner.editor,
        facts=[fact_row(view, articles, language) for view in views],
        evidence=[evidence_row(view, link, articles, language) for view in views for link in view.evidence],
        sources=list(source_rows(versions, views)),
        capacities=list(capacity_rows(views)),
        journal=journal_rows(_actions(runner), lambda action: tell_action(action, words)),
        title=asked.title,
        filters=filters,
        columns=columns_of(asked, set_aside=any(each.standing is Standing.SET_ASIDE for each in kept)),
        parts=frozenset(asked.parts),
        baseline=(base_row(fact) for fact in kept),
        meta={"project": project_id, "export": new_id(), "sheet": asked.id},
        chronology=chronology_rows(views, language),
        entities=entity_rows(views, entities),
        choices=offered_choices(properties.values(), entities, language),
        program=f"maeditor {__version__}",
    )
    return _Gathered(content, asked.id, {fact.id: fact.version for fact in kept}, seq)


def sheet_wording(sheet: Sheet | None, wording: Wording) -> Wording:
    """The language of a sheet, where it has one of its own."""
    return Wording(sheet.language) if sheet is not None and sheet.language else wording


def _sources_of(views: Iterable[FactView], articles: Mapping[str, Article]) -> dict[str, Article]:
    """The articles that these facts stand in or were found in, in the order of the others."""
    named = {each.passage.article_id for view in views for each in view.evidence}
    named |= {view.fact.article_id for view in views}
    return {article_id: article for article_id, article in articles.items() if article_id in named}


def _remember(runner: ActionRunner, path: Path, gathered: _Gathered) -> bool:
    """Note what was written; the file is there, also where the project cannot be written to."""
    # A name that is no text is kept as it can be shown.
    shown = str(path.absolute()).encode("utf-8", "backslashreplace").decode()
    content = gathered.content
    try:
        with runner.store.write(runner.patience) as unit:
            unit.remember_export(
                Export(
                    content.meta["export"],
                    gathered.sheet_id,
                    shown,
                    content.exported_at,
                    gathered.change_seq,
                    facts=gathered.versions,
                )
            )
    except ProjectError:
        return False
    return True


def first_of_journal(runner: ActionRunner, words: Wording, rows: int, long: int) -> tuple[list[JournalRow], int]:
    """The journal's first rows and the number of all; of a long journal the number of its changes."""
    with runner.read() as queries:
        count = queries.mark().change
    if count < long:
        every = list(journal_rows(_actions(runner), lambda action: tell_action(action, words)))
        return every[:rows], len(every)
    first = journal_rows(_actions(runner, rows), lambda action: tell_action(action, words))
    return list(islice(first, rows)), count


def _actions(runner: ActionRunner, most: int | None = None) -> Iterator[tuple[Action, tuple[Change, ...]]]:
    """The journal oldest first, read in pages so that no read holds the store for long; ``most`` changes an action."""
    after = 0
    while True:
        with runner.read() as queries:
            page = [
                (each, queries.journal.changes(each.id, most)) for each in queries.journal.actions_after(after, PAGE)
            ]
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
