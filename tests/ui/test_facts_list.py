"""The list of facts: every row says and shows the whole judgement, not by colour alone."""

from __future__ import annotations

import pytest
from facts_setting import power
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import Standing, State
from maeditor.domain.values import Comparator
from maeditor.services.library import FactView
from maeditor.ui.facts.badge import StateBadge
from maeditor.ui.facts.model import FactRole, FactsModel
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, words: Words) -> FactsPane:
    made = FactsPane(theme, words)
    qtbot.addWidget(made)
    made.resize(404, 820)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def row_picture(pane: FactsPane, view: FactView) -> QImage:
    pane.show_facts([view], "")
    return pane.list.viewport().grab(pane.list.visualRect(pane.model.index(0))).toImage()


def test_a_row_is_read_aloud_as_a_sentence() -> None:
    model = FactsModel()
    model.show([power()], Wording("fr"))
    index = model.index(0)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "prévu, accepté, confiance élevée" in index.data(role)
    assert index.data(FactRole.VIEW) == power()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "2 gigawatts"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(5)) is None


def test_a_screen_reader_hears_units_and_bounds_in_words() -> None:
    model = FactsModel()

    def heard(view: FactView, language: str = "fr") -> str:
        model.show([view], Wording(language))
        return str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")

    said = heard(power(subject=""))
    assert said == "Capacité électrique, 2 gigawatts, prévu, accepté, confiance élevée"
    assert heard(power("1.5")).split(", ")[1:2] == ["1,5 gigawatt"] or "1,5 gigawatt," in heard(power("1.5"))
    assert "au plus 500 mégawatts" in heard(power("500", "MW", comparator=Comparator.AT_MOST))
    assert "2 gigawatts, Maroc, planned, accepted, high confidence" in heard(power(), "en")
    assert "1 gigawatt," in heard(power("1"), "en")
    odd = heard(power("3", "[HP]", conflicted=True, needs_look="glued_cell", quotes=()))
    assert "3 HP" in odd
    assert "en conflit" in odd
    assert odd.endswith("sans passage")


def test_the_same_facts_anew_keep_their_rows(qtbot: QtBot) -> None:
    model = FactsModel()
    model.show([power(number=1), power(number=2)], Wording("fr"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show([power("3", number=1), power(number=2)], Wording("fr"))
    with qtbot.waitSignal(model.modelReset):
        model.show([power(number=2)], Wording("fr"))
    assert model.row_of("f2") == 0
    assert model.row_of("f1") == -1


def test_rows_are_as_high_as_the_text_asks(pane: FactsPane, theme: Theme) -> None:
    pane.show_facts([power()], "")
    assert pane.list.sizeHintForRow(0) == 52
    theme.set_scale(1.5)
    assert pane.list.sizeHintForRow(0) == 78


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (power(state=State.PROPOSED), power(state=State.ACCEPTED)),
        (power(state=State.ACCEPTED), power(state=State.CORRECTED)),
        (power(state=State.ACCEPTED), power(state=State.REJECTED)),
        (power(state=State.PROPOSED), power(state=State.DEFERRED)),
        (power(), power(conflicted=True)),
        (power(), power(standing=Standing.SET_ASIDE)),
        (power(confidence=0.9), power(confidence=0.6)),
        (power(confidence=0.6), power(confidence=0.3)),
        (power(), power(needs_look="glued_cell")),
    ],
)
def test_states_differ_in_shape_and_not_by_colour_alone(pane: FactsPane, one: FactView, other: FactView) -> None:
    grey = QImage.Format.Format_Grayscale8
    assert row_picture(pane, one).convertToFormat(grey) != row_picture(pane, other).convertToFormat(grey)


def test_a_narrow_list_elides_and_does_not_scroll_sideways(pane: FactsPane) -> None:
    pane.show_facts([power(subject="Un nom de site bien trop long " * 9)], "")
    pane.resize(pane.minimumSizeHint().width(), 700)
    assert pane.list.horizontalScrollBar().maximum() == 0


def test_arrows_choose_and_enter_opens(qtbot: QtBot, pane: FactsPane) -> None:
    pane.show_facts([power(number=1), power(number=2)], "f1")
    pane.list.setFocus()
    with qtbot.waitSignal(pane.fact_chosen) as caught:
        QTest.keyClick(pane.list, Qt.Key.Key_Down)
    assert caught.args == ["f2"]
    assert pane.inspector.view is not None
    assert pane.inspector.view.fact.id == "f2"
    with qtbot.waitSignal(pane.fact_opened) as caught:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert caught.args == ["f2"]


def test_letters_do_not_move_the_selection_and_delete_asks_to_detach(qtbot: QtBot, pane: FactsPane) -> None:
    pane.show_facts([power(number=1), power(number=2)], "f1")
    pane.list.setFocus()
    with qtbot.assertNotEmitted(pane.fact_chosen):
        QTest.keyClicks(pane.list, "cz")
    with qtbot.waitSignal(pane.key_pressed) as caught:
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert caught.args == ["Del"]


def test_without_facts_one_sentence_says_what_to_do(pane: FactsPane, words: Words) -> None:
    pane.show_facts([], "")
    assert pane.list.model().rowCount() == 0
    assert pane.neighbour(1) == ""
    told = words.say("facts.empty", new_fact="N")
    assert told in {label.text() for label in pane.findChildren(QLabel) if label.isVisible()}


def test_article_or_project_is_a_choice_of_one(qtbot: QtBot, pane: FactsPane) -> None:
    assert not pane.whole_project
    with qtbot.waitSignal(pane.scope_changed) as caught:
        QTest.mouseClick(pane._project, Qt.MouseButton.LeftButton)
    assert caught.args == [True]
    assert pane.whole_project
    # Its ground is a pill inside the header, not a column through it.
    assert pane._segment.height() == 28
    assert pane._segment.y() > 0


def test_the_badge_has_round_ends(qtbot: QtBot, theme: Theme, words: Words) -> None:
    badge = StateBadge(theme, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(badge)
    badge.show_state(State.ACCEPTED)
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    assert image.pixelColor(badge.width() // 2, 1) == theme.colour("selected")
    assert image.pixelColor(0, 0) != theme.colour("selected")
    assert badge.accessibleName() == "Accepté"
    widths = set()
    for state in State:
        badge.show_state(state)
        assert badge.sizeHint().width() > 40
        widths.add(badge.text)
    assert len(widths) == len(State)
    assert isinstance(badge.sizeHint(), QSize)
