"""The selected fact in full: its form, its evidence, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.domain.facts import State
from maeditor.domain.properties import Property
from maeditor.domain.review import GLUED, NEEDS_REASON
from maeditor.services.learning import Judge
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.facts.badge import StateBadge
from maeditor.ui.facts.details import FactDetails
from maeditor.ui.facts.evidence_list import EvidenceList
from maeditor.ui.facts.family_tile import FamilyTile
from maeditor.ui.facts.form import FactForm
from maeditor.ui.facts.history_panel import HistoryPanel
from maeditor.ui.facts.nothing import Nothing
from maeditor.ui.facts.several_panel import SeveralPanel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.reason_row import ReasonRow
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.services.recounting import Deed

BUTTONS = (
    ("accept", "accept", "accept-fact"),
    ("edit", "edit", "edit-fact"),
    ("link", "link", "link-selection"),
    ("reject", "reject", "reject-fact"),
)
"""What they ask for, their icons, the commands whose keys they show."""
STANDING = frozenset({State.ACCEPTED, State.CORRECTED})
NOTHING, ONE, SEVERAL, HISTORY = range(4)
"""The pages."""
BELOW_VALUE = 3
"""The row of the form under the value: where it is told what is wrong with it, or asked why it counts."""


class Inspector(QFrame):
    """What the list's selected fact says and rests on; without one, how to get one."""

    statement_committed = Signal()
    statement_accepted = Signal()
    asked = Signal(str)
    """A button: ``accept``, ``reject``, ``link``, ``edit``, ``split``; of several ``defer``, ``reopen``, ``merge``."""
    passage_asked = Signal(str, int, int)
    evidence_removed = Signal(str)
    role_wanted = Signal(str, object)
    """An evidence's id and its new Role."""
    left_history = Signal()
    lost = Signal(object)
    """A FactView is about to give way although something is typed over it: it is there no longer."""
    turned = Signal(object)
    """Another FactView is shown."""
    too_low = Signal(int)
    """So much of the fact is out of sight, in pixels."""
    menu_wanted = Signal(QPoint)
    """All commands of the fact, at a place of the screen."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._view: FactView | None = None
        self._number = QLabel(self)
        self._tile = FamilyTile(theme, self)
        self._badge = StateBadge(theme, words, self)
        self.form = FactForm(theme, words, self)
        self.reason = ReasonRow(theme, self.form)
        self._look = QLabel(self)
        self._look.setWordWrap(True)
        self._look.setTextFormat(Qt.TextFormat.PlainText)
        self.split = KeycapButton(theme, "split", "", self)
        self.why = KeycapButton(theme, "edit", "", self)
        for button in (self.split, self.why):
            button.hide()
        self._evidence_title = QLabel(self)
        self._normalised = QLabel(self)
        self.evidence = EvidenceList(theme, words, self)
        self._details = FactDetails(theme, words, self)
        self.buttons: dict[str, KeycapButton] = {
            name: KeycapButton(theme, icon, "", self, tight=True) for name, icon, _command in BUTTONS
        }
        self.more = QToolButton(self)
        self.several = SeveralPanel(theme, words, self)
        self.history = HistoryPanel(theme, words, self)
        self._nothing = Nothing(theme, words, self)
        self._stack = QStackedWidget(self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(lambda: self.too_low.emit(self._bar.maximum()))
        self._lay_out()
        self._space()
        self.form.committed.connect(self.statement_committed)
        self.form.accepted.connect(self.statement_accepted)
        self.evidence.opened.connect(self.passage_asked)
        self.evidence.removed.connect(self.evidence_removed)
        self.evidence.role_wanted.connect(self.role_wanted)
        self.several.asked.connect(self.asked)
        self.history.closed.connect(self.close_history)
        self.more.clicked.connect(self._open_menu)
        self.split.clicked.connect(lambda _checked=False: self.asked.emit("split"))
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, asked=name: self.asked.emit(asked))
        words.changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def set_properties(self, properties: Sequence[Property]) -> None:
        """Offer these properties in the form."""
        self.form.set_properties(properties)

    def show_fact(self, view: FactView | None) -> None:
        """Show a fact, or the hint where there is none; its history, if that is open, gives way to another fact."""
        same = self._is_shown(view)
        if self._view is not None and not same and self.form.typed:
            self.lost.emit(self._view)
        self._view = view
        if not same:
            self.reason.hide()
        if not (same and self.history_shown):
            self._stack.setCurrentIndex(ONE if view else NOTHING)
        if view is not None:
            self.form.show_fact(view.fact)
            self._show(view)
            self.evidence.show_evidence(view)
            if not same:
                self.turned.emit(view)
        else:
            self.form.settle()

    def judge_by(self, judge: Judge) -> None:
        """Ask somebody how sure a fact is."""
        self._details.judge_by(judge)

    def gives_way(self, view: FactView | None) -> bool:
        """Tell whether the keyboard is in the fields of a fact that is there no longer once ``view`` is shown."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        return inside and (view is None or (bool(self.form.typed) and not self._is_shown(view)))

    def _is_shown(self, view: FactView | None) -> bool:
        return view is not None and self._view is not None and view.fact.id == self._view.fact.id

    def show_several(self, count: int, views: Sequence[FactView]) -> None:
        """Show that several facts are chosen, and what they share."""
        self.several.show_facts(count, views)
        self._stack.setCurrentIndex(SEVERAL)

    def show_one(self) -> None:
        """Show the one fact again after several."""
        if self._stack.currentIndex() == SEVERAL:
            self._stack.setCurrentIndex(ONE if self._view else NOTHING)

    def show_history(self, deeds: Sequence[Deed]) -> None:
        """Show what was done to the fact, and go there."""
        if self._view is not None:
            self.history.show_deeds(self._view, deeds)
            self._stack.setCurrentIndex(HISTORY)
            self.history.deeds.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_history(self) -> None:
        """Go back to the fact's fields."""
        if self.history_shown:
            self._stack.setCurrentIndex(ONE if self._view else NOTHING)
            self.left_history.emit()

    @property
    def history_shown(self) -> bool:
        """Tell whether the fact's history is in front."""
        return self._stack.currentIndex() == HISTORY

    @property
    def view(self) -> FactView | None:
        """The fact shown."""
        return self._view

    def retranslate(self) -> None:
        """Word and colour everything again."""
        self._restyle()
        self.several.retranslate()
        self.history.retranslate()
        self.evidence.retranslate()
        self.reason.restyle()
        if self._view is not None:
            self._show(self._view)

    def _restyle(self) -> None:
        """What is the same for every fact."""
        theme, words, say = self._theme, self._words, self._words.say
        self._space()
        self._number.setFont(theme.ui_font(11))
        self._evidence_title.setFont(theme.ui_font(12, 600))
        self._normalised.setFont(theme.ui_font(12, 500))
        for label in (self._evidence_title, self._normalised, self._number):
            label.setStyleSheet(f"color: {theme.tokens.text2};")
        self._look.setFont(theme.ui_font(12))
        self._look.setStyleSheet(
            f"color: {theme.tokens.warn}; background: {theme.tokens.warn_bg};"
            f"border-radius: {theme.px(6)}px; padding: {theme.px(6)}px {theme.px(8)}px;"
        )
        for name, _icon, command in BUTTONS:
            self.buttons[name].setText(say(f"facts.{name}"))
            self.buttons[name].set_key(words.cap(command))
        self.more.setIcon(theme.icon("more", "text2"))
        self.more.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.more.setToolTip(say("facts.more"))
        self.more.setAccessibleName(say("facts.more"))

    def _show(self, view: FactView) -> None:
        words, say = self._words, self._words.say
        self._number.setText(view.fact.label)
        self._tile.show_family(view.property.family, icon_of(view.property))
        self._badge.show_state(view.fact.state)
        # What stands is rather changed than accepted once more.
        standing = view.fact.state in STANDING
        self.buttons["accept"].setVisible(not standing)
        self.buttons["edit"].setVisible(standing)
        self._evidence_title.setText(say("facts.evidence_count", count=len(view.evidence)))
        normalised = fact_text.normalised_text(view.fact, words.wording)
        self._normalised.setText(say("facts.normalised", value=normalised) if normalised else "")
        looks = [say(fact_text.look_key(view.fact))] if view.fact.needs_look else []
        readings = fact_text.other_readings(view.fact, words.wording)
        if readings:
            looks.append(say("facts.alternatives", readings=", ".join(readings)))
        self.split.setVisible(bool(readings) and view.fact.needs_look == GLUED)
        self.split.setText(say("facts.split"))
        self.why.setVisible(view.fact.needs_look == NEEDS_REASON)
        self.why.setText(say("review.give_reason_plain"))
        self.why.set_key(words.cap("review-reason"))
        if view.conflicted:
            looks.append(say("facts.conflict_hint"))
        if not view.evidence:
            looks.append(say("facts.without_passage_hint"))
        self._look.setText("\n".join(looks))
        self._look.setVisible(bool(looks))
        self._details.show_fact(view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel's ground; the hairline above is the splitter's."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("panel"))

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, 0)))

    def _lay_out(self) -> None:
        head = self._head = QHBoxLayout()
        head.addWidget(self._tile)
        head.addWidget(self.form.property_list, 1)
        head.addWidget(self._number)
        head.addWidget(self._badge)
        titles = QHBoxLayout()
        titles.addWidget(self._evidence_title)
        titles.addStretch(1)
        titles.addWidget(self._normalised)
        # From the outside in: what changes its parent is styled anew with all that is in it.
        whole = QWidget(self._stack)
        scroll = QScrollArea(whole)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        scroll.setWidget(body)
        column = self._column = QVBoxLayout(body)
        column.addLayout(head)
        column.addWidget(self._look)
        column.addWidget(self.split)
        column.addWidget(self.why)
        column.addWidget(self.form)
        rows = self.form.layout()
        if isinstance(rows, QGridLayout):
            rows.addWidget(self.reason, BELOW_VALUE, 0, 1, 2)
        column.addLayout(titles)
        column.addWidget(self.evidence)
        column.addWidget(self._details)
        column.addStretch(1)
        self._clear = (scroll.viewport(), body)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda _least, _most: self._space())
        # Lines are wrapped over and over until their width is known: only what is left then is out of sight.
        self._bar.rangeChanged.connect(lambda _least, _most: self._settled.start())
        line = self._line = QFrame(self)
        line.setFixedHeight(1)
        actions = self._actions = QHBoxLayout()
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            actions.addWidget(button)
        actions.addWidget(self.more)
        # One of the two stands there; both together would widen the pane before the first fact is shown.
        self.buttons["edit"].hide()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(line)
        outer.addLayout(actions)
        for page in (self._nothing, whole, self.several, self.history):
            self._stack.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        QWidget.setTabOrder(self.form.property_list, self.form.subject)
        self.evidence.after = self.form.date

    def _space(self) -> None:
        """Margins follow the size of the text."""
        px = self._theme.px
        for ground in self._clear:
            # A new style sheet fills them again with the window's colour.
            ground.setAutoFillBackground(False)
        self._head.setSpacing(px(8))
        # The scroll bar stands in the margin: fields and buttons end at one line.
        taken = self._bar.sizeHint().width() if self._bar.maximum() > self._bar.minimum() else 0
        self._column.setContentsMargins(px(18), px(8), max(px(18) - taken, 0), px(6))
        self._column.setSpacing(px(5))
        self._actions.setContentsMargins(px(18), px(7), px(12), px(7))
        self._actions.setSpacing(px(6))
        self._line.setStyleSheet(f"background: {self._theme.tokens.line};")
