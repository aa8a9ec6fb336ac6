"""The margin beside the text: a chip for each passage at its first line, for mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from maeditor.ui.reader.chip_marks import ChipMarks
from maeditor.ui.reader.surfaces import Surface
from maeditor.ui.reader.view import Highlight
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

CHIP_WIDTH, CHIP_HEIGHT, CHIP_GAP = 25, 20, 4
OVERHANG = 6
"""How far a warning stands out over a chip."""
RING = 4
"""Room for the ring around a chip, beside the text."""
GUTTER_WIDTH = RING + 84 + OVERHANG
"""Two chips and a count."""

_SHOWN_CHIPS = 2


@dataclass(frozen=True, slots=True)
class Chip:
    """A mark in the margin: of one passage, or of those for which there was no room (``more``)."""

    box: QRectF
    highlights: tuple[Highlight, ...]
    more: bool = False


class Gutter(QWidget):
    """Chips beside the lines in view. Arrows walk through the article's passages, Enter or a click chooses the fact."""

    fact_clicked = Signal(str)
    menu_wanted = Signal(object, QPoint)
    """A context menu was asked for about these passages, at a place of the screen."""
    told = Signal(object, QRect, bool)
    """The mouse or the keyboard came to a chip: its passages, its box on the screen, whether to tell at once."""
    wanted = Signal(int, int)
    """The keyboard reached a passage: bring this span into view."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._surface: Surface | None = None
        self._current = ""
        self._chips: list[Chip] | None = None
        self._marks = ChipMarks(theme)
        self._lines: dict[int, list[tuple[float, tuple[Highlight, ...]]]] = {}
        self._version = -1
        self._menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.reword()

    def reword(self) -> None:
        """Take the names of another language."""
        self.setAccessibleName(self._words.say("reader.gutter"))

    def attach(self, surface: Surface) -> None:
        """Stand beside another surface."""
        self._surface = surface
        self.look_again()

    def look_again(self) -> None:
        """Lines have moved or passages changed."""
        self._chips = None
        self.update()

    def chips(self) -> list[Chip]:
        """The chips in view, from top to bottom, in reading order on each line."""
        if self._chips is None:
            self._chips = list(self._place())
        return self._chips

    def _place(self) -> Iterator[Chip]:
        surface = self._surface
        if surface is None or surface.sheet.shown is None or surface.sheet.typography is None:
            return
        painting = surface.sheet.painting
        if painting.version != self._version:
            self._version = painting.version
            self._lines.clear()
        right_to_left = shown_from_right(surface)
        for block, origin in surface.visible_blocks():
            number = block.blockNumber()
            lines = self._lines.get(number)
            if lines is None:
                lines = self._lines[number] = _lines_of(surface, block)
            for middle, found in lines:
                yield from self._on_line(found, origin.y() + middle, right_to_left=right_to_left)

    def _on_line(self, found: tuple[Highlight, ...], middle: float, *, right_to_left: bool) -> Iterator[Chip]:
        width, height, gap = (self._theme.px(each) for each in (CHIP_WIDTH, CHIP_HEIGHT, CHIP_GAP))
        for number in range(min(len(found), _SHOWN_CHIPS + 1)):
            more = number == _SHOWN_CHIPS
            left = self._theme.px(RING) + number * (width + gap)
            if right_to_left:
                left = self.width() - self._theme.px(OVERHANG) - width - number * (width + gap)
            box = QRectF(left, round(middle - height / 2), width, height)
            yield Chip(box, found[number:] if more else (found[number],), more)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._shift())
        selected = self._surface.sheet.painting.selected if self._surface else ""
        ratio = self.devicePixelRatioF()
        for chip in self.chips():
            if chip.more:
                self._paint_count(painter, chip)
            else:
                highlight = chip.highlights[0]
                chosen = highlight.fact_id == selected
                mark = self._marks.chip(highlight, chosen, chip.box.size(), ratio)
                painter.drawPixmap(chip.box.topLeft(), mark)
            if self.hasFocus() and chip is self._current_chip():
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(chip.box.adjusted(-2, -2, 2, 2), 8, 8)
        # Warnings last: they reach over the chip beside.
        for chip in self.chips():
            highlight = chip.highlights[0]
            if not chip.more and (highlight.conflicted or highlight.doubtful):
                self._marks.corner(painter, chip.box, "danger" if highlight.conflicted else "warn")
        painter.end()

    def _paint_count(self, painter: QPainter, chip: Chip) -> None:
        painter.setFont(self._theme.ui_font(11, 600))
        painter.setPen(self._theme.colour("text2"))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(chip.box, side, self._words.say("reader.more", count=len(chip.highlights)))

    def _shift(self) -> int:
        """How far under our top the viewport begins, in whose coordinates chips stand."""
        if self._surface is None:
            return 0
        return self.mapFromGlobal(self._surface.viewport().mapToGlobal(QPoint(0, 0))).y()

    def chip_at(self, point: QPointF) -> Chip | None:
        """The chip under a point of this widget."""
        place = point - QPointF(0, self._shift())
        return next((chip for chip in self.chips() if chip.box.adjusted(-2, -4, 2, 4).contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over chips, and what they stand for."""
        chip = self.chip_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if chip is None else Qt.CursorShape.PointingHandCursor)
        self._tell(chip, at_once=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the fact of the chip under the mouse."""
        chip = self.chip_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and chip is not None:
            self._choose(chip)
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about a chip, by the mouse or for the one that the keyboard is on."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        chip = self._current_chip() if by_key else self.chip_at(QPointF(event.pos()))
        if chip is not None:
            corner = self.mapToGlobal((chip.box.bottomLeft() + QPointF(0, self._shift())).toPoint())
            self.menu_wanted.emit(chip.highlights, corner if by_key else event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text: the margin is part of the page."""
        if self._surface is not None:
            QApplication.sendEvent(self._surface.viewport(), event)

    def _choose(self, chip: Chip) -> None:
        if not chip.more:
            self._current = chip.highlights[0].evidence_id
            self.fact_clicked.emit(chip.highlights[0].fact_id)
            return
        menu = self._menu
        menu.clear()
        for highlight in chip.highlights:
            action = menu.addAction(highlight.label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, fact=highlight.fact_id: self.fact_clicked.emit(fact))
        corner = chip.box.bottomLeft() + QPointF(0, self._shift())
        menu.popup(self.mapToGlobal(corner.toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the passages, Enter and Space choose."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            current = self._current_highlight()
            if current is not None:
                self.fact_clicked.emit(current.fact_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first chip in view."""
        if self._current_chip() is None and self.chips():
            self._current = self.chips()[0].highlights[0].evidence_id
        self._tell_current(tip=False)
        super().focusInEvent(event)

    def _walk(self, step: int) -> None:
        """Go to the next passage of the article in either direction, in view or not."""
        if self._surface is None:
            return
        painting = self._surface.sheet.painting
        order = [painting.seen(number) for number in painting.index.in_order()]
        if not order:
            return
        at = next((n for n, each in enumerate(order) if each.evidence_id == self._current), None)
        at = (0 if step > 0 else len(order) - 1) if at is None else min(max(at + step, 0), len(order) - 1)
        self._current = order[at].evidence_id
        self.wanted.emit(order[at].start, order[at].end)
        self._tell_current(tip=True)

    def _tell_current(self, *, tip: bool) -> None:
        current = self._current_highlight()
        self.setAccessibleDescription(current.label if current else "")
        chip = self._current_chip()
        if tip:
            self._tell(chip, at_once=True)
        self.update()

    def _current_highlight(self) -> Highlight | None:
        if self._surface is None:
            return None
        return next((h for h in self._surface.sheet.painting.highlights if h.evidence_id == self._current), None)

    def _current_chip(self) -> Chip | None:
        return next((c for c in self.chips() if any(h.evidence_id == self._current for h in c.highlights)), None)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over no chip any longer."""
        self.told.emit((), QRect(), False)
        super().leaveEvent(event)

    def _tell(self, chip: Chip | None, *, at_once: bool) -> None:
        """Say what a chip stands for, and where it is on the screen."""
        if chip is None:
            self.told.emit((), QRect(), False)
        else:
            corner = (chip.box.topLeft() + QPointF(0, self._shift())).toPoint()
            self.told.emit(chip.highlights, QRect(self.mapToGlobal(corner), chip.box.size().toSize()), at_once)


def _lines_of(surface: Surface, block: QTextBlock) -> list[tuple[float, tuple[Highlight, ...]]]:
    """The facts whose passages begin on each line of a block, with the middle of their chips under the block's top."""
    sheet = surface.sheet
    shown, painting = sheet.shown, sheet.painting
    if shown is None or sheet.typography is None:
        return []
    lines: dict[int, dict[str, Highlight]] = {}
    start, end = shown.line_span(block.blockNumber())
    # A passage that begins in the hidden marks before a line stands on the line.
    start = min(start, shown.line_start(block.blockNumber()))
    layout = block.layout()
    for number in painting.index.starting_in(start, end):
        highlight = painting.seen(number)
        unit = shown.positions.to_units(shown.shown_start(highlight.start)) - block.position()
        line = layout.lineForTextPosition(max(unit, 0))
        if line.isValid():
            lines.setdefault(line.lineNumber(), {}).setdefault(highlight.fact_id, highlight)
    raised = 5.5 * sheet.typography.scale
    return [
        ((line := layout.lineAt(number)).y() + line.ascent() - raised, tuple(found.values()))
        for number, found in lines.items()
    ]


def shown_from_right(surface: Surface) -> bool:
    """Tell whether the surface's text runs from right to left."""
    typography = surface.sheet.typography
    return typography is not None and typography.right_to_left
