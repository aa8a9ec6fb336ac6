"""Nothing begun on a card is lost when something else comes: another view, a decision, a step."""

from __future__ import annotations

import pytest
from review_setting import ALT_SHIFT, CONTROL, Key, Reviewer

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.domain.facts import State
from maeditor.services import library, undoing
from maeditor.ui.review import saying
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


@pytest.mark.parametrize("key", ["1", "4"])
def test_another_view_saves_what_is_typed(reviewer: Reviewer, key: str) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("s")
    reviewer.type("Midrand")
    reviewer.press(key, CONTROL)
    assert reviewer.saved(fact).subject == "Midrand"
    assert reviewer.workspace.desk.selection.view != "review"


def test_what_cannot_be_saved_keeps_the_view_and_says_why(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("beaucoup")
    reviewer.press("1", CONTROL)
    assert reviewer.workspace.desk.selection.view == "review"
    assert reviewer.pane.card.error.isVisible()
    assert reviewer.pane.card.value_field.amount.text() == "beaucoup"
    assert reviewer.saved(fact.id) == fact


@pytest.mark.parametrize(("key", "state"), [("a", State.ACCEPTED), ("x", State.REJECTED)])
def test_a_decision_keeps_the_bounds_that_were_moved(reviewer: Reviewer, key: str, state: State) -> None:
    before = reviewer.shown.evidence[0].passage
    fact = reviewer.shown.fact.id
    reviewer.press("b")
    reviewer.press(Key.Key_Left, ALT_SHIFT)
    reviewer.press(key)
    runner = reviewer.workspace.desk.runner
    after = library.fact_view(runner, fact)
    assert (after.evidence[0].passage.start, after.evidence[0].passage.end) != (before.start, before.end)
    assert after.fact.state is state
    assert not reviewer.pane.bounding
    following = reviewer.shown
    reviewer.press(Key.Key_Return)
    assert library.fact_view(runner, fact).evidence == after.evidence
    assert library.fact_view(runner, following.fact.id).evidence == following.evidence


def test_a_reason_typed_is_saved_when_one_moves_on(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type("77")
    reviewer.press(Key.Key_Return)
    assert reviewer.pane.card.reason.isVisible()
    reviewer.type("Lu sur la carte")
    reviewer.press(Key.Key_PageDown, CONTROL)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.reason, saved.needs_look) == (77, "Lu sur la carte", "")


def test_a_decision_that_cannot_be_taken_back_now_can_be_later(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("a")

    def refuse(*_args: object, **_kind: object) -> Done:
        raise MaeditorError("unit_missing")

    with monkeypatch.context() as held:
        held.setattr(undoing, "revert", refuse)
        reviewer.press("z")
    assert reviewer.saved(fact).state is State.ACCEPTED
    reviewer.press("z")
    assert reviewer.saved(fact).state is State.PROPOSED


@pytest.mark.parametrize("key", ["p", "t", "q", "u"])
def test_what_fits_no_entry_of_a_list_is_told_and_stays(reviewer: Reviewer, key: str) -> None:
    fact = reviewer.shown.fact
    reviewer.press(key)
    reviewer.type("zzzz")
    reviewer.press(Key.Key_Return)
    assert "zzzz" in reviewer.pane.card.error.text()
    assert reviewer.pane.card.error.isVisible()
    opened = [row.field for row in reviewer.pane.card.rows.values() if row.field is not None]
    assert [each.text() for each in opened] == ["zzzz"]
    assert reviewer.saved(fact.id) == fact
    reviewer.press(Key.Key_Escape)
    assert reviewer.pane.hasFocus()


@pytest.mark.parametrize(
    ("key", "typed", "told"), [("v", "+12 %", "MW"), ("v", "50 MW/h", "MW"), ("p", "rang", "Rang")]
)
def test_a_value_and_a_property_that_do_not_fit_are_refused_in_words(
    reviewer: Reviewer, key: str, typed: str, told: str
) -> None:
    fact = reviewer.shown.fact
    reviewer.press(key)
    reviewer.type(typed)
    reviewer.press(Key.Key_Return)
    assert reviewer.pane.card.error.isVisible()
    assert told in reviewer.pane.card.error.text()
    assert reviewer.saved(fact.id) == fact


def test_over_the_project_the_figures_left_are_told_as_those_of_the_article_in_sight(reviewer: Reviewer) -> None:
    words = reviewer.workspace.desk.words
    told = saying.summary(words, 0, 3, 0, "", "", whole=True)[2][0]
    assert "3" in told
    assert "dans cet article" in told
    assert "dans cet article" not in saying.summary(words, 0, 3, 0, "", "", whole=False)[2][0]
