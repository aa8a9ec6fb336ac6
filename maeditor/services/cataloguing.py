"""The project's own properties, beside those of the catalogue."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Property, check
from maeditor.domain.record import new_id
from maeditor.domain.unit_table import TABLE
from maeditor.domain.units import DIMENSIONS
from maeditor.services.runner import ActionRunner, catalogue_of

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork


def add_property(runner: ActionRunner, draft: Property) -> Done:
    """Add a property to the project; an empty key is made from the French label.

    Raises ValueTextError where the key is taken, the label is empty, or units and dimension do not fit.
    """
    wanted = replace(draft, id=new_id(), version=1, key=draft.key or key_of(draft.label_fr))
    if not wanted.label_fr.strip() or not wanted.key:
        raise ValueTextError("property_without_label")
    try:
        check(wanted)
    except ValueError as error:
        raise ValueTextError("property_unfit", property=wanted.label_fr) from error

    def work(unit: UnitOfWork) -> Row:
        if wanted.key in catalogue_of(unit.queries):
            raise ValueTextError("property_exists", property=wanted.label_fr)
        unit.properties.add(wanted)
        return {"titles": [wanted.label_fr]}

    return runner.run("add-property", work)


def units_of(dimension: str) -> tuple[str, ...]:
    """The units that measure a dimension, its base unit first."""
    base = DIMENSIONS.get(dimension, "")
    codes = (code for name, _base, rows in TABLE if name == dimension for code, *_rest in rows)
    return tuple(dict.fromkeys((*filter(None, (base,)), *codes)))


def key_of(label: str) -> str:
    """A key from a label: ``Débit d’eau`` becomes ``debit_d_eau``."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", label.lower()) if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
