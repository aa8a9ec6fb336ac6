"""The passage in the reading typeface, the value washed and underlined; plain text only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.properties import Family
from maeditor.ui.held_figures import held
from maeditor.ui.text_positions import TextPositions
from maeditor.ui.theme import Theme

LINE, ARABIC_LINE = 25.0, 30.0
SIZE, ARABIC_SIZE = 16, 18


class QuoteView(QWidget):
    """Wrapped lines of an article."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._language = "fr"
        self._right_to_left = False
        self._family = Family.CAPACITY
        self._marked: tuple[tuple[int, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    def show_text(
        self, text: str, marked: tuple[tuple[int, int], ...], language: str, family: Family, *, right_to_left: bool
    ) -> None:
        """Show a text with spans (code points) marked in a family's colours."""
        positions = TextPositions(text)
        self._text, self._language, self._family = held(text), language, family
        self._right_to_left = right_to_left
        self._marked = tuple((positions.to_units(start), positions.to_units(end)) for start, end in marked)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        return round(self._broken(width).lineCount() * self._pitch()) + self._theme.px(8)

    def sizeHint(self) -> QSize:
        """For the width it has."""
        width = max(self.width(), self._theme.px(120))
        return QSize(self._theme.px(120), self.heightForWidth(width))

    def marked_boxes(self) -> list[QRectF]:
        """Where the marked spans stand: a box a line."""
        layout = self._broken(self.width())
        return [box for at in range(layout.lineCount()) for box in self._boxes(layout.lineAt(at), at)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw washes, underlines, then the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.family(self._family)
        layout = self._broken(self.width())
        pitch = self._pitch()
        for at in range(layout.lineCount()):
            for box in self._boxes(layout.lineAt(at), at):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour_of(colours.wash))
                painter.drawRoundedRect(box, 3, 3)
                painter.setBrush(self._theme.colour_of(colours.line))
                painter.drawRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2))
        painter.setPen(self._theme.colour("text"))
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            line.draw(painter, QPointF(0, at * pitch + (pitch - line.height()) / 2 - line.y()))

    def _pitch(self) -> float:
        return (ARABIC_LINE if self._right_to_left else LINE) * self._theme.scale

    def _broken(self, width: int) -> QTextLayout:
        size = ARABIC_SIZE if self._right_to_left else SIZE
        layout = QTextLayout(self._text, self._theme.reading_font(size, 400, self._language))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = Qt.LayoutDirection.RightToLeft if self._right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(rtl)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _boxes(self, line: QTextLine, at: int) -> list[QRectF]:
        pitch, first = self._pitch(), line.textStart()
        last = first + line.textLength()
        boxes: list[QRectF] = []
        for start, end in self._marked:
            a, b = max(start, first), min(end, last)
            if a >= b:
                continue
            for run in line.glyphRuns(a, b - a):
                found = run.boundingRect()
                wide = QRectF(found.left() - 2, at * pitch + pitch * 0.08, found.width() + 4, pitch * 0.88)
                if boxes and wide.left() <= boxes[-1].right() + 1:
                    boxes[-1] = boxes[-1].united(wide)
                else:
                    boxes.append(wide)
        return boxes
