"""Readings in doubt: each has a key of its own that decides, on either keyboard, and can be taken back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from review_setting import Key, Reviewer
from shell_setting import settle

from maeditor.domain.doubts import Doubt
from maeditor.domain.facts import Fact, State
from maeditor.services import library
from maeditor.services.importing import import_paths
from maeditor.services.proposing import propose_articles
from maeditor.ui import context_keys
from maeditor.ui.keys_here import keys_here
from maeditor.ui.window import Window
from maeditor.wording import LANGUAGES, Wording

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
TEXT = (
    "Barrage sur le Konkouré\n\nLe barrage fournira plus de 3.400 MW au réseau.\n\n"
    "Les Émirats arabes unis y investissent 80 millions de dirhams.\n\nIl emploiera 700 personnes."
)


@pytest.fixture
def reviewer(window: Window, tmp_path: Path) -> Reviewer:
    """A review of an article with two doubts."""
    made = Reviewer(window)
    desk, path = made.workspace.desk, tmp_path / "barrage.txt"
    path.write_text(TEXT, "utf-8")
    desk.act(lambda: import_paths(desk.runner, [path]).done)
    article_id = next(each.id for each in library.articles(desk.runner) if "Konkouré" in each.title)
    desk.act(lambda: propose_articles(desk.runner, [article_id]).done)
    desk.selection.show_article(article_id)
    settle()
    made.start()
    return made


def row_key(reviewer: Reviewer, place: int, sign: Qt.Key) -> None:
    """Press a key of the digit row as AZERTY has it: a sign, known by its place."""
    widget = QApplication.focusWidget()
    assert widget is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, sign, NONE, 9 + place, 0, 0, ""))
    settle()


def decided(reviewer: Reviewer, fact: Fact) -> tuple[Decimal | None, State, str]:
    saved = reviewer.saved(fact.id)
    return saved.amount, saved.state, saved.needs_look


def test_the_box_says_why_and_gives_every_reading_its_key(reviewer: Reviewer) -> None:
    doubts, words = reviewer.pane.card.doubts, reviewer.window.words
    assert doubts.isVisible()
    assert doubts.title.startswith(words.say("look.grouping"))
    assert [each.key for each in doubts.readings[: doubts.count]] == ["1", "2"]
    told = [each.accessibleName() for each in doubts.readings[: doubts.count]]
    assert words.say("review.as_proposed") in told[0]
    assert words.say("review.times_less", times=1000) in told[1]
    assert not doubts.split.isVisible()


def test_a_reading_s_key_corrects_and_goes_on_and_z_takes_it_back(reviewer: Reviewer) -> None:
    fact, passages = reviewer.shown.fact, reviewer.shown.evidence
    assert any("3.400 MW" in each.passage.exact for each in passages)
    reviewer.press("2")
    assert reviewer.shown.fact.id != fact.id
    assert decided(reviewer, fact) == (Decimal("3.4"), State.CORRECTED, "")
    saved = reviewer.saved(fact.id)
    assert saved.comparator is fact.comparator
    assert "3.400" in saved.reason
    assert library.fact_view(reviewer.workspace.desk.runner, fact.id).evidence == passages
    reviewer.press("z")
    assert reviewer.shown.fact.id == fact.id
    assert decided(reviewer, fact) == (Decimal(3400), State.PROPOSED, "grouping")
    assert reviewer.pane.card.doubts.count == 2


def test_the_key_of_the_reading_as_proposed_accepts_it(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("1")
    assert decided(reviewer, fact) == (Decimal(3400), State.ACCEPTED, "")


@pytest.mark.parametrize(
    ("held", "key"), [(SHIFT, Key.Key_2), (NONE, Key.Key_2), (Qt.KeyboardModifier.KeypadModifier, Key.Key_2)]
)
def test_digits_count_with_and_without_shift_and_on_the_keypad(
    reviewer: Reviewer, held: Qt.KeyboardModifier, key: Qt.Key
) -> None:
    fact = reviewer.shown.fact
    reviewer.press(key, held)
    assert decided(reviewer, fact)[:2] == (Decimal("3.4"), State.CORRECTED)


def test_the_digit_row_of_azerty_needs_no_shift(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    row_key(reviewer, 2, Key.Key_Eacute)
    assert decided(reviewer, fact)[:2] == (Decimal("3.4"), State.CORRECTED)


def test_a_digit_typed_over_the_value_is_a_digit(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("2")
    row_key(reviewer, 2, Key.Key_Eacute)
    assert reviewer.saved(fact.id).state is State.PROPOSED
    reviewer.press(Key.Key_Escape)


def test_a_key_without_a_reading_says_so(reviewer: Reviewer) -> None:
    words = reviewer.window.words
    reviewer.press("4")
    assert reviewer.window.main.notices.text == words.say("review.only_readings", count=2)
    reviewer.press("j")
    reviewer.press("j")
    assert not reviewer.pane.card.doubts.count
    reviewer.press("1")
    assert reviewer.window.main.notices.text == words.say("review.one_reading")
    assert reviewer.shown.fact.state is State.PROPOSED


def test_a_press_on_a_reading_shows_it_and_a_decides(reviewer: Reviewer) -> None:
    fact, doubts = reviewer.shown.fact, reviewer.pane.card.doubts
    QTest.mouseClick(doubts.readings[1], Qt.MouseButton.LeftButton)
    settle()
    assert reviewer.saved(fact.id) == fact
    assert reviewer.pane.card.value.before
    reviewer.press("a")
    assert decided(reviewer, fact)[:2] == (Decimal("3.4"), State.CORRECTED)


def test_the_money_of_another_country_is_one_key_away(reviewer: Reviewer) -> None:
    reviewer.press("a")
    fact = reviewer.shown.fact
    assert reviewer.pane.card.doubts.title.startswith(reviewer.window.words.say("look.currency"))
    reviewer.press("2")
    assert (reviewer.saved(fact.id).unit, reviewer.saved(fact.id).state) == ("AED", State.CORRECTED)


def test_the_foot_tells_the_keys_of_as_many_readings_as_there_are(reviewer: Reviewer) -> None:
    words = reviewer.window.words
    assert ("1 · 2", "status.key_reading") in context_keys.caps(keys_here(reviewer.workspace), words)
    reviewer.press("a")
    reviewer.press("a")
    assert keys_here(reviewer.workspace) == context_keys.REVIEW


def test_where_single_keys_are_off_tab_and_arrows_are_told(reviewer: Reviewer) -> None:
    reviewer.window.commands.call("single-keys")
    settle()
    assert [each.key for each in reviewer.pane.card.doubts.readings[:2]] == ["", reviewer.window.words.say("keys.tab")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_doubt_has_its_words(language: str) -> None:
    words = Wording(language)
    for each in Doubt:
        assert words.knows(f"look.{each}"), each
        assert words.knows(f"workbook.look.{each}"), each
