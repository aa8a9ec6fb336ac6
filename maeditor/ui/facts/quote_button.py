"""One passage of a fact in its sentence: a way into its article."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
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
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.domain.facts import Role
from maeditor.services.library import EvidenceView
from maeditor.ui import fact_text
from maeditor.ui.command_table import Scope
from maeditor.ui.facts.quoting import Quote
from maeditor.ui.held_figures import held
from maeditor.ui.pane_keys import pane_key
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SIZE, LEADING = 14, 21
RTL_SIZE, RTL_LEADING = 16, 26
"""Arabic letters are smaller in their type, and reach higher and lower."""
LEFT, RIGHT, ABOVE = 12, 30, 2
BAR, ARROW, ROLE = 3, 15, 17


class QuoteButton(QAbstractButton):
    """A click or Enter opens the passage, Delete detaches it, the menu key says what it is for."""

    removed = Signal(str)
    """The evidence's id."""
    menu_wanted = Signal(object, object)
    """The evidence, and where on the screen."""

    def __init__(
        self, link: EvidenceView, quote: Quote, colour: str, lines: int, theme: Theme, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._link, self._theme, self._words = link, theme, words
        self._quote, self._most = quote, lines
        # Of a bare figure the sentence around it tells.
        self._rtl = _reads_from_right(quote.exact) or _reads_from_right(quote.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate(colour)

    def retranslate(self, colour: str) -> None:
        """Word it again, with a family's colour of this theme."""
        say, link, quote = self._words.say, self._link, self._quote
        self._colour = colour
        shown = say("facts.quote", quote=fact_text.isolated(quote.text))
        self.setText(shown)
        title = link.article_title or say("facts.untitled")
        self._role = "" if link.role is Role.SUPPORTS else say(f"facts.role_{link.role}")
        named = say("facts.quote_in", quote=quote.text, title=title)
        self.setAccessibleName(f"{named}, {self._role}" if self._role else named)
        self.setToolTip(f"{title}\n{shown}")
        self.updateGeometry()
        self.update()

    @property
    def quote(self) -> Quote:
        """The passage in its sentence."""
        return self._quote

    @property
    def link(self) -> EvidenceView:
        """The evidence that it shows."""
        return self._link

    def sizeHint(self) -> QSize:
        """As high as its lines are at this width, and the word for a role that is not the usual."""
        px = self._theme.px
        lines = len(self._lines(max(self.width() - px(LEFT) - px(RIGHT), px(80)))[1])
        leading = px(RTL_LEADING if self._rtl else LEADING)
        return QSize(px(160), lines * leading + 2 * px(ABOVE) + (px(ROLE) if self._role else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete or what removes evidence in its stead detaches, up and down go to the neighbours."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif self._words.keys.at_pane(pane_key(event), Scope.READ) == "remove-evidence":
            self.removed.emit(self._link.id)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open, what it is for, detach; from the keyboard the menu stands under the quote."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(self._theme.px(LEFT), self.height())) if by_key else event.globalPos()
        self.menu_wanted.emit(self._link, place)

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
        self._draw_bar(painter)
        painter.setPen(theme.colour("text"))
        layout, lines = self._lines(self.width() - px(LEFT) - px(RIGHT))
        for line in lines:
            line.draw(painter, QPointF(px(RIGHT if self._rtl else LEFT), px(ABOVE)))
        if self._cut(layout, lines) and not self._rtl:
            self._end(painter, lines[-1])
        if self._role:
            self._draw_role(painter)
        side = px(ARROW)
        at = QRect(px(3) if self._rtl else self.width() - side - px(3), px(ABOVE) + px(3), side, side)
        painter.drawPixmap(at, theme.pixmap("external", "text2", side, self.devicePixelRatioF()))

    def _draw_bar(self, painter: QPainter) -> None:
        """Whole for what supports; what contradicts is red and broken, what is context only an outline."""
        theme, px = self._theme, self._theme.px
        role = self._link.role
        left = self.width() - px(BAR) if self._rtl else 0
        bar = QRect(left, px(ABOVE), px(BAR), self.height() - 2 * px(ABOVE))
        painter.setPen(Qt.PenStyle.NoPen)
        if role is Role.SUPPORTS:
            painter.setBrush(theme.colour_of(self._colour))
            painter.drawRoundedRect(bar, 1, 1)
            return
        painter.setBrush(theme.colour("danger" if role is Role.CONTRADICTS else "control"))
        step, dash = (px(8), px(5)) if role is Role.CONTRADICTS else (px(5), px(2))
        for top in range(bar.top(), bar.bottom(), step):
            painter.drawRect(QRect(bar.left(), top, bar.width(), min(dash, bar.bottom() - top + 1)))

    def _draw_role(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        font = theme.ui_font(11, 500)
        painter.setFont(font)
        painter.setPen(theme.colour("danger" if self._link.role is Role.CONTRADICTS else "text3"))
        start = px(RIGHT if self._rtl else LEFT)
        room = QRect(start, self.height() - px(ROLE) - px(ABOVE), self.width() - px(LEFT) - px(RIGHT), px(ROLE))
        told = QFontMetrics(font).elidedText(self._role, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, told)

    def _lines(self, width: int) -> tuple[QTextLayout, list[QTextLine]]:
        theme = self._theme
        language = "ar" if self._rtl else "fr"
        size = RTL_SIZE if self._rtl else SIZE
        leading = theme.px(RTL_LEADING if self._rtl else LEADING)
        layout = QTextLayout(self.text(), theme.reading_font(size, 400, language))
        option = QTextOption()
        if self._rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            # A layout on its own does not turn the side with the direction.
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start = _units(self.text()[: self.text().index(held(self._quote.text)) + len(self._quote.before)])
        strong.length = _units(self._quote.exact)
        bold = QTextCharFormat()
        bold.setFont(theme.reading_font(size, 600, language))
        strong.format = bold
        layout.setFormats([strong])
        layout.beginLayout()
        lines: list[QTextLine] = []
        while len(lines) < self._most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(lines) * leading + (leading - line.height()) / 2))
            lines.append(line)
        layout.endLayout()
        return layout, lines

    def _cut(self, layout: QTextLayout, lines: list[QTextLine]) -> bool:
        return bool(lines) and lines[-1].textStart() + lines[-1].textLength() < _units(layout.text())

    def _end(self, painter: QPainter, line: QTextLine) -> None:
        """A long passage goes on: an ellipsis after the last line."""
        px = self._theme.px
        x = round(px(LEFT) + min(line.naturalTextWidth(), line.width() - px(10)))
        painter.setFont(self._theme.reading_font(SIZE))
        painter.drawText(QPointF(x, px(ABOVE) + line.position().y() + line.ascent()), "…")


def _reads_from_right(text: str) -> bool:
    """Tell by its first letter whether a text runs from right to left."""
    strong = (bidirectional(each) for each in text)
    return next((each in {"R", "AL"} for each in strong if each in {"L", "R", "AL"}), False)


def _units(text: str) -> int:
    """How many UTF-16 units, as Qt counts."""
    return len(text.encode("utf-16-le")) // 2
