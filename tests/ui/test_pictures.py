"""The pictures would show something else than their names say, or a view would be missing from some look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shell_setting import settle

from maeditor.ui import pictures
from maeditor.ui.dialogs.settings import SettingsDialog
from maeditor.ui.facts.several_panel import SeveralPanel
from maeditor.ui.picture_scenes import SCENES
from maeditor.ui.picture_visitor import Visitor
from maeditor.ui.pictures import MAIN_LOOKS, OTHER_LOOKS, Look, draw_scene
from maeditor.ui.reader.omission_popups import AsidePopup, ReasonPopup
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow

Seen = Callable[[Visitor], object]


def _shown(visitor: Visitor, kind: type[QWidget]) -> bool:
    return any(each.isVisible() for each in visitor.window.main.findChildren(kind))


def _error(visitor: Visitor) -> bool:
    focus = QApplication.focusWidget()
    return isinstance(focus, QLineEdit) and focus.text() == "beaucoup"


def _clash_told(visitor: Visitor) -> str:
    dialog = visitor.window.main.findChild(SettingsDialog)
    return dialog.keys.told.text() if dialog is not None else ""


SEEN: dict[str, Seen] = {
    "empty": lambda visitor: not visitor.workspace.desk.selection.article_id,
    "read-bare": lambda visitor: not visitor.workspace.facts.model.views,
    "read-done": lambda visitor: not visitor.workspace.omissions.account.left,
    "read-several": lambda visitor: _shown(visitor, SeveralPanel),
    "read-card": lambda visitor: visitor.workspace.reader.card.isVisible(),
    "dismiss": lambda visitor: _shown(visitor, ReasonPopup),
    "dismissed": lambda visitor: _shown(visitor, AsidePopup),
    "field-error": _error,
    "review-error": _error,
    "review-reason": lambda visitor: visitor.workspace.review_presenter.changing.asking,
    "review-over": lambda visitor: visitor.workspace.review.over,
    "review-all-over": lambda visitor: visitor.workspace.review.over,
    "review-later": lambda visitor: not visitor.workspace.review.over,
    "chart-table": lambda visitor: visitor.workspace.charts.shows_table,
    "chart-chosen": lambda visitor: visitor.workspace.charts.chosen,
    "history-step": lambda visitor: visitor.workspace.timeline.pane.in_detail,
    "history-blocked": lambda visitor: visitor.workspace.timeline.pane.blocked.ways,
    "checkpoint-return": lambda _visitor: QApplication.activeModalWidget(),
    "article-details": lambda _visitor: QApplication.activeModalWidget(),
    "settings-clash": _clash_told,
    "notice-error": lambda visitor: visitor.window.main.notices.text,
    "notice-redo": lambda visitor: visitor.window.main.notices.text,
    "job": lambda visitor: visitor.window.main.status.busy,
}
"""What stands there, by scene."""


@pytest.mark.parametrize("name", SEEN)
def test_a_scene_shows_what_its_name_says(window: Window, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "scene"
    folder.mkdir()
    visitor = Visitor(window, folder)
    visitor.rest()
    window.main.grab()
    SCENES[name].show(visitor)
    assert SEEN[name](visitor)
    assert not visitor.picture().isNull()
    visitor.leave()
    settle()


def test_a_dialog_is_drawn_before_its_window(window: Window, tmp_path: Path) -> None:
    visitor = Visitor(window, tmp_path)
    plain = visitor.picture().toImage()
    visitor.call("keys")
    assert any(isinstance(each, QDialog) and each.isVisible() for each in window.main.findChildren(QDialog))
    assert visitor.picture().toImage() != plain
    visitor.leave()
    settle()


@pytest.mark.parametrize("name", ["welcome-first", "welcome"])
def test_the_first_page_is_drawn_with_and_without_a_project(sample: Path, name: str) -> None:
    assert draw_scene(SCENES[name], sample, Look()).width() == pictures.USUAL[0]


def test_every_view_is_drawn_in_every_look() -> None:
    everywhere = {name for name, scene in SCENES.items() if scene.everywhere}
    assert {"read", "arabic", "review", "chart", "palette", "history", "settings", "keys", "welcome"} <= everywhere
    looks = (*MAIN_LOOKS, *OTHER_LOOKS)
    assert {each.language for each in looks} == {"fr", "en"}
    assert {each.size for each in looks} == {pictures.USUAL, pictures.SMALL, pictures.SMALLEST}
    assert any(each.dark and each.size == pictures.SMALL for each in looks)
