"""Without these "fin 2026" would sort before "janvier 2026", and a date nobody can read would reach a sheet."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.dates import Period, Precision, earliest, is_edtf, latest, parse, precision, sort_key
from maeditor.domain.errors import ValueTextError

DAYS = st.dates(min_value=date(1, 1, 1))


def written(day: date, fineness: str) -> str:
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[fineness]]


POINTS = st.builds(
    lambda day, fineness, mark: written(day, fineness) + mark,
    DAYS,
    st.sampled_from(["year", "month", "day"]),
    st.sampled_from(["", "~", "?", "%"]),
)
INTERVALS = st.tuples(POINTS, POINTS).map("/".join).filter(is_edtf)
OPEN_ENDED = st.builds(
    lambda point, form: form.format(point), POINTS, st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])
)
NAMED = st.builds(lambda day, code: f"{day.year:04}-{code}", DAYS, st.sampled_from([21, 22, 23, 24, 33, 36, 40, "Q3"]))
EDTF = st.one_of(POINTS, INTERVALS, OPEN_ENDED, NAMED)


@given(DAYS)
def test_a_day_covers_itself_its_month_and_its_year_cover_it(day: date) -> None:
    assert earliest(day.isoformat()) == latest(day.isoformat()) == day
    for fineness in ("month", "year"):
        period = parse(written(day, fineness))
        assert period.precision == fineness
        assert period.first is not None
        assert period.last is not None
        assert period.first <= day <= period.last


@given(st.dates(), st.dates())
def test_days_sort_as_days(one: date, other: date) -> None:
    assert (sort_key(one.isoformat()) < sort_key(other.isoformat())) == (one < other)


@given(EDTF, EDTF)
def test_whether_two_dates_can_mean_the_same_day_does_not_depend_on_who_is_asked(one: str, other: str) -> None:
    left, right = parse(one), parse(other)
    assert left.overlaps(right) == right.overlaps(left)
    assert left.overlaps(left)


@given(EDTF)
def test_a_date_ends_no_sooner_than_it_begins(text: str) -> None:
    period = parse(text)
    assert period.first is None or period.last is None or period.first <= period.last
    assert sort_key(text)[0] == 0


@given(st.text(st.sampled_from("0123456789-/.~?%QX "), max_size=24))
def test_nothing_typed_is_more_than_a_date_or_no_date(text: str) -> None:
    if is_edtf(text):
        assert parse(text).text == text
    else:
        with pytest.raises(ValueTextError) as told:
            parse(text)
        assert (told.value.key, told.value.details) == ("date_unreadable", {"text": text})
        assert sort_key(text) == (2, 0, 0)


@given(DAYS)
def test_every_month_ends_on_its_last_day(day: date) -> None:
    assert latest(f"{day.year:04}-{day.month:02}") == day.replace(day=monthrange(day.year, day.month)[1])


@pytest.mark.parametrize(
    ("text", "told", "first", "last"),
    [
        ("2026", Precision.YEAR, "2026-01-01", "2026-12-31"),
        ("2026-05", Precision.MONTH, "2026-05-01", "2026-05-31"),
        ("2024-02", Precision.MONTH, "2024-02-01", "2024-02-29"),
        ("2026-05-08", Precision.DAY, "2026-05-08", "2026-05-08"),
        ("2026-21", Precision.SEASON, "2026-03-01", "2026-05-31"),
        ("2026-23", Precision.SEASON, "2026-09-01", "2026-11-30"),
        ("2026-24", Precision.SEASON, "2026-12-01", "2027-02-28"),
        ("9999-24", Precision.SEASON, "9999-12-01", "9999-12-31"),
        ("2026-Q1", Precision.QUARTER, "2026-01-01", "2026-03-31"),
        ("2026-36", Precision.QUARTER, "2026-10-01", "2026-12-31"),
        ("2026-41", Precision.HALF, "2026-07-01", "2026-12-31"),
        ("2026-01/2026-03", Precision.INTERVAL, "2026-01-01", "2026-03-31"),
        ("2025/2026-05~", Precision.INTERVAL, "2025-01-01", "2026-05-31"),
    ],
)
def test_dates_as_articles_give_them(text: str, told: Precision, first: str, last: str) -> None:
    assert precision(text) is told
    assert (earliest(text), latest(text)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2026-05~", True, False),
        ("2026?", False, True),
        ("2026%", True, True),
        ("2026", False, False),
        ("2025~/2026?", True, True),
    ],
)
def test_about_and_perhaps_are_kept(text: str, approximate: bool, uncertain: bool) -> None:
    period = parse(text)
    assert (period.approximate, period.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2026/..", date(2026, 1, 1), None), ("../2026", None, date(2026, 12, 31)), ("2026/", date(2026, 1, 1), None)],
)
def test_an_end_nobody_knows_stays_open(text: str, first: date | None, last: date | None) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(("text", "month", "day"), [("--05-08", 5, 8), ("--02-29", 2, 29), ("--12", 12, 0)])
def test_a_day_without_its_year_is_a_date_without_a_place_in_time(text: str, month: int, day: int) -> None:
    assert parse(text) == Period(text, Precision.YEARLESS, None, None, month=month, day=day)


@pytest.mark.parametrize(
    "text",
    [
        "", "0000", "26", "2026-00", "2026-13", "2026-02-30", "2026-05-00", "2026-21-02", "2026-Q5", "2026-1", "..",
        "/", "../..", "2026/2025", "2026/soon", "soon/2026", "2026/2027/2028", "--00", "--13", "--02-30", "--05-00",
        "--05~", "8 mai 2026", "٢٠٢٦", "2026\n", "2026/--05",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2026", "2026-05", True),
        ("2026", "2027", False),
        ("2026/..", "2030", True),
        ("../2026", "2030", False),
        ("2026-01/2026-03", "2026-Q1", True),
        ("--05-08", "--05-08", True),
        ("--05-08", "--05", True),
        ("--05-08", "--05-09", False),
        ("--05-08", "--06", False),
        ("--05-08", "2026-05-08", False),
    ],
)
def test_dates_that_can_mean_the_same_day(one: str, other: str, same: bool) -> None:
    assert parse(one).overlaps(parse(other)) is parse(other).overlaps(parse(one)) is same


def test_dates_sort_by_beginning_then_the_shorter_then_without_year_then_unreadable() -> None:
    ordered = [
        "../2020",
        "2025-12-31",
        "2026-01-01",
        "2026-01",
        "2026",
        "2026/..",
        "2026-05~",
        "--01-02",
        "--05",
        "bientôt",
    ]
    backwards = list(reversed(ordered))
    assert sorted(backwards, key=sort_key) == ordered
