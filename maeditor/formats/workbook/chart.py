"""The native chart beside the capacities: a bar a fact, a series a lifecycle, a whisker for a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal
from xml.sax.saxutils import escape

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from maeditor.formats.workbook.capacities import MOST_BARS, CapacitySheet, chart_place, drawn, label_of
from maeditor.formats.workbook.cell_text import fit
from maeditor.formats.workbook.row_stream import letter_of
from maeditor.formats.workbook.styles import BRAND, LINE
from maeditor.wording import Wording

_INK = "1D2522"
_WIDTH_CM = 27.0
_FRAME_CM = 4.6
_BAR_CM = 0.72
_UNNAMED = re.compile(rb'(<(?:xdr:)?cNvPr id="[0-9]+") name="[^"]*" */>')
_QUOTES = {'"': "&quot;", "\n": " "}


@dataclass(frozen=True, slots=True)
class _Mark:
    """How a lifecycle is drawn: filled is there, hollow is meant, pale and dashed is only said."""

    fill: str
    line: str
    dash: Literal["solid", "sysDash", "sysDot"] = "solid"


_MARKS = {
    "operational": _Mark(BRAND, BRAND),
    "under_construction": _Mark("7DB8B1", BRAND),
    "planned": _Mark("", BRAND),
    "announced": _Mark("E4EFED", BRAND, "sysDash"),
    "cancelled": _Mark("", "B0341B", "sysDot"),
    "unknown": _Mark("D5DCD8", "66706B"),
}


def add_capacity_chart(sheet: Worksheet, capacities: CapacitySheet, wording: Wording) -> None:
    """Put the chart to the right of the table; without a single power there is none."""
    if not capacities.bars:
        return
    plan, last = capacities.plan, capacities.bars + 1
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "clustered", 100, 55
    # With a filter set in the sheet only what it leaves is drawn.
    chart.visible_cells_only = True
    for lifecycle in capacities.lifecycles:
        column = plan.position(f"drawn_{lifecycle}")
        series = Series(Reference(sheet, min_col=column, min_row=2, max_row=last), title=None)
        series.tx = _heading(sheet, column)
        series.cat = AxDataSource(strRef=StrRef(f=_cells(sheet, plan.position("label"), 2, last)))
        _style(series, _MARKS[lifecycle])
        if capacities.has_ranges:
            series.errBars = _whiskers(_cells(sheet, plan.position("reach"), 2, last))
        chart.series.append(series)
    _title(chart, capacities, wording)
    _axes(chart, capacities, wording)
    chart.legend.position = "t"
    drawing: Any = chart  # its stub says whole centimetres
    drawing.width, drawing.height = _WIDTH_CM, _FRAME_CM + _BAR_CM * max(capacities.bars, 4)
    sheet.add_chart(chart, chart_place(capacities))


def describe_chart(drawing: bytes, capacities: CapacitySheet, wording: Wording) -> bytes:
    """Give the chart in a drawing part a name and the text that a screen reader says; openpyxl writes neither."""
    shown = capacities.rows[: capacities.bars]
    ends = {"largest": label_of(shown[0], wording), "smallest": label_of(shown[-1], wording)}
    told = wording.say("workbook.chart.description", count=len(shown), **ends)
    named = {"name": wording.say("workbook.chart_line"), "descr": told}
    attributes = "".join(f' {key}="{escape(fit(text)[0], _QUOTES)}"' for key, text in named.items())
    return _UNNAMED.sub(lambda found: found[1] + attributes.encode() + b"/>", drawing, count=1)


def _title(chart: BarChart, capacities: CapacitySheet, wording: Wording) -> None:
    shown = "all" if capacities.bars < MOST_BARS else "largest"
    title = wording.say(f"workbook.chart.title_{shown}", count=capacities.bars)
    chart.title = _text(title, 1400, bold=True)


def _axes(chart: BarChart, capacities: CapacitySheet, wording: Wording) -> None:
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblPos = "low"
    chart.x_axis.txPr = _labels()
    chart.x_axis.majorTickMark = "none"
    # The categories run downwards, so the far end of their axis is where the scale belongs.
    chart.y_axis.crosses = "max"
    chart.y_axis.number_format = "#,##0.###" if _small(capacities) else "#,##0"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE, w=6350)))
    chart.y_axis.txPr = _labels()
    if capacities.logarithmic:
        chart.y_axis.scaling.logBase = 10
        chart.y_axis.scaling.min = _decade_below(capacities)
        chart.x_axis.crosses = "min"
    elif min(_values(capacities)) >= 0:
        chart.y_axis.scaling.min = 0
    scale = "axis_logarithmic" if capacities.logarithmic else "axis"
    chart.y_axis.title = _text(wording.say(f"workbook.chart.{scale}"), 1000)


def _values(capacities: CapacitySheet) -> list[float]:
    return [float(value) for row in capacities.rows[: capacities.bars] if (value := drawn(row)) is not None]


def _small(capacities: CapacitySheet) -> bool:
    return min(_values(capacities)) < 1


def _decade_below(capacities: CapacitySheet) -> float:
    # A bar needs some length: the smallest value must not stand on the edge.
    least, decade = min(_values(capacities)), 1.0
    while decade > least / 2:
        decade /= 10
    while decade * 10 <= least / 2:
        decade *= 10
    return decade


def _style(series: Any, mark: _Mark) -> None:  # noqa: ANN401
    line = LineProperties(solidFill=mark.line, w=15875, prstDash=mark.dash)
    series.graphicalProperties = (
        GraphicalProperties(solidFill=mark.fill, ln=line) if mark.fill else GraphicalProperties(noFill=True, ln=line)
    )
    series.invertIfNegative = False


def _whiskers(cells: str) -> ErrorBars:
    return ErrorBars(
        errBarType="plus",
        errValType="cust",
        noEndCap=False,
        plus=NumDataSource(numRef=NumRef(f=cells)),
        spPr=GraphicalProperties(ln=LineProperties(solidFill=_INK, w=15875)),
    )


def _heading(sheet: Worksheet, column: int) -> SeriesLabel:
    return SeriesLabel(strRef=StrRef(f=_cells(sheet, column, 1, 1)))


def _cells(sheet: Worksheet, column: int, first: int, last: int) -> str:
    letter = letter_of(column)
    name = sheet.title.replace("'", "''")
    end = f":${letter}${last}" if last > first else ""
    return f"'{name}'!${letter}${first}{end}"


def _labels() -> RichText:
    properties = CharacterProperties(sz=900, solidFill=_INK)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])


def _text(words: str, size: int, *, bold: bool = False) -> Title:
    properties = CharacterProperties(sz=size, b=bold, solidFill=_INK)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), r=[RegularTextRun(rPr=properties, t=words)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)
