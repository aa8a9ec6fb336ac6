"""Where marks and labels stand: a chart that puts them elsewhere than their value says would lie."""

from __future__ import annotations

import math
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

import pytest
from charts_scenes import fact, figure
from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui.charts.hits import HitIndex
from maeditor.ui.charts.layout import APART, GAP, LANE, ROW_LEAST, ROW_MOST, PlacedMark, arrange
from maeditor.ui.charts.marks import LOWER, UPPER, Mark, MarkRow, logs_of, rows_of
from maeditor.ui.charts.scale import MOST, LogScale, bulk_span, log, span_of
from maeditor.wording import Wording

LETTER = 7.0


def measure(text: str) -> float:
    return LETTER * len(text)


def mark(name: str, low: float, high: float, comparator: Comparator, label: str, flagged: bool) -> Mark:
    return Mark(name, low, high, comparator, Lifecycle.PLANNED, True, flagged, False, label, label)


def placed_of(views: list, width: float = 800.0, height: float = 600.0) -> dict[str, PlacedMark]:
    rows = rows_of(figure(views), Wording("fr"))
    scale = LogScale(*span_of(logs_of(rows)), 150.0, 150.0 + width)
    return {each.mark.fact_id: each for each in arrange(rows, scale, height, measure).marks}


@pytest.mark.parametrize(("amount", "unit"), [("7500", "kW"), ("12", "MW"), ("0.5", "GW"), ("2", "GW")])
def test_a_mark_stands_at_the_pixel_its_value_says(amount: str, unit: str) -> None:
    """A person reads values off the axis; the unit as written must not move them."""
    scale = LogScale(0.0, 4.0, 100.0, 500.0)
    rows = rows_of(figure([fact("Nador", amount, unit=unit, number=1)]), Wording("fr"))
    [placed] = arrange(rows, scale, 300, measure).marks
    megawatts = float(amount) * {"kW": 0.001, "MW": 1, "GW": 1000}[unit]
    assert placed.x_low == placed.x_high == pytest.approx(100 + 100 * math.log10(megawatts))


def test_a_range_reaches_from_its_lower_to_its_upper_end() -> None:
    scale = LogScale(0.0, 4.0, 0.0, 400.0)
    rows = rows_of(figure([fact("Oujda", "10", Comparator.RANGE, to="1000")]), Wording("fr"))
    [placed] = arrange(rows, scale, 300, measure).marks
    assert (placed.x_low, placed.x_high) == (pytest.approx(100), pytest.approx(300))


def test_two_marks_of_a_row_are_twelve_pixels_off_its_middle() -> None:
    """Marks drawn over each other hide a fact."""
    views = [fact("Nador", "100", number=1), fact("Nador", "100", number=2), fact("Safi", "5", number=3)]
    rows = rows_of(figure(views), Wording("fr"))
    layout = arrange(rows, LogScale(0, 3, 0, 600), 200, measure)
    middle = layout.rows[0].middle
    assert [each.y - middle for each in layout.marks[:2]] == [-12.0, 12.0]
    assert layout.marks[2].y == layout.rows[1].middle


def test_rows_grow_with_their_lanes_and_never_shrink_below_what_can_be_read() -> None:
    views = [fact("Nador", "100", number=n) for n in range(1, 8)] + [fact(f"lieu {n}", "5") for n in range(40)]
    layout = arrange(rows_of(figure(views), Wording("fr")), LogScale(0, 3, 0, 600), 500, measure)
    assert layout.rows[0].lanes == 7
    assert layout.rows[0].height >= 7 * LANE
    assert all(row.height == ROW_LEAST for row in layout.rows[1:])
    assert layout.height > 500
    few = arrange(rows_of(figure(views[:1]), Wording("fr")), LogScale(0, 3, 0, 600), 900, measure)
    assert few.rows[0].height == ROW_MOST


def test_a_label_turns_to_the_left_where_it_would_leave_the_plot() -> None:
    """The largest value stands at the right edge: its label must still be read."""
    placed = placed_of([fact("Nador", "20500", look="glued_cell", number=1), fact("Taza", "10", number=2)], 500)
    assert placed["f1"].label_right <= placed["f1"].left - GAP + 0.01
    assert placed["f2"].label_left == pytest.approx(placed["f2"].right + GAP)


def test_the_label_of_a_range_over_the_whole_plot_stands_on_its_bar() -> None:
    """A range with no room at either side would otherwise be a bar without a word."""
    placed = placed_of([fact("Nador", "1", Comparator.RANGE, to="1000000", number=1)], 400)["f1"]
    assert placed.labelled_inside
    assert placed.label_right - placed.label_left == measure(placed.mark.label)


def test_at_least_says_its_value_on_the_side_it_excludes() -> None:
    placed = placed_of([fact("Nador", "100", Comparator.AT_LEAST, number=1), fact("Taza", "1", number=2)])
    assert placed["f1"].label_right < placed["f1"].x_low < placed["f1"].right


LOGS = st.floats(-3, 7, allow_nan=False)
MARKS = st.builds(
    lambda name, a, b, comparator, label, flagged: mark(
        name,
        min(a, b) if comparator is Comparator.RANGE else a,
        max(a, b) if comparator is Comparator.RANGE else a,
        comparator,
        label,
        flagged,
    ),
    st.uuids().map(str),
    LOGS,
    LOGS,
    st.sampled_from(Comparator),
    st.text("abc 0123", min_size=3, max_size=26),
    st.booleans(),
)
ROWS = st.lists(st.builds(MarkRow, st.text(max_size=9), st.lists(MARKS, min_size=1, max_size=9).map(tuple)), max_size=5)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.floats(300, 1600), st.floats(100, 900))
def test_no_label_meets_another_or_leaves_the_plot(rows: list[MarkRow], width: float, height: float) -> None:
    """Whatever the facts, every label can be read."""
    scale = LogScale(*bulk_span(logs_of(rows)), 150.0, 150.0 + width)
    layout = arrange(rows, scale, height, measure)
    lanes: dict[float, list[PlacedMark]] = defaultdict(list)
    for each in layout.marks:
        assert each.label_left >= scale.left - 0.01
        assert each.label_right <= scale.right + 0.01
        assert each.label_left <= each.label_right
        lanes[each.y].append(each)
    for shown in lanes.values():
        shown.sort(key=lambda each: each.covers)
        for one, other in pairwise(shown):
            assert one.covers[1] + APART <= other.covers[0] + 0.01
    for one, other in pairwise(sorted(lanes)):
        assert other - one >= LANE - 0.01


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_the_mouse_finds_the_mark_it_is_on(rows: list[MarkRow]) -> None:
    """A click on a mark must not open another's passage."""
    scale = LogScale(*bulk_span(logs_of(rows)), 150.0, 950.0)
    layout = arrange(rows, scale, 500, measure)
    hits = HitIndex(layout.marks, 1.0)
    for each in layout.marks:
        x = each.x_high if each.mark.comparator in UPPER else each.x_low if each.mark.comparator in LOWER else None
        found = hits.at((each.x_low + each.x_high) / 2 if x is None else x, each.y)
        assert found is not None
        assert found.y == each.y
        assert found == each or found.covers[0] - 4 <= each.x_high <= found.covers[1] + 4
    assert hits.at(500, -100) is None


@given(st.decimals("0.000001", "1e12", allow_nan=False))
def test_pixels_and_values_go_both_ways(value: Decimal) -> None:
    scale = LogScale(-2, 5, 120, 930)
    assert scale.logarithm(scale.x(log(value))) == pytest.approx(log(value))


@given(st.lists(st.floats(-30, 30), max_size=20), st.floats(200, 2000))
def test_decades_are_labelled_apart_and_inside(logs: list[float], width: float) -> None:
    low, high = span_of(logs)
    scale = LogScale(low, high, 0, width)
    shown = [scale.x(each) for each in scale.decades()]
    assert high - low >= 1.5
    assert len(shown) >= 2 or scale.per_decade < 70
    assert all(-0.01 <= x <= width + 0.01 for x in shown)
    assert all(b - a >= 69 for a, b in pairwise(shown))
    assert all(low <= each <= high for each in scale.between())


@given(st.lists(st.floats(-30, 30), max_size=60))
def test_nearly_all_values_are_on_the_scale(logs: list[float]) -> None:
    """One tiny value must not leave half of the chart empty; nor may the chart leave out what is no exception."""
    low, high = bulk_span(logs)
    assert high - low >= 1.5
    inside = [each for each in logs if low <= each <= high]
    assert len(inside) >= len(logs) - 2 * math.ceil(0.05 * len(logs))
    if len(logs) < 8 or max(logs) - min(logs) <= MOST:
        assert len(inside) == len(logs)


def test_one_tiny_value_does_not_stretch_the_scale() -> None:
    """The decade below the bulk is where the scale begins; what lies lower is named at its edge."""
    low, high = bulk_span([-2.7, *(0.2 + each / 10 for each in range(30))])
    assert low == 0
    assert high == pytest.approx(3.1 + 0.4)


@pytest.mark.parametrize(
    ("comparator", "to"), [(Comparator.EQUAL, ""), (Comparator.AT_MOST, ""), (Comparator.RANGE, "0.003")]
)
def test_a_value_off_the_scale_stands_at_its_edge_with_its_label(comparator: Comparator, to: str) -> None:
    """A fact must never be missing from the chart without a word."""
    rows = rows_of(figure([fact("Nador", "0.002", comparator, to=to, number=1)]), Wording("fr"))
    scale = LogScale(0, 4, 150, 950)
    layout = arrange(rows, scale, 300, measure)
    [placed] = layout.marks
    assert placed.outside
    assert placed.beyond_low
    assert placed.left == scale.left < placed.x_low
    assert placed.label_right - placed.label_left == measure(placed.mark.label)
    assert HitIndex(layout.marks, 1.0).at(placed.x_low, placed.y) == placed
    [above] = arrange(rows, LogScale(-9, -4, 150, 950), 300, measure).marks
    assert above.beyond_high
    assert above.label_right < above.x_low < above.right == 950


def test_a_range_that_leaves_the_scale_is_cut_at_its_edge() -> None:
    """Its bar would else run over the rows' names."""
    scale = LogScale(0, 4, 150, 950)
    rows = rows_of(figure([fact("Nador", "0.01", Comparator.RANGE, to="100", number=1)]), Wording("fr"))
    [placed] = arrange(rows, scale, 300, measure).marks
    assert (placed.x_low, placed.x_high) == (150, 550)
    assert placed.beyond_low
    assert not placed.beyond_high
    assert not placed.outside


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_label_is_its_value_and_then_what_is_wrong(language: str) -> None:
    views = [fact("Nador", "2", look="glued_cell", number=1), fact("Nador", "3", number=2, conflicted=True)]
    marks = {each.fact_id: each for row in rows_of(figure(views), Wording(language)) for each in row.marks}
    assert marks["f1"].value == "2\u00a0MW"
    assert marks["f1"].label == marks["f1"].value + marks["f1"].remark
    assert marks["f2"].remark.startswith(", ")


def test_values_beyond_what_floats_hold_still_have_a_place() -> None:
    assert log(Decimal("1e400")) == 400.0
