"""A review by keys alone: each decision is saved at once, goes on by itself, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from review_setting import CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.changes import Row
from maeditor.domain.facts import State
from maeditor.services import library, reviewing
from maeditor.store.unit_of_work import UnitOfWork
from maeditor.ui.review import pace
from maeditor.ui.window import Window

WAITING = {State.PROPOSED, State.DEFERRED}


@pytest.fixture
def reviewer(window: Window) -> Reviewer:
    made = Reviewer(window)
    made.show_article(9)
    made.start()
    return made


def test_a_whole_article_is_settled_by_one_key_a_fact(reviewer: Reviewer) -> None:
    runner = reviewer.workspace.desk.runner
    here = reviewer.workspace.desk.selection.article_id
    waiting = [view.fact.id for view in library.article_facts(runner, here) if view.fact.state in WAITING]
    assert len(waiting) > 10
    pressed = 0
    wanted = {}
    keys = {"a": State.ACCEPTED, "r": State.REJECTED, "x": State.REJECTED}
    while not reviewer.pane.over:
        key = "arx"[pressed % 3]
        wanted[reviewer.shown.fact.id] = keys[key]
        reviewer.press(key)
        pressed += 1
        assert pressed <= len(waiting)
    assert pressed == len(waiting)
    assert {fact_id: reviewer.saved(fact_id).state for fact_id in waiting} == wanted
    assert all(reviewer.saved(fact_id).reviewer == runner.editor for fact_id in waiting)


def test_the_article_at_the_left_follows_and_shows_only_the_passage_in_the_light(reviewer: Reviewer) -> None:
    reader, selection = reviewer.workspace.reader, reviewer.workspace.desk.selection
    for _card in range(3):
        passage = reviewer.shown.evidence[0].passage
        assert selection.fact_id == reviewer.shown.fact.id
        assert reader.page.surface.extraSelections()
        assert reader.isVisible()
        box = reader.span_box(passage.start, passage.end)
        assert (
            reader.page.surface.viewport().rect().contains(reader.page.surface.viewport().mapFromGlobal(box.center()))
        )
        reviewer.press("a")
    reviewer.press(Key.Key_Escape)
    assert selection.view == "read"
    assert not reviewer.pane.isVisible()
    assert not reader.page.surface.extraSelections()


def test_after_the_last_fact_it_says_what_remains_and_enter_goes_to_the_next_article(reviewer: Reviewer) -> None:
    here = reviewer.workspace.desk.selection.article_id
    reviewer.press(Key.Key_Space)
    put_off = 1
    while not reviewer.pane.over:
        reviewer.press("a")
    summary = reviewer.pane.summary
    assert summary.isVisible()
    assert reviewer.window.words.say("review.put_off", count=put_off) in summary.remains.text()
    assert summary.loose_key.isVisible()
    assert summary.loose_key.key == "F8"
    assert not summary.pace.isVisible(), "a pace of a tenth of a second tells nobody anything"
    reviewer.press(Key.Key_Return)
    assert reviewer.workspace.desk.selection.article_id != here
    assert not reviewer.pane.over
    assert reviewer.shown.fact.state is State.PROPOSED


def test_the_strip_above_the_article_says_which_article_to_review_it_is(reviewer: Reviewer) -> None:
    header, workspace = reviewer.workspace.reader.header, reviewer.workspace
    say, here = reviewer.window.words.say, workspace.desk.selection.article_id
    waiting = [each.id for each in library.articles(workspace.desk.runner) if each.remaining]
    assert here in waiting
    place = say("reader.place", number=waiting.index(here) + 1, count=len(waiting))
    assert header.place.text() == place
    assert header.breadcrumb.accessibleName().startswith(say("reader.to_review"))
    shown = [each for each in header.findChildren(QAbstractButton) if each.isVisible()]
    assert shown == []
    while not reviewer.pane.over:
        reviewer.press("a")
    assert header.place.text() == place, "what is settled now stays in the count"
    reviewer.press(Key.Key_Return)
    after = waiting.index(workspace.desk.selection.article_id) + 1
    assert header.place.text() == say("reader.place", number=after, count=len(waiting))
    reviewer.press(Key.Key_Escape)
    assert not header.place.isVisible()
    assert header.breadcrumb.accessibleName().startswith(say("reader.articles"))


def test_reading_leads_to_review_by_the_button_that_shows_its_key(reviewer: Reviewer) -> None:
    reviewer.press(Key.Key_Escape)
    header = reviewer.workspace.reader.header
    assert header.review.isVisible()
    assert not header.new_fact.isVisible()
    reviewer.press("m")
    assert header.new_fact.isVisible()
    assert not header.review.isVisible()
    reviewer.workspace.reader.drop_selection()
    header.review.click()
    settle()
    assert reviewer.workspace.desk.selection.view == "review"
    assert reviewer.pane.hasFocus()


def test_what_was_put_off_can_be_taken_up_at_once(reviewer: Reviewer) -> None:
    first = reviewer.shown.fact.id
    reviewer.press(Key.Key_Space)
    assert reviewer.saved(first).state is State.DEFERRED
    while not reviewer.pane.over:
        reviewer.press("r")
    reviewer.pane.summary.again.click()
    settle()
    assert reviewer.shown.fact.id == first
    reviewer.press("a")
    assert reviewer.saved(first).state is State.ACCEPTED
    assert reviewer.pane.over


def test_when_nothing_is_left_anywhere_enter_goes_back_to_reading(reviewer: Reviewer) -> None:
    runner = reviewer.workspace.desk.runner
    rest = [view.fact for view in library.project_facts(runner) if view.fact.state in WAITING]
    last, others = rest[-1], rest[:-1]
    reviewer.press(Key.Key_Escape)
    reviewer.workspace.desk.act(lambda: reviewing.accept_facts(runner, [(fact.id, None) for fact in others]))
    reviewer.workspace.desk.selection.show_article(last.article_id)
    reviewer.start()
    assert reviewer.shown.fact.id == last.id
    reviewer.press("a")
    assert reviewer.pane.over
    reviewer.press(Key.Key_Return)
    assert reviewer.workspace.desk.selection.view == "read"


@pytest.mark.parametrize("key", ["z", Key.Key_Backspace])
def test_the_last_decision_is_taken_back_and_its_card_comes_again(reviewer: Reviewer, key: Qt.Key | str) -> None:
    first = reviewer.shown.fact.id
    reviewer.press("a")
    second = reviewer.shown.fact.id
    reviewer.press("r")
    reviewer.press(key)
    assert reviewer.shown.fact.id == second
    assert reviewer.saved(second).state is State.PROPOSED
    reviewer.press(key)
    assert reviewer.shown.fact.id == first
    assert reviewer.saved(first).state is State.PROPOSED
    notices = reviewer.window.main.notices
    assert notices._action.text() == reviewer.window.words.say("notice.redo")


def test_decisions_of_another_day_are_taken_back_too_then_it_says_that_there_are_none(reviewer: Reviewer) -> None:
    first = reviewer.shown.fact.id
    reviewer.press("a")
    reviewer.press(Key.Key_Escape)
    reviewer.start()
    reviewer.press("z")
    assert reviewer.saved(first).state is State.PROPOSED
    assert reviewer.shown.fact.id == first
    reviewer.press("z")
    assert reviewer.window.main.notices.text == reviewer.window.words.say("review.nothing_decided")


def test_undo_of_the_window_comes_back_to_the_card_as_well(reviewer: Reviewer) -> None:
    first = reviewer.shown.fact.id
    reviewer.press("a")
    reviewer.told()
    reviewer.press("z", CONTROL)
    reviewer.told()
    assert reviewer.shown.fact.id == first
    assert reviewer.saved(first).state is State.PROPOSED


def test_back_and_forth_without_deciding(reviewer: Reviewer) -> None:
    first = reviewer.shown.fact.id
    reviewer.press("a")
    second = reviewer.shown.fact.id
    reviewer.press("k")
    assert reviewer.shown.fact.id == first
    assert reviewer.shown.fact.state is State.ACCEPTED
    assert reviewer.window.words.say("facts.state_accepted").lower() in reviewer.pane.card.identity.about()
    reviewer.press("a")
    assert reviewer.shown.fact.id == second
    reviewer.press("j")
    assert reviewer.shown.fact.id not in {first, second}
    assert reviewer.saved(second).state is State.PROPOSED


def test_without_automatic_advance_the_card_stays_and_shows_what_was_decided(reviewer: Reviewer) -> None:
    reviewer.window.commands.actions["review-auto-advance"].trigger()
    settle()
    first = reviewer.shown.fact.id
    reviewer.press("r")
    assert reviewer.shown.fact.id == first
    assert reviewer.shown.fact.state is State.REJECTED
    reviewer.press("j")
    assert reviewer.shown.fact.id != first
    assert not reviewer.window.commands.actions["review-auto-advance"].isChecked()


def test_with_single_keys_off_letters_do_nothing_and_buttons_still_work(reviewer: Reviewer) -> None:
    reviewer.window.commands.actions["single-keys"].trigger()
    settle()
    first = reviewer.shown.fact.id
    reviewer.press("a")
    assert reviewer.saved(first).state is State.PROPOSED
    accept = reviewer.pane.footer.buttons["accept"]
    while reviewer.window.main.focusWidget() is not accept:
        before = reviewer.window.main.focusWidget()
        reviewer.press(Key.Key_Tab)
        assert reviewer.window.main.focusWidget() is not before
    reviewer.press(Key.Key_Space)
    assert reviewer.saved(first).state is State.ACCEPTED


def test_the_whole_project_goes_on_over_the_ends_of_articles(reviewer: Reviewer) -> None:
    reviewer.pane.header.project.click()
    settle()
    runner = reviewer.workspace.desk.runner
    count = sum(view.fact.state in WAITING for view in library.project_facts(runner))
    assert reviewer.window.words.say("review.place", number=1, count=count).partition(" ")[2] in (
        reviewer.pane.header.place.text()
    )
    articles = set()
    for _decision in range(40):
        articles.add(reviewer.workspace.desk.selection.article_id)
        assert reviewer.shown.fact.article_id == reviewer.workspace.desk.selection.article_id
        reviewer.press("a")
    assert len(articles) > 1


def test_a_fact_changed_meanwhile_is_shown_anew_and_not_overwritten(reviewer: Reviewer) -> None:
    runner, fact = reviewer.workspace.desk.runner, reviewer.shown.fact
    reviewing.reject_fact(runner, fact.id, fact.version, "ailleurs")
    reviewer.press("a")
    assert reviewer.saved(fact.id).state is State.REJECTED
    assert reviewer.shown.fact.id == fact.id
    assert fact.label in reviewer.window.main.notices.text
    reviewer.press("a")
    assert reviewer.saved(fact.id).state is State.ACCEPTED


def test_a_fact_that_is_gone_is_passed_over(reviewer: Reviewer) -> None:
    runner, first = reviewer.workspace.desk.runner, reviewer.shown.fact.id
    reviewer.press("j")
    gone = reviewer.shown.fact
    reviewer.press("k")

    def hide(unit: UnitOfWork) -> Row:
        unit.facts.replace(replace(unit.facts.get(gone.id), hidden=True))
        return {}

    reviewer.workspace.desk.bulletin.publish(runner.run("correct-fact", hide))
    reviewer.press("a")
    assert reviewer.shown.fact.id not in {first, gone.id}


def test_a_passage_pressed_in_the_article_brings_up_its_card(reviewer: Reviewer) -> None:
    highlight = reviewer.workspace.reader.view.highlights[-1]
    reviewer.workspace.reader.fact_clicked.emit(highlight.fact_id)
    settle()
    assert reviewer.shown.fact.id == highlight.fact_id


def test_another_article_by_its_key_is_reviewed_from_its_first_fact(reviewer: Reviewer) -> None:
    before = reviewer.shown.fact.article_id
    reviewer.press(Key.Key_PageDown, CONTROL)
    assert reviewer.shown.fact.article_id != before


def test_the_other_language_and_the_other_theme_keep_the_card(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.window.choices.choose_language("en")
    reviewer.window.choices.choose_theme("dark")
    settle()
    assert reviewer.shown.fact.id == fact
    assert reviewer.pane.footer.buttons["accept"].text() == "Accept"
    assert reviewer.pane.header._title.text() == "Review"


def test_every_widget_that_takes_the_keyboard_has_a_name(reviewer: Reviewer) -> None:
    reviewer.press("e")
    named = [each for each in reviewer.pane.findChildren(QWidget) if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    nameless = [each for each in (reviewer.pane, *named) if each.isVisible() and not each.accessibleName()]
    assert not nameless, nameless
    assert len(named) > 12


def test_the_status_bar_says_which_keys_work_and_how_fast_it_goes(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = reviewer.workspace.keys()
    assert shown[-1][1] == "status.key_later"
    # Keys pressed by nobody are faster than anybody reads.
    monkeypatch.setattr(pace, "LEAST_SECONDS", 0.0)
    for _each in range(3):
        reviewer.press("a")
    assert reviewer.workspace.progress_text().startswith("3")
    reviewer.press("v")
    shown = reviewer.workspace.keys()
    assert shown[0][1] == "status.key_commit"
