"""A sheet's columns as a person chooses them, and what is kept of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maeditor.formats.workbook.columns import FACTS
from maeditor.ui.sheets.column_list import ColumnChoice
from maeditor.wording import Wording

NUMBER = "number"
USUAL = tuple(column.name for column in FACTS.columns if column.name != NUMBER)
"""The columns of the sheet of facts in their usual order; the fact's number comes before them whatever is chosen."""


def choices_of(columns: Sequence[str], words: Wording) -> tuple[ColumnChoice, ...]:
    """The sheet's columns in their order; what it leaves out stands behind what it follows of itself."""
    chosen = [name for name in columns if name in USUAL] or list(USUAL)
    names = list(chosen)
    for at, name in enumerate(USUAL):
        if name not in chosen:
            names.insert(names.index(USUAL[at - 1]) + 1 if at else 0, name)
    return tuple(ColumnChoice(name, words.say(f"workbook.column.{name}"), name in chosen) for name in names)


def kept(choices: Sequence[ColumnChoice]) -> tuple[str, ...]:
    """What a sheet keeps of a choice: nothing where it is all of them as they stand of themselves."""
    columns = tuple(choice.key for choice in choices if choice.on)
    return () if columns == USUAL else columns


def ticked(choices: Sequence[ColumnChoice], row: int) -> tuple[str, ...] | None:
    """What is kept once a column's tick is put or taken; None where it was the last one."""
    changed = [replace(each, on=not each.on) if at == row else each for at, each in enumerate(choices)]
    return kept(changed) if any(each.on for each in changed) else None


def moved(choices: Sequence[ColumnChoice], row: int, place: int) -> tuple[str, ...] | None:
    """What is kept once a column stands elsewhere, past those that are left out; None where it is one of these."""
    if not choices[row].on:
        return None
    step = 1 if place > row else -1
    while 0 <= place < len(choices) and not choices[place].on:
        place += step
    others = [each for at, each in enumerate(choices) if at != row]
    return kept([*others[: max(place, 0)], choices[row], *others[max(place, 0) :]])
