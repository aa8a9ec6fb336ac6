"""Errors carry what a person is to be told."""

from __future__ import annotations

from maeditor.domain.changes import Action, ActionState
from maeditor.domain.errors import LONGEST_QUOTED, BlockedRevertError, ValueTextError


def test_an_error_of_the_way_back_names_what_stands_in_it() -> None:
    action = Action("a", 1, "edit", "Paul", "2026-01-01T00:00:00Z", ActionState.DONE, "", {})
    error = BlockedRevertError("revert_blocked", (action,), action="b")
    assert error.blocking == (action,)
    assert BlockedRevertError("revert_blocked").blocking == ()


def test_an_error_repeats_the_beginning_of_what_was_written_in_one_line() -> None:
    written = ("beaucoup\n de   puissance " * 40).strip()
    error = ValueTextError("value_unreadable", text=written, units=written, count=3)
    told = str(error.details["text"])
    assert len(told) <= LONGEST_QUOTED
    assert told.startswith("beaucoup de puissance")
    assert told.endswith("…")
    assert error.details["units"] == written, "what is offered is offered whole"
    assert error.details["count"] == 3
    assert ValueTextError("value_unreadable", text="beaucoup").details["text"] == "beaucoup"
