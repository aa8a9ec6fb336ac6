"""Drop-downs in the facts' sheet: what is closed refuses anything else, what is free only asks."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from maeditor.formats.workbook.baseline import LISTS_SHEET
from maeditor.formats.workbook.columns import Kind, SheetPlan
from maeditor.formats.workbook.hidden_sheets import FREE
from maeditor.formats.workbook.row_stream import letter_of
from maeditor.wording import Wording

_FARTHEST = "1E+300"


def add_choices(
    page: Worksheet, plan: SheetPlan, lists: Mapping[str, tuple[str, ...]], last_row: int, wording: Wording
) -> None:
    """Offer in every column that comes back what can be chosen there, down to the last row a sheet can have."""
    order = list(lists)
    for at, column in enumerate(plan.columns, 1):
        if not column.taken_back:
            continue
        if lists.get(column.name):
            listed = letter_of(order.index(column.name) + 1)
            formula = f"'{LISTS_SHEET}'!${listed}$2:${listed}${len(lists[column.name]) + 1}"
            choice = DataValidation(type="list", formula1=formula)
            told = "free" if column.name in FREE else "closed"
        elif column.kind is Kind.MEASURE:
            choice = DataValidation(type="decimal", operator="between", formula1=f"-{_FARTHEST}", formula2=_FARTHEST)
            told = "number"
        else:
            continue
        choice.allowBlank = choice.showErrorMessage = True
        choice.errorStyle = "stop" if told == "closed" else "warning"
        choice.errorTitle = wording.say(f"workbook.choice.{told}_title")
        choice.error = wording.say(f"workbook.choice.{told}")
        letter = letter_of(at)
        choice.add(f"{letter}2:{letter}{last_row}")
        page.add_data_validation(choice)
