"""A workbook as it comes back, made by hand from facts: what was exported, and the cells as somebody left them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from services_project import Project

from maeditor.domain.facts import Fact
from maeditor.domain.merge import MERGED_FIELDS, Correction, MergeState
from maeditor.formats.returned import Returned, ReturnedRow, ReturnedWorkbook
from maeditor.formats.workbook.baseline import base_row
from maeditor.services.annotating import FactDraft, FactStatement, record_fact
from maeditor.services.merging import Corrections, compared
from maeditor.wording import Wording

PATH = Path("retour.xlsx")


def fact_of(project: Project, fact_id: str) -> Fact:
    with project.runner.read() as queries:
        return queries.fact(fact_id)


def recorded(project: Project, quote: str, **said: object) -> Fact:
    """A person's fact on a quote of the article."""
    statement = FactStatement(**{"property": "capacity_power", "subject": "Rifdata", **said})  # type: ignore[arg-type]
    done = record_fact(project.runner, FactDraft(project.article_id, project.span(quote), statement))
    return fact_of(project, done.record_ids("facts")[0])


def cells_of(fact: Fact) -> dict[str, Returned]:
    """The cells of a fact as they were exported: empty ones hold nothing."""
    texts = dict(zip(MERGED_FIELDS, base_row(fact)[3:], strict=True))
    return {name: text or None for name, text in texts.items()}


def meta_of(project: Project, language: str = "fr") -> dict[str, str]:
    with project.runner.read() as queries:
        identity = queries.meta("project_id") or ""
    return {"project": identity, "export": "e-1", "at": "2026-05-08T10:00:00Z", "sheet": "", "language": language}


def book(
    project: Project,
    exported: Iterable[Fact],
    changes: Mapping[str, Mapping[str, Returned]] | None = None,
    *,
    added: Iterable[Mapping[str, Returned]] = (),
    without: Iterable[str] = (),
    language: str = "fr",
) -> ReturnedWorkbook:
    """What came back of these facts: ``changes`` by fact id, rows ``added`` at the end, ``without`` some."""
    facts, gone = list(exported), set(without)
    rows = [
        ReturnedRow(at, each.id, each.label, {**cells_of(each), **(changes or {}).get(each.id, {})})
        for at, each in enumerate(facts, 2)
        if each.id not in gone
    ]
    rows += [ReturnedRow(len(facts) + 2 + at, "", "", cells) for at, cells in enumerate(added)]
    base = {each.id: base_row(each) for each in facts}
    return ReturnedWorkbook(meta_of(project, language), base, tuple(rows), language)


def corrections(project: Project, returned: ReturnedWorkbook, language: str = "fr") -> Corrections:
    return compared(project.runner, returned, PATH, Wording(language))


def states(found: Corrections) -> dict[tuple[str, str], MergeState]:
    return {(each.number, each.field): each.state for each in found.items}


def only(found: Corrections) -> Correction:
    assert len(found.items) == 1, found.items
    return found.items[0]
