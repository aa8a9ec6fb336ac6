"""The facts pane: the list above, the inspector below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.services.library import FactView
from maeditor.ui.facts.delegate import FactDelegate
from maeditor.ui.facts.inspector import Inspector
from maeditor.ui.facts.model import FactRole, FactsModel
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEADER, INSPECTOR, LOW_INSPECTOR = 44, 336, 312
LOW = 800
"""Below this height of the window the inspector leaves more rows to the list."""
SEGMENT, SEGMENT_BUTTON = 28, 24


class FactsPane(QWidget):
    """Facts of the article or the project; it emits what the person wants and writes nothing."""

    fact_chosen = Signal(str)
    fact_opened = Signal(str)
    """Enter or a double click: show where it stands."""
    scope_changed = Signal(bool)
    """True: the whole project."""
    asked = Signal(str)
    """``new``, ``remove-evidence``."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._count = QLabel(self), QLabel(self)
        self._article, self._project = QPushButton(self), QPushButton(self)
        self._scope = QButtonGroup(self)
        self._new = QToolButton(self)
        self.model = FactsModel(self)
        self.list = _FactList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FactDelegate(theme, words, self.list))
        self._empty = QLabel(self)
        self._stack = QStackedWidget(self)
        self._drawn = False
        self.inspector = Inspector(theme, words, self)
        self._lay_out()
        self._wire()
        words.changed.connect(self.retranslate)
        theme.changed.connect(self._rescale)
        self.retranslate()

    @property
    def whole_project(self) -> bool:
        """Tell whether the list shows the whole project."""
        return self._project.isChecked()

    def show_scope(self, *, whole: bool) -> None:
        """Mark which facts the list shows, without telling anybody."""
        (self._project if whole else self._article).setChecked(True)

    def show_facts(self, views: Sequence[FactView], chosen: str) -> None:
        """Show facts and select one."""
        self.model.show(views, self._words.wording)
        self._count.setText(self._words.number(len(views)))
        self._stack.setCurrentIndex(0 if views else 1)
        self.choose(chosen)

    def choose(self, fact_id: str) -> None:
        """Select a fact without telling anybody."""
        row = self.model.row_of(fact_id)
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        if row < 0:
            selection.clear()
            self.inspector.show_fact(None)
        else:
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
            self.inspector.show_fact(self.model.views[row])
        selection.blockSignals(blocked)
        self.list.viewport().update()

    def neighbour(self, step: int) -> str:
        """The fact before or after the selected one, or the first."""
        views = self.model.views
        if not views:
            return ""
        row = self.list.currentIndex().row() if self.list.selectionModel().hasSelection() else -1
        wanted = 0 if row < 0 else min(max(row + step, 0), len(views) - 1)
        return views[wanted].fact.id

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, tokens = self._theme, self._words.say, self._theme.tokens
        px = theme.px
        self._title.setText(say("facts.title"))
        self._title.setFont(theme.ui_font(13, 600))
        self._count.setFont(theme.ui_font(12))
        self._count.setStyleSheet(f"color: {tokens.text3};")
        self._article.setText(say("facts.scope_article"))
        self._project.setText(say("facts.scope_project"))
        for button in (self._article, self._project):
            button.setFont(theme.ui_font(12, 600))
            button.setFixedHeight(px(SEGMENT_BUTTON))
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; border-radius: {px(6)}px; color: {tokens.text2};"
                f" padding: 0 {px(10)}px; background: transparent; }}"
                f"QPushButton:checked {{ background: {tokens.raised}; color: {tokens.text};"
                f" border-color: {tokens.line2}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: 0 {px(9)}px; }}"
            )
        self._segment.setFixedHeight(px(SEGMENT))
        self._segment.setStyleSheet(f"#scope {{ background: {tokens.hover}; border-radius: {px(8)}px; }}")
        self._new.setIcon(theme.icon("add", "text2"))
        self._new.setIconSize(QSize(px(18), px(18)))
        self._space()
        self._new.setToolTip(say("facts.new_fact_tip"))
        self._new.setAccessibleName(say("facts.new_fact"))
        self.list.setAccessibleName(say("facts.list_name"))
        self._empty.setText(say("facts.empty"))
        self._empty.setFont(theme.ui_font(13))
        self._empty.setStyleSheet(f"color: {tokens.text3};")
        self.list.setStyleSheet(f"QListView {{ background: {tokens.panel}; border: none; outline: none; }}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel's ground and the header's hairline; the one at the left is the splitter's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, self._theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew until the person has drawn the line where they want it."""
        super().resizeEvent(event)
        if not self._drawn:
            self._share_height()

    def _share_height(self) -> None:
        px = self._theme.px
        wanted = px(LOW_INSPECTOR if self.window().height() < px(LOW) else INSPECTOR)
        self._splitter.setSizes([max(self._splitter.height() - wanted, 0), wanted])

    def _rescale(self) -> None:
        """Another size of text or another theme: sizes, then everything that is drawn."""
        self.retranslate()
        self.list.doItemsLayout()
        self._drawn = False
        self._share_height()

    def _space(self) -> None:
        """Heights and margins follow the size of the text."""
        px = self._theme.px
        self._header.setFixedHeight(px(HEADER))
        self._header_row.setContentsMargins(px(18), 0, px(12), 0)
        self._header_row.setSpacing(px(8))
        self._segment_row.setContentsMargins(px(2), px(2), px(2), px(2))
        self._empty.setContentsMargins(px(24), 0, px(24), 0)

    def _drag(self) -> None:
        self._drawn = True

    def _lay_out(self) -> None:
        self._segment = QFrame(self)
        self._segment.setObjectName("scope")
        segment = self._segment_row = QHBoxLayout(self._segment)
        segment.setSpacing(0)
        for button in (self._article, self._project):
            button.setCheckable(True)
            self._scope.addButton(button)
            segment.addWidget(button)
        self._article.setChecked(True)
        self._new.setAutoRaise(True)
        header = self._header = QWidget(self)
        row = self._header_row = QHBoxLayout(header)
        for widget in (self._title, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._segment, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._new, 0, Qt.AlignmentFlag.AlignVCenter)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._splitter, 1)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.activated.connect(lambda index: self.fact_opened.emit(index.data(FactRole.VIEW).fact.id))
        self.list.delete_pressed.connect(lambda: self.asked.emit("remove-evidence"))
        self._scope.buttonClicked.connect(lambda _button: self.scope_changed.emit(self.whole_project))
        self._new.clicked.connect(lambda: self.asked.emit("new"))
        self._splitter.splitterMoved.connect(lambda _at, _number: self._drag())

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        view = current.data(FactRole.VIEW)
        if isinstance(view, FactView):
            if not self.inspector.form.typed:
                self.inspector.show_fact(view)
            self.fact_chosen.emit(view.fact.id)


class _FactList(QListView):
    """The list; letters are commands here, so it does not search by typing."""

    delete_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: a letter that is no command must not move the selection."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete detaches the evidence."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
