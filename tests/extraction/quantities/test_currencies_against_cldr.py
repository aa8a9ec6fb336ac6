"""Amounts as browsers and spreadsheets write them (CLDR): one they format and we misread is wrong by a currency."""

import tomllib
from decimal import Decimal

import pytest
from babel.numbers import format_currency

from maeditor.assets import resource
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions

with resource("lexicons", "currencies.toml").open("rb") as _stream:
    _DATA = tomllib.load(_stream)
_CODES = sorted({*_DATA["codes"], *(currency["code"] for currency in _DATA["currency"])})
#: Where two currencies share what CLDR writes ("FCFA"), where it is a word of its own or a conference ("COP30"), and
#: where a magnitude before a currency reads the same ("2 BDT").
_SHARED = {("XAF", "standard"), ("COP", "standard"), ("BDT", "standard"), ("IEP", "standard")}
_WORDS = frozenset({"ALL", "MUR", "BOB", "BAM", "MOP", "SOS", "PAB", "CUP"})


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["name", "standard"])
def test_amounts_of_every_currency_read_back(language, form):
    misread = []
    for code in _CODES:
        if (code, form) in _SHARED or (form == "standard" and code in _WORDS):
            continue
        for value in (Decimal(2), Decimal(340), Decimal(81_000)):
            text = format_currency(value, code, locale=language, format_type=form)
            found = [(mention.kind, mention.value, mention.unit) for mention in mentions(text, language)]
            if found != [(MentionKind.MONEY, value, code)]:
                misread.append((text, found))
    assert misread == []
