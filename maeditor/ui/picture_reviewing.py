"""How the pictures of a review come about."""

from __future__ import annotations

from maeditor.domain.facts import State
from maeditor.domain.review import GLUED
from maeditor.services import listing, reviewing
from maeditor.ui.picture_reading import MOST, arabic, decide_all
from maeditor.ui.picture_visitor import Held, Key, Visitor


def arabic_review(visitor: Visitor) -> None:
    """A card over an article written from right to left."""
    arabic(visitor)
    visitor.call("review")


def glued(visitor: Visitor) -> None:
    """The card of cells glued together, undecided."""
    found = visitor.show_fact(lambda view: view.fact.needs_look == GLUED)
    if found is not None:
        runner = visitor.runner
        visitor.workspace.desk.act(lambda: reviewing.reopen_fact(runner, found.fact.id))
        visitor.workspace.desk.selection.show_fact(found.fact.id)
    visitor.window.main.notices.dismiss()
    visitor.call("review")


def changed(visitor: Visitor) -> None:
    """Its value being changed."""
    glued(visitor)
    visitor.call("review-value")


def all_fields(visitor: Visitor) -> None:
    """Every field of a card open."""
    visitor.call("review", "review-all-fields")


def suggested(visitor: Visitor) -> None:
    """A field with what it suggests."""
    visitor.call("review", "review-property")
    visitor.press(Key.Key_Down)


def unreadable(visitor: Visitor) -> None:
    """A value that cannot be read."""
    visitor.call("review", "review-value")
    visitor.type("beaucoup")
    visitor.press(Key.Key_Return)


def reasoned(visitor: Visitor) -> None:
    """The reason for a value that the passage does not say."""
    corrected(visitor)
    visitor.call("review-reason")


def corrected(visitor: Visitor) -> None:
    """A value that the passage does not say is kept, and a reason can be given."""
    visitor.call("review", "review-value")
    visitor.type("7")
    visitor.press(Key.Key_Return, Held.ControlModifier)


def compared(visitor: Visitor) -> None:
    """What another article says instead."""
    runner = visitor.runner
    found = visitor.show_fact(lambda view: view.conflicted and listing.rivals(runner, view.fact.id))
    visitor.call("review")
    if found is not None:
        visitor.workspace.desk.selection.show_fact(found.fact.id)
    visitor.call("compare")


def bounds(visitor: Visitor) -> None:
    """The passage's ends being moved."""
    visitor.call("review", "review-bounds")


def over(visitor: Visitor) -> None:
    """The end of an article's review: what was put off and what no fact says."""
    visitor.call("review")
    visitor.call("review-later")
    decide_all(visitor)


def all_over(visitor: Visitor) -> None:
    """The end of the whole project's, a card put off: all others accepted at once in the list."""
    visitor.call("project-facts")
    visitor.press(Key.Key_Down)
    visitor.press(Key.Key_Home)
    visitor.press(Key.Key_Down, times=2)
    visitor.press(Key.Key_End, Held.ShiftModifier)
    visitor.call("accept-fact")
    visitor.rest()
    visitor.window.main.notices.dismiss()
    visitor.call("review", "review-scope")
    for _card in range(MOST):
        if visitor.workspace.review.over:
            break
        visitor.call("review-later")


def put_off(visitor: Visitor) -> None:
    """The cards put off, gone through again."""
    over(visitor)
    visitor.workspace.review.summary.again.click()


def undone(visitor: Visitor) -> None:
    """A decision just taken back, with the way to do it again."""
    found = visitor.show_fact(lambda view: view.fact.state is State.PROPOSED and not view.fact.needs_look)
    if found is not None:
        visitor.call("accept-fact", "undo")
