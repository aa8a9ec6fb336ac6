"""Facts made elsewhere before they enter: what was found of each in its article, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from maeditor.services.vetting import Vetted
from maeditor.ui.dialogs.closing_row import MARGIN, SPACING, closing_row
from maeditor.ui.theme import Theme
from maeditor.ui.tick_box import TickBox
from maeditor.ui.wording import Words

WIDTH, HEIGHT, ROW = 860, 520, 34
COLUMNS = ("line", "outcome", "quote", "article")
WIDTHS = (56, 250, 330)
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class VettedRows(QAbstractTableModel):
    """A row a fact of the file, in its order."""

    def __init__(self, words: Words, vetted: Sequence[Vetted], parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._vetted = words, vetted

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many facts there are."""
        return 0 if parent.isValid() else len(self._vetted)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Line, outcome, quote, article."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column holds."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(f"vetting.column_{COLUMNS[section]}")
        return (
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            if role == Qt.ItemDataRole.TextAlignmentRole
            else None
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; spoken, the whole row."""
        if not index.isValid():
            return None
        row = self._vetted[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(row)[index.column()]
        return ", ".join(filter(None, self._texts(row))) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _texts(self, row: Vetted) -> tuple[str, ...]:
        quote = " ".join(row.row.values.get("quote", "").split())
        return str(row.row.line), self._outcome(row), quote, row.article_title

    def _outcome(self, row: Vetted) -> str:
        say = self._words.say
        if row.reason:
            return say(f"vetting.reason_{row.reason}")
        found = say("vetting.outcome_found")
        return found if row.score == 1 else say("vetting.likeness", told=found, score=round(100 * row.score))


class VettingDialog(QDialog):
    """Enter takes in what was found; a tick also what was not, then marked as without a passage."""

    def __init__(self, theme: Theme, words: Words, name: str, vetted: Sequence[Vetted], parent: QWidget) -> None:
        super().__init__(parent)
        say, px = words.say, theme.px
        self._words, self._vetted = words, vetted
        self.setWindowTitle(say("vetting.title", name=name))
        passed = sum(each.passed for each in vetted)
        head = QLabel(say("vetting.told", count=passed, all=len(vetted)), self)
        head.setFont(theme.ui_font(14, 600))
        self.rows = QTableView(self)
        self.rows.setModel(VettedRows(words, vetted, self))
        self.rows.setAccessibleName(head.text())
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.setShowGrid(False)
        self.rows.setTabKeyNavigation(False)
        self.rows.setWordWrap(False)
        self.rows.verticalHeader().hide()
        self.rows.verticalHeader().setDefaultSectionSize(px(ROW))
        self.rows.horizontalHeader().setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            self.rows.setColumnWidth(column, px(width))
        self.without = TickBox(theme, self)
        lost = sum(each.may_enter for each in vetted)
        self.without.setText(say("vetting.without_passage", count=lost))
        self.without.setVisible(lost > 0)
        for label in (head,):
            label.setTextFormat(Qt.TextFormat.PlainText)
        buttons, self.take = closing_row(self, theme, words, say("vetting.take", count=passed))
        self.without.toggled.connect(self._count)
        self._count()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(*(px(MARGIN) for _side in range(4)))
        column_of_parts.setSpacing(px(SPACING))
        for part in (head, self.rows, self.without, buttons):
            column_of_parts.addWidget(part)
        self.resize(px(WIDTH), px(HEIGHT))
        self.take.setFocus()

    def _count(self) -> None:
        also = self.without.isChecked()
        count = sum(each.passed or (also and each.may_enter) for each in self._vetted)
        self.take.setText(self._words.say("vetting.take", count=count))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(count > 0)
