"""The first page: four ways to begin by one key, and the projects opened last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from maeditor.ui.theme import Theme
from maeditor.ui.welcome import CARDS, RecentButton, WelcomePage, shown_folder
from maeditor.ui.wording import Words


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words) -> WelcomePage:
    made = WelcomePage(theme, words)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.cards["open-sample"].setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_opens_the_sample(qtbot: QtBot, page: WelcomePage, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.asked) as caught:
        QTest.keyClick(page.cards["open-sample"], key)
    assert caught.args == ["open-sample"]


def test_arrows_and_tab_go_round_the_cards(qtbot: QtBot, page: WelcomePage) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Tab):
        QTest.keyClick(QApplication.focusWidget(), key)
        focused = QApplication.focusWidget()
        seen.append(next(name for name, card in page.cards.items() if card is focused))
        with qtbot.waitSignal(page.asked) as caught:
            QTest.keyClick(focused, Qt.Key.Key_Return)
        assert caught.args == [seen[-1]]
    assert seen == [name for name, *_rest in CARDS][1:]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.cards[seen[-2]].hasFocus()


def test_every_card_says_what_it_does_and_its_key(page: WelcomePage, words: Words) -> None:
    for language in ("fr", "en"):
        words.set_language(language)
        for card in page.cards.values():
            assert card.accessibleName()
            assert card.accessibleDescription()
            assert card.text() == card.accessibleName()


def test_recent_projects_open_by_mouse_and_key(qtbot: QtBot, page: WelcomePage) -> None:
    page.show_recent(["/projets/hub.maed", "/projets/ports.maed"])
    links = page.findChildren(RecentButton)
    assert [link.text() for link in links] == ["hub.maed", "ports.maed"]
    assert links[0].accessibleName() == "Ouvrir hub.maed"
    with qtbot.waitSignal(page.project_asked) as caught:
        QTest.keyClick(links[1], Qt.Key.Key_Return)
    assert caught.args == ["/projets/ports.maed"]
    with qtbot.waitSignal(page.project_asked) as caught:
        QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert caught.args == ["/projets/hub.maed"]


def test_without_recent_projects_it_says_where_they_stay(page: WelcomePage) -> None:
    assert page._none.isVisible()
    page.show_recent(["/projets/hub.maed"])
    assert not page._none.isVisible()


@pytest.mark.parametrize("scale", [0.85, 1.0, 1.5])
def test_the_cards_grow_with_the_type_and_stay_inside(page: WelcomePage, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    QApplication.processEvents()
    page.resize(max(1100, page.minimumSizeHint().width()), 640)
    QApplication.processEvents()
    heights = {card.height() for card in page.cards.values()}
    assert heights == {round(78 * scale)}
    for card in page.cards.values():
        assert page.rect().contains(
            card.geometry().translated(card.parentWidget().mapTo(page, card.parentWidget().rect().topLeft()))
        )
    assert page.minimumSizeHint().width() <= 1100


def test_a_folder_of_ones_own_is_written_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of the folders above it would leave no room for the one that matters."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert shown_folder(tmp_path / "Fiches") == str(Path("~") / "Fiches")
    assert shown_folder(tmp_path.parent) == str(tmp_path.parent)
