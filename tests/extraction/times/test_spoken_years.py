"""Years and decades in words: a date that stands only in words would be lost to the chronology."""

import pytest

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _only(text, language):
    (mention,) = mentions(text, language)
    return mention.kind, mention.value


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("it opened in nineteen seventy-two", "en", "1972"),
        ("back in eighteen twelve", "en", "1812"),
        ("since nineteen oh six", "en", "1906"),
        ("by twenty thirty-one", "en", "2031"),
        ("né en mil huit cent quarante-huit", "fr", "1848"),
        ("en l'an deux mille douze", "fr", "2012"),
    ],
)
def test_a_year_in_words_is_a_year(text, language, year):
    assert _only(text, language) == (MentionKind.YEAR, year)


@pytest.mark.parametrize(
    ("text", "language", "span"),
    [
        ("dans les années 70", "fr", "1970/1979"),
        ("au tournant des années quatre-vingt-dix", "fr", "1990/1999"),
        ("throughout the 60s", "en", "1960/1969"),
        ("in the late '80s", "en", "1980/1989"),
        ("the fashion of the seventies", "en", "1970/1979"),
    ],
)
def test_a_decade_by_its_tens_is_a_span_of_years(text, language, span):
    assert _only(text, language) == (MentionKind.DATERANGE, span)


@pytest.mark.parametrize("text", ["a man in his 40s", "women in their late 30s", "she is in her thirties"])
def test_ages_are_neither_decades_nor_seconds(text):
    assert mentions(text, "en") == ()


def test_twenty_people_and_a_price_are_no_year():
    kinds = {mention.kind for text in ("twenty thirty-seat buses", "en deux mille jours") for mention in mentions(text)}
    assert MentionKind.YEAR not in kinds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le vingt et un avril", "--04-21"),
        ("le trente et un mai 1998", "1998-05-31"),
        ("libérés le 9 mai 45", "1945-05-09"),
        ("attendu le 9 mai 31", "2031-05-09"),
    ],
)
def test_days_in_words_and_years_in_two_figures(text, value):
    assert _only(text, "fr") == (MentionKind.DATE, value)
