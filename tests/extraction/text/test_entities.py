"""HTML entities left in a text: an editor's passages must still be found in the text as stored."""

from decimal import Decimal

from maeditor.extraction.proposals import propose
from maeditor.extraction.text.entities import Decoded


def test_spans_lead_back_to_the_original():
    text = "L&rsquo;usine&nbsp;: 12&nbsp;MW &amp; 3 &eacute;tages"
    decoded = Decoded(text)
    assert decoded.text == "L’usine\u00a0: 12\u00a0MW & 3 étages"
    start = decoded.text.index("12")
    assert text[slice(*decoded.span(start, start + 5))] == "12&nbsp;MW"


def test_a_text_without_entities_is_left_alone():
    text = "R&D ; AT&T"
    assert Decoded(text).text is text


def test_values_behind_entities_are_read_and_quoted_as_stored():
    text = "Le parc a une puissance de 48&nbsp;MW et un co&ucirc;t de 2&nbsp;milliards d&rsquo;euros."
    found = {proposal.property: proposal for proposal in propose(text, "fr").proposals}
    assert found["capacity_power"].quote == "48&nbsp;MW"
    assert found["investment"].value == Decimal(2_000_000_000)
    start, end = found["investment"].evidence[0]
    assert text[start:end] == "un co&ucirc;t de 2&nbsp;milliards d&rsquo;euros"
