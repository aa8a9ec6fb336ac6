"""The strip under the article: how many of its figures no fact accounts for, and what to do with the one in hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from maeditor.ui.announcing import announce
from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.reader.hedge_legend import HedgeLegend
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT, BUTTON = 34, 24
SIGN = 18


@dataclass(frozen=True, slots=True)
class StripState:
    """What the strip tells. ``quote`` is the figure in hand; ``at`` its place among those left, from 1, or 0.

    ``reason`` says why the figure in hand was put aside, if it was; what is passed over is not ``settable``: there is
    nothing to take back. ``reading``: an article is open to be read, whose line stays even where it has no figures.
    """

    left: int = 0
    attached: int = 0
    dismissed: int = 0
    passed: int = 0
    quote: str = ""
    at: int = 0
    reason: str = ""
    settable: bool = True
    counting: bool = False
    reading: bool = False

    @property
    def silent(self) -> bool:
        """Tell whether there is nothing to say: no article is read."""
        return not (self.reading or self.left or self.attached or self.dismissed or self.counting)


class OmissionStrip(QWidget):
    """One line; it emits what is wanted and knows no article."""

    next_wanted = Signal()
    fact_wanted = Signal()
    dismiss_wanted = Signal()
    list_wanted = Signal()
    told = Signal()
    """It tells something else."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.state = StripState()
        self._expected = False
        self._sign, self.text = _Sign(theme, self), ElidedLabel(self)
        self.aside, self.fact, self.dismiss, self.next = (_Small(theme, "", "", self) for _ in range(4))
        for button, signal in (
            (self.aside, self.list_wanted),
            (self.fact, self.fact_wanted),
            (self.dismiss, self.dismiss_wanted),
            (self.next, self.next_wanted),
        ):
            button.clicked.connect(signal)
            # A click must not take the keyboard from the text whose figure it is about.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.legend = HedgeLegend(theme, words, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.legend)
        for button in (self.aside, self.fact, self.dismiss, self.next):
            self._row.addWidget(button)
        theme.changed.connect(self.restyle)
        words.changed.connect(self.restyle)
        self.restyle()

    def tell(self, state: StripState) -> None:
        """Show another state; hidden where there is nothing to say."""
        if state != self.state or self._expected:
            self.state, self._expected = state, False
            self._show()
            self.told.emit()

    def expect(self) -> None:
        """Hold the place of the first line that will be told, so that the page does not jump when it comes."""
        self._expected = self.state == StripState()
        self._show()

    def show_hedges(self, bounds: int, moods: int) -> None:
        """Say what the tints in the text mean, with how many words have each; none of either: nothing is tinted."""
        self.legend.tell(bounds, moods)
        self._fit()

    def announce(self) -> None:
        """Have a screen reader say what the strip says now."""
        announce(self, self.text.text())

    def restyle(self) -> None:
        """Take the theme's sizes and the language's words."""
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), px(1), px(14), 0)
        self._row.setSpacing(px(7))
        self.text.setFont(self._theme.ui_font(12, 500))
        for button in (self.aside, self.fact, self.dismiss, self.next):
            button.updateGeometry()
        self.legend.reword()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is scarce the words come first: the header has a button for a new fact, too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, the button that stands elsewhere first, then the one by mouse alone."""
        buttons: dict[QWidget, bool] = {
            self.legend: self.legend.wanted,
            self.aside: bool(self.aside.text()) and not self.state.quote,
            self.fact: bool(self.state.quote),
            self.dismiss: bool(self.state.quote) and self.state.settable,
            self.next: self.state.left > 0,
        }
        px = self._theme.px
        words = QFontMetrics(self.text.font()).horizontalAdvance(self.text.text()) + 2 * px(14) + px(SIGN) + px(16)
        for spare in (self.fact, self.aside, self.next, self.legend):
            wanted = sum(each.minimumSizeHint().width() + px(7) for each, shown in buttons.items() if shown)
            if words + wanted > self.width():
                buttons[spare] = False
        for button, shown in buttons.items():
            button.setVisible(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def _show(self) -> None:
        state, say = self.state, self._words.say
        self.setVisible(self._expected or not state.silent)
        self._sign.setVisible(not self._expected)
        done = not state.left and not state.counting and not state.quote
        self._sign.tell(done)
        self.text.setText(self._told())
        self.text.setStyleSheet(f"color: {self._theme.tokens.text if state.quote else self._theme.tokens.text2};")
        self.aside.setText(self._put_aside())
        self.fact.setText(say("omission.new_fact"))
        self.dismiss.setText(say("omission.take_back" if state.reason else "omission.dismiss"))
        self.next.setText(say("omission.next"))
        for button, command in (
            (self.fact, "new-fact"),
            (self.dismiss, "dismiss-figure"),
            (self.next, "next-omission"),
        ):
            button.set_key(self._words.cap(command))
        for button in (self.aside, self.fact, self.dismiss, self.next):
            button.setAccessibleName(button.text())
        self._fit()
        self.aside.setToolTip(say("omission.aside_tip"))

    def _put_aside(self) -> str:
        state, say = self.state, self._words.say
        counts = (("omission.aside", state.dismissed), ("omission.passed", state.passed))
        return " · ".join(say(key, count=count) for key, count in counts if count)

    def _told(self) -> str:
        state, say = self.state, self._words.say
        if self._expected:
            return ""
        if state.counting:
            return say("omission.counting")
        if state.reason:
            key = "omission.in_hand_aside" if state.settable else "omission.in_hand_passed"
            return say(key, quote=state.quote, reason=state.reason)
        if state.at:
            return say("omission.in_hand", quote=state.quote, at=state.at, of=state.left)
        if state.left:
            return say("omission.left", count=state.left)
        any_figure = state.attached or state.dismissed or state.passed
        return say("omission.settled" if any_figure else "omission.none")


class _Small(KeycapButton):
    """A keycap button that fits into the strip."""

    def sizeHint(self) -> QSize:
        """As wide as it says, lower than the others."""
        return QSize(super().sizeHint().width(), self._theme.px(BUTTON))


class _Sign(QWidget):
    """A word with dots under it, as in the text; a check once none is left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tell(self, done: bool) -> None:
        """Show one or the other, at the theme's size."""
        self._done = done
        self.setFixedSize(self._theme.px(SIGN), self._theme.px(SIGN))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, side, painter = self._theme, self.width(), QPainter(self)
        if self._done:
            inner = theme.px(15)
            edge = (side - inner) // 2
            icon = theme.pixmap("accepted", "ok", inner, self.devicePixelRatioF())
            painter.drawPixmap(QRect(edge, edge, inner, inner), icon)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text3"))
            foot, thick = theme.px(4), 4 * theme.scale
            painter.drawRoundedRect(QRectF(1, side - foot - 2 * thick, side - 2, thick), thick / 2, thick / 2)
            pen = QPen(theme.colour("text3"), 2.0 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            step = 4 * theme.scale
            painter.drawPoints([QPointF(side / 2 + at * step, side - foot / 2) for at in (-1.5, -0.5, 0.5, 1.5)])
        painter.end()
