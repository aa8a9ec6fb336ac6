"""The printed fact sheet: a PDF with the facts in groups, each entry whole on its page, pages numbered."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from maeditor.domain.errors import ExportError
from maeditor.domain.facts import State
from maeditor.formats.safe_replace import atomic_write
from maeditor.services.fact_sheet import PrintedFact, PrintedGroup, PrintedSheet
from maeditor.ui import fonts
from maeditor.ui.fact_text import ISOLATE, RELEASE, isolated
from maeditor.ui.tokens import LIGHT
from maeditor.wording import Wording

SIGNS = {
    State.PROPOSED: "○",
    State.ACCEPTED: "●",
    State.CORRECTED: "◐",
    State.REJECTED: "×",
    State.DEFERRED: "◌",
}
"""A shape for each state: print is often grey."""
SHORT = 24
"""Characters of a value that is set large."""

UNIT = 10
"""Lengths are tenths of a point: fonts are sized by whole numbers of these, alike on every device."""
DOTS = 1200
WIDTH, HEIGHT = 5953.0, 8419.0
LEFT, TOP, BOTTOM = 510.0, 620.0, 580.0
ACROSS = WIDTH - 2 * LEFT
BAR, VALUE_WIDTH, GUTTER = 70.0, 1330.0, 150.0
ROOM, HEADING_ROOM = 85.0, 240.0
RIGHT = Qt.AlignmentFlag.AlignRight
SLICE = 0.012
"""Seconds of the window's time taken at once."""
Drawn = Callable[[QPainter], None]


def write_fact_sheet(path: Path, sheet: PrintedSheet, words: Wording) -> int:
    """Write the PDF and tell how many pages it has. Raises ExportError; what stood there stays until all is written."""
    steps = _steps(path, sheet, words)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return int(end.value)


class FactSheetPrinting(QObject):
    """The same a little at a time, so that the window goes on: text is laid out where Qt lives, on its own thread."""

    written = Signal(int)
    """All is there, on so many pages."""
    failed = Signal(object)
    """A MaeditorError: nothing was written."""

    def __init__(self, path: Path, sheet: PrintedSheet, words: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = _steps(path, sheet, words)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)
        self._timer.start(0)

    def stop(self) -> None:
        """Give it up: what stood there stays."""
        self._timer.stop()
        self._steps.close()
        self.deleteLater()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        try:
            while perf_counter() < until:
                next(self._steps)
        except StopIteration as end:
            self.written.emit(int(end.value))
            self.stop()
        except ExportError as error:
            self.failed.emit(error)
            self.stop()


def _steps(path: Path, sheet: PrintedSheet, words: Wording) -> Generator[None, None, int]:
    """Lay out, then draw; a step for each fact."""
    pages: list[list[Drawn]] = [[]]
    yield from _laid_out(sheet, pages)
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(DOTS)
    writer.setTitle(sheet.title)
    writer.setCreator("maeditor")
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    try:
        painter.scale(DOTS / 72 / UNIT, DOTS / 72 / UNIT)
        for number, page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            _furnish(painter, sheet, number, len(pages), words)
            for draw in page:
                draw(painter)
                yield
    finally:
        painter.end()
    with atomic_write(path) as file:
        file.write(held.data().data())
    return len(pages)


class _Text:
    """A few lines in a column; never markup: what an article says is only ever text."""

    def __init__(self, width: float) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setTextWidth(width)
        self._cursor = QTextCursor(self.document)
        self._begun = False

    @property
    def height(self) -> float:
        """How high it is."""
        return float(self.document.size().height())

    def line(self, above: float = 0, *, lead: int = 128, quoted: bool = False) -> None:
        """Begin a line, so many tenths of a point below the one before; only what is ``quoted`` has its own way."""
        form = QTextBlockFormat()
        if not quoted:
            form.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        form.setTopMargin(above)
        form.setLineHeight(lead, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def write(self, text: str, points: float, colour: str = LIGHT.text, weight: int = 400, face: str = "") -> None:
        """Write on; ``face`` is ``reading`` or a language for the typeface of articles."""
        form = QTextCharFormat()
        form.setFont(_font(points, weight, face))
        form.setForeground(QColor(colour))
        self._cursor.insertText(text, form)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its corner there."""
        painter.save()
        painter.translate(left, top)
        self.document.drawContents(painter)
        painter.restore()


def _laid_out(sheet: PrintedSheet, pages: list[list[Drawn]]) -> Generator[None, None, None]:
    """Fill each page with what is drawn on it; a heading never stands without its first fact."""
    end = HEIGHT - BOTTOM
    at = TOP + _title(sheet).height
    pages[-1].append(lambda painter: _title(sheet).draw(painter, LEFT, TOP))
    for group in sheet.groups:
        heading = _heading(group).height
        for place, fact in enumerate(group.facts):
            above = heading + HEADING_ROOM if place == 0 else 0.0
            height = max(_value(fact).height, _told(fact).height) + 2 * ROOM
            if at + above + height > end and at > TOP:
                pages.append([])
                at = TOP
            if place == 0:
                at += HEADING_ROOM if at > TOP else 0
                pages[-1].append(partial(_draw_heading, group, at))
                at += heading
            pages[-1].append(partial(_draw_fact, fact, at, height, ruled=place > 0 and at > TOP))
            at += height
            yield


def _title(sheet: PrintedSheet) -> _Text:
    text = _Text(ACROSS)
    text.line(lead=110)
    text.write(isolated(sheet.title), 23, weight=700)
    text.line(50)
    text.write(sheet.subtitle, 9.5, LIGHT.text2)
    return text


def _heading(group: PrintedGroup) -> _Text:
    text = _Text(ACROSS)
    text.line()
    ink = LIGHT.families[group.family].ink if group.family is not None else LIGHT.text
    text.write(isolated(group.title), 12.5, ink, 600)
    text.write(f"  {len(group.facts)}", 9, LIGHT.text3)
    return text


def _value(fact: PrintedFact) -> _Text:
    """The left column: the value, and below it how far the review is."""
    text = _Text(VALUE_WIDTH)
    text.line(lead=112)
    short = len(fact.value) <= SHORT
    text.write(isolated(fact.value), 12.5 if short else 9.5, LIGHT.families[fact.family].ink, 600)
    text.line(30)
    text.write(f"{SIGNS[fact.state]}\u00a0{fact.state_text}", 8, LIGHT.text2)
    text.line(10)
    text.write(fact.label, 8, LIGHT.text3)
    return text


def _told(fact: PrintedFact) -> _Text:
    """The right column: what the value is of, and the passages with their sources."""
    text = _Text(ACROSS - BAR - VALUE_WIDTH - GUTTER)
    if fact.about:
        text.line()
        text.write(isolated(fact.about[0]), 10, weight=600)
        for part in fact.about[1:]:
            text.write(f" · {isolated(part)}", 10, LIGHT.text2)
    for quote, following in zip_longest(fact.quotes, fact.quotes[1:]):
        text.line(45, quoted=True)
        text.write(f"{ISOLATE}{quote.before}", 10, LIGHT.text2, face="reading")
        text.write(quote.text, 10, weight=600 if len(quote.before) > 2 or len(quote.after) > 2 else 400, face="reading")
        text.write(f"{quote.after}{RELEASE}", 10, LIGHT.text2, face="reading")
        # One source below all that it says.
        if following is None or following.source != quote.source:
            text.line(8)
            text.write(" · ".join(isolated(part) for part in quote.source), 8, LIGHT.text3)
    if fact.notes:
        text.line(40)
        text.write(" · ".join(isolated(part) for part in fact.notes), 8, LIGHT.text2)
    return text


def _draw_heading(group: PrintedGroup, at: float, painter: QPainter) -> None:
    text = _heading(group)
    text.draw(painter, LEFT, at)
    colour = LIGHT.families[group.family].line if group.family is not None else LIGHT.control
    painter.fillRect(QRectF(LEFT, at + text.height + 15, ACROSS, 10), QColor(colour))


def _draw_fact(fact: PrintedFact, at: float, height: float, painter: QPainter, *, ruled: bool) -> None:
    if ruled:
        painter.fillRect(QRectF(LEFT, at, ACROSS, 4), QColor(LIGHT.line2))
    line = LIGHT.families[fact.family].line
    painter.fillRect(QRectF(LEFT, at + ROOM, 22, height - 2 * ROOM), QColor(line))
    _value(fact).draw(painter, LEFT + BAR, at + ROOM)
    _told(fact).draw(painter, LEFT + BAR + VALUE_WIDTH + GUTTER, at + ROOM)


def _furnish(painter: QPainter, sheet: PrintedSheet, number: int, count: int, words: Wording) -> None:
    """The head of later pages and the foot of all."""
    foot = HEIGHT - BOTTOM + 160
    painter.fillRect(QRectF(LEFT, foot, ACROSS, 4), QColor(LIGHT.line2))
    painter.setPen(QColor(LIGHT.text3))
    painter.setFont(_font(8))
    if number > 1:
        painter.fillRect(QRectF(LEFT, TOP - 150, ACROSS, 4), QColor(LIGHT.line2))
        title = painter.fontMetrics().elidedText(sheet.title, Qt.TextElideMode.ElideRight, int(ACROSS * 0.7))
        painter.drawText(QRectF(LEFT, TOP - 310, ACROSS, 140), title)
        painter.drawText(QRectF(LEFT, TOP - 310, ACROSS, 140), RIGHT, sheet.date)
    painter.drawText(QRectF(LEFT, foot + 60, ACROSS, 140), "maeditor")
    page = words.say("publishing.page", number=number, count=count)
    painter.drawText(QRectF(LEFT, foot + 60, ACROSS, 140), RIGHT, page)


def _font(points: float, weight: int = 400, face: str = "") -> QFont:
    pixels = round(points * UNIT)
    font = fonts.reading_font(pixels, weight, "fr") if face else fonts.interface_font(pixels, weight)
    # Signs drawn to suit their neighbours have no letter of their own in a PDF: F-0001 could not be sought in it.
    font.setFeature(QFont.Tag("calt"), 0)
    return font
