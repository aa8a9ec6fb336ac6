"""Ctrl+Del takes the fact on the card out of the project, in a review as in reading; the next card comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from review_setting import CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.window import Window


def there(reviewer: Reviewer) -> set[str]:
    return {view.fact.id for view in library.project_facts(reviewer.workspace.desk.runner)}


def test_the_card_s_fact_goes_and_the_next_that_waits_comes_back_with_z(window: Window) -> None:
    reviewer = Reviewer(window)
    reviewer.start()
    gone = reviewer.shown.fact.id
    reviewer.press(Key.Key_Delete, CONTROL)
    assert gone not in there(reviewer)
    following = reviewer.shown.fact
    assert following.id != gone
    assert following.state in {State.PROPOSED, State.DEFERRED}
    reviewer.told()
    assert window.main.notices.isVisible()
    reviewer.press("z")
    assert reviewer.shown.fact.id == gone
    assert gone in there(reviewer)


def test_the_last_fact_that_waits_leads_to_the_last_page(window: Window) -> None:
    reviewer = Reviewer(window)
    reviewer.start()
    for _fact in range(100):
        if reviewer.workspace.review_presenter._sitting.walk.left == 1:
            break
        reviewer.press("a")
    last = reviewer.shown.fact.id
    reviewer.press(Key.Key_Delete, CONTROL)
    assert last not in there(reviewer)
    assert reviewer.pane.over
    reviewer.press(Key.Key_Delete, CONTROL)
    assert window.main.notices.text == window.words.say("facts.none_chosen")


def test_the_same_key_deletes_what_is_selected_while_reading(window: Window) -> None:
    """The menu's row had no key."""
    reviewer = Reviewer(window)
    for pane in (reviewer.workspace.facts.list, reviewer.workspace.reader.page.surface):
        gone = reviewer.workspace.desk.selection.fact_id
        assert gone
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        settle()
        reviewer.press(Key.Key_Delete, CONTROL)
        assert gone not in there(reviewer)
        assert reviewer.workspace.desk.selection.fact_id not in {"", gone}
