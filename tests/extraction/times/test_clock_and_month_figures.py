"""Times and months in figures: an evening read as a morning, or a month as two numbers, misdates what it tells."""

import pytest

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


@pytest.mark.parametrize(
    ("text", "value"),
    [("8:45pm", "20:45"), ("8:45 p.m.", "20:45"), ("8:45 am", "08:45"), ("12:05 am", "00:05"), ("20:45", "20:45")],
)
def test_the_half_of_the_day_counts(text, value):
    (mention,) = mentions(f"at {text}", "en")
    assert (mention.kind, mention.value) == (MentionKind.TIME, value)


@pytest.mark.parametrize(
    ("text", "language", "value"), [("depuis 04/2018", "fr", "2018-04"), ("expires 11/2027", "en", "2027-11")]
)
def test_a_month_over_its_year_is_a_month(text, language, value):
    (mention,) = mentions(text, language)
    assert (mention.kind, mention.value) == (MentionKind.DATE, value)


def test_the_number_of_a_law_is_no_month():
    assert MentionKind.DATE not in {mention.kind for mention in mentions("la loi n° 11/2003", "fr")}


def test_a_span_from_the_first_has_both_its_days():
    assert [mention.value for mention in mentions("du 1er-4 juin", "fr")] == ["--06-01", "--06-04"]


def test_a_fiscal_year_is_a_year():
    assert [(mention.kind, mention.value) for mention in mentions("FY2031 guidance", "en")] == [
        (MentionKind.YEAR, "2031")
    ]
