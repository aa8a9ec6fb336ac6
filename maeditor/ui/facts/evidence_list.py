"""The passages a fact rests on, each a way into its article."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from maeditor.services.library import EvidenceView, FactView
from maeditor.ui import fact_text
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LINES = 3


class EvidenceList(QWidget):
    """One quote a line or three, with the family's colour at its side."""

    opened = Signal(str, int, int)
    removed = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._quotes: list[_Quote] = []

    def show_evidence(self, view: FactView) -> None:
        """Show a fact's passages."""
        for quote in self._quotes:
            self._column.removeWidget(quote)
            quote.deleteLater()
        colour = self._theme.family(view.property.family).line
        self._quotes = [_Quote(link, colour, self._theme, self._words, self) for link in view.evidence]
        for quote in self._quotes:
            self._column.addWidget(quote)


class _Quote(QAbstractButton):
    """One passage; a click or Enter opens it, Delete or the menu detaches it."""

    def __init__(self, link: EvidenceView, colour: str, theme: Theme, words: Words, parent: EvidenceList) -> None:
        super().__init__(parent)
        self._link, self._colour, self._theme, self._words, self._list = link, colour, theme, words, parent
        passage = link.passage
        self.setText(words.say("facts.quote", quote=fact_text.isolated(" ".join(passage.exact.split()))))
        title = link.article_title or words.say("facts.untitled")
        self.setAccessibleName(words.say("facts.quote_in", quote=passage.exact, title=title))
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(self.heightForWidth(theme.px(330)))
        self.clicked.connect(lambda: parent.opened.emit(passage.article_id, passage.start, passage.end))

    def hasHeightForWidth(self) -> bool:
        """Quotes wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Up to three lines."""
        metrics = QFontMetrics(self._theme.reading_font(14))
        room = QRect(0, 0, max(width - self._theme.px(40), 40), 10_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return min(needed, LINES * metrics.lineSpacing()) + self._theme.px(8)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the family's bar, the quote, and an arrow that leads to it."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour("hover"))
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(5), px(5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(self._colour))
        painter.drawRoundedRect(QRect(0, px(4), px(3), self.height() - px(8)), 1, 1)
        painter.setFont(theme.reading_font(14))
        painter.setPen(theme.colour("text"))
        box = self.rect().adjusted(px(12), px(4), -px(26), -px(4))
        painter.drawText(box, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self.text())
        side = px(14)
        at = QRect(self.width() - px(18), px(6), side, side)
        painter.drawPixmap(at, theme.pixmap("external", theme.tokens.text2, side, self.devicePixelRatioF()))
