"""Lexicons of units and currencies: a code the unit table does not know could be proposed but never compared."""

import tomllib

import pytest

from maeditor.assets import resource
from maeditor.domain.units import is_unit
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _entries(name, table):
    with resource("lexicons", f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)[table]


_UNITS = _entries("units", "unit")
_CURRENCIES = _entries("currencies", "currency")


def test_every_code_is_one_the_unit_table_knows():
    codes = [entry["code"] for entry in (*_UNITS, *_CURRENCIES)] + _entries("currencies", "codes")
    assert [code for code in codes if not is_unit(code)] == []


@pytest.mark.parametrize("entry", _UNITS, ids=lambda entry: entry["code"])
def test_every_name_of_a_unit_reads_back_as_its_code(entry):
    for name in (*entry.get("symbols", ()), *entry.get("words", ())):
        language = "ar" if "\u0600" <= name[0] <= "\u06ff" else "fr"
        text = f"12{name}" if name in ('"', "′") else f"12 {name}"
        found = mentions(text, language)
        assert [(mention.kind, mention.unit) for mention in found] == [(MentionKind.QUANTITY, entry["code"])], name


@pytest.mark.parametrize("entry", _CURRENCIES, ids=lambda entry: entry["code"])
def test_every_name_of_a_currency_reads_back_as_its_code(entry):
    for name in (*entry.get("symbols", ()), *entry.get("words", ())):
        found = mentions(f"12 {name}", "ar" if "\u0600" <= name[0] <= "\u06ff" else "fr")
        assert [(mention.kind, mention.unit) for mention in found] == [(MentionKind.MONEY, entry["code"])], name
