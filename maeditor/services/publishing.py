"""Exports in every format, chosen by the name of the file: sheets of facts, whole projects, annotated copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from maeditor.domain.errors import ExportError
from maeditor.domain.properties import Family
from maeditor.domain.sheets import Sheet
from maeditor.formats.outgoing.content import OutgoingReport
from maeditor.services import exporting
from maeditor.services.copying import copy_content
from maeditor.services.outgoing import project_content
from maeditor.services.runner import ActionRunner
from maeditor.wording import Wording

Progress: TypeAlias = Callable[[float], None] | None
Cancelled: TypeAlias = Callable[[], bool] | None

WORKBOOK = ".xlsx"
WHOLE = ".jsonl"
"""The format that holds the whole project, whatever is chosen."""
COPIES = (".html", ".docx")
"""Formats that hold one article with its facts."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What an export is of: ``article_id`` for an annotated copy, else a sheet, or everything but what was rejected.

    ``delimiter`` parts the cells of a CSV; empty means the language's own.
    """

    article_id: str = ""
    delimiter: str = ""
    sheet: Sheet | None = None


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What was written; ``remarks`` are sentences on what the format cannot hold as it is."""

    path: Path
    suffix: str
    facts: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    """One export that was asked for."""

    runner: ActionRunner
    path: Path
    wording: Wording
    choices: Choices
    progress: Progress
    cancelled: Cancelled

    @property
    def words(self) -> Wording:
        """The language of the sheet, where it has one of its own."""
        sheet = self.choices.sheet
        return Wording(sheet.language) if sheet is not None and sheet.language else self.wording


def suffix_of(path: Path) -> str:
    """The format that a file's name asks for. Raises ExportError ``export_unknown_suffix`` naming those there are."""
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        raise ExportError("export_unknown_suffix", name=path.name, known=", ".join(_WRITERS))
    return suffix


def publish(
    runner: ActionRunner,
    path: Path,
    wording: Wording,
    choices: Choices = Choices(),
    *,
    progress: Progress = None,
    cancelled: Cancelled = None,
) -> PublishReport:
    """Write what the file's suffix asks for: whole, or what stood there before is untouched. Raises ExportError."""
    suffix = suffix_of(path)
    if exporting.is_project(path):
        raise ExportError("export_onto_project", name=path.name)
    if suffix in COPIES and not choices.article_id:
        raise ExportError("export_article_needed", name=path.name)
    return _WRITERS[suffix](_Order(runner, path, wording, choices, progress, cancelled))


def _workbook(order: _Order) -> PublishReport:
    report = exporting.export_workbook(
        order.runner,
        order.path,
        order.wording,
        order.choices.sheet,
        progress=order.progress,
        cancelled=order.cancelled,
    )
    return PublishReport(order.path, WORKBOOK, report.facts, report.remarks)


def _csv(order: _Order) -> PublishReport:
    from maeditor.formats.outgoing.csv_rows import write_csv

    content = exporting.workbook_content(order.runner, order.wording, order.choices.sheet)
    report = write_csv(
        order.path,
        content.facts,
        order.words,
        delimiter=order.choices.delimiter,
        columns=content.columns,
        progress=order.progress,
        cancelled=order.cancelled,
    )
    return _reported(order, report)


def _web_annotations(order: _Order) -> PublishReport:
    from maeditor.formats.outgoing.web_annotations import write_web_annotations

    content = project_content(order.runner, order.words, order.choices.sheet)
    report = write_web_annotations(order.path, content, progress=order.progress, cancelled=order.cancelled)
    return _reported(order, report)


def _refi_qda(order: _Order) -> PublishReport:
    from maeditor.formats.outgoing.refi_qda import write_refi_qda

    names = {family: order.words.say(f"facts.family_{family.value}") for family in Family}
    content = project_content(order.runner, order.words, order.choices.sheet)
    report = write_refi_qda(order.path, content, names, progress=order.progress, cancelled=order.cancelled)
    return _reported(order, report)


def _json_lines(order: _Order) -> PublishReport:
    from maeditor.services.transferring import write_project

    count = write_project(order.runner, order.path, progress=order.progress, cancelled=order.cancelled)
    return PublishReport(order.path, WHOLE, count, ())


def _html(order: _Order) -> PublishReport:
    from maeditor.formats.outgoing.annotated_html import write_annotated_html

    content = copy_content(order.runner, order.choices.article_id, order.wording)
    report = write_annotated_html(order.path, content, progress=order.progress, cancelled=order.cancelled)
    return _reported(order, report)


def _docx(order: _Order) -> PublishReport:
    from maeditor.formats.outgoing.annotated_docx import write_annotated_docx

    content = copy_content(order.runner, order.choices.article_id, order.wording)
    report = write_annotated_docx(order.path, content, progress=order.progress, cancelled=order.cancelled)
    return _reported(order, report)


def _reported(order: _Order, report: OutgoingReport) -> PublishReport:
    counted = {
        "without_passage": report.without_passage,
        "replaced_characters": report.replaced_characters,
        "long_texts": report.long_texts,
    }
    remarks = tuple(order.wording.say(f"publishing.{name}", count=count) for name, count in counted.items() if count)
    return PublishReport(order.path, order.path.suffix.lower(), report.count, remarks)


_WRITERS: Mapping[str, Callable[[_Order], PublishReport]] = MappingProxyType(
    {
        WORKBOOK: _workbook,
        ".csv": _csv,
        ".jsonld": _web_annotations,
        ".qdpx": _refi_qda,
        WHOLE: _json_lines,
        ".html": _html,
        ".docx": _docx,
    }
)

SUFFIXES = tuple(_WRITERS)
"""Every format, in the order in which they are offered."""
