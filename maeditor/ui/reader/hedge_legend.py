"""What the tints under hedge words mean, in the strip under the article, where it hides no text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.ui.reader.tints import draw_mark
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SAMPLE_WIDTH, SAMPLE_HEIGHT = 16, 13
GAP, BETWEEN = 6, 12


class HedgeLegend(QWidget):
    """A sample of each mark, with how many words have it; its tip says it in a sentence."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._counts: tuple[int, int] = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def wanted(self) -> bool:
        """Tell whether any word is tinted."""
        return any(self._counts)

    def tell(self, bounds: int, moods: int) -> None:
        """Take how many words bound a value and how many announce or suppose it; none of either: nothing is tinted."""
        self._counts = bounds, moods
        self.reword()

    def reword(self) -> None:
        """Say it in the language of the moment."""
        self.setToolTip(self.sentence())
        self.setAccessibleName(self.sentence())
        self.updateGeometry()
        self.update()

    def sentence(self) -> str:
        """What the marks mean, in full."""
        bounds, moods = self._counts
        say = self._words.say
        parts = (("reader.hedges_bound", bounds), ("reader.hedges_mood", moods))
        return " · ".join(say(key, count=count) for key, count in parts if count)

    def _entries(self) -> list[tuple[str, bool]]:
        bounds, moods = self._counts
        say = self._words.say
        told = (("reader.legend_bound", bounds, True), ("reader.legend_mood", moods, False))
        return [(say(key, count=count), whole) for key, count, whole in told if count]

    def sizeHint(self) -> QSize:
        """As wide as it says."""
        px, metrics = self._theme.px, QFontMetrics(self._theme.ui_font(12, 500))
        each = px(SAMPLE_WIDTH) + px(GAP) + px(BETWEEN)
        return QSize(sum(each + metrics.horizontalAdvance(text) for text, _whole in self._entries()), px(20))

    def minimumSizeHint(self) -> QSize:
        """No less: a legend cut short says nothing."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the samples and their words."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.ui_font(12, 500)
        metrics, x = QFontMetrics(font), 0
        painter.setFont(font)
        for text, whole in self._entries():
            top = (self.height() - px(SAMPLE_HEIGHT)) // 2
            draw_mark(painter, self._theme, QRectF(x, top, px(SAMPLE_WIDTH), px(SAMPLE_HEIGHT)), whole=whole)
            x += px(SAMPLE_WIDTH) + px(GAP)
            width = metrics.horizontalAdvance(text)
            painter.setPen(self._theme.colour("text2"))
            painter.drawText(QRectF(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + px(BETWEEN)
        painter.end()
