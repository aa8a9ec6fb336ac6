"""Changing the fact on the table in its place: opens fields, reads them, asks for a reason where one is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from maeditor.domain.errors import MaeditorError, ValueTextError
from maeditor.domain.properties import Property
from maeditor.domain.review import STANDING
from maeditor.services import library, review_cards
from maeditor.services.annotating import FactStatement
from maeditor.services.review_cards import ReviewCard
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.review import saying
from maeditor.ui.review.editing import FIELDS, restated, value_typed
from maeditor.ui.review.pane import ReviewPane
from maeditor.ui.review.suggest_field import SuggestField


@dataclass(frozen=True, slots=True)
class Wanted:
    """A statement ready to be saved, and whether the fact is to be accepted and left then."""

    statement: FactStatement
    accept: bool
    reason: str = ""


class Changing(QObject):
    """The fields of the card on their way into the project."""

    reason_left = Signal()
    """No reason was given for a fact that stands."""

    def __init__(
        self,
        desk: Desk,
        pane: ReviewPane,
        save: Callable[[ReviewCard, Wanted], bool],
        accept: Callable[[], None],
        accept_because: Callable[[str], None],
    ) -> None:
        """``save`` saves a statement; ``accept`` accepts the fact as it stands, ``accept_because`` for a reason."""
        super().__init__(pane)
        self._desk, self._pane, self._save = desk, pane, save
        self._accept, self._accept_because = accept, accept_because
        self._known: Sequence[Property] = ()
        self._language = desk.words.language
        self._start = ""
        self._asked: Wanted | None = None
        self._asking = False
        field, reason = pane.card.value_field, pane.card.reason
        field.committed.connect(self.commit)
        field.accepted.connect(lambda: self.commit(accept=True))
        field.left.connect(self.cancel)
        field.turned.connect(lambda step: self._turn("value", step))
        field.edited.connect(lambda _text: self._typing())
        reason.given.connect(self._reasoned)
        reason.given_and_on.connect(lambda said: self._reasoned(said, on=True))
        reason.left.connect(self.cancel_reason)

    @property
    def begun(self) -> bool:
        """Tell whether a field is open."""
        return bool(self._pane.card.open_names)

    @property
    def asking(self) -> bool:
        """Tell whether a reason is asked for."""
        return self._asking

    @property
    def typed(self) -> dict[str, str]:
        """The fields that say something else than the fact does."""
        view, card = self._pane.card, self._pane.card.card
        if card is None:
            return {}
        found = {
            name: row.field.value
            for name, row in view.rows.items()
            if row.field is not None and row.field.value != saying.initial(name, card.fact)
        }
        for name in ("property", "comparator", "unit", "status"):
            if found.get(name) == "":
                # Nothing of the list was meant.
                del found[name]
        if "value" in view.open_names:
            amount, code = view.value_field.amount.text(), view.value_field.code
            if amount.strip() != self._start or (code and code != card.fact.unit):
                found["value"] = amount
                if code:
                    found["unit"] = code
        return found

    def open(self, names: Sequence[str]) -> None:
        """Open fields, the keyboard in the first."""
        card = self._pane.card.card
        if card is None or self._pane.over or not names:
            return
        if not self.begun:
            self._language = self._desk.words.language
        self._known = library.properties(self._desk.runner)
        view = self._pane.card
        wanted = [name for name in names if name == "value" or not view.rows[name].isHidden()]
        for name in wanted:
            if name not in view.open_names:
                self._open(name, card)
        self._pane.footer.show_changing(True)
        if wanted:
            self._focus(wanted[0])

    def open_all(self) -> None:
        """Open every field."""
        self.open(("value", *FIELDS))

    def commit(self, *, accept: bool = False) -> bool:
        """Save what is typed; False where it cannot be, which the card tells, or where a reason is asked for first.

        Who goes on at once (``accept``) is not held up: what differs from its passage is saved as such, and the reason
        can be given later.
        """
        card = self._pane.card.card
        if card is None:
            return True
        if self._asking:
            # A button was pressed instead of Enter: what is said is the reason.
            self._reasoned(self._pane.card.reason.said, on=accept)
            return not self.begun
        try:
            self._refuse_unlisted()
        except ValueTextError as error:
            self.refuse(error)
            return False
        typed = self.typed
        if not typed:
            self.close()
            if accept:
                self._accept()
            return True
        try:
            statement = restated(card.fact, typed, self._known, self._language)
        except MaeditorError as error:
            self.refuse(error)
            return False
        wanted = Wanted(statement, accept)
        changed = statement.quantity != card.fact.quantity
        if changed and not accept and review_cards.would_differ(card, statement):
            self._ask(card, wanted)
            return False
        return self._save_closing(card, wanted)

    def _refuse_unlisted(self) -> None:
        for row in self._pane.card.rows.values():
            if row.field is not None and row.field.lost:
                raise ValueTextError("not_in_list", text=row.field.text().strip())

    def settle(self) -> bool:
        """Save what is typed before something else is shown; False where it cannot be."""
        said = self._pane.card.reason.said
        if self._asking and self._asked is None and not said and self._stands:
            self.cancel_reason()
        elif self._asking:
            self._reasoned(said)
        return self.commit() if self.begun else True

    def cancel(self) -> None:
        """Leave the fact as it is."""
        self.cancel_reason()
        self.close()

    def close(self) -> None:
        """Close the fields, the keyboard back on the card."""
        self._pane.card.close_fields()
        self._pane.card.refuse("")
        self._pane.footer.show_changing(False)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_about(self, card: ReviewCard) -> bool:
        """Tell whether it is this fact that is changed."""
        shown = self._pane.card.card
        return shown is not None and shown.fact.id == card.fact.id

    def give_way(self, card: ReviewCard | None) -> None:
        """Another card comes: where fields are open, their fact is there no longer, which is said with what they say.

        An error, for it outlasts the notice of the action that took the fact away.
        """
        view, shown = self._pane.card, self._pane.card.card
        if not self.begun or shown is None or (card is not None and self.is_about(card)):
            return
        fields = {name: row.field for name, row in view.rows.items()}
        typed = [field.text() for name in self.typed if (field := fields.get(name)) is not None]
        typed += [view.value_field.amount.text()] if "value" in self.typed else []
        self.cancel()
        key = "review.gone_typed" if typed else "review.gone"
        told = self._desk.words.say(key, label=shown.fact.label, **({"typed": ", ".join(typed)} if typed else {}))
        (self._desk.notices.error if typed else self._desk.notices.info)(told)

    def refuse(self, error: MaeditorError) -> None:
        """Say why what is typed cannot be kept; it stays where it is."""
        self._pane.card.refuse(self._desk.words.say(f"error.{error.key}", **error.details))
        self._pane.reveal(self._pane.card.error)

    # Reasons

    def ask_to_accept(self, card: ReviewCard) -> None:
        """Ask why a value counts that its passage does not say, before it is accepted."""
        self._ask(card, None)

    def cancel_reason(self) -> None:
        """Ask no longer; what was typed stays open."""
        if self._asking:
            self._asking = False
            self._pane.card.reason.hide()
            if self.begun:
                self._focus(self._pane.card.open_names[0])
            else:
                self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
                self.reason_left.emit()

    @property
    def _stands(self) -> bool:
        card = self._pane.card.card
        return card is not None and card.fact.state in STANDING

    def _ask(self, card: ReviewCard, wanted: Wanted | None) -> None:
        words = self._desk.words
        self._asked, self._asking = wanted, True
        value = wanted.statement.quantity if wanted is not None else card.fact.quantity
        told = fact_text.quantity_text(value, words.wording) if value is not None else ""
        self._pane.card.reason.ask(words.say("review.why", value=told), words.say("review.why_hint"))
        self._pane.reveal(self._pane.card.reason)

    def _reasoned(self, reason: str, *, on: bool = False) -> None:
        card, wanted = self._pane.card.card, self._asked
        self._asking = False
        self._pane.card.reason.hide()
        if card is None:
            return
        if wanted is None:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
            self._accept_because(reason)
        else:
            self._save_closing(card, Wanted(wanted.statement, wanted.accept or on, reason))

    def _save_closing(self, card: ReviewCard, wanted: Wanted) -> bool:
        saved = self._save(card, wanted)
        if saved and self.begun and not self._asking:
            self.close()
        elif not saved and self.begun and not self._has_keyboard():
            # It was in the row that asked why, which is gone.
            self._focus(self._pane.card.open_names[0])
        return saved

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.isVisible() and self._pane.card.isAncestorOf(focus)

    # Fields

    def _open(self, name: str, card: ReviewCard) -> None:
        words, view = self._desk.words, self._pane.card
        if name == "value":
            self._start = value_typed(card.fact, words.wording)
            units: list[tuple[str, str]] = []
            if saying.is_measured(card):
                codes = dict.fromkeys([card.fact.unit or "1", *card.view.property.units])
                units = [(code, saying.unit_text(code, card.fact, words.wording)) for code in codes]
            before = fact_text.value_text(card.view, words.wording)
            names = (words.say("review.field_value"), words.say("review.field_unit"))
            view.value_field.show_words(words.say("review.before"))
            view.value_field.begin(self._start, units if len(units) > 1 else [], card.fact.unit, before, names)
            view.show_value_field(True)
            return
        subjects = review_cards.known_subjects(self._desk.runner) if name in {"subject", "place"} else ()
        offered = saying.options(name, card, self._known, subjects, words.wording)
        free = name in {"subject", "place", "date"}
        field = SuggestField(self._desk.theme, view.rows[name], view, offered, free=free)
        start = saying.initial(name, card.fact)
        field.begin(start, start, words.say(f"review.field_{name}"))
        if name == "date":
            field.setPlaceholderText(words.say("review.date_hint"))
        field.committed.connect(self.commit)
        field.accepted.connect(lambda: self.commit(accept=True))
        field.left.connect(self.cancel)
        field.turned.connect(lambda step, at=name: self._turn(at, step))
        field.textEdited.connect(lambda _text: self._typing())
        view.rows[name].open(field)

    def _focus(self, name: str) -> None:
        view = self._pane.card
        if name == "value":
            view.value_field.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            view.value_field.amount.selectAll()
            self._pane.reveal(view.value_field)
            return
        row = view.rows[name]
        if row.field is not None:
            self._pane.reveal(row)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
            row.field.open_list()

    def _turn(self, name: str, step: int) -> None:
        """Tab: the next field, opened if it is not."""
        view = self._pane.card
        there = ["value", *(each for each, row in view.rows.items() if not row.isHidden())]
        following = there[(there.index(name) + step) % len(there)]
        self.open((following,))

    def _typing(self) -> None:
        self._language = self._desk.words.language
        self._pane.card.refuse("")
