"""The panel at the right: the chosen fact, its readings, and its passage inside the article."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui import fact_text
from maeditor.ui.charts.excerpt import Excerpt
from maeditor.ui.charts.quote_view import QuoteView
from maeditor.ui.date_text import date_text
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.ink_label import InkLabel, LineLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEADER, TILE = 44, 36
DAY = 10


class PassagePanel(QWidget):
    """One fact and where it stands; its button opens the reader there."""

    open_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.excerpt: Excerpt | None = None
        self._heading = InkLabel(self)
        self._hint = InkLabel(self, wraps=True)
        self._tile = QLabel(self)
        self._value, self._about = InkLabel(self, wraps=True), InkLabel(self, wraps=True)
        self._title, self._source = LineLabel(self), InkLabel(self, wraps=True)
        self.quote = QuoteView(theme, self)
        self.open_button = KeycapButton(theme, "external", "", self, filled=True)
        self.open_button.clicked.connect(self.open_asked)
        self._body = QWidget(self)
        self._grid = QGridLayout()
        self._scroll = QScrollArea(self)
        self._lay_out()
        self.retranslate()

    def show_excerpt(self, excerpt: Excerpt | None) -> None:
        """Show a fact with its passage, or the hint where none is chosen."""
        self.excerpt = excerpt
        self.retranslate()

    def rows(self) -> list[tuple[str, str]]:
        """The rows shown, as name and value."""
        excerpt = self.excerpt
        if excerpt is None:
            return []
        say, fact = self._words.say, excerpt.view.fact
        state = fact_text.state_text(fact.state, self._words.wording)
        if fact.reviewed_at:
            day = date_text(fact.reviewed_at[:DAY], self._words.wording)
            state = say("charts.by_whom", state=state, date=day)
        stage = say(f"facts.lifecycle_{fact.lifecycle.value}")
        raw = fact_text.isolated(fact.raw)
        rows = [
            (say("charts.as_written"), say("charts.quoted", quote=raw) if fact.raw else "—"),
            (say("charts.normalised"), self._normalised()),
            (say("charts.status"), stage),
            (say("charts.review"), state),
        ]
        looks = [say(fact_text.look_key(fact))] if fact.needs_look else []
        looks += [say("facts.conflict_hint")] if excerpt.view.conflicted else []
        return rows + [(say("charts.flags"), look) for look in looks]

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, words, say = self._theme, self._words, self._words.say
        self._heading.setFixedHeight(theme.px(HEADER))
        self._heading.setContentsMargins(theme.px(18), 0, 0, 0)
        self._heading.setText(say("charts.passage"))
        self._heading.dress(theme.ui_font(13, 600), theme.colour("text"))
        self._hint.dress(theme.ui_font(13), theme.colour("text3"))
        self.open_button.setText(say("charts.open_passage"))
        self.open_button.set_key(say("keys.enter"))
        excerpt = self.excerpt
        self._hint.setText(say("charts.passage_none" if excerpt is None else "charts.passage_missing"))
        self._hint.setVisible(excerpt is None or not excerpt.found)
        self._body.setVisible(excerpt is not None)
        if excerpt is None:
            return
        view = excerpt.view
        family = theme.family(view.property.family)
        self._tile.setFixedSize(theme.px(TILE), theme.px(TILE))
        self._tile.setStyleSheet(f"background: {family.wash}; border-radius: {theme.px(8)}px;")
        icon = theme.pixmap(icon_of(view.property), family.ink, theme.px(18), self.devicePixelRatioF())
        self._tile.setPixmap(icon)
        quantity = view.fact.quantity
        value = fact_text.spoken_quantity(quantity, words.wording) if quantity else view.fact.raw
        self._value.setText(value)
        self._value.dress(theme.ui_font(17, 600), theme.colour("text"))
        self._about.setText(self._about_text())
        self._about.dress(theme.ui_font(12), theme.colour("text2"))
        self._fill_rows()
        for label in (self._title, self._source, self.quote, self.open_button):
            label.setVisible(excerpt.found)
        if excerpt.found:
            self._show_passage(excerpt)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the header's hairline and the one at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, self._theme.colour("line"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))

    def _show_passage(self, excerpt: Excerpt) -> None:
        theme, words, say = self._theme, self._words, self._words.say
        self._title.setText(excerpt.title or say("facts.untitled"))
        self._title.setToolTip(fact_text.isolated(self._title.text()))
        self._title.dress(theme.ui_font(12, 600), theme.colour("text"))
        date = date_text(excerpt.published, words.wording) if excerpt.published else say("charts.no_date")
        parts = (excerpt.publisher or say("charts.no_source"), date, excerpt.language.upper())
        self._source.setText(" · ".join(fact_text.isolated(part) for part in parts if part))
        self._source.dress(theme.ui_font(11), theme.colour("text2"))
        self.quote.show_text(
            excerpt.text,
            excerpt.marked,
            excerpt.language,
            excerpt.view.property.family,
            right_to_left=excerpt.right_to_left,
        )
        self.quote.setAccessibleName(say("charts.passage_text", text=excerpt.text))

    def _normalised(self) -> str:
        quantity = self.excerpt.view.fact.normalised if self.excerpt else None
        if quantity is None:
            return "—"
        if quantity.comparator is Comparator.RANGE and quantity.lower is not None and quantity.upper is not None:
            number = self._words.number
            ends = self._words.say("charts.range", low=number(quantity.lower), high=number(quantity.upper))
            return f"{ends}\u00a0{quantity.unit}"
        return fact_text.quantity_text(quantity, self._words.wording)

    def _about_text(self) -> str:
        if self.excerpt is None:
            return ""
        fact = self.excerpt.view.fact
        parts = [fact_text.isolated(each) for each in dict.fromkeys((fact.place, fact.subject)) if each]
        if fact.lifecycle is not Lifecycle.UNKNOWN:
            parts.append(self._words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower())
        return " · ".join(parts)

    def _fill_rows(self) -> None:
        theme = self._theme
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (name, value) in enumerate(self.rows()):
            for column, text in enumerate((name, value)):
                label = InkLabel(self._body, wraps=column == 1)
                label.setText(text)
                label.dress(theme.ui_font(12, 600 if column else 400), theme.colour("text" if column else "text2"))
                label.setContentsMargins(0, theme.px(6), 0, theme.px(6))
                if not column:
                    label.setAlignment(Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(label, 2 * at, column)
            self._grid.addWidget(_Hairline(theme, self._body), 2 * at + 1, 0, 1, 2)
        self._grid.setColumnMinimumWidth(0, theme.px(104))
        self._grid.setColumnStretch(1, 1)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._hint.setContentsMargins(px(18), px(16), px(18), 0)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._value)
        words.addWidget(self._about)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._grid.setSpacing(0)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(px(18), px(16), px(18), px(16))
        body.setSpacing(0)
        body.addLayout(top)
        body.addSpacing(px(14))
        body.addLayout(self._grid)
        body.addSpacing(px(14))
        body.addWidget(self._title)
        body.addSpacing(px(4))
        body.addWidget(self._source)
        body.addSpacing(px(8))
        body.addWidget(self.quote)
        body.addSpacing(px(16))
        body.addWidget(self.open_button)
        body.addStretch(1)
        self.open_button.setMinimumSize(QSize(0, px(34)))
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)


class _Hairline(QWidget):
    """One pixel below a row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("line"))
