"""The Excel fact sheet: one workbook with facts, their passages, sources, capacities with a chart, and the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from maeditor.formats.workbook.content import (
    CapacityRow,
    ChronologyRow,
    EntityRow,
    EvidenceRow,
    FactRow,
    JournalRow,
    LongText,
    SourceRow,
    WorkbookContent,
    WorkbookReport,
)
from maeditor.wording import Wording

__all__ = [
    "CapacityRow",
    "ChronologyRow",
    "EntityRow",
    "EvidenceRow",
    "FactRow",
    "JournalRow",
    "LongText",
    "SourceRow",
    "WorkbookContent",
    "WorkbookReport",
    "write_workbook",
]


def write_workbook(
    path: Path,
    content: WorkbookContent,
    wording: Wording,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> WorkbookReport:
    """Write the workbook to ``path``: whole, or what stood there before is untouched.

    ``progress`` hears a part of 1 every few hundred rows; when ``cancelled`` says so, nothing is left behind and
    ExportError ``export_cancelled`` is raised. Raises ExportError also for what keeps the file from being written.
    """
    # openpyxl costs 0.3 s to import; a window must not wait for it at start.
    from maeditor.formats.workbook.writer import write_into

    return write_into(path, content, wording, progress, cancelled)
