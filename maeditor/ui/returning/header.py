"""Above the corrections: which file, when it was saved, and how many rows there are of each sort."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.domain.merge import MergeState
from maeditor.services.phrasing import worded_moment
from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.returning.rows import DECIDED, Returned
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording

GROUNDS = {
    MergeState.CHANGED_THERE: "selected",
    MergeState.BOTH: "danger_bg",
    MergeState.INVALID: "warn_bg",
    MergeState.NEW: "ok_bg",
}
CLOCK = 5
"""Characters of a moment of today."""
HEIGHT = 26


class StateChip(QAbstractButton):
    """How many rows are in a state; pressed it shows these alone. Without a state it only tells."""

    def __init__(self, theme: Theme, state: MergeState | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.state = theme, state
        self.setCheckable(state is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if state is not None else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if state is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Its text and the room around it."""
        text = QFontMetrics(self._theme.ui_font(12, 600)).horizontalAdvance(self.text())
        return QSize(text + self._theme.px(24), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; with an edge where it is pressed or the keyboard is."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = GROUNDS.get(self.state, "hover") if self.state is not None else "hover"
        edge = "focus" if self.hasFocus() else "text2" if self.isChecked() else ""
        if not edge and self.state is not None and self.underMouse():
            edge = "control"
        stroke = 2 if self.hasFocus() or self.isChecked() else 1
        painter.setPen(QPen(theme.colour(edge), stroke) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        radius = self.height() / 2
        painter.drawRoundedRect(inside(QRectF(self.rect()), stroke), radius, radius)
        painter.setFont(theme.ui_font(12, 600))
        painter.setPen(theme.colour("text2" if self.state in {None, MergeState.CHANGED_HERE} else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ReturnHeader(QWidget):
    """Title and file at the left, chips at the right or, where room is scarce, below."""

    only_wanted = Signal(object)
    """A MergeState, or None for all."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._returned: Returned | None = None
        self._icon, self.title, self.note = QLabel(self), ElidedLabel(self), ElidedLabel(self)
        self._chips = QWidget(self)
        self.chips = {state: StateChip(theme, state, self._chips) for state in DECIDED}
        self.same = StateChip(theme, None, self._chips)
        self._lay_out()
        # Chips have two places: neither is to make the view wider than its room.
        self.setMinimumWidth(1)
        self.retranslate()

    def show_returned(self, returned: Returned) -> None:
        """Tell of another file."""
        self._returned = returned
        self.retranslate()

    def show_only(self, state: MergeState | None) -> None:
        """Mark the chip whose rows alone are shown."""
        for each, chip in self.chips.items():
            chip.setChecked(each is state)
            self._name(chip)

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, px = self._theme, self._words.say, self._theme.px
        self._icon.setPixmap(theme.pixmap("excel", theme.tokens.accent, px(24), self.devicePixelRatioF()))
        self.title.setText(say("returning.title"))
        self.title.setFont(theme.ui_font(18, 600))
        self.note.setFont(theme.ui_font(12))
        self.note.setStyleSheet(f"color: {theme.tokens.text2};")
        returned = self._returned
        self._chips.setVisible(returned is not None)
        self.note.setText("" if returned is None else file_line(returned, self._words.wording))
        if returned is not None:
            for state, chip in self.chips.items():
                count = returned.counts.get(state, 0)
                chip.setVisible(count > 0)
                chip.setText(say(f"returning.chip_{state.value}", count=count))
                self._name(chip)
            self.same.setText(say("returning.chip_unchanged", count=returned.unchanged))
        row = self._row
        row.setSpacing(px(8))
        self._grid.setContentsMargins(px(28), px(18), px(28), px(14))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips go below where they have no room."""
        super().resizeEvent(event)
        self._place()

    def _name(self, chip: StateChip) -> None:
        say = self._words.say
        chip.setAccessibleName(chip.text())
        tip = say("returning.chip_all") if chip.isChecked() else say("returning.chip_only", chip=chip.text())
        chip.setAccessibleDescription(tip)
        chip.setToolTip(tip)

    def _place(self) -> None:
        """The title is read before the chips are; what is the same, and leads nowhere, gives way first."""
        px = self._theme.px
        same = self._returned is not None and self._returned.unchanged > 0
        chips = sum(each.sizeHint().width() + px(8) for each in self.chips.values() if not each.isHidden())
        fits = chips + self.same.sizeHint().width() <= self.width() - px(28 * 2 + 36 + 12)
        self.same.setVisible(same and fits)
        shown = [each for each in (*self.chips.values(), self.same) if not each.isHidden()]
        wide = sum(each.sizeHint().width() + px(8) for each in shown)
        title = max(
            self.title.fontMetrics().horizontalAdvance(self.title.text()),
            self.note.fontMetrics().horizontalAdvance(self.note.text()),
        )
        beside = self.width() >= wide + title + px(28 * 2 + 36 + 24)
        self._grid.removeWidget(self._chips)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if beside:
            self._grid.addWidget(self._chips, 0, 2, right)
        else:
            self._grid.addWidget(self._chips, 1, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self._chips)
        row.setContentsMargins(0, 0, 0, 0)
        for chip in (*self.chips.values(), self.same):
            row.addWidget(chip)
        for state, chip in self.chips.items():
            chip.clicked.connect(lambda checked=False, wanted=state: self.only_wanted.emit(wanted if checked else None))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.note)
        grid = self._grid = QGridLayout(self)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(lines, 0, 1)
        grid.setColumnStretch(1, 1)


def file_line(returned: Returned, wording: Wording) -> str:
    """Name, when it was saved and exported, how many rows: ``fiches.xlsx, modifié à 14:32 · …``."""
    say = wording.say
    rows = say("returning.rows", count=returned.rows_read)
    saved = moment(returned.saved_at, wording)
    if not returned.exported_at:
        return say("returning.read_at_no_export", name=returned.name, saved=saved, rows=rows)
    exported = moment(returned.exported_at, wording)
    return say("returning.read_at", name=returned.name, saved=saved, exported=exported, rows=rows)


def moment(at: str, wording: Wording) -> str:
    """``à 14:32``, or ``le 3 mars 2026, 14:32``; nothing where it is not known."""
    if not at:
        return ""
    told = worded_moment(at, wording)
    return wording.say("returning.at" if len(told) == CLOCK else "returning.at_day", moment=told)
