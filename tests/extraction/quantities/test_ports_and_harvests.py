"""Without these, the trade press of ports and farms would be read as counting letters: "92 q", "4,2 MEVP"."""

from decimal import Decimal

import pytest

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose


def facts(text, language="fr"):
    return [(p.quote, p.property, p.value, p.unit) for p in propose(text, language).proposals]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("On attend 84 q/ha dans la plaine.", "84 q/ha", 84, "dt/ha"),
        ("Il donne 61 quintaux à l’hectare.", "61 quintaux à l’hectare", 61, "dt/ha"),
        ("Le colza rend 3,2 tonnes par hectare.", "3,2 tonnes par hectare", Decimal("3.2"), "t/ha"),
        ("Comptez 7,5 t/ha.", "7,5 t/ha", Decimal("7.5"), "t/ha"),
        ("La vigne produit 55 hl/ha.", "55 hl/ha", 55, "hL/ha"),
    ],
)
def test_a_yield_is_a_measure_and_no_count(text, quote, value, unit):
    (found,) = mentions(text, "fr")
    assert (found.text, found.kind, found.value, found.unit) == (quote, MentionKind.QUANTITY, value, unit)
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La sole couvre 8,7 Mha.", "fr", ("8,7 Mha", "area", 8_700_000, "ha")),
        ("Le bio occupe 950 kha.", "fr", ("950 kha", "area", 950_000, "ha")),
        ("La mine a livré 63 Mt.", "fr", ("63 Mt", "mass", 63, "Mt")),
        ("La raffinerie reçoit 850 kt de brut.", "fr", ("850 kt", "mass", 850, "kt")),
        ("Le pays émet 0,4 Gt de poussières.", "fr", ("0,4 Gt", "mass", Decimal("0.4"), "Gt")),
        ("Le silo reçoit 350 000 quintaux.", "fr", ("350 000 quintaux", "mass", 350_000, "dt")),
        ("La récolte atteint 48 Mqx.", "fr", ("48 Mqx", "mass", 48_000_000, "dt")),
        ("Le port a traité 3,145 MEVP.", "fr", ("3,145 MEVP", "count_other", 3_145_000, "{TEU}")),
        ("Le terminal a traité 2,1 M EVP.", "fr", ("2,1 M EVP", "count_other", 2_100_000, "{TEU}")),
        ("Le quai ajoute 600 kEVP.", "fr", ("600 kEVP", "count_other", 600_000, "{TEU}")),
        ("The terminal handled 8.2 MTEU.", "en", ("8.2 MTEU", "count_other", 8_200_000, "{TEU}")),
        ("Le lac retient 45 Mm3 d’eau.", "fr", ("45 Mm3", "volume", 45_000_000, "m3")),
        ("Le lac retient 310 hm3 d’eau.", "fr", ("310 hm3", "volume", 310, "hm3")),
        ("Les chais gardent 43 Mhl.", "fr", ("43 Mhl", "volume", 43_000_000, "hL")),
        ("بلغ المحصول 55 مليون قنطار.", "ar", ("55 مليون قنطار", "mass", 55_000_000, "dt")),
    ],
)
def test_millions_glued_to_their_unit_are_read_with_it(text, language, expected):
    assert expected in facts(text, language)


def test_a_band_of_a_chromosome_is_no_harvest():
    assert [found.unit for found in mentions("Le bras 19q est court.", "fr") if found.unit] == []
