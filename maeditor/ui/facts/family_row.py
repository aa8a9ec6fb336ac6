"""The families as pills in one row: one is chosen; it never wraps, and is never cut off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from maeditor.domain.properties import Family
from maeditor.ui.facts.family_chip import FamilyChip
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class FamilyRow(QWidget):
    """Where the words need more room than there is, they are set smaller together."""

    turned = Signal()
    """The person chose a family."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.chips = [FamilyChip(theme, family, self) for family in Family]
        for chip in self.chips:
            self._group.addButton(chip)
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self._group.buttonClicked.connect(lambda _button: self.turned.emit())

    @property
    def family(self) -> Family:
        """The family chosen."""
        return next((chip.family for chip in self.chips if chip.isChecked()), Family.ATTRIBUTE)

    def choose(self, family: Family) -> None:
        """Show a family as chosen, as the value's own."""
        for chip in self.chips:
            if chip.family is family:
                chip.setChecked(True)

    def turn(self, step: int) -> None:
        """Go on to the next family, or back."""
        at = next((row for row, chip in enumerate(self.chips) if chip.isChecked()), 0)
        self.turn_to((at + step) % len(self.chips))

    def turn_to(self, number: int) -> None:
        """Go to a family by its place in the row, from 0."""
        if 0 <= number < len(self.chips):
            self.chips[number].setChecked(True)
            self.turned.emit()

    def restyle(self, words: Words, width: int) -> None:
        """Name the families and share the room out."""
        gap = self._theme.px(4)
        self._row.setSpacing(gap)
        for number, chip in enumerate(self.chips, 1):
            chip.setText(words.say(f"facts.family_{chip.family.value}"))
            chip.setToolTip(words.say("facts.family_tip", family=chip.text(), number=number))
        for size in (12.0, 11.5, 11.0, 10.5, 10.0):
            for chip in self.chips:
                chip.set_size(size)
            if sum(chip.sizeHint().width() for chip in self.chips) + gap * (len(self.chips) - 1) <= width:
                break
        for chip in self.chips:
            chip.updateGeometry()
