"""Mentions as lines: other programs read these objects by name."""

from maeditor.extraction.jsonl import mention_line
from maeditor.extraction.mentions import mentions


def _lines(text, language="fr"):
    return [mention_line(mention, "a") for mention in mentions(text, language)]


def test_a_line_has_the_promised_keys_and_plain_numbers():
    assert _lines("soit 2,5 GW") == [
        {"id": "a", "start": 5, "end": 11, "text": "2,5 GW", "kind": "quantity", "value": 2.5, "unit": "GW"}
    ]


def test_the_second_end_is_there_for_ranges_only():
    line = _lines("de 4 à 6 %")[0]
    assert (line["value"], line["value2"], line["unit"]) == (4, 6, "%")


def test_units_are_the_symbols_other_programs_know():
    assert [line["unit"] for line in _lines("3 miles, 2 To, 40 acres", "fr")] == ["mi", "TB", "ac"]


def test_dates_are_texts_and_plain_numbers_have_no_unit():
    assert [(line["value"], line["unit"]) for line in _lines("le 3 mai 2026, 12 salles")] == [
        ("2026-05-03", None),
        (12, None),
    ]
