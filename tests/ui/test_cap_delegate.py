"""A table of keys would be a column of bare letters, and one cut off, where its delegate failed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyleOptionViewItem, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from maeditor.ui.dialogs.cap_delegate import BETWEEN, CapDelegate
from maeditor.ui.theme import Theme


def table(qtbot: QtBot, theme: Theme, *cells: str) -> QTableWidget:
    made = QTableWidget(len(cells), 1)
    qtbot.addWidget(made)
    made.setItemDelegate(CapDelegate(theme, made))
    for row, text in enumerate(cells):
        made.setItem(row, 0, QTableWidgetItem(text))
    made.setShowGrid(False)
    made.setColumnWidth(0, 200)
    made.show()
    return made


def width(made: QTableWidget, row: int) -> int:
    return made.itemDelegate().sizeHint(QStyleOptionViewItem(), made.model().index(row, 0)).width()


def edges(made: QTableWidget, row: int, line: QColor) -> int:
    """How many times the outline of a cap is crossed on the middle of a row."""
    picture = made.viewport().grab().toImage()
    y = made.visualRect(made.model().index(row, 0)).center().y()
    return sum(picture.pixelColor(x, y) == line for x in range(picture.width()))


def test_each_key_has_a_cap_of_its_own_and_room_for_it(qtbot: QtBot, theme: Theme) -> None:
    made = table(qtbot, theme, "", "F1", BETWEEN.join(("Ctrl +", "Ctrl =")))
    line = theme.colour("line2")
    assert [edges(made, row, line) for row in range(3)] == [0, 2, 4]
    assert width(made, 0) < width(made, 1) < width(made, 2)


def test_caps_follow_the_chosen_row_and_the_theme(qtbot: QtBot, theme: Theme) -> None:
    made = table(qtbot, theme, "F1")
    made.selectRow(0)
    rect = made.visualRect(made.model().index(0, 0))
    assert made.viewport().grab().toImage().pixelColor(rect.right() - 2, rect.center().y()) == theme.colour("selected")
    assert made.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole) == "F1"
