"""What a person should look at twice is said, with every reading; what the text settles is not put in a box."""

from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.assets import resource
from maeditor.domain.doubts import Doubt
from maeditor.domain.units import is_unit
from maeditor.extraction.claims.duplicates import merge
from maeditor.extraction.interface import Proposal
from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.extraction.proposals import propose

PLAIN = ("", [])


def first(text: str, language: str = "fr") -> Proposal:
    return propose(text, language).proposals[0]


def doubt(text: str, language: str = "fr") -> tuple[str, list[tuple[str, str]]]:
    """Why the first proposal is in doubt, and its other readings."""
    found = first(text, language)
    return found.needs_look, [(str(each.value), each.unit) for each in found.alternatives]


IN_DOUBT = [
    ("Le barrage fournira 3.400 MW au réseau.", "fr", "grouping", [("3.4", "MW")]),
    ("Le barrage fournira 3,400 MW au réseau.", "fr", "grouping", [("3400", "MW")]),
    ("Le barrage fournira 3.400 MW, après 2.5 MW.", "fr", "grouping", [("3.4", "MW")]),
    ("The dam will supply 3.400 MW.", "en", "grouping", [("3400", "MW")]),
    ("The dam will supply 3,400 MW, after 2,5 MW.", "en", "grouping", [("3.4", "MW")]),
    ("The plant is due to open on 05/07/2028.", "en", "day_month", [("2028-07-05", "")]),
    ("Les Émirats investissent 80 millions de dirhams.", "fr", "currency", [("80000000", "AED")]),
    ("L’Australie investit 80 millions de dollars.", "fr", "currency", [("80000000", "AUD")]),
    ("Le groupe investit 9 millions de dinars en Algérie.", "fr", "currency", [("9000000", "DZD")]),
    ("Le chantier a coûté 4 billions de dollars.", "fr", "scale_word", [("4000000000", "USD")]),
    ("La tour de 180 M domine le port.", "fr", "letter", [("180000000", "EUR")]),
    ("Le groupe a investi 180 M dans le quai.", "fr", "letter", [("180", "m")]),
    ("Le pont a coûté 40 M.", "fr", "letter", [("40", "m")]),
    ("The firm raised 40m in May.", "en", "letter", [("40", "m")]),
    ("The firm raised 40m after $6 million.", "en", "letter", [("40", "m")]),
]
SETTLED = [
    ("Le barrage fournira 3.400 MW, après 2,5 MW.", "fr"),
    ("Le barrage fournira 3.400 MW, sur 1.200.000 prévus.", "fr"),
    ("Le barrage fournira 3 400 MW au réseau.", "fr"),
    ("Le barrage emploiera 3.400 salariés.", "fr"),
    ("The dam will supply 3,400 MW.", "en"),
    ("Le taux atteint 99,994 %.", "fr"),
    ("La mise en service est prévue le 05/07/2028.", "fr"),
    ("The plant is due to open on 25/07/2028.", "en"),
    ("Le Maroc investit 80 millions de dirhams.", "fr"),
    ("Le groupe investit 80 millions de dirhams.", "fr"),
    ("L’Australie investit 80 millions de dollars américains.", "fr"),
    ("Le groupe investit 9 millions de dinars algériens en Algérie.", "fr"),
    ("Le chantier a coûté 4 milliards de dollars.", "fr"),
    ("The yard cost $4 billion.", "en"),
    ("La tour de 180 m domine le port.", "fr"),
    ("The quay was raised 4m.", "en"),
    ("The firm raised €40m in May.", "en"),
]


@pytest.mark.parametrize(("text", "language", "reason", "others"), IN_DOUBT)
def test_an_uncertain_reading_says_why_and_gives_the_others(
    text: str, language: str, reason: str, others: list[tuple[str, str]]
) -> None:
    assert doubt(text, language) == (reason, others)
    assert first(text, language).confidence < 0.7


@pytest.mark.parametrize(("text", "language"), SETTLED)
def test_what_the_text_settles_needs_no_look(text: str, language: str) -> None:
    assert doubt(text, language) == PLAIN


def test_dates_elsewhere_settle_the_order_of_day_and_month() -> None:
    text = "The plant is due to open on 05/07/2028. The dam was inaugurated on 12/25/2020."
    assert {each.needs_look for each in propose(text, "en").proposals} == {""}


def test_the_magnitude_of_a_header_is_in_doubt_over_numbers_written_in_full() -> None:
    text = "Comptes (en MDH) ; 2021 ; 2022\nChiffre d’affaires ; 3 200 ; 1 350 000 000"
    plain, full = propose(text, "fr").proposals
    assert (plain.needs_look, full.needs_look) == ("", Doubt.HEADER_SCALE)
    assert [(each.value, each.unit) for each in full.alternatives] == [(Decimal(1_350_000_000), "MAD")]


def test_the_halves_of_glued_cells_come_first_then_every_other_cut_in_the_header_s_unit() -> None:
    text = "Un bilan.\n\nIndicateurMaliAutres pays\nPuissance (GW)20.5\nRang régional2ᵉVarie"
    cells = [each for each in propose(text, "fr").proposals if each.property == "capacity_power"]
    read = [(str(each.value), [str(other.value) for other in each.alternatives]) for each in cells]
    assert read == [("2", ["0.5", "20", "20.5"]), ("0.5", ["2", "20", "20.5"])]
    assert {other.unit for each in cells for other in each.alternatives} == {"GW"}


def test_a_header_s_magnitude_counts_for_every_reading_of_glued_cells() -> None:
    text = "Un bilan.\n\nIndicateurMaliAutres pays\nInvestissement (MDH)30.7\nRang régional2ᵉVarie"
    cell = next(each for each in propose(text, "fr").proposals if each.unit == "MAD")
    assert {other.value for other in cell.alternatives} >= {Decimal(30_700_000)}


def test_what_is_said_plainly_elsewhere_is_no_longer_in_doubt() -> None:
    text = "Le barrage fournira 3.400 MW au réseau.\n\nAvec 3 400 MW, le barrage fournira le réseau du pays."
    found = [each for each in propose(text, "fr").proposals if each.value == 3400]
    assert [(each.needs_look, each.alternatives) for each in found] == [("", ())]
    again = merge([(each, False) for each in found])
    assert [each.needs_look for each in again] == [""]


def test_a_printed_proposal_carries_its_readings_in_printed_units() -> None:
    text = "Le port traitera 3.400 Mt de sable.\n"
    printed = proposal_lines(propose(text, "fr"), "x")[0]
    assert (printed["needs_look"], printed["unit"]) == ("grouping", "t")
    assert printed["alternatives"] == [{"start": 17, "end": 25, "value": 3_400_000, "unit": "t"}]
    dated = proposal_lines(propose("The plant is due to open on 05/07/2028.", "en"), "x")[0]
    assert dated["alternatives"] == [{"start": 28, "end": 38, "value": "2028-07-05", "unit": None}]


def test_every_country_of_a_shared_money_has_a_currency_we_know() -> None:
    rows = tomllib.loads(resource("lexicons", "shared_money.toml").read_text("utf-8"))
    for name, row in rows.items():
        assert row["home"] in row["money"], name
        assert all(map(is_unit, row["money"].values())), name


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from([".", ",", " ", ""]),
    st.sampled_from(["MW", "millions de dirhams", "tonnes", "%", "emplois"]),
    st.sampled_from(["fr", "en"]),
)
def test_other_readings_are_other_values_of_the_same_characters(
    head: int, tail: int, mark: str, unit: str, language: str
) -> None:
    text = f"Le site atteint {head}{mark}{tail:03d} {unit} en Suisse."
    for each in propose(text, language).proposals:
        assert each.needs_look in {"", *Doubt}
        assert bool(each.alternatives) == bool(each.needs_look)
        stated = [(each.value, each.unit), *((other.value, other.unit) for other in each.alternatives)]
        assert len(set(stated)) == len(stated)
        assert all(0 <= other.start < other.end <= len(text) for other in each.alternatives)
