"""Reading back a workbook that maeditor exported and somebody else saved."""

from __future__ import annotations

from maeditor.formats.returned.content import (
    BESIDE,
    LIMITS,
    Limits,
    NotCalculated,
    Remark,
    Returned,
    ReturnedRow,
    ReturnedWorkbook,
)
from maeditor.formats.returned.reading import read_workbook

__all__ = [
    "BESIDE",
    "LIMITS",
    "Limits",
    "NotCalculated",
    "Remark",
    "Returned",
    "ReturnedRow",
    "ReturnedWorkbook",
    "read_workbook",
]
