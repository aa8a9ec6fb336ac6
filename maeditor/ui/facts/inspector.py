"""The selected fact in full: its form, its evidence, what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from maeditor.domain.properties import Family, Property
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.facts.badge import StateBadge
from maeditor.ui.facts.evidence_list import EvidenceList
from maeditor.ui.facts.form import FactForm
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

TILE = 24
BUTTONS = (("accept", "accept", "A"), ("reject", "reject", "R"), ("link", "link", "L"))


class Inspector(QFrame):
    """What the list's selected fact says and rests on; without one, how to get one."""

    statement_committed = Signal()
    statement_accepted = Signal()
    asked = Signal(str)
    """A button: ``accept``, ``reject``, ``link``."""
    passage_asked = Signal(str, int, int)
    evidence_removed = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._view: FactView | None = None
        self._number = QLabel(self)
        self._tile = _FamilyTile(theme, self)
        self._badge = StateBadge(theme, words, self)
        self.form = FactForm(theme, words, self)
        self._look = QLabel(self)
        self._look.setWordWrap(True)
        self._look.setTextFormat(Qt.TextFormat.PlainText)
        self._evidence_title = QLabel(self)
        self._normalised = QLabel(self)
        self.evidence = EvidenceList(theme, words, self)
        self.buttons: dict[str, QPushButton] = {
            name: KeycapButton(theme, icon, key, self) for name, icon, key in BUTTONS
        }
        self._nothing = _Nothing(theme, words, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._space()
        self.form.committed.connect(self.statement_committed)
        self.form.accepted.connect(self.statement_accepted)
        self.evidence.opened.connect(self.passage_asked)
        self.evidence.removed.connect(self.evidence_removed)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, asked=name: self.asked.emit(asked))
        words.changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def set_properties(self, properties: Sequence[Property]) -> None:
        """Offer these properties in the form."""
        self.form.set_properties(properties)

    def show_fact(self, view: FactView | None) -> None:
        """Show a fact, or the hint where there is none."""
        self._view = view
        self._stack.setCurrentIndex(1 if view else 0)
        if view is not None:
            self.form.show_fact(view.fact)
            self.retranslate()
        else:
            self.form.settle()

    @property
    def view(self) -> FactView | None:
        """The fact shown."""
        return self._view

    def retranslate(self) -> None:
        """Word and colour everything again."""
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
        for name, button in self.buttons.items():
            button.setText(say(f"facts.{name}"))
        view = self._view
        if view is None:
            return
        self._number.setText(view.fact.label)
        self._tile.show_family(view.property.family)
        self._badge.show_state(view.fact.state)
        self._evidence_title.setText(say("facts.evidence_count", count=len(view.evidence)))
        normalised = fact_text.normalised_text(view.fact, words.wording)
        self._normalised.setText(say("facts.normalised", value=normalised) if normalised else "")
        looks = [say(fact_text.look_key(view.fact))] if view.fact.needs_look else []
        alternatives = view.fact.qualifiers.get("alternatives")
        if isinstance(alternatives, list) and alternatives:
            looks.append(say("facts.alternatives", readings=", ".join(str(each) for each in alternatives)))
        if view.conflicted:
            looks.append(say("facts.conflict_hint"))
        if not view.evidence:
            looks.append(say("facts.without_passage_hint"))
        self._look.setText("\n".join(looks))
        self._look.setVisible(bool(looks))
        self.evidence.show_evidence(view)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel's ground; the hairline above is the splitter's."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("panel"))

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
        body = QWidget(self)
        column = self._column = QVBoxLayout(body)
        column.addLayout(head)
        column.addWidget(self._look)
        column.addWidget(self.form)
        column.addLayout(titles)
        column.addWidget(self.evidence)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._clear = (scroll.viewport(), body)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda _least, _most: self._space())
        line = self._line = QFrame(self)
        line.setFixedHeight(1)
        actions = self._actions = QHBoxLayout()
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            actions.addWidget(button)
        whole = QWidget(self)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(line)
        outer.addLayout(actions)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(whole)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)
        QWidget.setTabOrder(self.form.property_list, self.form.subject)

    def _space(self) -> None:
        """Margins follow the size of the text."""
        px = self._theme.px
        for ground in self._clear:
            # A new style sheet fills them again with the window's colour.
            ground.setAutoFillBackground(False)
        self._head.setSpacing(px(8))
        # The scroll bar stands in the margin: fields and buttons end at one line.
        taken = self._bar.sizeHint().width() if self._bar.maximum() > self._bar.minimum() else 0
        self._column.setContentsMargins(px(18), px(9), max(px(18) - taken, 0), px(8))
        self._column.setSpacing(px(8))
        self._actions.setContentsMargins(px(18), px(8), px(18), px(8))
        self._actions.setSpacing(px(8))
        self._line.setStyleSheet(f"background: {self._theme.tokens.line};")


class _FamilyTile(QWidget):
    """The family's icon on its own ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._family = theme, Family.ATTRIBUTE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_family(self, family: Family) -> None:
        """Show another family."""
        self._family = family
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(TILE), self._theme.px(TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        colours = theme.family(self._family)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        side = theme.px(15)
        at = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawPixmap(at, theme.pixmap(self._family.value, colours.ink, side, self.devicePixelRatioF()))


class _Nothing(QWidget):
    """No fact chosen: one sentence, the keys."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._hint = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        words.changed.connect(self._retranslate)
        theme.changed.connect(self._retranslate)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setFont(self._theme.ui_font(13, 600))
        self._hint.setFont(self._theme.ui_font(12))
        self._hint.setStyleSheet(f"color: {self._theme.tokens.text3};")
        self._title.setText(self._words.say("facts.none_chosen"))
        self._hint.setText(self._words.say("facts.none_chosen_hint"))
