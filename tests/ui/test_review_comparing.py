"""C in a review shows what contradicts the fact or says the same, and the way back is one key."""

from __future__ import annotations

import pytest
from review_setting import Key, Reviewer
from shell_setting import settle

from maeditor.domain.facts import Fact, State
from maeditor.services import library, listing
from maeditor.ui import fact_text
from maeditor.ui.window import Window
from maeditor.wording import Wording

WORDS = Wording("fr")


@pytest.fixture
def disputed(window: Window) -> tuple[Reviewer, Fact, tuple[Fact, ...]]:
    """A review with a fact on the table that others contradict."""
    made = Reviewer(window)
    runner, selection = made.workspace.desk.runner, made.workspace.desk.selection
    for view in library.project_facts(runner):
        rivals = listing.rivals(runner, view.fact.id)
        if rivals and view.fact.article_id:
            selection.show_article(view.fact.article_id)
            made.start()
            selection.show_fact(view.fact.id)
            settle()
            assert made.shown.fact.id == view.fact.id
            return made, view.fact, rivals
    message = "the sample holds no fact that is contradicted"
    raise AssertionError(message)


@pytest.mark.parametrize("key", ["k", "j", Key.Key_Escape])
def test_c_shows_the_other_fact_with_its_passage_and_one_key_leads_back(
    disputed: tuple[Reviewer, Fact, tuple[Fact, ...]], key: str | Key
) -> None:
    reviewer, fact, rivals = disputed
    selection, hints = reviewer.workspace.desk.selection, reviewer.pane.footer.hints
    before = reviewer.pane.header.place.text()
    assert "C comparer" in hints.accessibleName()
    reviewer.press("c")
    assert selection.view == "review"
    assert reviewer.shown.fact.id == rivals[0].id == selection.fact_id
    assert rivals[0].label in reviewer.pane.header.place.text()
    assert hints.accessibleName().startswith("Échap revenir")
    against = fact_text.value_text(library.fact_view(reviewer.workspace.desk.runner, fact.id), WORDS)
    assert against in reviewer.pane.card.value.accessibleName(), "both values are in sight at once"
    if reviewer.shown.evidence:
        assert selection.article_id == reviewer.shown.evidence[0].passage.article_id
    place = reviewer.pane.header.place
    assert place.width() >= place.sizeHint().width(), "the number is read whole"
    reviewer.press(key)
    assert selection.view == "review"
    assert reviewer.pane.header.article.isVisible()
    assert reviewer.shown.fact.id == fact.id == selection.fact_id
    assert selection.article_id == fact.article_id
    assert reviewer.pane.header.place.text() == before
    assert "face à" not in reviewer.pane.card.value.accessibleName()


def test_c_goes_through_all_of_them_and_back(disputed: tuple[Reviewer, Fact, tuple[Fact, ...]]) -> None:
    reviewer, fact, rivals = disputed
    alike = reviewer.pane.card.card.familiar if reviewer.pane.card.card is not None else None
    wanted = list(dict.fromkeys([*(each.id for each in rivals), *([alike.view.fact.id] if alike else [])]))
    for each in [*wanted, fact.id]:
        reviewer.press("c")
        assert reviewer.shown.fact.id == each


def test_a_decision_about_the_other_fact_is_saved_and_leads_back(
    disputed: tuple[Reviewer, Fact, tuple[Fact, ...]],
) -> None:
    reviewer, fact, rivals = disputed
    reviewer.press("c")
    reviewer.press("r")
    assert reviewer.saved(rivals[0].id).state is State.REJECTED
    assert reviewer.saved(fact.id).state is fact.state
    assert reviewer.shown.fact.id == fact.id
    reviewer.press("z")
    assert reviewer.saved(rivals[0].id).state is rivals[0].state


def test_where_nothing_is_alike_it_says_so_and_the_card_stays(window: Window) -> None:
    reviewer = Reviewer(window)
    reviewer.show_article(9)
    reviewer.start()
    shown = reviewer.shown.fact.id
    assert not listing.rivals(reviewer.workspace.desk.runner, shown)
    reviewer.press("c")
    settle()
    assert reviewer.shown.fact.id == shown
    assert reviewer.workspace.desk.selection.view == "review"
    assert window.main.notices.text == window.words.say("review.nothing_to_compare")


def test_the_doubt_leads_to_what_contradicts_the_fact(disputed: tuple[Reviewer, Fact, tuple[Fact, ...]]) -> None:
    reviewer, _fact, rivals = disputed
    line = reviewer.pane.card.doubts.compare
    assert line.isVisible()
    line.click()
    settle()
    assert reviewer.shown.fact.id == rivals[0].id
    assert not line.isVisible(), "it is being looked at"
