"""A field that suggests while one types: names known to the project, or the entries of a closed list."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from maeditor.ui.theme import Theme

MOST_SHOWN, ROW, HEIGHT = 7, 26, 28


@dataclass(frozen=True, slots=True)
class Option:
    """An entry: what is kept, and how it reads."""

    key: str
    label: str


def folded(text: str) -> str:
    """A text without case and accents, as one types it in a hurry."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())


def fitting(options: Sequence[Option], typed: str) -> list[Option]:
    """The entries that hold what was typed: first those that begin with it, then those with a word that does."""
    wanted = folded(typed)
    if not wanted:
        return list(options)
    ranked = []
    for place, each in enumerate(options):
        label = folded(each.label)
        if wanted in label:
            ranked.append((not label.startswith(wanted), f" {wanted}" not in f" {label}", place, each))
    return [each for *_rank, each in sorted(ranked, key=lambda rank: rank[:3])]


class SuggestField(QLineEdit):
    """Type to narrow the list, ↑ ↓ to choose, Enter to keep. ``free``: what is typed need not be in the list."""

    committed = Signal()
    accepted = Signal()
    """Ctrl+Enter: keep, accept, go on."""
    left = Signal()
    """Escape."""
    turned = Signal(int)
    """Tab: to the next field (1) or the one before (-1)."""

    def __init__(self, theme: Theme, parent: QWidget, room: QWidget, options: Sequence[Option], *, free: bool) -> None:
        """``room`` is the widget inside which the list opens over what stands below the field."""
        super().__init__(parent)
        self._theme, self._room, self._options, self._free = theme, room, list(options), free
        self._kept: Option | None = None
        self._moved = False
        self.list = _Suggestions(room)
        self.list.setFont(theme.ui_font(13))
        self.list.setAccessibleName("")
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        self.setFont(theme.ui_font(13))
        self.textEdited.connect(self._narrow)
        self.destroyed.connect(self.list.deleteLater)
        self.setAcceptDrops(False)

    def begin(self, key: str, text: str, name: str) -> None:
        """Start from what is there now."""
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        self._kept = next((each for each in self._options if each.key == key), None)
        self.setText(text if self._free or self._kept is None else self._kept.label)
        self.setCursorPosition(0)

    @property
    def value(self) -> str:
        """What would be kept: an entry's key, or for a free field the text; empty entry: nothing fits."""
        if self._free:
            return self.text().strip()
        chosen = self._chosen()
        return chosen.key if chosen is not None else ""

    @property
    def lost(self) -> bool:
        """Tell whether what is typed fits no entry of a closed list."""
        return not self._free and bool(self.text().strip()) and self._chosen() is None

    def open_list(self) -> None:
        """Show what there is to choose from; what is typed replaces what was there."""
        self.selectAll()
        self._moved = False
        self._fill(self._options)
        row = next((at for at, each in enumerate(self._options) if each == self._kept), -1)
        self.list.setCurrentRow(row)
        current = self.list.item(row)
        if current is not None:
            self.list.scrollToItem(current, QAbstractItemView.ScrollHint.PositionAtCenter)

    def close_list(self) -> None:
        """Hide the list."""
        self.list.hide()

    def event(self, event: QEvent) -> bool:
        """Tab is the card's: it goes to the next field that is open."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab:
                self._settle()
                self.turned.emit(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self._settle()
                self.turned.emit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape leaves, arrows choose."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._settle()
            (self.accepted if event.modifiers() & Qt.KeyboardModifier.ControlModifier else self.committed).emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._options:
            if not self.list.isVisible():
                self._fill(fitting(self._options, "" if self._kept else self.text()))
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        self._kept = None
        self._moved = False
        found = fitting(self._options, typed)
        self._fill(found)
        self.list.setCurrentRow(0 if found and not self._free else -1)

    def _move(self, step: int) -> None:
        count = self.list.count()
        if count:
            self._moved = True
            self.list.setCurrentRow((self.list.currentRow() + step) % count if self.list.currentRow() >= 0 else 0)

    def _chosen(self) -> Option | None:
        if self._kept is not None and not self._moved:
            return self._kept
        item = self.list.currentItem()
        if item is not None and self.list.isVisible():
            return next(each for each in self._options if each.key == item.data(Qt.ItemDataRole.UserRole))
        return next(iter(fitting(self._options, self.text())), None) if self.text().strip() else None

    def _settle(self) -> None:
        """Put what is chosen into the field."""
        chosen = self._chosen() if self._moved or not self._free else None
        if chosen is not None:
            self._kept = chosen
            self.setText(chosen.label)
        self._moved = False
        self.close_list()

    def _take(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self._moved = True
        self._settle()
        self.committed.emit()

    def _fill(self, options: Sequence[Option]) -> None:
        """List some entries below the field, or above it where there is more room."""
        theme, px = self._theme, self._theme.px
        self.list.clear()
        for each in options:
            item = QListWidgetItem(each.label)
            item.setData(Qt.ItemDataRole.UserRole, each.key)
            item.setSizeHint(item.sizeHint().expandedTo(QRect(0, 0, 1, px(ROW)).size()))
            self.list.addItem(item)
        tokens = theme.tokens
        self.list.setStyleSheet(
            f"QListWidget {{ background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.control};"
            f" border-radius: {px(7)}px; padding: {px(3)}px; outline: none; }}"
            f"QListWidget::item {{ height: {px(ROW)}px; padding-left: {px(6)}px; border-radius: {px(5)}px; }}"
            f"QListWidget::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
        )
        height = min(len(options), MOST_SHOWN) * px(ROW) + px(8)
        at = self.mapTo(self._room, QPoint(0, self.height() + px(2)))
        if at.y() + height > self._room.height():
            at.setY(max(self.mapTo(self._room, QPoint(0, 0)).y() - height - px(2), 0))
        self.list.setGeometry(at.x(), at.y(), self.width(), height)
        self.list.setVisible(bool(options))
        self.list.raise_()


class _Suggestions(QListWidget):
    """The list; the keyboard stays in the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
