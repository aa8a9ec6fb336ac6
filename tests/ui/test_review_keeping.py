"""Nothing begun on a card is lost when something else comes: another view, a decision, a step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from review_setting import ALT_SHIFT, CONTROL, NONE, Key, Reviewer
from shell_setting import settle

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.domain.facts import State
from maeditor.services import library, reviewing, undoing
from maeditor.services.omissions import unattached
from maeditor.ui.review import saying
from maeditor.ui.window import Window

WAITING = {State.PROPOSED, State.DEFERRED}


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


def test_over_the_project_the_last_page_counts_the_project_s_figures(reviewer: Reviewer) -> None:
    workspace, words = reviewer.workspace, reviewer.window.words
    runner = workspace.desk.runner
    waiting = [each.fact.id for each in library.project_facts(runner) if each.fact.state in WAITING]
    workspace.review_presenter.review_whole(True)
    workspace.desk.act(lambda: reviewing.accept_facts(runner, [(each, None) for each in waiting]))
    workspace.review_presenter.begin()
    assert reviewer.pane.over
    assert all(job.title_key == "omission.counting" for job in workspace.desk.jobs.running)
    while workspace.desk.jobs.running:
        settle()
    here = workspace.desk.selection.article_id
    count = sum(len(unattached(runner, card.id)) for card in library.articles(runner))
    seen = len(unattached(runner, here))
    assert count > seen > 0
    summary = reviewer.pane.summary
    assert summary.loose.text() == saying.loose_text(words, count, seen)[0]
    assert words.wording.number(count) in summary.loose.text()
    assert "projet" in summary.loose.text()
    assert summary.loose_key.key == "F8"


def test_figures_that_are_all_elsewhere_have_no_key_that_leads_to_none(reviewer: Reviewer) -> None:
    words = reviewer.window.words
    assert saying.loose_text(words, 0, 0) == ("", "")
    assert saying.loose_text(words, 3, 0)[1] == ""
    assert saying.loose_text(words, 3)[1] == "F8"


def test_on_the_last_page_no_fact_is_in_the_light_of_the_article(reviewer: Reviewer) -> None:
    painting = reviewer.workspace.reader.page.surface.sheet.painting
    assert painting.selected == reviewer.shown.fact.id
    last = ""
    while not reviewer.pane.over:
        last = reviewer.shown.fact.id
        reviewer.press("a")
    assert painting.selected == ""
    assert reviewer.workspace.desk.selection.fact_id == ""
    reviewer.press("z")
    assert painting.selected == reviewer.shown.fact.id == last
    reviewer.press("a")
    reviewer.press(Key.Key_Escape)
    assert reviewer.workspace.desk.selection.view == "read"


def test_after_an_error_the_keyboard_is_where_it_can_be_mended(reviewer: Reviewer) -> None:
    reviewer.press("v")
    reviewer.type("50 MW/h")
    for held in (NONE, CONTROL):
        reviewer.press(Key.Key_Return, held)
        assert reviewer.pane.card.error.isVisible()
        assert reviewer.pane.card.value_field.amount.hasFocus()
    reviewer.type("0" * 300)
    reviewer.press(Key.Key_Return)
    assert len(reviewer.pane.card.error.text()) < 220


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_the_buttons_that_end_a_change_say_their_words_whole(
    reviewer: Reviewer, language: str, size: tuple[int, int]
) -> None:
    reviewer.window.main.resize(*size)
    reviewer.window.commands.call(f"language-{language}")
    settle()
    reviewer.press("e")
    for name in ("commit", "commit_accept", "cancel"):
        button = reviewer.pane.footer.buttons[name]
        assert button.isVisible()
        assert button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1100, 680)])
def test_open_fields_stand_apart_and_end_at_one_line(reviewer: Reviewer, size: tuple[int, int]) -> None:
    reviewer.window.main.resize(*size)
    settle()
    reviewer.press("e")
    rows = [row for row in reviewer.pane.card.rows.values() if row.field is not None]
    assert all(row.rect().contains(row.field.geometry()) for row in rows if row.field is not None)
    boxes = [
        row.field.rect().translated(row.field.mapTo(reviewer.pane, row.field.rect().topLeft()))
        for row in rows
        if row.field is not None
    ]
    assert len(boxes) > 4
    assert len({box.right() for box in boxes}) == 1
    for above, below in pairwise(boxes):
        assert below.top() - above.bottom() > 1
