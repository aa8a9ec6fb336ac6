"""Without these a figure could be put aside with nobody knowing why, or where it stood."""

import pytest

from maeditor.domain.anchors import Span
from maeditor.domain.dismissals import Dismissal, DismissalReason, checked_note
from maeditor.domain.errors import ValueTextError


def test_a_dismissal_keeps_where_its_figure_stands() -> None:
    dismissal = Dismissal("d", 1, "a", "t", 3, 7, "2 GW", "de ", " en", DismissalReason.CONTEXT)
    assert dismissal.anchor.span == Span(3, 7)
    assert dismissal.anchor.holds_in("de 2 GW en")
    assert not dismissal.anchor.holds_in("de 3 GW en")


def test_a_note_is_asked_for_only_where_it_is_the_reason() -> None:
    assert checked_note(DismissalReason.REPEATED, "") == ""
    assert checked_note(DismissalReason.OTHER, "  un exemple ") == "un exemple"
    with pytest.raises(ValueTextError):
        checked_note(DismissalReason.OTHER, "  ")
