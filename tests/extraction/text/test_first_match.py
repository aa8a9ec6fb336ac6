"""Without this a long sentence full of values would be read from its beginning for each of them, or a denial missed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.text.scans import FirstMatch

_NOT = re.compile(r"(?<!\w)(?:not|ne pas)(?!\w)")


@given(st.lists(st.sampled_from(["not", "ne", "pas", "note", "5", "a"]), max_size=120), st.data())
def test_what_is_remembered_is_what_looking_again_would_find(words, data):
    text = " ".join(words)
    first = FirstMatch(_NOT)
    left = data.draw(st.sampled_from([0, *(match.end() for match in re.finditer(" ", text))]))
    ends = data.draw(st.lists(st.integers(left, len(text)), max_size=8))
    for end in ends:
        found = _NOT.search(text, left)
        wanted = found is not None and found.start() < end
        assert first.begins_within(text, left, end) or not wanted


def test_nothing_is_found_before_a_value_that_stands_before_it():
    text = "He sold 12 boats and did not buy 30."
    first = FirstMatch(_NOT)
    assert [first.begins_within(text, 0, text.index(figure)) for figure in ("12", "30", "12")] == [False, True, False]
