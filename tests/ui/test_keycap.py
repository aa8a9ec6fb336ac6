"""What a button does is read whole, however large the text and narrow the pane; its key gives way first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from review_setting import Reviewer
from shell_setting import settle

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window


def test_the_key_gives_way_then_the_icon_and_the_word_last(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = KeycapButton(theme, "accept", "Espace", holder)
    button.setText("Accepter")
    row = QHBoxLayout(holder)
    row.addWidget(button)
    seen = []
    for width in range(button.sizeHint().width(), 20, -1):
        button.resize(width, 30)
        button.grab()
        if not seen or seen[-1] != button.shown:
            seen.append(button.shown)
    assert seen == [(True, True, True), (True, True, False), (False, True, False), (False, False, False)]
    button.resize(button.minimumSizeHint())
    assert button.shown == (True, True, False)


def test_the_decisions_of_a_review_are_whole_at_twice_the_size(window: Window) -> None:
    """« Accept… » and « Plus t… » stood there at 200 %."""
    window.choices.set_zoom(2.0)
    reviewer = Reviewer(window)
    for size in ((1440, 900), (1366, 768)):
        window.main.resize(*size)
        for language in ("fr", "en"):
            window.words.set_language(language)
            reviewer.workspace.desk.selection.show_view("review")
            settle()
            shown = {name: button.shown for name, button in reviewer.pane.footer.buttons.items() if button.isVisible()}
            assert set(shown) == {"accept", "reject", "later"}
            assert all(whole for _icon, whole, _key in shown.values()), (size, language, shown)
