"""A correction that its passage does not say is kept at once; why it is right can be said then, later, or never."""

from __future__ import annotations

import pytest
from review_setting import CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.window import Window


@pytest.fixture
def reviewer(window: Window) -> Reviewer:
    """At a capacity of article 6."""
    made = Reviewer(window)
    made.show_article(6)
    views = library.article_facts(made.workspace.desk.runner, made.workspace.desk.selection.article_id)
    waiting = next(each for each in views if each.fact.amount == 265)
    made.workspace.desk.selection.show_fact(waiting.fact.id)
    made.start()
    assert made.shown.fact.amount == 265
    return made


def correct(reviewer: Reviewer, value: str = "77") -> str:
    """Give the fact on the table a value that its passage does not say: V, the value, Ctrl+Enter."""
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type(value)
    reviewer.press(Key.Key_Return, CONTROL)
    return fact


def test_a_value_that_the_passage_does_not_say_is_kept_at_once_and_marked(reviewer: Reviewer) -> None:
    fact = correct(reviewer)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.state, saved.needs_look) == (77, State.CORRECTED, "differs_from_passage")
    assert reviewer.shown.fact.id != fact, "a correction costs two keys beside what is typed"
    assert not reviewer.pane.card.reason.isVisible()
    reviewer.told()
    words = reviewer.window.words
    assert reviewer.window.main.notices.text == words.say("review.differs", label=saved.label)
    reviewer.press("z")
    assert reviewer.saved(fact).amount == 265
    assert reviewer.shown.fact.id == fact


def test_the_reason_can_be_said_afterwards_and_leads_back_to_the_fact_on_the_table(reviewer: Reviewer) -> None:
    fact = correct(reviewer)
    following = reviewer.shown.fact.id
    reviewer.press("w")
    reason = reviewer.pane.card.reason
    assert reviewer.shown.fact.id == fact
    assert reason.isVisible()
    assert "77" in reason.question.text()
    reviewer.type("Lu sur la carte")
    reviewer.press(Key.Key_Return)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.state) == (77, State.CORRECTED)
    assert (saved.reason, saved.needs_look) == ("Lu sur la carte", "")
    assert reviewer.shown.fact.id == following
    assert reviewer.pane.hasFocus()
    reviewer.told()
    reviewer.press("w")
    assert reviewer.window.main.notices.text == reviewer.window.words.say("review.no_reason_owed")
    assert reviewer.shown.fact.id == following


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_asked_and_not_answered_nothing_is_lost(reviewer: Reviewer, key: Key) -> None:
    fact = correct(reviewer)
    following, before = reviewer.shown.fact.id, reviewer.saved(fact)
    reviewer.press("w")
    reviewer.press(key)
    assert reviewer.saved(fact) == before
    assert reviewer.shown.fact.id == following
    assert reviewer.pane.hasFocus()


def test_the_card_of_a_corrected_fact_offers_the_reason_and_keeps_it_over_other_changes(reviewer: Reviewer) -> None:
    fact = correct(reviewer)
    reviewer.press("k")
    assert reviewer.shown.fact.id == fact
    line = reviewer.pane.card.doubts.reason
    assert line.isVisible()
    line.click()
    settle()
    reviewer.type("Vu")
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact).reason == "Vu"
    reviewer.press("k")
    assert not reviewer.pane.card.doubts.reason.isVisible()
    reviewer.press("s")
    reviewer.type("Midrand")
    reviewer.press(Key.Key_Return)
    saved = reviewer.saved(fact)
    assert (saved.subject, saved.reason, saved.needs_look) == ("Midrand", "Vu", "")


def test_the_last_page_counts_the_corrections_without_a_reason(reviewer: Reviewer) -> None:
    fact = correct(reviewer)
    while not reviewer.pane.over:
        reviewer.press("a")
    summary = reviewer.pane.summary
    assert summary.owed.text() == reviewer.window.words.say("review.owed", count=1)
    assert summary.owed_key.key == "W"
    reviewer.press("w")
    assert reviewer.shown.fact.id == fact
    reviewer.type("Vu")
    reviewer.press(Key.Key_Return)
    assert reviewer.pane.over
    assert not summary.owed.isVisible()


def test_enter_alone_asks_for_the_reason_first_and_control_enter_then_goes_on(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type("77")
    reviewer.press(Key.Key_Return)
    reason = reviewer.pane.card.reason
    assert reason.isVisible()
    assert reviewer.saved(fact).state is State.PROPOSED
    reviewer.type("Lu sur la carte")
    reviewer.press(Key.Key_Return, CONTROL)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.reason, saved.needs_look) == (77, "Lu sur la carte", "")
    assert reviewer.shown.fact.id != fact


@pytest.mark.parametrize("name", ["commit", "commit_accept"])
def test_a_button_takes_the_reason_that_is_typed_as_enter_does(reviewer: Reviewer, name: str) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type("77")
    reviewer.press(Key.Key_Return)
    reviewer.type("Lu sur la carte")
    reviewer.pane.footer.buttons[name].click()
    settle()
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.reason, saved.needs_look) == (77, "Lu sur la carte", "")
    assert (reviewer.shown.fact.id == fact) is (name == "commit")
