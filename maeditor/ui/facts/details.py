"""Under a fact's passages: how sure it is, where it comes from, who judged it and when."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.domain.facts import Fact, Standing
from maeditor.services.learning import Judge, as_kept
from maeditor.services.library import FactView
from maeditor.services.phrasing import worded_moment
from maeditor.ui import fact_text
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

_RULE = re.compile(r"rule:(?P<rule>[^:]+)(?::(?P<by>.+))?")


class FactDetails(QWidget):
    """A few quiet lines."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._judge: Judge = as_kept
        self._fact: Fact | None = None
        self._bars = ConfidenceBars(theme, self)
        self._sure, self._lines = QLabel(self), QLabel(self)
        for label in (self._sure, self._lines):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        row = self._row = QHBoxLayout()
        row.addWidget(self._bars)
        row.addWidget(self._sure, 1)
        column = self._column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._lines)

    def show_fact(self, view: FactView) -> None:
        """Show a fact's."""
        theme, fact = self._theme, view.fact
        px = theme.px
        self._column.setContentsMargins(0, px(6), 0, 0)
        self._column.setSpacing(px(4))
        self._row.setSpacing(px(7))
        for label in (self._sure, self._lines):
            label.setFont(theme.ui_font(12))
            label.setStyleSheet(f"color: {theme.tokens.text2};")
        self._fact = fact
        self._show_judged(fact)
        told = self.lines(fact)
        self._lines.setText("\n".join(told))
        self._lines.setVisible(bool(told))

    def judge_by(self, judge: Judge) -> None:
        """Ask somebody how sure a fact is; what is shown is told anew."""
        self._judge = judge
        if self._fact is not None:
            self._show_judged(self._fact)

    def _show_judged(self, fact: Fact) -> None:
        """Show how sure it is, and what became of others of its rule, or where it comes from."""
        judged = self._judge(fact)
        self._bars.show_confidence(judged.confidence)
        origin, rule = self.origin(fact)
        sure = fact_text.confidence_text(judged.confidence, self._words.wording)
        record = fact_text.record_text(judged.record, self._words.wording)
        told = self._words.say("learned.rule", record=record) if record else f"{origin[:1].lower()}{origin[1:]}"
        self._sure.setText(f"{sure} · {told}")
        self._sure.setToolTip(rule)

    @property
    def sureness(self) -> str:
        """The line of confidence, as it is read."""
        return self._sure.text()

    def lines(self, fact: Fact) -> list[str]:
        """What is told below confidence and origin."""
        say = self._words.say
        told = []
        if fact.reviewer:
            at = worded_moment(fact.reviewed_at, self._words.wording) if fact.reviewed_at else ""
            told.append(say(f"facts.judged_{fact.state.value}", name=fact_text.isolated(fact.reviewer), at=at).strip())
        if fact.standing is Standing.SET_ASIDE:
            told.append(say("facts.set_aside"))
        if fact.reason:
            told.append(say("facts.reason", reason=self._reason(fact.reason)))
        if fact.note:
            told.append(say("facts.note", note=fact_text.isolated(fact.note)))
        return told

    def origin(self, fact: Fact) -> tuple[str, str]:
        """Where a fact comes from, and for who wants to know, by which rule."""
        say, origin = self._words.say, fact.origin
        rule = _RULE.fullmatch(origin)
        if rule is not None:
            return say("facts.origin_rule"), say("facts.from_rule", rule=" · ".join(filter(None, rule.groups())))
        if origin.startswith("file:"):
            return say("facts.from_file", name=fact_text.isolated(origin.removeprefix("file:"))), ""
        return say("facts.from_person"), ""

    def _reason(self, reason: str) -> str:
        key = f"timeline.reason_{reason}"
        return self._words.say(key) if self._words.wording.knows(key) else fact_text.isolated(reason)


class ConfidenceBars(QWidget):
    """One to three bars, as in the list; the word stands beside."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._confidence = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_confidence(self, confidence: float) -> None:
        """Show how sure."""
        self._confidence = confidence
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Three bars and what is between."""
        return QSize(self._theme.px(13), self._theme.px(11))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bars(painter, self._theme, self._confidence, 0, self.height())


def draw_bars(painter: QPainter, theme: Theme, confidence: float, left: int, bottom: int) -> None:
    """Draw confidence: full bars as far as it goes, pale ones beyond."""
    px = theme.px
    width, gap = px(3), px(2)
    bars = fact_text.confidence_bars(confidence)
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in range(3):
        painter.setBrush(theme.colour("text2" if bar < bars else "line2"))
        height = px(4 + 3 * bar)
        painter.drawRoundedRect(QRect(left + bar * (width + gap), bottom - height, width, height), 1, 1)
