"""Saved choices of facts: made, changed, put in order, deleted; each one action that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MissingRecordError, ValueTextError
from maeditor.domain.record import new_id
from maeditor.domain.sheets import ALL_PARTS, STEP, Sheet
from maeditor.services.runner import ActionRunner
from maeditor.services.sheet_facts import sheet_facts, whole_project_sheet
from maeditor.services.since_export import SinceExport, changed_since_export, exports_of, last_exports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maeditor.store.unit_of_work import UnitOfWork

__all__ = [
    "SinceExport",
    "add_sheet",
    "change_sheet",
    "changed_since_export",
    "delete_sheet",
    "duplicate_sheet",
    "exports_of",
    "last_exports",
    "move_sheet",
    "sheet",
    "sheet_called",
    "sheet_facts",
    "sheets",
    "whole_project_sheet",
]

LONGEST_TITLE = 120


def sheets(runner: ActionRunner) -> tuple[Sheet, ...]:
    """The project's sheets in their order."""
    with runner.read() as queries:
        return queries.sheets()


def sheet(runner: ActionRunner, sheet_id: str) -> Sheet:
    """One sheet. Raises MissingRecordError where it is deleted or never was."""
    found = next((each for each in sheets(runner) if each.id == sheet_id), None)
    if found is None:
        raise _missing(sheet_id)
    return found


def sheet_called(runner: ActionRunner, title: str) -> Sheet:
    """The sheet with a title. Raises MissingRecordError where there is none, ValueTextError where several bear it."""
    wanted = _cleaned(title)
    every = sheets(runner)
    found = [each for each in every if each.title == wanted]
    found = found or [each for each in every if each.title.casefold() == wanted.casefold()]
    if not found:
        raise MissingRecordError("sheet_unknown", text=wanted)
    if len(found) > 1:
        raise ValueTextError("sheet_ambiguous", text=wanted)
    return found[0]


def add_sheet(runner: ActionRunner, title: str, **choices: Any) -> tuple[Done, str]:  # noqa: ANN401 - fields of Sheet
    """Add a sheet after the others; ``choices`` are fields of ``Sheet``. Raises ValueTextError for no title."""
    wanted = _checked(Sheet(new_id(), 1, title, 0, **choices))

    def work(unit: UnitOfWork) -> Row:
        last = max((each.position for each in unit.queries.sheets()), default=0)
        unit.sheets.add(replace(wanted, position=last + STEP))
        return {"titles": [wanted.title]}

    return runner.run("add-sheet", work), wanted.id


def change_sheet(runner: ActionRunner, sheet: Sheet) -> Done:
    """Keep what a sheet is now to be; its version is the one that was seen.

    Raises ValueTextError for no title, MissingRecordError where it is gone, StaleRecordError where it moved on.
    """
    wanted = _checked(sheet)

    def work(unit: UnitOfWork) -> Row:
        _present(unit, wanted.id)
        unit.sheets.replace(wanted)
        return {"titles": [wanted.title]}

    return runner.run("change-sheet", work)


def duplicate_sheet(runner: ActionRunner, sheet_id: str, title: str) -> tuple[Done, str]:
    """Make another sheet like one, right after it. Raises ValueTextError for no title, MissingRecordError."""
    copy_id, wanted = new_id(), _titled(title)

    def work(unit: UnitOfWork) -> Row:
        source = _present(unit, sheet_id)
        others = list(unit.queries.sheets())
        at = next(place for place, each in enumerate(others) if each.id == sheet_id) + 1
        position = _room(unit, others, at)
        unit.sheets.add(replace(source, id=copy_id, version=1, title=wanted, position=position))
        return {"titles": [source.title], "to": wanted}

    return runner.run("duplicate-sheet", work), copy_id


def move_sheet(runner: ActionRunner, sheet_id: str, position: int) -> Done:
    """Put a sheet at a place (from 0) among the others. Raises MissingRecordError."""

    def work(unit: UnitOfWork) -> Row:
        moved = _present(unit, sheet_id)
        before = [each.id for each in unit.queries.sheets()]
        others = [each for each in unit.queries.sheets() if each.id != sheet_id]
        at = min(max(position, 0), len(others))
        if before[at] != sheet_id:
            wanted = _room(unit, others, at)
            unit.sheets.replace(replace(moved, position=wanted))
        return {"titles": [moved.title]}

    return runner.run("move-sheet", work)


def delete_sheet(runner: ActionRunner, sheet_id: str) -> Done:
    """Take a sheet out of the project; its facts stay. Raises MissingRecordError."""

    def work(unit: UnitOfWork) -> Row:
        gone = _present(unit, sheet_id)
        unit.sheets.replace(replace(gone, hidden=True))
        return {"titles": [gone.title]}

    return runner.run("delete-sheet", work)


def _room(unit: UnitOfWork, others: Sequence[Sheet], at: int) -> int:
    """A position for what is to stand at a place among these; where no number is left there, all are given new ones."""
    if at == len(others):
        return others[-1].position + STEP if others else STEP
    after = others[at].position
    before = others[at - 1].position if at else after - 2 * STEP
    if after - before > 1:
        return (before + after) // 2
    spread = [STEP * (place + 1 + (place >= at)) for place in range(len(others))]
    unit.sheets.replace_all(replace(each, position=wanted) for each, wanted in zip(others, spread, strict=True))
    return STEP * (at + 1)


def _present(unit: UnitOfWork, sheet_id: str) -> Sheet:
    found = unit.sheets.find(sheet_id)
    if found is None or found.hidden:
        raise _missing(sheet_id)
    return found


def _missing(sheet_id: str) -> MissingRecordError:
    return MissingRecordError("sheet_missing", sheet=sheet_id)


def _checked(sheet: Sheet) -> Sheet:
    """A sheet as it is kept: plain JSON, without what there is not."""
    return replace(
        sheet,
        title=_titled(sheet.title),
        listing=sheet.asked.to_row(),
        columns=tuple(dict.fromkeys(sheet.columns)),
        parts=tuple(part for part in ALL_PARTS if part in sheet.parts),
    )


def _titled(title: str) -> str:
    found = _cleaned(title)
    if not found:
        raise ValueTextError("sheet_nameless")
    return found


def _cleaned(title: str) -> str:
    return " ".join(title.split())[:LONGEST_TITLE].rstrip()
