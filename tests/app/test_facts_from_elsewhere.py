"""A file of facts comes in through the window: what the articles say enters, the rest only with a tick."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from window_person import Control, Key, Person
from witness import OpenWindow, Witness

from maeditor.ui.dialogs.vetting import VettingDialog

TEXT = "Le parc de Safi\n\nLe parc éolien de Safi produit 1 386 MW depuis 2018, avec 40 éoliennes.\n"
ROWS = (
    {"quote": "1 386 MW", "property": "capacity_power", "value": 1386, "unit": "MW", "subject": "Safi"},
    {"quote": "2 000 MW", "property": "capacity_power", "value": 2000, "unit": "MW", "subject": "Safi"},
)


@pytest.fixture
def project(tmp_path: Path, witness: Witness) -> Path:
    (tmp_path / "safi.txt").write_text(TEXT, "utf-8")
    assert witness.run("import", "p.maed", "safi.txt").returncode == 0
    (tmp_path / "faits.jsonl").write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return tmp_path / "p.maed"


def dialog() -> VettingDialog | None:
    front = QApplication.activeModalWidget()
    return front if isinstance(front, VettingDialog) and front.isVisible() else None


@pytest.mark.parametrize("without", [False, True])
def test_facts_are_shown_before_they_enter_and_go_again_in_one_step(
    open_window: OpenWindow, witness: Witness, project: Path, without: bool
) -> None:
    person: Person = open_window()
    person.answer(project)
    person.press("o", Control)
    person.wait(lambda: project.stem in person.main.windowTitle())
    person.answer(project.parent / "faits.jsonl")
    person.choose("import-facts")
    person.wait(dialog)
    shown = dialog()
    model = shown.rows.model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == [
        "trouvé",
        "la citation n’est pas dans l’article",
    ]
    assert shown.take.text() == "Reprendre 1 fait"
    if without:
        person.click(shown.without)
        assert shown.take.text() == "Reprendre 2 faits"
    person.press(Key.Key_Return)
    person.wait_for_notice("à relire")
    facts = witness.facts(project)
    assert [(each["amount"], len(each["evidence"]), each["state"]) for each in facts] == [
        (1386, 1, "proposed"),
        (2000, 0, "proposed"),
    ][: 2 if without else 1]
    # Where there is no window manager, nobody gives the keyboard back when a dialog goes.
    person.main.activateWindow()
    person.wait(lambda: QApplication.activeWindow() is person.main)
    person.press("z", Control)
    person.wait(lambda: not witness.facts(project))


def test_escape_takes_nothing_in(open_window: OpenWindow, witness: Witness, project: Path) -> None:
    person: Person = open_window()
    person.answer(project)
    person.press("o", Control)
    person.wait(lambda: project.stem in person.main.windowTitle())
    person.answer(project.parent / "faits.jsonl")
    person.choose("import-facts")
    person.wait(dialog)
    person.press(Key.Key_Escape)
    person.wait(lambda: dialog() is None)
    assert not witness.facts(project)
