"""Dates: an event put in the wrong month, or a year taken for a count, misleads the whole timeline."""

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _only(text, language):
    found = mentions(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("le lundi 3 février 2025", "fr", "2025-02-03"),
        ("le 1er mars 2026", "fr", "2026-03-01"),
        ("le vingt-deux août 2024", "fr", "2024-08-22"),
        ("le 7 sept. 2024", "fr", "2024-09-07"),
        ("en avril 2027", "fr", "2027-04"),
        ("le 9 octobre", "fr", "--10-09"),
        ("le 25/03/2026", "fr", "2026-03-25"),
        ("le 05.04.2026", "fr", "2026-04-05"),
        ("2026-04-05", "fr", "2026-04-05"),
        ("March 9, 2026", "en", "2026-03-09"),
        ("March 9,2026", "en", "2026-03-09"),
        ("9th of March 2026", "en", "2026-03-09"),
        ("03/09/2026", "en", "2026-03-09"),
        ("25/03/2026", "en", "2026-03-25"),
        ("Sep-23-2020", "en", "2020-09-23"),
        ("في 14 يوليوز 2025", "ar", "2025-07-14"),
    ],
)
def test_dates_are_edtf(text, language, value):
    mention = _only(text, language)
    assert (mention.kind, mention.value) == (MentionKind.DATE, value)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("au troisième trimestre 2027", "fr", "2027-07/2027-09"),
        ("T4 2025", "fr", "2025-10/2025-12"),
        ("3T25", "fr", "2025-07/2025-09"),
        ("au premier semestre de 2026", "fr", "2026-01/2026-06"),
        ("l'automne 2026", "fr", "2026-09/2026-11"),
        ("entre 2021 et 2024", "fr", "2021/2024"),
        ("2024-2028", "fr", "2024/2028"),
        ("les années 1990", "fr", "1990/1999"),
        ("de mars à juin 2026", "fr", "2026-03/2026-06"),
        ("in H2 2026", "en", "2026-07/2026-12"),
        ("the second quarter of 2026", "en", "2026-04/2026-06"),
        ("from 2019 to 2023", "en", "2019/2023"),
    ],
)
def test_periods_are_intervals(text, language, value):
    mention = _only(text, language)
    assert (mention.kind, mention.value) == (MentionKind.DATERANGE, value)


@pytest.mark.parametrize(
    ("text", "language", "value", "comparator"),
    [
        ("en 2031", "fr", "2031", Comparator.EQUAL),
        ("d'ici 2031", "fr", "2031", Comparator.AT_MOST),
        ("dès 2031", "fr", "2031", Comparator.AT_LEAST),
        ("avant 2031", "fr", "2031", Comparator.LESS),
        ("fin 2031", "fr", "2031-12", Comparator.ABOUT),
        ("mi-2031", "fr", "2031-06", Comparator.ABOUT),
        ("d'ici fin 2031", "fr", "2031-12", Comparator.AT_MOST),
        ("early 2031", "en", "2031-01", Comparator.ABOUT),
        ("by 2031", "en", "2031", Comparator.AT_MOST),
    ],
)
def test_years_with_what_bounds_them(text, language, value, comparator):
    mention = _only(text, language)
    assert (mention.kind, mention.value, mention.comparator) == (MentionKind.YEAR, value, comparator)


def test_two_days_share_month_and_year():
    found = mentions("du 3 au 5 juin 2026", "fr")
    assert [mention.value for mention in found] == ["2026-06-03", "2026-06-05"]
    for text in ("January 5-7, 2026", "January fifth to seventh, 2026"):
        assert [mention.value for mention in mentions(text, "en")] == ["2026-01-05", "2026-01-07"]


def test_a_list_of_days_in_figures():
    found = mentions("le 3/4, 5/4 ou 6/4", "fr")
    assert [mention.value for mention in found] == ["--04-03", "--04-05", "--04-06"]


def test_a_count_of_four_figures_is_not_a_year():
    mention = _only("2000 emplois", "fr")
    assert (mention.kind, mention.value) == (MentionKind.COUNT, 2000)
    assert _only("en 2024 le groupe", "fr").kind is MentionKind.YEAR


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("à 14h30", "fr", "14:30"), ("vers 18 h", "fr", "18:00"), ("at 2pm", "en", "14:00"), ("10:45", "en", "10:45")],
)
def test_clock_times_are_no_values(text, language, value):
    mention = _only(text, language)
    assert (mention.kind, mention.value) == (MentionKind.TIME, value)


def test_round_the_clock_is_an_idiom():
    assert {mention.kind for mention in mentions("ouvert 24h/24 et 7j/7", "fr")} == {MentionKind.TIME}


def test_the_verb_may_is_not_the_month():
    assert _only("They may 20 times", "en").kind is MentionKind.COUNT
    assert _only("On May 20", "en").value == "--05-20"
