"""Without this a name would be kept with characters that nobody sees, and never be found or equal to its like."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.plain_text import one_line, some_lines

HIDDEN = "\u202e\u2066\u200f\u061c"


@given(st.text(st.sampled_from("aé \t\r\n\x00\x7f\x9f\u2028\u00a0" + HIDDEN)))
def test_a_name_holds_nothing_hidden_and_stays_so(text: str) -> None:
    kept = one_line(text)
    assert not any(each in HIDDEN or unicodedata.category(each) in {"Cc", "Zl", "Zp"} for each in kept)
    assert "  " not in kept
    assert one_line(kept) == kept
    assert [each for each in kept if each in "aé"] == [each for each in text if each in "aé"]


@given(st.text(st.sampled_from("aé \t\r\n\x00" + HIDDEN)))
def test_a_note_keeps_its_lines_and_nothing_hidden(text: str) -> None:
    kept = some_lines(text)
    assert not any(each in HIDDEN or (unicodedata.category(each) == "Cc" and each != "\n") for each in kept)
    assert some_lines(kept) == kept


def test_what_is_pasted_reads_as_one_line() -> None:
    assert one_line("Rabat\u202e\tNord\r\n") == "Rabat Nord"
    assert some_lines("un\r\ndeux\u2066\ttrois") == "un\ndeux trois"
