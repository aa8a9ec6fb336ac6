"""Under the header while something is asked for: the text field, and chips that each take one thing back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

CHIP, CHIP_PADS, CHIP_ICON, GAP = 24, 22, 12, 6
SETTLE_MS = 120
"""After the last letter typed, before the list is read again: a long word is one question."""
EVERYTHING = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing asked for: its name among the listing's fields, and how it is told."""

    name: str
    text: str


class FilterBar(QWidget):
    """The text looked for, and what else the list is narrowed to."""

    text_changed = Signal(str)
    removed = Signal(str)
    """A chip's name; empty: everything."""
    left_field = Signal()
    """Enter or Down: on to the list."""
    escaped = Signal()
    """Esc in a field without text."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._chips: Sequence[Chip] = ()
        self._count = 0
        self.field = QLineEdit(self)
        self._lens = self.field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._empty = self.field.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._empty.triggered.connect(self._clear_field)
        self.field.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))
        self.field.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._tell)
        self.field.textEdited.connect(lambda _text: self._timer.start())
        self.chips: list[QPushButton] = []
        self._row_holder = QWidget(self)
        self._row = QHBoxLayout(self._row_holder)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self._row_holder)
        self.hide()
        words.changed.connect(self._restyle)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_filter(self, text: str, chips: Sequence[Chip], count: int) -> None:
        """Show what is asked for; with nothing, and nobody in the field, the bar goes away."""
        self._chips, self._count = chips, count
        if self.field.text().strip() != text.strip():
            self.field.setText(text)
        self._timer.stop()
        self._set_chips()
        self.setVisible(bool(chips) or bool(text) or self.field.hasFocus())

    def open(self) -> None:
        """Let a text be typed."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go on to the list at once; Esc empties the field and goes there, once more takes all back."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
                self._tell()
                self.left_field.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if not self.field.text():
                    self.escaped.emit()
                else:
                    self._clear_field()
                self.left_field.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer chips have room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_chips()

    def _clear_field(self) -> None:
        self.field.clear()
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.text_changed.emit(self.field.text())

    def _set_chips(self) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        chips = list(self._chips)
        if chips and not self._fit(chips):
            # Told one by one they would be cut: counted, and taken back together.
            chips = [Chip(EVERYTHING, self._words.say("facts.filters", count=self._count or len(chips)))]
        self.chips = [self._chip(chip) for chip in chips]
        for at, button in enumerate(self.chips):
            self._row.insertWidget(at, button)
            button.show()
        self._row_holder.setVisible(bool(self.chips))

    def _fit(self, chips: Sequence[Chip]) -> bool:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.ui_font(12, 500))
        each = px(CHIP_PADS) + px(CHIP_ICON) + px(GAP)
        wanted = sum(metrics.horizontalAdvance(chip.text) + each for chip in chips)
        return wanted <= self.width() - px(30)

    def _chip(self, chip: Chip) -> QPushButton:
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        button = QPushButton(f"{chip.text.replace('&', '&&')}\u00a0", self._row_holder)
        button.setFont(theme.ui_font(12, 500))
        # The cross stands after the words.
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setIcon(theme.icon("close", "text2"))
        button.setIconSize(QSize(px(CHIP_ICON), px(CHIP_ICON)))
        button.setFixedHeight(px(CHIP))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(self._words.say("facts.remove_filter", what=chip.text))
        button.setToolTip(self._words.say("facts.remove_filter", what=chip.text))
        button.setStyleSheet(
            f"QPushButton {{ background: {tokens.selected}; color: {tokens.text}; border: 2px solid transparent;"
            f" border-radius: {px(CHIP) // 2}px; padding: 0 {px(7)}px; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:focus {{ border-color: {tokens.focus}; }}"
        )
        button.clicked.connect(lambda: self.removed.emit(chip.name))
        return button

    def _restyle(self) -> None:
        px, say = self._theme.px, self._words.say
        self._column.setContentsMargins(px(18), px(8), px(18), px(6))
        self._column.setSpacing(px(6))
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(GAP))
        self.field.setFont(self._theme.ui_font(13))
        self._lens.setIcon(self._theme.icon("search", "text3"))
        self._empty.setIcon(self._theme.icon("close", "text2"))
        self._empty.setText(say("facts.clear_text"))
        self._empty.setToolTip(say("facts.clear_text"))
        self._empty.setVisible(bool(self.field.text()))
        self.field.setPlaceholderText(say("facts.filter_hint"))
        self.field.setAccessibleName(say("facts.filter_text").rstrip("…"))
        self._set_chips()
