"""What a person finds again the next morning: place, sizes, article; a damaged file or a missing screen costs none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.ui.remembering import is_there
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window
from maeditor.ui.window_place import keep_place, restore_place

DAMAGED = [
    "",
    "{",
    "[]",
    "[1]",
    "[-5, 3]",
    '["a", "b"]',
    "1e999",
    "NaN",
    "[1e999, 2]",
    "[99999999999999, 1]",
    "true",
    "null",
]
NAMES = (
    "window_size", "window_place", "window_maximised", "sidebar_width", "facts_width", "review_width", "zoom",
    "reader_zoom", "reader_measure", "inspector_height", "places", "keys", "single_keys", "show_noise", "theme",
    "recent",
)  # fmt: skip


def reopened(window: Window, settings: Settings) -> Window:
    """Close the window and open its project in another, as the next day."""
    assert window.workspace is not None
    target = window.workspace.target
    window.main.close()
    settle()
    again = Window(settings, "fr", dark=False)
    again.main.show()
    again.open(target)
    settle()
    return again


def closed(window: Window) -> None:
    window.main.close()
    window.main.deleteLater()
    window.deleteLater()
    settle()


def test_the_project_opens_where_it_was_left(window: Window, settings: Settings) -> None:
    workspace = window.workspace
    assert workspace is not None
    articles = [index.data() for index in map(workspace.sidebar.articles.model().index, (0, 1, 2), (0, 0, 0))]
    assert len(articles) == 3
    workspace.sidebar_presenter.step(2)
    window.show_first_fact()
    workspace.reader.set_measure("narrow")
    workspace.reader.set_zoom(125)
    workspace.facts.inspector_height = 420
    selection = workspace.desk.selection
    left = (selection.article_id, selection.fact_id)
    place = workspace.reader.reading_place()[0]
    selection.show_view("charts")
    again = reopened(window, settings)
    found = again.workspace
    assert found is not None
    kept = found.desk.selection
    assert (kept.article_id, kept.fact_id) == left
    assert kept.view == "charts"
    assert (found.reader.measure, found.reader.zoom) == ("narrow", 125)
    assert found.facts.inspector_height == 420
    assert abs(found.reader.reading_place()[0] - place) < 200
    closed(again)


def test_an_article_that_is_gone_is_not_asked_for(window: Window, settings: Settings) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.close_project()
    places = settings.mapping("places")
    settings.keep("places", {name: ["00000000-0000-0000-0000-000000000000", "", "nowhere", "x"] for name in places})
    window.open(next(iter(places)))
    assert window.workspace is not None
    assert window.workspace.desk.selection.article_id
    assert window.workspace.desk.selection.view == "read"


@pytest.mark.parametrize("damaged", DAMAGED)
def test_whatever_the_file_says_the_window_opens(qtbot: QtBot, tmp_path: Path, sample: Path, damaged: str) -> None:
    store = QSettings(str(tmp_path / "damaged.ini"), QSettings.Format.IniFormat)
    for name in NAMES:
        store.setValue(name, damaged)
    made = Window(Settings(store), "fr")
    made.main.show()
    project = tmp_path / "p.maed"
    project.write_bytes(sample.read_bytes())
    assert made.open(str(project))
    settle()
    assert made.main.isVisible()
    assert made.workspace is not None
    assert made.workspace.reader.isVisible()
    closed(made)


def test_the_window_stands_where_it_stood_and_is_as_large(qtbot: QtBot, settings: Settings) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(30, 40, 500, 400)
    window.show()
    keep_place(window, settings)
    again = QWidget()
    qtbot.addWidget(again)
    restore_place(again, settings, (900, 700))
    assert (again.x(), again.y(), again.width(), again.height()) == (30, 40, 500, 400)


def test_a_window_of_a_screen_that_is_gone_comes_back_into_sight(qtbot: QtBot, settings: Settings) -> None:
    settings.keep("window_size", [500, 400])
    settings.keep("window_place", [9000, 9000])
    window = QWidget()
    qtbot.addWidget(window)
    restore_place(window, settings, (900, 700))
    assert window.x() < 1000
    assert window.width() == 500


def test_a_window_that_filled_the_screen_does_so_again(qtbot: QtBot, settings: Settings) -> None:
    settings.keep("window_maximised", True)
    window = QWidget()
    qtbot.addWidget(window)
    restore_place(window, settings, (500, 400))
    assert window.isMaximized()


def test_a_project_in_a_folder_that_may_not_be_looked_into_is_left_out(
    monkeypatch: pytest.MonkeyPatch, window: Window, settings: Settings
) -> None:
    def refuse(_path: Path, **_more: object) -> bool:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "exists", refuse)
    assert not is_there(Path("/closed/p.maed"))
    settings.add_recent("/closed/p.maed")
    window.choices.choose_theme("dark")
    monkeypatch.undo()
