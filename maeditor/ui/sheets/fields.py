"""Fields of the panel of choices: what they have of their own keys and of the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.choice import Choice
from maeditor.ui.theme import Theme


class SteadyChoice(Choice):
    """Turned by the wheel only while the keyboard is here; Alt with the arrows opens it, whatever command has those."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fill(self, choices: list[tuple[str, str]], chosen: str) -> None:
        """Offer keys with their texts, one of them chosen, without telling anybody."""
        blocked = self.blockSignals(True)
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != choices:
            self.clear()
            for key, text in choices:
                self.addItem(text, key)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.blockSignals(blocked)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that open it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            opens = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if opens and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls the panel past it changes nothing."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()
