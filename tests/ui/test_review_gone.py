"""A fact deleted elsewhere while a reviewer changes it: said once, and the next card comes with nothing over it."""

from __future__ import annotations

import pytest
from review_setting import CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.changes import Done
from maeditor.services import deleting, library
from maeditor.services.projects import open_project
from maeditor.ui.window import Window


@pytest.fixture
def reviewer(window: Window) -> Reviewer:
    made = Reviewer(window)
    made.show_article(6)
    made.start()
    return made


def taken_away(reviewer: Reviewer, fact_id: str) -> Done:
    """Another editor deletes the fact; nobody here has heard of it yet."""
    other = open_project(reviewer.workspace.target, editor="Paul")
    try:
        return deleting.delete_fact(other, fact_id, library.fact_view(other, fact_id).fact.version)
    finally:
        other.store.close()


def said(reviewer: Reviewer, part: str) -> list[str]:
    return [notice.text for notice in reviewer.window.main.notices.past if part in notice.text]


def heard(reviewer: Reviewer, done: Done) -> None:
    reviewer.workspace.desk.bulletin.pass_on(done)
    settle()


def test_what_is_typed_is_said_and_the_next_card_comes_clean(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("77")
    heard(reviewer, taken_away(reviewer, fact.id))
    assert len(said(reviewer, fact.label)) == 1
    assert "77" in reviewer.window.main.notices.text
    following = reviewer.shown.fact
    assert following.id != fact.id
    assert not reviewer.pane.card.open_names
    assert reviewer.pane.hasFocus()
    reviewer.press("a")
    assert reviewer.saved(following.id) != following
    assert reviewer.saved(following.id).amount == following.amount


@pytest.mark.parametrize("held", [False, True])
def test_return_before_it_is_heard_of(reviewer: Reviewer, held: bool) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("77")
    done = taken_away(reviewer, fact.id)
    if held:
        reviewer.press(Key.Key_Return, CONTROL)
    else:
        reviewer.press(Key.Key_Return)
        # Of a value that its passage does not say a reason is asked; none is given.
        reviewer.press(Key.Key_Return)
    assert "77" in reviewer.window.main.notices.text
    heard(reviewer, done)
    assert len(said(reviewer, "77")) == 1
    following = reviewer.shown.fact
    assert following.id != fact.id
    reviewer.press("a")
    assert reviewer.saved(following.id).state != following.state


def test_a_decision_before_it_is_heard_of(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    done = taken_away(reviewer, fact.id)
    reviewer.press("a")
    assert len(said(reviewer, fact.label)) == 1
    heard(reviewer, done)
    assert len(said(reviewer, fact.label)) == 1
    following = reviewer.shown.fact
    assert following.id != fact.id
    reviewer.press("a")
    assert reviewer.saved(following.id).state != following.state
