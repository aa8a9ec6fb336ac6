"""What cells read on the screen once the workbook is open, as texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any, TypeAlias

from maeditor.domain.units import MONEY, is_unit, unit
from maeditor.formats.workbook import cell_text
from maeditor.formats.workbook.cells import utc_moment, word_of
from maeditor.formats.workbook.columns import Column, Kind, SheetPlan
from maeditor.formats.workbook.styles import MOST_DECIMALS
from maeditor.wording import Wording

Show: TypeAlias = Callable[[Any], str]

_GROUP = {"fr": "\u202f", "en": ","}
_POINT = {"fr": ",", "en": "."}
_EXACT_DIGITS = 15
_CENTS = 2


def shown_columns(plan: SheetPlan) -> tuple[int, ...]:
    """Which columns of a sheet are to be seen, by their places."""
    return tuple(at for at, column in enumerate(plan.columns) if not column.hidden)


class CellTexts:
    """Words the cells of a sheet as a spreadsheet in the workbook's language shows them."""

    def __init__(self, plan: SheetPlan, wording: Wording) -> None:
        self._plan, self._wording = plan, wording
        self._places = shown_columns(plan)
        self._shown = [self._show(plan.columns[at]) for at in self._places]

    def row(self, row: Any) -> tuple[str, ...]:  # noqa: ANN401 - what the plan reads
        """One row, without its hidden columns."""
        values: Sequence[Any] = self._plan.read(row)
        cells = ((show, values[at]) for show, at in zip(self._shown, self._places, strict=True))
        return tuple("" if value is None or value == "" else show(value) for show, value in cells)

    def _show(self, column: Column) -> Show:
        match column.kind:
            case Kind.WORD:
                return lambda value: "; ".join(word_of(column.words, key, self._wording) for key in value.split("; "))
            case Kind.NUMBER:
                return self._number
            case Kind.MEASURE:
                return self._measure
            case Kind.PERCENT:
                return _percent
            case Kind.MOMENT:
                return _moment
            case Kind.YES_NO:
                return lambda value: self._wording.say("sheet.true" if value else "sheet.false")
            case Kind.LINK:
                label = self._wording.say("workbook.open_link")
                return lambda value: label if cell_text.can_link(column.before + value) else ""
            case Kind.TEXT | Kind.PROSE | Kind.FAINT | Kind.STORED | Kind.DATE:
                # Whole days are dates, written as they are kept; the rest is text anyway.
                return str

    def _measure(self, value: tuple[Decimal | int, str]) -> str:
        number, code = value
        money = is_unit(code) and unit(code).dimension == MONEY
        least = _CENTS if money and str(number)[-2:-1] == "." else 0
        return self._number(number, least)

    def _number(self, value: Decimal | int, least: int = 0) -> str:
        number = Decimal(value)
        if not number.is_finite() or abs(number.adjusted()) > _EXACT_DIGITS:
            return str(value)
        text = format(number, "f")
        whole, _point, decimals = text.lstrip("-").partition(".")
        if len((whole + decimals).lstrip("0")) > _EXACT_DIGITS:
            return text
        point, group = _POINT[self._wording.language], _GROUP[self._wording.language]
        sign = "-" if text.startswith("-") else ""
        if len(decimals) > MOST_DECIMALS:
            return f"{sign}{whole}{point}{decimals}"
        decimals = decimals.ljust(least, "0")
        grouped = f"{int(whole):,}".replace(",", group)
        return f"{sign}{grouped}{point}{decimals}" if decimals else f"{sign}{grouped}"


def _percent(value: Decimal | float) -> str:
    return f"{Decimal(str(value)) * 100:.0f}%" if isfinite(value) else str(value)


def _moment(value: str) -> str:
    moment = utc_moment(value)
    return value if moment is None else f"{moment:%Y-%m-%d %H:%M:%S}"
