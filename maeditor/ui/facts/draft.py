"""What is typed over the selected fact and not saved yet: it is saved before anything else comes into sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services.fitting import refuse_unfit
from maeditor.ui.desk import Desk
from maeditor.ui.facts.inspector import Inspector

if TYPE_CHECKING:
    from maeditor.services.annotating import FactStatement

FIELDS = "fields"
"""What an error is about that the fields themselves can put right."""


class Draft:
    """The inspector's fields on their way into the project."""

    def __init__(self, desk: Desk, inspector: Inspector) -> None:
        self._desk, self._inspector = desk, inspector
        self._kept_open: dict[str, str] = {}

    @property
    def begun(self) -> bool:
        """Tell whether anything is typed and not saved yet."""
        return bool(self._inspector.form.typed)

    def commit(self, *, leaving: bool = False) -> bool:
        """Save what the form says, if it says something else than the fact does.

        What cannot be saved is told under its field; to who is ``leaving`` for something else, in a notice too.
        """
        view = self._inspector.view
        if view is None:
            return False
        desk, fact, form = self._desk, view.fact, self._inspector.form
        try:
            statement = form.statement()
            same = replace(statement, raw="").stated_in(fact) == fact
            if not same:
                self._refuse_uncountable(statement)
        except MaeditorError as error:
            if leaving:
                desk.notices.error_from(error, FIELDS)
            return False
        desk.notices.resolve(FIELDS)
        if same:
            form.take_back()
            return True

        def correct() -> Done:
            from maeditor.services import annotating

            done = annotating.correct_fact(desk.runner, fact.id, fact.version, statement)
            form.settle()
            return done

        return desk.act(correct) is not None

    def _refuse_uncountable(self, statement: FactStatement) -> None:
        """Mark a unit that the fact came with and that its property cannot count in: nothing could be saved."""
        form, language = self._inspector.form, self._desk.words.language
        if statement.quantity is not None:
            with form.notes.about("value", form.amount):
                refuse_unfit(statement.quantity, form.chosen_property(), language, touched=False)

    def settle(self) -> bool:
        """Save what is typed before something else is shown; False where it cannot be, which is told."""
        if self.begun:
            return self.commit(leaving=True)
        self._desk.notices.resolve(FIELDS)
        return True

    def may_close(self) -> bool:
        """Save what is typed; what cannot be saved keeps the project open once, and is told."""
        typed = self._inspector.form.typed
        if self.settle():
            return True
        again, self._kept_open = typed == self._kept_open, typed
        return again
