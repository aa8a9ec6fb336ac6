"""Another program saves into the project: an editor would decide over what is no longer so, or lose what is typed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library, watching
from maeditor.services.library import FactView
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 20_000
ELSEWHERE = """
import sys
from maeditor.services import annotating, deleting, importing, library, reviewing, undoing
from maeditor.services.projects import open_project

project, what, *ids = sys.argv[1:]
runner = open_project(project, editor="Paul")
match what:
    case "reject":
        reviewing.reject_facts(runner, [(each, None) for each in ids])
    case "reject-each":
        for each in ids:
            reviewing.reject_fact(runner, each)
    case "delete":
        deleting.delete_article(runner, ids[0])
    case "undo":
        undoing.undo(runner)
    case "import":
        importing.import_text(runner, "Un titre\\n\\nUne centrale de 77 MW ouvre.")
runner.store.close()
"""
HOLDING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def workspace(window: Window, qtbot: QtBot) -> Workspace:
    assert window.workspace is not None
    window.main.notices.dismiss()
    return window.workspace


def elsewhere(workspace: Workspace, what: str, *ids: str) -> None:
    """A second process does something and ends."""
    command = [sys.executable, "-c", ELSEWHERE, workspace.target, what, *ids]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)


def shown(workspace: Workspace, fact_id: str) -> FactView | None:
    return next((view for view in workspace.facts.model.views if view.fact.id == fact_id), None)


def test_what_is_saved_before_the_window_first_looks_is_shown_too(
    qtbot: QtBot, settings: Settings, tmp_path: Path, sample: Path
) -> None:
    """An editor would decide on a fact that is gone, for as long as nobody saves anything else."""
    project = tmp_path / "exemple.maed"
    shutil.copy(sample, project)
    made = Window(settings, "fr", dark=False)
    with qtbot.waitActive(made.main):
        made.main.show()
        made.main.activateWindow()
    made.open(str(project))
    assert made.workspace is not None
    assert not made.workspace.waking.done
    fact = next(view.fact for view in made.workspace.facts.model.views if view.fact.state is not State.REJECTED)
    elsewhere(made.workspace, "reject", fact.id)
    qtbot.waitUntil(
        lambda: (view := shown(made.workspace, fact.id)) is not None and view.fact.state is State.REJECTED,
        timeout=PATIENCE_MS,
    )
    made.main.close()
    made.deleteLater()
    made.main.deleteLater()
    settle()


def test_a_decision_of_another_program_is_shown_within_a_moment(qtbot: QtBot, workspace: Workspace) -> None:
    fact = next(view.fact for view in workspace.facts.model.views if view.fact.state is not State.REJECTED)
    elsewhere(workspace, "reject", fact.id)

    def seen() -> bool:
        view = shown(workspace, fact.id)
        return view is not None and view.fact.state is State.REJECTED

    qtbot.waitUntil(seen, timeout=PATIENCE_MS)
    assert workspace.desk.notices.text == "", "nobody here asked for it"


def test_what_is_typed_over_a_fact_stays_and_is_saved(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    one, other = [view.fact for view in workspace.facts.model.views if view.fact.state is not State.REJECTED][:2]
    workspace.desk.selection.show_fact(one.id)
    field = workspace.facts.inspector.form.subject
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Tel que tape")
    elsewhere(workspace, "reject", other.id)
    qtbot.waitUntil(
        lambda: (view := shown(workspace, other.id)) is not None and view.fact.state is State.REJECTED,
        timeout=PATIENCE_MS,
    )
    assert field.text() == "Tel que tape"
    assert field.hasFocus()
    QTest.keyClick(window.main.windowHandle(), Qt.Key.Key_Return)
    settle()
    assert library.fact_view(workspace.desk.runner, one.id).fact.subject == "Tel que tape"


def test_what_is_typed_over_the_very_fact_that_changed_stays_too(qtbot: QtBot, workspace: Workspace) -> None:
    one = next(view.fact for view in workspace.facts.model.views if view.fact.state is not State.REJECTED)
    workspace.desk.selection.show_fact(one.id)
    field = workspace.facts.inspector.form.subject
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Mon texte")
    elsewhere(workspace, "reject", one.id)
    qtbot.waitUntil(
        lambda: (view := shown(workspace, one.id)) is not None and view.fact.state is State.REJECTED,
        timeout=PATIENCE_MS,
    )
    assert field.text() == "Mon texte"


def test_many_actions_are_taken_over_as_one(qtbot: QtBot, workspace: Workspace) -> None:
    ids = [view.fact.id for view in workspace.facts.model.views if view.fact.state is not State.REJECTED]
    told: list[object] = []
    workspace.desk.bulletin.changed.connect(told.append)
    # No look is under way and none begins while this thread waits for the other program: the next finds all six.
    qtbot.waitUntil(lambda: not workspace.watching.busy, timeout=PATIENCE_MS)
    elsewhere(workspace, "reject-each", *ids[:6])
    qtbot.waitUntil(
        lambda: all((view := shown(workspace, each)) and view.fact.state is State.REJECTED for each in ids[:6]),
        timeout=PATIENCE_MS,
    )
    assert len(told) == 1


def test_an_article_deleted_elsewhere_goes_and_comes_back_without_turning_the_page(
    qtbot: QtBot, workspace: Workspace
) -> None:
    cards = library.articles(workspace.desk.runner)
    here = cards[0].id
    workspace.desk.selection.show_article(here)
    elsewhere(workspace, "delete", cards[1].id)
    qtbot.waitUntil(lambda: workspace.sidebar.model.row_of(cards[1].id) < 0, timeout=PATIENCE_MS)
    elsewhere(workspace, "undo")
    qtbot.waitUntil(lambda: workspace.sidebar.model.row_of(cards[1].id) >= 0, timeout=PATIENCE_MS)
    assert workspace.desk.selection.article_id == here
    elsewhere(workspace, "delete", here)
    qtbot.waitUntil(lambda: workspace.desk.selection.article_id == cards[1].id, timeout=PATIENCE_MS)


def test_an_imported_article_appears_and_the_open_one_stays(qtbot: QtBot, workspace: Workspace) -> None:
    here, count = workspace.desk.selection.article_id, len(workspace.sidebar.model.cards)
    elsewhere(workspace, "import")
    qtbot.waitUntil(lambda: len(workspace.sidebar.model.cards) == count + 1, timeout=PATIENCE_MS)
    assert workspace.desk.selection.article_id == here


def test_while_somebody_holds_the_project_the_window_does_not_stand_still(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, workspace.target], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        begun = perf_counter()
        workspace.watching.look()
        settle()
        assert perf_counter() - begun < 1.0
    finally:
        holder.communicate("")
    qtbot.waitUntil(lambda: not workspace.watching.busy, timeout=PATIENCE_MS)
    assert window.main.notices.text == ""


def test_looking_costs_next_to_nothing(workspace: Workspace) -> None:
    runner = workspace.desk.runner
    mark = watching.reached(runner)
    begun = perf_counter()
    for _each in range(50):
        assert watching.news(runner, mark) == (mark, ())
    assert (perf_counter() - begun) / 50 < 0.005
