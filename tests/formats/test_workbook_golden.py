"""The whole workbook against the one last looked at: a change of any cell, style or width is meant, or it is a fault.

After a meant change: ``MAEDITOR_GOLDEN=write pytest tests/formats/test_workbook_golden.py`` and look at the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from workbook_samples import content, part, written

GOLDEN = Path(__file__).parent.parent / "golden"


def _dump(path: Path) -> dict[str, Any]:
    book = openpyxl.load_workbook(path)
    sheets = {}
    for page in book.worksheets:
        sheets[page.title] = {
            "cells": {
                cell.coordinate: f"{cell.value!r} | {_look(cell)}"
                for row in page.iter_rows()
                for cell in row
                if cell.value is not None
            },
            "widths": {letter: size.width for letter, size in sorted(page.column_dimensions.items())},
            "heights": {str(row): size.height for row, size in sorted(page.row_dimensions.items()) if size.height},
            "row height": page.sheet_format.defaultRowHeight,
            "shown": page.sheet_state,
            "hidden columns": sorted(letter for letter, size in page.column_dimensions.items() if size.hidden),
            "frozen": page.freeze_panes,
            "tables": {table.name: table.ref for table in page.tables.values()},
            "rules": [
                f"{area.sqref} {rule.type} {rule.formula}"
                for area, rules in page.conditional_formatting._cf_rules.items()
                for rule in rules
            ],
            "choices": [
                f"{choice.sqref} {choice.formula1} {choice.errorStyle}"
                for choice in page.data_validations.dataValidation
            ],
            "print": [page.print_title_rows, page.page_setup.orientation, page.page_setup.fitToWidth],
        }
    return {"sheets": sheets, "chart": part(path, "xl/charts/chart1.xml").replace("><", ">\n<").splitlines()}


def _look(cell: Any) -> str:
    told = [cell.data_type, cell.number_format, cell.font.name, f"{cell.font.sz:g}", cell.alignment.vertical or ""]
    told += (
        ["bold"] * bool(cell.font.b) + ["wrap"] * bool(cell.alignment.wrap_text) + ["quoted"] * bool(cell.quotePrefix)
    )
    told += ["from the right"] * (cell.alignment.readingOrder == 2)
    told += [cell.fill.fgColor.rgb] * bool(cell.fill.fill_type)
    return " ".join(told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_workbook_is_the_one_last_looked_at(tmp_path: Path, language: str) -> None:
    """A changed number format or a lost column would be noticed by readers only."""
    path = tmp_path / "o.xlsx"
    written(path, content(), language)
    told = json.loads(json.dumps(_dump(path), ensure_ascii=False, default=str))
    golden = GOLDEN / f"workbook_{language}.json"
    if os.environ.get("MAEDITOR_GOLDEN") == "write":
        golden.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    assert told == json.loads(golden.read_text("utf-8"))
