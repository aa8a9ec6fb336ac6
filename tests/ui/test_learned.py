"""Confidence on screen goes by what was decided: a card would claim a record that a rule does not have, otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from review_setting import CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.services.importing import import_paths
from maeditor.services.learning import learning_of
from maeditor.services.projects import create_project
from maeditor.services.proposing import propose_articles
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

PATIENCE_MS = 20_000
NAMES = ("Nador", "Berkane", "Taza", "Oujda", "Safi", "Settat", "Larache", "Ifrane", "Azrou", "Midelt")
SITES = "\n\n".join(f"Le site de {name} dispose d’une capacité de {at} MW." for at, name in enumerate(NAMES, 11))


@pytest.fixture
def reviewer(qtbot: QtBot, settings: Settings, tmp_path: Path) -> Iterator[Reviewer]:
    """The whole window on an article of ten capacities, proposed by one rule; its review in front."""
    file, project = tmp_path / "sites.txt", tmp_path / "sites.maed"
    file.write_text(f"Des sites\n\n{SITES}\n", "utf-8")
    runner = create_project(project, "Sites", editor="Amina")
    import_paths(runner, [file])
    propose_articles(runner)
    runner.store.close()
    window = Window(settings, "fr", dark=False)
    with qtbot.waitActive(window.main):
        window.main.show()
        window.main.activateWindow()
    window.open(str(project))
    made = Reviewer(window)
    workspace = made.workspace
    learning = learning_of(workspace.desk.runner)
    qtbot.waitUntil(lambda: workspace.waking.done and learning.begun, timeout=PATIENCE_MS)
    made.show_article(1)
    made.start()
    yield made
    window.main.close()
    window.deleteLater()
    window.main.deleteLater()
    settle()


def told(reviewer: Reviewer, wanted: str, qtbot: QtBot) -> None:
    """The card tells it: some milliseconds after it is painted."""
    identity = reviewer.pane.card.identity
    qtbot.waitUntil(lambda: identity.record() == wanted, timeout=PATIENCE_MS)
    assert wanted in identity.accessibleName()


def test_the_record_of_a_rule_moves_with_each_key_and_back_with_undo(reviewer: Reviewer, qtbot: QtBot) -> None:
    assert "proposé par l’extraction" in reviewer.pane.card.identity.about()
    for _decision in range(4):
        reviewer.press("a")
    told(reviewer, "", qtbot)
    reviewer.press("a")
    told(reviewer, "règle\u00a0: 5 acceptés sur 5", qtbot)
    assert "proposé" not in reviewer.pane.card.identity.about()
    reviewer.press("x")
    told(reviewer, "règle\u00a0: 5 acceptés sur 6", qtbot)
    reviewer.press("z")
    told(reviewer, "règle\u00a0: 5 acceptés sur 5", qtbot)
    # Whom it is about is corrected: S opens the field, Return keeps what is typed over it.
    reviewer.press("s")
    reviewer.press("a", CONTROL)
    reviewer.type("Le grand parc")
    reviewer.press(Key.Key_Return, CONTROL)
    told(reviewer, "règle\u00a0: 5 acceptés, 1 corrigé", qtbot)


def test_the_inspector_and_the_list_tell_it_too(reviewer: Reviewer, qtbot: QtBot) -> None:
    for _decision in range(5):
        reviewer.press("x")
    told(reviewer, "règle\u00a0: 0 accepté sur 5", qtbot)
    assert "faible" in reviewer.pane.card.identity.accessibleName()
    reviewer.told()
    reviewer.press(Key.Key_Escape)
    pane = reviewer.workspace.facts
    view = pane.inspector.view
    assert view is not None
    assert view.fact.raw == "16 MW"
    sure = "Confiance faible · 0 accepté sur 5 pour cette règle"
    qtbot.waitUntil(lambda: pane.inspector._details.sureness == sure, timeout=PATIENCE_MS)
    row = pane.model.index(pane.model.row_of(view.fact.id))
    assert "confiance faible" in str(row.data())
    reviewer.press("z", CONTROL)
    less = "Confiance faible · proposé par l’extraction"
    qtbot.waitUntil(
        lambda: pane.inspector._details.sureness in {less, less.replace("faible", "moyenne")}, timeout=PATIENCE_MS
    )
