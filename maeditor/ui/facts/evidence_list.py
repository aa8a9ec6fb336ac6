"""The passages a fact rests on, each a way into its article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Role
from maeditor.services.library import EvidenceView, FactView
from maeditor.ui.facts.quote_button import QuoteButton
from maeditor.ui.facts.quoting import quote_of
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

MOST_SHOWN = 12
"""Passages set at once; of a fact that a text repeats by the hundred, the others come on demand."""
MORE = 50
"""Passages added at a press."""
LINES, LINES_OF_SEVERAL = 3, 2
"""A passage alone is shown in its sentence; of several, the first two stand whole in a low window."""


class EvidenceList(QWidget):
    """Each passage in its sentence, with the family's colour at its side."""

    opened = Signal(str, int, int)
    removed = Signal(str)
    role_wanted = Signal(str, object)
    """An evidence's id and a Role."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._view: FactView | None = None
        self._shown = MOST_SHOWN
        self._menu = QMenu(self)
        self._link: EvidenceView | None = None
        self._roles: dict[Role, QAction] = {}
        self._make_menu()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rest = QPushButton(self)
        self._rest.clicked.connect(self.show_more)
        self._rest.hide()
        self.quotes: list[QuoteButton] = []
        self.after: QWidget = self
        """What Tab comes from to the first passage."""
        self.surroundings: Callable[[Sequence[Passage]], Sequence[tuple[str, str]]] = _kept
        """Where the text around a passage comes from; without a source, what the passage itself keeps."""

    def show_evidence(self, view: FactView) -> None:
        """Show a fact's passages."""
        if self._view is None or self._view.fact.id != view.fact.id:
            self._shown = MOST_SHOWN
        self._view = view
        held = next((at for at, quote in enumerate(self.quotes) if quote.hasFocus()), -1)
        self._column.setSpacing(self._theme.px(3))
        for quote in self.quotes:
            self._column.removeWidget(quote)
            quote.hide()
            quote.deleteLater()
        self._column.removeWidget(self._rest)
        self.quotes = []
        self._add(view.evidence[: self._shown])
        if held >= 0:
            # What had the keyboard is made anew; of one that was taken away the next has it.
            (self.quotes[min(held, len(self.quotes) - 1)] if self.quotes else self.after).setFocus()

    def retranslate(self) -> None:
        """Word, colour and size again what is shown."""
        if self._view is not None:
            self._column.setSpacing(self._theme.px(3))
            for quote in self.quotes:
                quote.retranslate(self._theme.family(self._view.property.family).line)
            self._count_rest(len(self._view.evidence) - len(self.quotes))

    def show_more(self) -> None:
        """Show some more passages, and go to the first of them."""
        if self._view is not None:
            self._column.removeWidget(self._rest)
            before = len(self.quotes)
            self._shown = before + MORE
            self._add(self._view.evidence[before : self._shown])
            self.quotes[min(before, len(self.quotes) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, links: Sequence[EvidenceView]) -> None:
        view = self._view
        if view is None:
            return
        colour = self._theme.family(view.property.family).line
        lines = LINES if len(view.evidence) == 1 else LINES_OF_SEVERAL
        passages = [link.passage for link in links]
        # What is made later would else come last of all, behind the buttons.
        previous: QWidget = self.quotes[-1] if self.quotes else self.after
        for link, around in zip(links, self.surroundings(passages), strict=True):
            quote = QuoteButton(link, quote_of(link.passage, *around), colour, lines, self._theme, self._words, self)
            passage = link.passage
            place = passage.article_id, passage.start, passage.end
            quote.clicked.connect(lambda _on=False, place=place: self.opened.emit(*place))
            quote.removed.connect(self.removed)
            quote.menu_wanted.connect(self._open_menu)
            self.quotes.append(quote)
            self._column.addWidget(quote)
            quote.show()
            QWidget.setTabOrder(previous, quote)
            previous = quote
        self._column.addWidget(self._rest)
        QWidget.setTabOrder(previous, self._rest)
        self._count_rest(len(view.evidence) - len(self.quotes))

    def _count_rest(self, count: int) -> None:
        """Say how many passages are not shown."""
        self._rest.setVisible(count > 0)
        if count > 0:
            px, tokens = self._theme.px, self._theme.tokens
            self._rest.setText(self._words.say("facts.more_evidence", count=count))
            self._rest.setFont(self._theme.ui_font(12, 500))
            self._rest.setStyleSheet(
                f"QPushButton {{ color: {tokens.accent}; background: transparent; text-align: left;"
                f" border: 2px solid transparent; border-radius: {px(5)}px; padding: {px(3)}px {px(10)}px; }}"
                f"QPushButton:hover {{ background: {tokens.hover}; }}"
                f"QPushButton:focus {{ border-color: {tokens.focus}; }}"
            )

    def _make_menu(self) -> None:
        self._open = self._menu.addAction("")
        self._open.triggered.connect(self._open_chosen)
        self._menu.addSeparator()
        for role in Role:
            action = self._menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, role=role: self._want_role(role))
            self._roles[role] = action
        self._menu.addSeparator()
        self._remove = self._menu.addAction("")
        self._remove.triggered.connect(self._remove_chosen)

    def _open_menu(self, link: EvidenceView, place: QPoint) -> None:
        say = self._words.say
        self._link = link
        self._open.setText(say("facts.open_passage"))
        for role, action in self._roles.items():
            told = say(f"facts.role_{role}")
            action.setText(f"{told[:1].upper()}{told[1:]}")
            action.setChecked(role is link.role)
        self._remove.setText(say("facts.remove_evidence"))
        self._menu.popup(place)

    def _open_chosen(self) -> None:
        if self._link is not None:
            passage = self._link.passage
            self.opened.emit(passage.article_id, passage.start, passage.end)

    def _want_role(self, role: Role) -> None:
        if self._link is not None and self._link.role is not role:
            self.role_wanted.emit(self._link.id, role)

    def _remove_chosen(self) -> None:
        if self._link is not None:
            self.removed.emit(self._link.id)


def _kept(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    return [(each.prefix, each.suffix) for each in passages]
