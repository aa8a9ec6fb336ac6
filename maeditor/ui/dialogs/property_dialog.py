"""A property of the project's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.search_terms import folded
from maeditor.domain.units import DIMENSIONS
from maeditor.services.cataloguing import add_property, units_of
from maeditor.ui.desk import Desk
from maeditor.ui.dialogs.form_dialog import FormDialog

_WITHOUT_UNITS = frozenset({Kind.TEXT, Kind.DATE})
_COUNTED = frozenset({Kind.COUNT, Kind.RANK})
NUMBER, USUAL = "number", "power"
"""What is no measure, and the one that is offered first."""


def new_property(desk: Desk, window: QWidget) -> None:
    """Open the form of a new property."""
    say = desk.words.say

    def save() -> None:
        sort = Kind(kind.currentData())
        measured = "" if sort in _WITHOUT_UNITS else NUMBER if sort in _COUNTED else str(dimension.currentData())
        french = label_fr.text().strip()
        draft = Property(
            "",
            1,
            "",
            french,
            label_en.text().strip() or french,
            sort,
            Family(family.currentData()),
            measured,
            units_of(measured) if measured else (),
            DIMENSIONS.get(measured, ""),
        )
        desk.bulletin.publish(add_property(desk.runner, draft))

    dialog = FormDialog("dialog.property_title", desk.theme, desk.words, save, window)
    label_fr = dialog.add_text("dialog.label_fr")
    label_en = dialog.add_text("dialog.label_en")
    kind = dialog.add_choice("dialog.kind", [(each.value, say(f"dialog.kind_{each.value}")) for each in Kind])
    family = dialog.add_choice("dialog.family", [(each.value, say(f"facts.family_{each.value}")) for each in Family])
    dimension = dialog.add_choice(
        "dialog.dimension",
        sorted(
            ((name, _capital(say(f"dialog.dimension_{name}"))) for name in DIMENSIONS if name != NUMBER),
            key=lambda each: folded(each[1]),
        ),
        USUAL,
    )
    dialog.open()


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
