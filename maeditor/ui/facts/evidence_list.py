"""The passages a fact rests on, each a way into its article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Role
from maeditor.services.library import EvidenceView, FactView
from maeditor.ui import fact_text
from maeditor.ui.facts.quoting import Quote, quote_of
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LINES, SIZE, LEADING = 3, 14, 21
LEFT, RIGHT, ABOVE = 12, 30, 3
BAR, ARROW = 3, 15
MOST_SHOWN = 12
"""Passages set at once; of a fact that a text repeats by the hundred, the others are counted."""


class EvidenceList(QWidget):
    """Each passage in its sentence, with the family's colour at its side."""

    opened = Signal(str, int, int)
    removed = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rest = QLabel(self)
        self._rest.hide()
        self.quotes: list[QuoteButton] = []
        self.surroundings: Callable[[Sequence[Passage]], Sequence[tuple[str, str]]] = _kept
        """Where the text around a passage comes from; without a source, what the passage itself keeps."""

    def show_evidence(self, view: FactView) -> None:
        """Show a fact's passages."""
        self._column.setSpacing(self._theme.px(5))
        for quote in self.quotes:
            self._column.removeWidget(quote)
            quote.hide()
            quote.deleteLater()
        colour = self._theme.family(view.property.family).line
        links = view.evidence[:MOST_SHOWN]
        passages = [link.passage for link in links]
        self.quotes = [
            QuoteButton(link, quote_of(link.passage, *around), colour, self._theme, self._words, self)
            for link, around in zip(links, self.surroundings(passages), strict=True)
        ]
        self._column.removeWidget(self._rest)
        for quote in self.quotes:
            self._column.addWidget(quote)
            quote.show()
        self._column.addWidget(self._rest)
        self._count_rest(len(view.evidence) - len(links))

    def _count_rest(self, count: int) -> None:
        """Say how many passages are not shown."""
        self._rest.setVisible(count > 0)
        if count > 0:
            self._rest.setText(self._words.say("facts.more_evidence", count=count))
            self._rest.setFont(self._theme.ui_font(12))
            self._rest.setStyleSheet(f"color: {self._theme.tokens.text2};")


class QuoteButton(QAbstractButton):
    """One passage; a click or Enter opens it, Delete or the menu detaches it."""

    def __init__(
        self, link: EvidenceView, quote: Quote, colour: str, theme: Theme, words: Words, parent: EvidenceList
    ) -> None:
        super().__init__(parent)
        self._link, self._colour, self._theme, self._words, self._list = link, colour, theme, words, parent
        self._quote = quote
        passage = link.passage
        shown = words.say("facts.quote", quote=fact_text.isolated(self._quote.text))
        self.setText(shown)
        title = link.article_title or words.say("facts.untitled")
        self.setAccessibleName(words.say("facts.quote_in", quote=self._quote.text, title=title))
        self.setToolTip(title if link.role is Role.SUPPORTS else f"{title} ({words.say(f'facts.role_{link.role}')})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: parent.opened.emit(passage.article_id, passage.start, passage.end))

    @property
    def quote(self) -> Quote:
        """The passage in its sentence."""
        return self._quote

    def sizeHint(self) -> QSize:
        """As high as its lines are at this width."""
        px = self._theme.px
        lines = len(self._lines(max(self.width() - px(LEFT) - px(RIGHT), px(80)))[1])
        return QSize(px(160), lines * px(LEADING) + 2 * px(ABOVE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete detaches."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self._list.removed.emit(self._link.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open or detach."""
        menu = QMenu(self)
        menu.addAction(self._words.say("facts.open_passage"), self.click)
        menu.addAction(self._words.say("facts.remove_evidence"), lambda: self._list.removed.emit(self._link.id))
        menu.exec(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Draw again when the mouse comes and goes."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the family's bar, the quote with its passage in bold, and an arrow that leads to it."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour("hover"))
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(self._colour))
        painter.drawRoundedRect(QRect(0, px(ABOVE), px(BAR), self.height() - 2 * px(ABOVE)), 1, 1)
        painter.setPen(theme.colour("text"))
        layout, lines = self._lines(self.width() - px(LEFT) - px(RIGHT))
        for line in lines:
            line.draw(painter, QPointF(px(LEFT), px(ABOVE)))
        if self._cut(layout, lines):
            self._fade(painter, lines[-1])
        side = px(ARROW)
        at = QRect(self.width() - side - px(3), px(ABOVE) + px(3), side, side)
        painter.drawPixmap(at, theme.pixmap("external", "text2", side, self.devicePixelRatioF()))

    def _lines(self, width: int) -> tuple[QTextLayout, list[QTextLine]]:
        theme = self._theme
        layout = QTextLayout(self.text(), theme.reading_font(SIZE))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start = _units(self.text()[: self.text().index(self._quote.text) + len(self._quote.before)])
        strong.length = _units(self._quote.exact)
        bold = QTextCharFormat()
        bold.setFont(theme.reading_font(SIZE, 600))
        strong.format = bold
        layout.setFormats([strong])
        layout.beginLayout()
        lines: list[QTextLine] = []
        while len(lines) < LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(lines) * theme.px(LEADING) + (theme.px(LEADING) - line.height()) / 2))
            lines.append(line)
        layout.endLayout()
        return layout, lines

    def _cut(self, layout: QTextLayout, lines: list[QTextLine]) -> bool:
        return bool(lines) and lines[-1].textStart() + lines[-1].textLength() < _units(layout.text())

    def _fade(self, painter: QPainter, line: QTextLine) -> None:
        """A long passage goes on: an ellipsis on the ground of the button after the last line."""
        px = self._theme.px
        x = round(px(LEFT) + min(line.naturalTextWidth(), line.width() - px(10)))
        painter.setFont(self._theme.reading_font(SIZE))
        painter.drawText(QPointF(x, px(ABOVE) + line.position().y() + line.ascent()), "…")


def _kept(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    return [(each.prefix, each.suffix) for each in passages]


def _units(text: str) -> int:
    """How many UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
