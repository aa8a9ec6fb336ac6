"""How the pictures of the sheets view come about."""

from __future__ import annotations

from dataclasses import replace

from maeditor.domain.facts import State
from maeditor.domain.listing import FactFilter, Sort
from maeditor.domain.properties import Family
from maeditor.services import exporting
from maeditor.services.library import FactView
from maeditor.ui.picture_around import empty
from maeditor.ui.picture_visitor import Key, Visitor


def sheets(visitor: Visitor) -> None:
    """Three sheets, the second in front: capacities alone, some columns."""
    visitor.rest()
    visitor.call("view-sheets")
    for title in ("Chiffres à publier", "Capacités du Maroc", "مراكز البيانات"):
        visitor.call("new-sheet")
        visitor.type(title)
        visitor.press(Key.Key_Return)
    visitor.press(Key.Key_Up)
    _filter(visitor)
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
        path = visitor.folder / "Capacités du Maroc.xlsx"
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


def _filter(visitor: Visitor) -> None:
    page = visitor.workspace.later.sheets.side.choices
    sheet = visitor.workspace.later.sheets_presenter.sheet
    if sheet is not None:
        asked = replace(sheet.asked, filter=FactFilter(families=frozenset({Family.CAPACITY})), sort=Sort.VALUE)
        page.menu.listing_wanted.emit(replace(asked, descending=True))


def _undecided(view: FactView) -> bool:
    return view.property.family is Family.CAPACITY and view.fact.state is State.PROPOSED


def _rest(visitor: Visitor) -> None:
    visitor.wait(lambda: visitor.workspace.later.sheets_presenter.resting)
    visitor.window.main.notices.dismiss()
    visitor.rest()
