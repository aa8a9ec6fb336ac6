"""Powers of ten: a scientific figure read as its mantissa would be proposed a million times too small."""

from decimal import Decimal

import pytest

from maeditor.extraction.mentions import mentions


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("près de 4,1 × 10^7 galaxies", "fr", "41000000"),
        ("environ 7 x 10⁸ électrons", "fr", "700000000"),
        ("un flux de 2.5·10^-3", "fr", "0.0025"),
        ("il vaut 10^9", "fr", "1000000000"),
        ("some 6.4 × 10−5 of the total", "en", "0.000064"),
        ("a count of 3.2e6 events", "en", "3200000"),
        ("a rate of 1.8E-4", "en", "0.00018"),
        ("about 10⁻² of it", "en", "0.01"),
    ],
)
def test_a_power_of_ten_belongs_to_its_figure(text, language, value):
    assert [mention.value for mention in mentions(text, language)] == [Decimal(value)]


def test_a_quantity_keeps_its_power_and_its_unit():
    (mention,) = mentions("une masse de 1,9 × 10^3 kg", "fr")
    assert (mention.value, mention.unit, mention.text) == (Decimal(1900), "kg", "1,9 × 10^3 kg")


@pytest.mark.parametrize("text", ["3 x 10 planches", "un format de 10 × 15", "de 2 à 10"])
def test_products_and_spans_are_no_powers(text):
    values = [value for mention in mentions(text, "fr") for value in (mention.value, mention.value2) if value]
    assert len(values) == 2
