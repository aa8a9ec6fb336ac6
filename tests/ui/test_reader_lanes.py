"""Overlapping passages would hide one another, or a query for the mouse would freeze the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.ui.reader.highlight_index import HighlightIndex
from maeditor.ui.reader.lanes import Lanes

SPANS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)


def pack_lanes(spans: list[tuple[int, int]]) -> list[int]:
    """The lane of every span, asked from the last to the first: the order of asking must not matter."""
    lanes = Lanes(spans, HighlightIndex(spans))
    return [lanes[number] for number in reversed(range(len(spans)))][::-1]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(SPANS)
def test_overlapping_passages_never_share_a_lane(spans: list[tuple[int, int]]) -> None:
    """Two underlines on one another cannot be told apart."""
    lanes = pack_lanes(spans)
    for at, span in enumerate(spans):
        for before in range(at):
            assert not (_overlap(span, spans[before]) and lanes[at] == lanes[before])


@given(SPANS)
def test_lanes_are_as_near_as_can_be(spans: list[tuple[int, int]]) -> None:
    """No lane is skipped: below every passage on lane k each nearer lane is taken by a passage not longer than it."""
    lanes = pack_lanes(spans)
    for at, span in enumerate(spans):
        for lane in range(lanes[at]):
            assert any(
                lanes[other] == lane and _overlap(span, spans[other]) and
                spans[other][1] - spans[other][0] <= span[1] - span[0]
                for other in range(len(spans))
            )  # fmt: skip


def test_the_shortest_is_nearest_to_the_text() -> None:
    """A value inside a sentence is underlined inside the sentence's line."""
    assert pack_lanes([(0, 80), (45, 79), (60, 70)]) == [2, 1, 0]
    assert pack_lanes([(0, 10), (10, 20), (5, 8)]) == [1, 0, 0]


@given(SPANS, st.integers(-1, 170), st.integers(0, 40))
def test_the_index_finds_what_a_look_at_all_finds(spans: list[tuple[int, int]], position: int, length: int) -> None:
    """No passage under the mouse or in view is missed."""
    index = HighlightIndex(spans)
    assert sorted(index.at(position)) == [n for n, (start, end) in enumerate(spans) if start <= position < end]
    asked = (position, position + length)
    found = index.across(*asked)
    assert sorted(found) == [n for n, span in enumerate(spans) if length and _overlap(span, asked)]
    assert [spans[n][0] for n in found] == sorted(spans[n][0] for n in found)
    began = [n for n, span in enumerate(spans) if position <= span[0] < position + length]
    assert sorted(index.starting_in(*asked)) == began
    assert sorted(index.in_order()) == list(range(len(index)))


def test_a_passage_around_everything_does_not_hide_the_rest() -> None:
    """With one passage over the whole text, others are still found, in buckets far behind as well."""
    spans = [(0, 100_000), *((n * 10, n * 10 + 5) for n in range(9_000))]
    index = HighlightIndex(spans)
    assert index.at(89_983) == [0, 8_999]
    assert index.at(89_987) == [0]
    assert index.across(50_000, 50_011) == [0, 5_001, 5_002]
