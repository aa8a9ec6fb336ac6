"""What each fact was when it was exported, as the texts that the hidden sheet ``_Base`` keeps for the merge."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Final

from maeditor.domain.facts import Fact
from maeditor.domain.merge import MERGED_FIELDS
from maeditor.domain.values import plain
from maeditor.formats.workbook.cell_text import PIECE, fit, is_too_long, pieces

BASE_SHEET: Final = "_Base"
"""The hidden sheet's name, in every language."""

LISTS_SHEET: Final = "_Listes"
"""The name of the hidden sheet that holds the closed lists, in every language."""

META: Final = "#meta"
"""In column A of row 2; column B holds one JSON object."""

FORMAT: Final = 1

BASE_HEADINGS: Final[tuple[str, ...]] = ("fact_id", "version", "number", *MERGED_FIELDS)
"""Row 1, never worded."""

COLUMN_OF_FIELD: Final[dict[str, str]] = {
    **{name: name for name in MERGED_FIELDS},
    "property": "property_label",
    "unit": "shown_unit",
}
"""Which column of ``columns.FACTS`` shows a field that is taken back."""

_CUT = "\u2026 #sha256:"
_MOST_DIGITS = 400


def base_row(fact: Fact) -> tuple[str, ...]:
    """A fact as ``BASE_HEADINGS`` order it: decimals as digits with a point, dates as EDTF, keys of enumerations.

    The unit of plain numbers is empty. The same of a fact that did not change, whatever its texts hold: characters that
    no cell can hold are replaced, and a text too long for one is cut, with its hash so that another end still differs.
    """
    told = {
        "fact_id": fact.id,
        "version": str(fact.version),
        "number": fact.label,
        "subject": fact.subject,
        "property": fact.property,
        "value": fact.raw,
        "comparator": fact.comparator.value if fact.comparator else "",
        "amount": base_number(fact.amount),
        "lower": base_number(fact.lower),
        "upper": base_number(fact.upper),
        "unit": "" if fact.unit == "1" else fact.unit,
        "text_value": fact.text_value,
        "place": fact.place,
        "lifecycle": fact.lifecycle.value,
        "modality": fact.modality.value,
        "as_of": fact.as_of,
        "target": fact.target,
        "state": fact.state.value,
        "standing": fact.standing.value,
        "claim": fact.claim,
        "object_entity": fact.object_entity,
        "reason": fact.reason,
        "note": fact.note,
    }
    return tuple([base_text(told[heading]) for heading in BASE_HEADINGS])


def base_number(number: Decimal | None) -> str:
    """A number without trailing zeros: 1234.50 and 1234.5 are one. An exponent only where digits would be endless."""
    if number is None:
        return ""
    short = plain(number)
    return str(short) if abs(short.adjusted()) > _MOST_DIGITS else format(short, "f")


def base_text(text: str) -> str:
    """A text as a cell of the baseline holds it."""
    fitting, _ = fit(text)
    if not is_too_long(fitting):
        return fitting
    return f"{pieces(fitting)[0]}{_CUT}{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def is_shown_as(base: str, cell: str) -> bool:
    """Tell whether a facts' cell still shows what the baseline holds; a text that was cut, by its beginning."""
    if cell == base:
        return True
    beginning, cut, _ = base.rpartition(_CUT)
    return bool(cut) and len(beginning) >= PIECE // 2 and cell.startswith(beginning)
