"""How the pictures of the sheets view come about."""

from __future__ import annotations

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.services import exporting
from maeditor.services.library import FactView
from maeditor.ui.picture_around import empty
from maeditor.ui.picture_visitor import Key, Visitor


def sheets(visitor: Visitor) -> None:
    """The sample's sheets and one more, the first in front."""
    visitor.rest()
    visitor.call("view-sheets", "new-sheet")
    visitor.type("مراكز البيانات")
    visitor.press(Key.Key_Return)
    visitor.press(Key.Key_Home)
    _rest(visitor)


def columns(visitor: Visitor) -> None:
    """The columns of a sheet."""
    sheets(visitor)
    side = visitor.workspace.later.sheets.side
    side.segment.buttons["columns"].click()
    side.columns.setFocus()
    visitor.press(Key.Key_Down, times=2)
    visitor.press(Key.Key_Space)
    _rest(visitor)


def changed(visitor: Visitor) -> None:
    """What changed since a sheet was exported."""
    sheets(visitor)
    presenter, runner = visitor.workspace.later.sheets_presenter, visitor.runner
    if presenter.sheet is not None:
        path = visitor.folder / "Capacités par pays.xlsx"
        exporting.export_workbook(runner, path, visitor.window.words.wording, presenter.sheet)
    visitor.call("view-read")
    for decision in ("accept-fact", "reject-fact", "accept-fact", "duplicate-fact"):
        visitor.show_fact(_undecided)
        visitor.call(decision)
    visitor.call("view-sheets")
    visitor.workspace.later.sheets.side.segment.buttons["changes"].click()
    visitor.workspace.later.sheets.side.changes.list.setFocus()
    _rest(visitor)


def none(visitor: Visitor) -> None:
    """A project without sheets."""
    empty(visitor)
    visitor.call("view-sheets")


def _undecided(view: FactView) -> bool:
    return view.property.family is Family.CAPACITY and view.fact.state is State.PROPOSED


def _rest(visitor: Visitor) -> None:
    visitor.wait(lambda: visitor.workspace.later.sheets_presenter.resting)
    visitor.window.main.notices.dismiss()
    visitor.rest()
