"""The drawer at the right: all actions, and for one of them what it changed and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from maeditor.services.retracing import Step, Trace
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.status_bar import StatusBar
from maeditor.ui.theme import Theme
from maeditor.ui.timeline import step_text
from maeditor.ui.timeline.blocked_box import BlockedBox
from maeditor.ui.timeline.delegate import StepDelegate
from maeditor.ui.timeline.header import HEIGHT, ScopeRow, TimelineHeader
from maeditor.ui.timeline.keyed_list import KeyedList
from maeditor.ui.timeline.model import Said, StepRole, TimelineModel
from maeditor.ui.timeline.trace_delegate import TraceDelegate
from maeditor.ui.timeline.trace_model import TraceModel
from maeditor.ui.wording import Words

WIDTH, SHADOW = 400, 14
_SHADE = 34
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class TimelinePane(QWidget):
    """Lies over the right edge of the window; it emits what the person wants and writes nothing."""

    closed = Signal()
    opened = Signal(str)
    """Show what an action changed."""
    turned = Signal(str)
    """Take an action back, or bring it back; of a checkpoint: return there."""
    sought = Signal(str)
    """Go to an action, wherever it is in the list."""
    record_wanted = Signal(str, str)
    """Show a fact, or an article: ids, either may be empty."""
    scope_changed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._under_it = theme, words, parent
        self.setObjectName("timeline")
        self.header = TimelineHeader(theme, words, self)
        self.scope = ScopeRow(theme, words, self)
        self.model = TimelineModel(words.wording, self)
        self.list = KeyedList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(StepDelegate(theme, words, self.list))
        self._empty = QLabel(self)
        self._told, self._under = QLabel(self), QLabel(self)
        self.changes = TraceModel(words.wording, self)
        self.trace = KeyedList(self)
        self.trace.setModel(self.changes)
        self.trace.setItemDelegate(TraceDelegate(theme, words, self.trace))
        self.blocked = BlockedBox(theme, words, self)
        self.button = KeycapButton(theme, "undo", "", self)
        self._detail: Step | None = None
        self._beside: tuple[QWidget, ...] = ()
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._wire()
        OutOfSight(self, self.restyle, words.changed, theme.changed)
        parent.installEventFilter(self)
        self.restyle()
        self.hide()

    # What is shown

    @property
    def step(self) -> Step | None:
        """The step in the detail, else the one chosen in the list."""
        if self._detail is not None:
            return self._detail
        step = self.list.currentIndex().data(StepRole.STEP)
        return step if isinstance(step, Step) else None

    @property
    def in_detail(self) -> bool:
        """Tell whether one step is opened."""
        return self._detail is not None

    def show_steps(self, steps: Sequence[Step], chosen: str, *, complete: bool) -> None:
        """List steps and choose one, or the newest."""
        self.model.show(steps, self._words.wording, complete=complete)
        self._show_rows()
        self.choose(chosen)

    def show_said(self, said: Sequence[Said]) -> None:
        """List the notices of this session instead."""
        self.model.show_said(said, self._words.wording)
        self._show_rows()
        if said:
            self.list.setCurrentIndex(self.model.index(1))  # below its day
        self._follow()

    def choose(self, action_id: str) -> None:
        """Choose an action in the list; where it is not there, the newest."""
        row = self.model.row_of(action_id) if action_id else -1
        if row < 0 and self.model.steps:
            row = self.model.row_of(self.model.steps[0].action.id)
        self.list.setCurrentIndex(self.model.index(max(row, 0)) if row >= 0 else QModelIndex())
        self._follow()

    def show_detail(self, step: Step, trace: Trace) -> None:
        """Show what a step changed."""
        another = self._detail is None or self._detail.action.id != step.action.id
        self._detail = step
        self.changes.show(trace, self._words.wording)
        if another:
            self.trace.setCurrentIndex(self.changes.index(0))
            self.blocked.show_steps(())
        self._pages.setCurrentIndex(1)
        self.header.back.show()
        self._word_detail()
        self.trace.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Go back to the list, the step that was opened chosen in it."""
        if self._detail is None:
            return
        chosen, self._detail = self._detail.action.id, None
        self.blocked.show_steps(())
        self._pages.setCurrentIndex(0)
        self.header.back.hide()
        self.choose(chosen)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_blocked(self, steps: Sequence[Step]) -> None:
        """Name what keeps the step from being taken back; the keyboard goes there."""
        self.blocked.show_steps(steps)
        self._follow()
        # The list gives room to the box: the step it is about must not be hidden by it.
        self._column.activate()
        self.list.scrollTo(self.list.currentIndex())
        self._show_whole_rows()
        if self.blocked.ways:
            self.blocked.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # The drawer

    def cover(self, *panes: QWidget) -> None:
        """Lie exactly over whichever of these panes of the window is shown."""
        self._beside = panes
        for pane in panes:
            pane.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Take its place at the right edge, down to the status bar."""
        parent = self._under_it
        px = self._theme.px
        beside = next((each for each in self._beside if each.isVisible()), None)
        # As wide as the pane that it covers: neither a strip of it nor a part of the article's buttons is cut off.
        wide = px(WIDTH) if beside is None else parent.width() - beside.mapTo(parent, QPoint(0, 0)).x()
        width = min(wide + px(SHADOW), parent.width())
        below = parent.findChild(StatusBar)
        height = parent.height() - (below.height() if below is not None else 0)
        self.setGeometry(parent.width() - width, 0, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge, over the pane that stands there."""
        if event.type() in _MOVED and (watched is self.parent() or watched in self._beside):
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep plain keys from the commands: what lies behind the drawer must not be accepted or rejected."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if event.modifiers() in PLAIN and not function:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list, then closes; other keys end here and do nothing behind the drawer."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_list() if self.in_detail else self.closed.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, its left edge and the shade that it throws."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        left = px(SHADOW)
        shade = QLinearGradient(0, 0, left, 0)
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, _SHADE))
        painter.fillRect(0, 0, left, self.height(), shade)
        painter.fillRect(left, 0, self.width() - left, self.height(), theme.colour("panel"))
        painter.fillRect(left, 0, 1, self.height(), theme.colour("line2"))
        painter.fillRect(left, px(HEIGHT) - 1, self.width() - left, 1, theme.colour("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Changes are wrapped anew."""
        super().resizeEvent(event)
        self.trace.doItemsLayout()

    def restyle(self) -> None:
        """Word, colour and size everything again."""
        theme, px, tokens, say = self._theme, self._theme.px, self._theme.tokens, self._words.say
        self.header.restyle()
        self.scope.restyle()
        self.blocked.restyle()
        self._column.setContentsMargins(px(SHADOW) + 1, 0, 0, 0)
        self._box_row.setContentsMargins(px(18), px(8), px(18), 0)
        self._footer.setContentsMargins(px(18), px(10), px(18), px(14))
        self._head.setContentsMargins(px(18), px(14), px(18), px(8))
        self._head.setSpacing(px(2))
        self.list.setAccessibleName(say("timeline.list_name"))
        self.trace.setAccessibleName(say("timeline.changes_name"))
        for view in (self.list, self.trace):
            view.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")
            view.doItemsLayout()
        self._empty.setText(say("timeline.empty"))
        self._empty.setFont(theme.ui_font(13))
        self._empty.setStyleSheet(f"color: {tokens.text3};")
        self._told.setFont(theme.ui_font(14, 600))
        self._told.setStyleSheet(f"color: {tokens.text};")
        self._under.setFont(theme.ui_font(12))
        self._under.setStyleSheet(f"color: {tokens.text3};")
        self._word_detail()
        self._follow()
        self.place()
        self.update()

    def _show_rows(self) -> None:
        there = self.model.rowCount() > 0
        self._empty.setVisible(not there)
        self.list.setVisible(there)

    def _word_detail(self) -> None:
        step = self._detail
        if step is not None:
            self._told.setText(step_text.told(step))
            self._under.setText(step_text.under_text(step, self._words.wording))
        self._follow()

    def _follow(self) -> None:
        """The button says what can be done with the step."""
        step = self.step
        say = self._words.say
        self.button.setVisible(step is not None)
        if step is None:
            return
        key = "return_here" if step.is_checkpoint else "take_back" if step.stands else "bring_back"
        self.button.setText(say(f"timeline.{key}"))
        self.button.setAccessibleName(say(f"timeline.{key}"))
        self.button.set_icon("flag" if step.is_checkpoint else "undo" if step.stands else "redo")
        self.button.set_key(say("keys.delete"))
        # While something stands on it, that is what can be taken back.
        self.button.setEnabled(not step.running and not step.given_up and not self.blocked.steps)

    def _show_whole_rows(self) -> None:
        """Scroll on to the next row where the list begins within one."""
        top = self.list.visualRect(self.list.indexAt(QPoint(self.list.width() // 2, 0)))
        if top.top() < 0:
            bar = self.list.verticalScrollBar()
            bar.setValue(bar.value() + top.bottom() + 1)

    def _turn(self) -> None:
        if self.step is not None and self.button.isEnabled():
            self.turned.emit(self.step.action.id)

    def _open(self) -> None:
        if self.step is not None and not self.in_detail:
            self.opened.emit(self.step.action.id)

    def _show_record(self) -> None:
        record = self.changes.record_at(self.trace.currentIndex().row())
        if record is not None and (record.fact_id or record.article_id):
            self.record_wanted.emit(record.fact_id, record.article_id)

    def _lay_out(self) -> None:
        for label in (self._told, self._under, self._empty):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        listed, detail, head = QWidget(self), QWidget(self), QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.scope)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self._head = QVBoxLayout(head)
        self._head.addWidget(self._told)
        self._head.addWidget(self._under)
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.trace, 1)
        for page in (listed, detail):
            self._pages.addWidget(page)
        box, foot = QWidget(self), QWidget(self)
        self._box_row, self._footer = QVBoxLayout(box), QVBoxLayout(foot)
        self._box_row.addWidget(self.blocked)
        self._footer.addWidget(self.button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        parts = ((self.header, 0), (self._pages, 1), (box, 0), (foot, 0))
        for part, stretch in parts:
            self._column.addWidget(part, stretch)

    def _wire(self) -> None:
        self.header.back_asked.connect(self.show_list)
        self.header.close_asked.connect(self.closed)
        self.scope.changed.connect(self.scope_changed)
        self.blocked.wanted.connect(self.sought)
        self.button.clicked.connect(self._turn)
        self.list.entered.connect(self._open)
        self.list.doubleClicked.connect(lambda _index: self._open())
        self.trace.left.connect(self.show_list)
        self.trace.entered.connect(self._show_record)
        self.trace.doubleClicked.connect(lambda _index: self._show_record())
        for view in (self.list, self.trace):
            view.turned.connect(self._turn)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._chosen())

    def _chosen(self) -> None:
        if not self.in_detail:
            self.blocked.show_steps(())
        self._follow()
