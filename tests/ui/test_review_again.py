"""What was put off is gone through again: the keys at the foot and the place in the article are the card's."""

from __future__ import annotations

from review_setting import Key, Reviewer
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.ui import context_keys
from maeditor.ui.window import Window


def test_the_foot_shows_a_cards_keys_again_once_a_card_put_off_is_back(window: Window) -> None:
    """The last page's keys stood under the card: « Enter: go on » there decides nothing."""
    reviewer = Reviewer(window)
    reviewer.start()
    walk = reviewer.workspace.review_presenter._sitting.walk
    first = reviewer.shown.fact.id
    reviewer.press(Key.Key_Space)
    for _fact in range(len(walk)):
        if reviewer.pane.over:
            break
        reviewer.press(Key.Key_A)
    assert reviewer.pane.over
    assert window.main.status.keys == context_keys.caps(context_keys.REVIEW_OVER, window.words)
    reviewer.pane.summary.again.click()
    settle()
    assert reviewer.shown.fact.id == first
    assert reviewer.shown.fact.state is State.DEFERRED
    assert window.main.status.keys == context_keys.caps(context_keys.REVIEW, window.words)


def test_the_article_stands_at_the_passage_that_the_card_quotes(window: Window) -> None:
    """It stayed at the second passage while the first one was quoted and in the light."""
    reviewer = Reviewer(window)
    reviewer.start()
    quoted = reviewer.shown.evidence
    assert len(quoted) > 1
    page = reviewer.workspace.reader.page
    reviewer.press(Key.Key_J)
    last = quoted[-1].passage
    page.scroll_to(last.start, last.end)
    settle()
    reviewer.press(Key.Key_K)
    assert page.in_view(quoted[0].passage.start, quoted[0].passage.end)
