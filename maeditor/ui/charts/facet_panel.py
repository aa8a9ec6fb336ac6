"""The panel at the left: boxes that hide and show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from maeditor.ui.charts.facets import KINDS, LANGUAGE, LIFECYCLE, Choice, Facet
from maeditor.ui.ink_label import InkLabel
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEADER = 44
LINE, BOX = 27, 15


class FacetPanel(QWidget):
    """Boxes in groups; it emits what the person hides."""

    choice_changed = Signal(object)  # Choice

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._facets: tuple[Facet, ...] = ()
        self.choice = Choice()
        self.boxes: list[FacetBox] = []
        self._title = InkLabel(self)
        self.clear_button = QPushButton(self)
        self.clear_button.clicked.connect(lambda: self._choose(Choice()))
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._scroll = QScrollArea(self)
        self._lay_out()
        self.retranslate()

    def show_facets(self, facets: tuple[Facet, ...]) -> None:
        """Show these boxes; what was hidden stays hidden."""
        if facets != self._facets:
            self._facets = facets
            self._build()

    def clear(self) -> None:
        """Show everything."""
        self._choose(Choice())

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme = self._theme
        px = theme.px
        self._title.setFixedHeight(px(HEADER))
        self._title.setContentsMargins(px(18), 0, 0, 0)
        self._column.setContentsMargins(px(18), px(14), px(12), px(10))
        self._title.setText(self._words.say("charts.title"))
        self._title.dress(theme.ui_font(13, 600), theme.colour("text"))
        self._dress_clear()
        self._build()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the header's hairline and the one at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, self._theme.colour("line"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))

    def name_of(self, facet: Facet) -> str:
        """A box's word."""
        if facet.kind == LIFECYCLE:
            return self._words.say(f"facts.lifecycle_{facet.value}")
        if facet.kind == LANGUAGE:
            key = f"charts.language_{facet.value or 'none'}"
            return self._words.say(key) if self._words.wording.knows(key) else facet.value.upper()
        return self._words.say(f"facts.state_{facet.value}")

    def _build(self) -> None:
        focused = next(((box.facet.kind, box.facet.value) for box in self.boxes if box.hasFocus()), None)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        theme = self._theme
        for kind in KINDS:
            mine = [facet for facet in self._facets if facet.kind == kind]
            if not mine:
                continue
            heading = InkLabel(self._inside)
            heading.setText(self._words.say(f"charts.facet_{kind}"))
            heading.dress(theme.ui_font(12, 600), theme.colour("text2"))
            heading.setContentsMargins(0, theme.px(11) if self._column.count() else 0, 0, theme.px(7))
            self._column.addWidget(heading)
            for facet in mine:
                box = FacetBox(theme, facet, self.name_of(facet), self._words, self._inside)
                box.setChecked((facet.kind, facet.value) not in self.choice.hidden)
                box.toggled.connect(lambda on, of=facet: self._toggled(of, on))
                self._column.addWidget(box)
                self.boxes.append(box)
                if (facet.kind, facet.value) == focused:
                    box.setFocus()
        self._column.addStretch(1)
        self.clear_button.setVisible(bool(self.boxes))

    def _dress_clear(self) -> None:
        button, tokens, px = self.clear_button, self._theme.tokens, self._theme.px
        button.setText(self._words.say("charts.clear_all"))
        button.setAccessibleName(self._words.say("charts.clear_filters"))
        button.setToolTip(self._words.say("charts.clear_filters"))
        button.setFont(self._theme.ui_font(12, 600))
        button.setEnabled(bool(self.choice.hidden))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setStyleSheet(
            f"QPushButton {{ border: 2px solid transparent; border-radius: {px(6)}px; background: transparent;"
            f" color: {tokens.accent}; padding: {px(2)}px {px(4)}px; text-align: left; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:disabled {{ color: {tokens.text3}; }}"
            f"QPushButton:focus {{ border-color: {tokens.focus}; }}"
        )

    def _toggled(self, facet: Facet, on: bool) -> None:
        change = self.choice.with_again if on else self.choice.without
        self._choose(change(facet.kind, facet.value))

    def _choose(self, choice: Choice) -> None:
        if choice == self.choice:
            return
        self.choice = choice
        for box in self.boxes:
            box.blockSignals(True)
            box.setChecked((box.facet.kind, box.facet.value) not in choice.hidden)
            box.blockSignals(False)
            box.update()
        self.clear_button.setEnabled(bool(choice.hidden))
        self.choice_changed.emit(choice)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column.setSpacing(0)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, px(10))
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(4), px(12), 0)
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        column.addLayout(foot)


class FacetBox(QCheckBox):
    """A box, its word, and at the right how many facts it holds."""

    def __init__(self, theme: Theme, facet: Facet, name: str, words: Words, parent: QWidget) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.facet = facet
        self._theme, self._name, self._count = theme, name, words.number(facet.count)
        self.setAccessibleName(words.say("charts.facet_box", name=name, count=facet.count))
        self.setFixedHeight(theme.px(LINE))

    def sizeHint(self) -> QSize:
        """As wide as the panel, one line high."""
        return QSize(self._theme.px(120), self._theme.px(LINE))

    def hitButton(self, _position: object) -> bool:
        """The whole line is the box."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, its tick, word and count, and a ring where the keyboard is."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(BOX)
        box = QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))
            box.translate(4, 0)
        on = self.isChecked()
        edge = "accent" if on else "text2" if self.underMouse() else "control"
        painter.setPen(QPen(theme.colour(edge), 1.4 if not on else 1))
        painter.setBrush(theme.colour("accent") if on else theme.colour("raised"))
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            pen = QPen(theme.colour("on_accent"), 1.9 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            at = box.topLeft()
            points = [(0.24, 0.53), (0.43, 0.72), (0.77, 0.30)]
            painter.drawPolyline([at + type(at)(x * box.width(), y * box.height()) for x, y in points])
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.colour("text" if on else "text2"))
        right = self.width() - px(8)
        count = painter.fontMetrics().horizontalAdvance(self._count)
        left = box.right() + px(9)
        room = right - count - px(8) - left
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, round(room))
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, 0, room, self.height()), centre, name)
        painter.setFont(theme.ui_font(12, tabular=True))
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRectF(0, 0, right, self.height()), centre | Qt.AlignmentFlag.AlignRight, self._count)
