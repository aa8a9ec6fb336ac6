"""Below the list: the chosen correction in a sentence, and the ways to decide of it, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.domain.merge import MergeState
from maeditor.services.returned_facts import Standpoint
from maeditor.ui.returning.choice_button import ChoiceButton
from maeditor.ui.returning.header import moment
from maeditor.ui.returning.row_text import RowText
from maeditor.ui.returning.rows import Choice, Row
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LONGEST = 60
"""Characters of a value or a quote on a button."""


class DecisionPanel(QWidget):
    """It asks; what is decided is the list's."""

    decided = Signal(object)  # Choice

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown: tuple[Row, Choice, RowText, str, Standpoint | None] | None = None
        self.title, self.note = QLabel(self), QLabel(self)
        self.keep = ChoiceButton(theme, "←", self)
        self.take = ChoiceButton(theme, "→", self)
        self.beside = ChoiceButton(theme, "C", self)
        for label in (self.title, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.keep.clicked.connect(lambda: self.decided.emit(Choice.KEEP))
        self.take.clicked.connect(lambda: self.decided.emit(Choice.TAKE))
        self.beside.clicked.connect(lambda: self.decided.emit(Choice.BESIDE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        buttons = self._buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.take)
        buttons.addWidget(self.beside)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addLayout(buttons)
        self.retranslate()

    def show_row(
        self, row: Row | None, choice: Choice, text: RowText, saved_at: str, standpoint: Standpoint | None
    ) -> None:
        """Ask about a row, or about none; ``text`` words it."""
        self._shown = None if row is None else (row, choice, text, saved_at, standpoint)
        self.setVisible(row is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, px = self._theme, self._theme.px
        self.title.setFont(theme.ui_font(13, 600))
        self.note.setFont(theme.ui_font(12))
        self.note.setStyleSheet(f"color: {theme.tokens.text2};")
        self._column.setContentsMargins(px(16), px(12), px(16), px(13))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(10))
        if self._shown is not None:
            self._tell(*self._shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRoundedRect(inside(QRectF(self.rect())), self._theme.px(12), self._theme.px(12))

    def _tell(self, row: Row, choice: Choice, text: RowText, saved_at: str, standpoint: Standpoint | None) -> None:
        say, wording = self._words.say, self._words.wording
        there = moment(saved_at, wording)
        here = moment(standpoint.changed_at, wording) if standpoint else ""
        subject = ", ".join(dict.fromkeys(filter(None, (text.property(row), text.subject(row)))))
        about = {
            MergeState.BOTH: "both",
            MergeState.CHANGED_THERE: "there",
            MergeState.CHANGED_HERE: "here",
            MergeState.NEW: "new",
            MergeState.DELETED: "deleted",
            MergeState.INVALID: "invalid",
        }[row.state]
        said = say(
            f"returning.about_{about}",
            field=text.field(row),
            subject=subject,
            here=here,
            there=there,
            row=text.field(row),
            value=_short(text.there(row)),
        )
        self.title.setText(said.strip())
        decidable = row.applicable
        self.note.setText(self._why(row, decidable=decidable))
        self.note.setVisible(bool(self.note.text()))
        for button, mine in ((self.keep, Choice.KEEP), (self.take, Choice.TAKE)):
            button.setVisible(decidable)
            left = choice is Choice.OPEN and mine is Choice.KEEP and row.state is not MergeState.BOTH
            button.setChecked(choice is mine or left)
        self.beside.setVisible(row.openable)
        self.beside.setChecked(choice is Choice.BESIDE)
        self.beside.tell(say("returning.open_conflict"), say("returning.open_conflict_note"))
        if decidable:
            self._ask(row, text, standpoint)

    def _why(self, row: Row, *, decidable: bool) -> str:
        say = self._words.say
        if row.state is MergeState.INVALID:
            what = say("returning.what_invalid")
            return " ".join(filter(None, (row.correction.reason, what)))
        if row.state is MergeState.CHANGED_HERE:
            return say("returning.what_here")
        return row.correction.reason if decidable else say("returning.what_gone")

    def _ask(self, row: Row, text: RowText, standpoint: Standpoint | None) -> None:
        say = self._words.say
        quote = standpoint.quote if standpoint else ""
        if row.state is MergeState.NEW:
            quoted = "add_note_differs" if row.differs else "add_note_quoted"
            self.keep.tell(say("returning.leave"), say("returning.leave_note"))
            self.take.tell(say("returning.add"), say(f"returning.{quoted if row.quoted else 'add_note_bare'}"))
            return
        told = say("facts.quote", quote=_short(quote)) if quote else say("returning.without_quote")
        editor = standpoint.editor if standpoint else ""
        note = say("returning.keep_note", editor=editor, quote=told) if editor else told
        if row.state is MergeState.DELETED:
            self.keep.tell(say("returning.keep_fact"), note)
            self.take.tell(say("returning.delete_fact"), say("returning.delete_note"))
            return
        here, there = _short(text.here(row)), _short(text.there(row))
        self.keep.tell(say("returning.keep", value=here) if here else say("returning.keep_empty"), note)
        from_there = say("returning.take_note_differs" if row.differs else "returning.take_note")
        self.take.tell(say("returning.take", value=there) if there else say("returning.take_empty"), from_there)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
