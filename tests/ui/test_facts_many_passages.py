"""A fact that hundreds of passages repeat is settled as fast as any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from facts_setting import power
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.articles import Passage
from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.services.projects import open_project
from maeditor.ui.facts.evidence_list import MORE, MOST_SHOWN, EvidenceList
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window
from maeditor.ui.wording import Words


@pytest.fixture
def evidence(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[EvidenceList]:
    around = QWidget()
    qtbot.addWidget(around)
    made = EvidenceList(theme, words, around)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    yield made
    around.hide()


def repeated(count: int) -> FactView:
    view = power()
    links = tuple(replace(view.evidence[0], id=f"e{number}") for number in range(count))
    return replace(view, evidence=links)


def rest(evidence: EvidenceList) -> str:
    return "".join(button.text() for button in evidence.findChildren(QPushButton) if button.isVisible())


def test_only_the_first_passages_are_set_and_the_others_counted(evidence: EvidenceList) -> None:
    evidence.show_evidence(repeated(2000))
    assert len(evidence.quotes) == MOST_SHOWN
    assert "1\u202f988" in rest(evidence)
    evidence.show_evidence(repeated(MOST_SHOWN))
    assert len(evidence.quotes) == MOST_SHOWN
    assert rest(evidence) == ""
    evidence.show_evidence(repeated(MOST_SHOWN + 1))
    assert rest(evidence) == "+\u00a01 autre passage"


def test_the_others_come_by_the_keyboard_until_all_are_there(evidence: EvidenceList) -> None:
    evidence.show_evidence(repeated(70))
    button = evidence.findChildren(QPushButton)[0]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(evidence.quotes) == MOST_SHOWN + MORE
    assert QApplication.focusWidget() is evidence.quotes[MOST_SHOWN]
    evidence.show_evidence(repeated(70))
    assert len(evidence.quotes) == MOST_SHOWN + MORE, "the same fact anew keeps what was opened"
    button.click()
    assert len(evidence.quotes) == 70
    assert rest(evidence) == ""


def test_surroundings_are_asked_once_for_all_that_is_shown(evidence: EvidenceList) -> None:
    asked: list[int] = []

    def surroundings(passages: Sequence[Passage]) -> list[tuple[str, str]]:
        asked.append(len(passages))
        return [("avant ", " après") for _passage in passages]

    evidence.surroundings = surroundings
    evidence.show_evidence(repeated(30))
    assert asked == [MOST_SHOWN]
    assert evidence.quotes[0].quote.text == "avant 2 gigawatts après"


def test_each_passage_gets_its_own_surroundings(sample: Path) -> None:
    runner = open_project(str(sample))
    views = library.project_facts(runner)
    passages = [link.passage for view in views for link in view.evidence][:60]
    assert len({each.text_id for each in passages}) < len(passages)
    for passage, (before, after) in zip(passages, library.surroundings(runner, passages, 60), strict=True):
        assert before.endswith(passage.prefix)
        assert after.startswith(passage.suffix)
    runner.store.close()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_a_fact_of_three_passages_is_shown_whole_beside_five_rows_and_its_own_is_in_sight(
    window: Window, size: tuple[int, int]
) -> None:
    assert window.workspace is not None
    window.main.resize(*size)
    settle()
    pane, desk = window.workspace.facts, window.workspace.desk
    view = next(each for each in library.project_facts(desk.runner) if len(each.evidence) == 3)
    desk.selection.show_article(view.fact.article_id)
    desk.selection.show_fact(view.fact.id)
    settle()
    assert pane.inspector._bar.maximum() == 0 or size[1] < 800
    rows = pane.list.viewport().height() // pane.list.sizeHintForRow(0)
    assert rows >= 4
    box = pane.list.visualRect(pane.list.currentIndex())
    assert pane.list.viewport().rect().contains(box)
