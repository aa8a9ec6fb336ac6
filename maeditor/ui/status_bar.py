"""The status bar: saved state, keys that work here, counts, zoom, language; work under way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from maeditor.ui.jobs import Job, Jobs
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT = 27
BUSY_AFTER_MS = 400


class StatusBar(QWidget):
    """27 px at the window's foot: painted, but for what can be pressed."""

    usual_size_asked = Signal()
    language_asked = Signal()

    def __init__(self, theme: Theme, words: Words, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._jobs = theme, words, jobs
        self._keys: Sequence[tuple[str, str]] = ()
        self._right = ""
        self._share = 0.0
        self._busy: Job | None = None
        self._state = "status.ready"
        self._stop, self._zoom, self._language = QToolButton(self), QToolButton(self), QToolButton(self)
        self._stop.clicked.connect(self._cancel)
        self._stop.hide()
        self._zoom.clicked.connect(self.usual_size_asked)
        self._language.clicked.connect(self.language_asked)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._zoom)
        row.addWidget(self._language)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_busy)
        jobs.started.connect(self._started)
        words.changed.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show up to four keys with what they do (keys of sentences)."""
        self._keys = keys[:4]
        self.update()

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys shown, each with what it does."""
        return self._keys

    def show_progress(self, text: str) -> None:
        """Show how far the article is reviewed."""
        self._right = text
        self.setAccessibleDescription(text)
        self.update()

    def show_saved(self, saved: bool, *, read_only: bool = False) -> None:
        """Tell that a project is open, and so saved; or that nothing can be saved in it."""
        self._state = "status.read_only" if read_only else "status.saved" if saved else "status.ready"
        self.update()

    @property
    def state(self) -> str:
        """What it says at the left where no work is under way."""
        return self._words.say(self._state)

    @property
    def busy(self) -> bool:
        """Tell whether work is shown."""
        return self._busy is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it from left to right."""
        theme, say = self._theme, self._words.say
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        font = theme.ui_font(11.5, tabular=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        x = px(12)
        if self._busy is not None:
            painter.fillRect(0, 0, round(self.width() * self._share), 2, theme.colour("accent"))
            painter.setPen(theme.colour("text"))
            percent = say("status.busy", what=say(self._busy.title_key), percent=round(100 * self._share))
            painter.drawText(QRect(x, 0, self.width() // 2, self.height()), Qt.AlignmentFlag.AlignVCenter, percent)
            self._stop.move(x + metrics.horizontalAdvance(percent) + px(14), (self.height() - self._stop.height()) // 2)
        else:
            side = px(15)
            icon = QRect(x, (self.height() - side) // 2, side, side)
            name, colour = ("read_only", "warn") if self._state == "status.read_only" else ("saved", "ok")
            painter.drawPixmap(icon, theme.pixmap(name, colour, side, self.devicePixelRatioF()))
            x += side + px(6)
            state = self.state
            painter.setPen(theme.colour("text"))
            painter.drawText(QRect(x, 0, px(200), self.height()), Qt.AlignmentFlag.AlignVCenter, state)
            x += metrics.horizontalAdvance(state) + px(28)
            self._draw_keys(painter, x, metrics)
        painter.setPen(theme.colour("text2"))
        painter.setFont(font)
        right = QRect(0, 0, self._zoom.x() - px(12), self.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._right)

    def _draw_keys(self, painter: QPainter, x: int, metrics: QFontMetrics) -> None:
        theme = self._theme
        px = theme.px
        cap_font = theme.ui_font(10.5, 500)
        caps = QFontMetrics(cap_font)
        limit = self._zoom.x() - metrics.horizontalAdvance(self._right) - px(40)
        for key, text_key in self._keys:
            text = self._words.say(text_key)
            width = max(caps.horizontalAdvance(key) + px(10), px(18))
            if x + width + px(6) + metrics.horizontalAdvance(text) > limit:
                return
            cap = QRectF(x, (self.height() - px(17)) / 2, width, px(17))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawRoundedRect(inside(cap), px(4), px(4))
            painter.setFont(cap_font)
            painter.setPen(theme.colour("text2"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            x += width + px(6)
            painter.setFont(theme.ui_font(11.5))
            painter.drawText(QRect(x, 0, px(300), self.height()), Qt.AlignmentFlag.AlignVCenter, text)
            x += metrics.horizontalAdvance(text) + px(16)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on work under way tells more of it."""
        if (
            self._busy is not None
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().x() < self._zoom.x()
        ):
            from maeditor.ui.dialogs.job_details import JobDetails

            JobDetails(self._theme, self._words, self._jobs, self._busy, self._share, self.window()).open()
        else:
            super().mousePressEvent(event)

    def _started(self, job: Job) -> None:
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        if self._busy is None and not self._timer.isActive():
            self._timer.start(BUSY_AFTER_MS)

    def _show_busy(self) -> None:
        running = self._jobs.running
        self._busy = running[0] if running else None
        self._show_stop()

    def _progressed(self, share: float) -> None:
        self._share = share
        if self._busy is not None:
            self.update()

    def _ended(self) -> None:
        self._share = 0.0
        left = [job for job in self._jobs.running if job is not self.sender()]
        if self._busy is not None or not left:
            self._busy = left[0] if left and self._busy is not None else None
        if not left:
            self._timer.stop()
        self._show_stop()

    def _show_stop(self) -> None:
        self._stop.setVisible(self._busy is not None)
        self._stop.setEnabled(self._busy is not None and not self._busy.handle.cancelled())
        self.update()

    def _cancel(self) -> None:
        """Ask the work to stop; it does so at its next look, and what it saved stays."""
        if self._busy is not None:
            self._busy.cancel()
            self._show_stop()

    def _restyle(self) -> None:
        theme, say = self._theme, self._words.say
        px, tokens = theme.px, theme.tokens
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(0, 1, px(6), 0)
        self._stop.setText(say("status.cancel"))
        self._zoom.setText(say("status.zoom", percent=round(100 * theme.scale)))
        self._zoom.setToolTip(f"{say('status.usual_size')}  {self._words.cap('usual-size')}")
        self._language.setText(say("status.language"))
        self._language.setToolTip(say("status.other_language"))
        for button in (self._stop, self._zoom, self._language):
            button.setAccessibleName(button.toolTip() or button.text())
            button.setFont(theme.ui_font(11.5, tabular=True))
            button.setFixedHeight(px(HEIGHT - 5))
            button.setStyleSheet(
                f"QToolButton {{ color: {tokens.text2}; border-radius: {px(5)}px; padding: 0 {px(7)}px; }}"
            )
        self._stop.setStyleSheet(self._stop.styleSheet().replace(tokens.text2, tokens.accent))
        self._stop.adjustSize()
        self.update()
