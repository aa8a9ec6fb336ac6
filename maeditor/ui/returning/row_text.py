"""A correction in words: its field, what stands here and there, what became of it; as people write values."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from maeditor.domain.errors import ValueTextError
from maeditor.domain.merge import MergeState
from maeditor.domain.units import symbol
from maeditor.domain.values import Comparator
from maeditor.services.phrasing import worded_date
from maeditor.ui.returning.rows import Choice, Returned, Row
from maeditor.wording import Wording

NUMBERS = frozenset({"amount", "lower", "upper"})
DATES = frozenset({"as_of", "target"})
CHOICES = frozenset({"property", "lifecycle", "modality", "state", "standing", "comparator"})
WORDED = {"lifecycle": "workbook.lifecycle", "modality": "workbook.modality", "standing": "workbook.standing"}
NO_BREAK = "\u00a0"


class RowText:
    """Words rows in one language."""

    def __init__(self, returned: Returned, wording: Wording) -> None:
        self._returned, self._words = returned, wording

    def subject(self, row: Row) -> str:
        """Whose value it is: the subject, or the property where there is none."""
        if row.fact is None:
            gone = row.correction.fact_id and row.state is not MergeState.NEW
            return self._words.say("returning.gone_fact" if gone else "returning.new_row")
        return row.fact.subject or self.property(row)

    def property(self, row: Row) -> str:
        """What is said of it."""
        return "" if row.known is None else row.known.label(self._words.language)

    def field(self, row: Row) -> str:
        """The field, as the workbook's columns are called."""
        name = row.correction.field
        if not name and not row.correction.row:
            return self._words.say("returning.whole_row")
        if not name:
            return self._words.say("returning.row_number", row=row.correction.row)
        return self._words.say(f"workbook.field.{'raw' if name == 'value' else name}")

    def here(self, row: Row) -> str:
        """What stands in the project; empty for nothing."""
        if row.state is MergeState.NEW:
            return ""
        if not row.correction.field and row.fact is not None:
            return row.fact.raw or row.fact.text_value
        return self._value(row, row.correction.here, there=False)

    def there(self, row: Row) -> str:
        """What stands in the workbook; empty for nothing."""
        if row.state is MergeState.DELETED:
            return ""
        if row.state is MergeState.NEW and row.fact is not None:
            return row.fact.raw or row.fact.text_value or row.correction.there
        return self._value(row, row.correction.there, there=True)

    def state(self, row: Row, choice: Choice = Choice.OPEN) -> str:
        """What became of it in a word or three, and what was decided."""
        say = self._words.say
        if row.state is MergeState.INVALID:
            return say(f"returning.refused_{self._kind(row.correction.field)}")
        if row.state is MergeState.BOTH and choice is not Choice.OPEN:
            return say(f"returning.both_{choice.value}")
        return say(f"returning.state_{row.state.value}")

    def spoken(self, row: Row, choice: Choice, *, ticked: bool) -> str:
        """A row as a screen reader says it."""
        say, correction = self._words.say, row.correction
        empty = say("returning.empty")
        parts = [
            say("returning.ticked" if ticked else "returning.not_ticked") if row.applicable else "",
            ", ".join(filter(None, (self.subject(row), self.property(row)))),
            self.field(row),
            say("returning.spoken_here", value=self.here(row) or empty),
            say("returning.deleted_row")
            if row.state is MergeState.DELETED
            else say("returning.spoken_there", value=self.there(row) or empty),
            self.state(row, choice),
            correction.reason,
        ]
        return ", ".join(part for part in parts if part)

    def _kind(self, name: str) -> str:
        if name in NUMBERS:
            return "number"
        if name in DATES:
            return "date"
        if name in CHOICES:
            return "choice"
        return "unit" if name == "unit" else "text"

    def _value(self, row: Row, canonical: str, *, there: bool) -> str:
        """A canonical text as people write it; what is not canonical stands as it is."""
        name = row.correction.field
        if not canonical or not name:
            return canonical
        if name in NUMBERS:
            return self._number(row, canonical, there=there)
        if name == "unit":
            return _symbol(canonical, self._words.language)
        if name in DATES:
            return worded_date(canonical, self._words)
        if name == "property":
            known = self._returned.properties.get(canonical)
            return canonical if known is None else known.label(self._words.language)
        if name == "comparator":
            return self._words.say("workbook.comparator.range") if canonical == Comparator.RANGE.value else canonical
        key = f"facts.state_{canonical}" if name == "state" else f"{WORDED.get(name, '')}.{canonical}"
        if (name == "state" or name in WORDED) and self._words.knows(key):
            return self._words.say(key)
        return canonical

    def _number(self, row: Row, canonical: str, *, there: bool) -> str:
        """With its unit, so that 2 is not taken for 2 MW."""
        try:
            number = Decimal(canonical)
        except InvalidOperation:
            return canonical
        written = self._words.number(number)
        unit = row.fact.unit if row.fact is not None else ""
        if there:
            unit = self._returned.units_there.get(row.correction.fact_id, unit)
        sign = _symbol(unit, self._words.language) if unit not in {"", "1"} else ""
        return f"{written}{NO_BREAK}{sign}" if sign else written


def _symbol(code: str, language: str) -> str:
    try:
        return symbol(code, language) or code
    except ValueTextError:
        return code
