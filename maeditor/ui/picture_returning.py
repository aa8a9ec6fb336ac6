"""Scenes of what comes back from Excel: a colleague corrected the workbook, and meanwhile it was changed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt

from maeditor.domain.facts import State
from maeditor.domain.merge import MergeState
from maeditor.domain.values import Comparator
from maeditor.services import annotating, exporting, library, review_cards
from maeditor.services.library import FactView
from maeditor.ui.picture_visitor import Visitor, settle

PATIENCE = 6
NUMBER, SUBJECT, KNOWN, AMOUNT, UNIT, PLACE, DATE = 1, 3, 4, 7, 10, 12, 15
"""Columns of the facts' sheet."""


def corrections(visitor: Visitor) -> None:
    """Rows of every sort, the one that both sides changed chosen."""
    _bring_back(visitor, _correct)
    model = visitor.workspace.later.returning.model
    rows = model.returned.rows
    both = next((row for row in rows if row.state is MergeState.BOTH), rows[0])
    visitor.workspace.later.returning.list.choose(model.place_of(both.key))
    settle()


def refused(visitor: Visitor) -> None:
    """The row chosen that cannot be taken."""
    corrections(visitor)
    visitor.workspace.later.returning.show_only(MergeState.INVALID)
    settle()


def same(visitor: Visitor) -> None:
    """A workbook in which nothing was changed."""
    _bring_back(visitor, lambda _book, _facts: None)


def noticed(visitor: Visitor) -> None:
    """What is said when an exported workbook was saved elsewhere."""
    path = _export(visitor)
    facts = _facts(visitor)
    presenter = visitor.workspace.later.returning_presenter
    presenter.files.follow(written=True)
    book = load_workbook(path)
    _correct(book.worksheets[1], facts)
    book.save(path)
    _wait(visitor, lambda: visitor.window.main.notices.text)


def applied(visitor: Visitor) -> None:
    """After what is clean was taken."""
    corrections(visitor)
    before = visitor.window.main.notices.text
    visitor.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _wait(visitor, lambda: visitor.window.main.notices.text != before and not visitor.window.jobs.running)


def _wait(visitor: Visitor, seen: Callable[[], object]) -> None:
    """A workbook is read in a process of its own, which takes its time to begin."""
    any(visitor.wait(seen) for _look in range(PATIENCE))


def _export(visitor: Visitor) -> Path:
    path = visitor.folder / "fiches_hub_ia.xlsx"
    exporting.export_workbook(visitor.runner, path, visitor.window.words.wording)
    return path


def _facts(visitor: Visitor) -> list[FactView]:
    """Those that are exported, each with a passage and a subject."""
    facts = library.project_facts(visitor.runner)
    return [each for each in facts if each.evidence and each.fact.subject and each.fact.state is not State.REJECTED]


def _bring_back(visitor: Visitor, correct: Callable[[Worksheet, list[FactView]], None]) -> None:
    path, facts = _export(visitor), _facts(visitor)
    book = load_workbook(path)
    correct(book.worksheets[1], facts)
    book.save(path)
    view = _ranked(facts)
    said = replace(review_cards.statement_of(view.fact), place="Maghreb")
    visitor.workspace.desk.act(lambda: annotating.correct_fact(visitor.runner, view.fact.id, view.fact.version, said))
    visitor.workspace.later.returning_presenter.read(path)
    _wait(visitor, lambda: visitor.workspace.desk.selection.view == "corrections")
    visitor.rest()
    visitor.window.main.notices.dismiss()


def _correct(sheet: Worksheet, facts: list[FactView]) -> None:
    """As a colleague does: values, subjects, a date, a unit that cannot be, a row more, a row less."""
    rows = {str(sheet.cell(row, NUMBER).value): row for row in range(2, sheet.max_row + 1)}
    powers = [each for each in facts if each.fact.unit in {"GW", "MW"} and each.fact.comparator is Comparator.EQUAL]
    ranked = _ranked(facts)
    others = [each for each in facts if each not in powers and each is not ranked]
    sheet.cell(rows[powers[0].fact.label], AMOUNT).value = 2.5
    sheet.cell(rows[powers[1].fact.label], SUBJECT).value = "Cinq premiers pays d’Afrique"
    sheet.cell(rows[powers[2].fact.label], UNIT).value = "MWh"
    sheet.cell(rows[ranked.fact.label], PLACE).value = "Monde"
    sheet.cell(rows[ranked.fact.label], DATE).value = "2025-12"
    sheet.cell(rows[others[0].fact.label], PLACE).value = "Dakhla"
    sheet.cell(rows[others[1].fact.label], PLACE).value = None
    new = sheet.max_row + 1
    sheet.cell(new, SUBJECT).value = "Benguérir"
    sheet.cell(new, KNOWN).value = sheet.cell(rows[powers[0].fact.label], KNOWN).value
    sheet.cell(new, AMOUNT).value = 40
    sheet.cell(new, UNIT).value = "MW"
    sheet.delete_rows(rows[others[-1].fact.label])


def _ranked(facts: list[FactView]) -> FactView:
    return next((each for each in facts if each.property.key == "rank"), facts[0])
