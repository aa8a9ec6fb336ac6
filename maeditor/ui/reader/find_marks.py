"""Where in the article words were found: marks beside the scroll bar."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.reader.heights import LANE, Heights
from maeditor.ui.reader.overview import INSET
from maeditor.ui.reader.page import Page
from maeditor.ui.theme import Theme

_MARK = 2


class FindMarks(QWidget):
    """Lies at the edge of the page and lets everything through; a mark for each few pixels in which anything is."""

    def __init__(self, theme: Theme, page: Page) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._known: tuple[int, Heights | None] | None = None
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
        starts, heights = self._page.surface.sheet.found.starts, self._heights()
        if not starts or heights is None:
            return []
        found: list[int] = []
        first = 0
        for top in range(0, self.height(), _MARK):
            beyond = heights.place((top + _MARK) / self.height())
            at = bisect_left(starts, first)
            if at < len(starts) and starts[at] < beyond:
                found.append(top)
            first = beyond
        return found

    def _heights(self) -> Heights | None:
        version = self._page.surface.sheet.painting.version
        if self._known is None or self._known[0] != version:
            self._known = version, Heights.of(self._page.surface)
        return self._known[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() is QEvent.Type.Resize and watched is self._page:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lane and the marks in it; that of the hit gone to is as wide as the lane."""
        px, painter = self._theme.px, QPainter(self)
        accent, inset = self._theme.colour("accent"), px(INSET)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
        for top in self.rows():
            painter.fillRect(inset, top, self.width() - 2 * inset, _MARK, accent)
        current, heights = self._page.surface.sheet.found.current, self._heights()
        if current is not None and heights is not None:
            painter.fillRect(
                1, round(heights.share(current[0]) * self.height()) - 1, self.width() - 1, _MARK + 2, accent
            )
        painter.end()

    def _place(self) -> None:
        width, bar = self._theme.px(LANE), self._page.surface.verticalScrollBar().sizeHint().width()
        self.setGeometry(self._page.width() - bar - width, 0, width, self._page.height())
