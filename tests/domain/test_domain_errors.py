"""Errors carry what a person is to be told."""

from __future__ import annotations

from maeditor.domain.changes import Action, ActionState
from maeditor.domain.errors import BlockedRevertError


def test_an_error_of_the_way_back_names_what_stands_in_it() -> None:
    action = Action("a", 1, "edit", "Paul", "2026-01-01T00:00:00Z", ActionState.DONE, "", {})
    error = BlockedRevertError("revert_blocked", (action,), action="b")
    assert error.blocking == (action,)
    assert BlockedRevertError("revert_blocked").blocking == ()
