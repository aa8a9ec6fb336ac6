"""A combo box that shows what it has no room for with …, and opens a list as airy as a menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from maeditor.ui.theme import Theme

ROW = 28


class Choice(QComboBox):
    """One of the inspector's choices."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_ChoiceDelegate(theme, self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as the style does, but with a text that ends where its room does."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        whole, style = option.currentText, self.style()
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(whole if option.currentText != whole else self.accessibleName())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class _ChoiceDelegate(QStyledItemDelegate):
    """Rows of an open list, as high as those of a menu."""

    def __init__(self, theme: Theme, combo: QComboBox) -> None:
        super().__init__(combo)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(super().sizeHint(option, index).width(), self._theme.px(ROW))
