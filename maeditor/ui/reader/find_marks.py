"""Where in the article words were found: marks beside the scroll bar."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.reader.page import Page
from maeditor.ui.theme import Theme

_WIDTH, _MARK = 9, 2


class FindMarks(QWidget):
    """Lies at the edge of the page and lets everything through; a mark for each few pixels in which anything is."""

    def __init__(self, theme: Theme, page: Page) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        page.installEventFilter(self)

    def show_hits(self, shown: bool) -> None:
        """Show the marks of what is found now, or none."""
        self._place()
        self.setVisible(shown)
        self.raise_()
        self.update()

    def rows(self) -> list[int]:
        """The tops of the marks, each standing for what is found in as many pixels of the whole article."""
        starts, length = self._page.surface.sheet.found.starts, len(self._page.view.text)
        if not starts or not length:
            return []
        found: list[int] = []
        for top in range(0, self.height(), _MARK):
            first, beyond = top * length / self.height(), (top + _MARK) * length / self.height()
            at = bisect_left(starts, first)
            if at < len(starts) and starts[at] < beyond:
                found.append(top)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() is QEvent.Type.Resize and watched is self._page:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks; that of the hit gone to is longer."""
        painter = QPainter(self)
        accent = self._theme.colour("accent")
        half = self.width() // 2
        for top in self.rows():
            painter.fillRect(half, top, self.width() - half, _MARK, accent)
        current, length = self._page.surface.sheet.found.current, len(self._page.view.text)
        if current is not None and length:
            painter.fillRect(0, round(current[0] * self.height() / length) - 1, self.width(), _MARK + 1, accent)
        painter.end()

    def _place(self) -> None:
        width, bar = self._theme.px(_WIDTH), self._page.surface.verticalScrollBar().sizeHint().width()
        self.setGeometry(self._page.width() - bar - width - 2, 0, width, self._page.height())
