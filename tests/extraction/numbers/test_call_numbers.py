"""Telephone numbers: a foot of an article full of them would fill the omission strip with values nobody stated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.mentions import mentions


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Appelez le 05 22 98 41 07 avant midi", "fr"),
        ("standard : 04-91-33-70-12", "fr"),
        ("accueil 0561 234567", "fr"),
        ("joignable au +212 522 98 41 07", "fr"),
        ("call 212-555-0147 today", "en"),
        ("call 212 555 0147 today", "en"),
        ("toll-free 1-866-555-0199", "en"),
        ("fax 415/555-0132", "en"),
    ],
)
def test_a_telephone_number_is_one_code_without_a_value(text, language):
    assert [mention.value for mention in mentions(text, language)] == [None]


def test_an_area_code_in_brackets_stands_by_itself():
    assert [mention.value for mention in mentions("call (212) 555-0147", "en")] == [212, None]


@pytest.mark.parametrize("text", ["+14 500 000 habitants", "03-04-2021", "2 000 000", "100-200 personnes"])
def test_amounts_dates_and_spans_are_no_telephone_numbers(text):
    assert all(mention.value is not None for mention in mentions(text, "fr"))


@given(st.lists(st.integers(0, 99), min_size=4, max_size=4), st.sampled_from(" .-"))
def test_every_french_number_in_pairs_is_one_code(pairs, gap):
    text = "Tél. " + gap.join(["06", *(f"{pair:02d}" for pair in pairs)])
    (mention,) = mentions(text, "fr")
    assert (mention.value, mention.end) == (None, len(text))
