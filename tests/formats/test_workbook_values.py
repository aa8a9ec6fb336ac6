"""What stands in the cells is what the project holds: otherwise the published figures are wrong."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workbook_samples import cells, content, fact, header, power, sheet_part, values, written

from maeditor.formats.workbook.columns import FACTS

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _fact_cell(path: Path, name: str, row: int = 2) -> Any:
    column = openpyxl.utils.get_column_letter(FACTS.position(name))
    return cells(path, "Faits").get(f"{column}{row}")


def _stored(path: Path, name: str, row: int = 2) -> str:
    return _fact_cell(path, name, row).find(f"{_MAIN}v").text


def test_every_field_of_a_fact_stands_in_its_column(tmp_path: Path) -> None:
    """An editor who filters by publisher or reviewer would find another field there."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    told = dict(zip(header(path, "Faits"), values(path, "Faits")[0], strict=True))
    assert told == {
        "Fait": "F-0001",
        "Dans maeditor": "Ouvrir",
        "Sujet": "Campus d’Essaouira",
        "Propriété": "Puissance installée",
        "Valeur telle qu’écrite": "n’excède pas 500 MW",
        "Signe": "≤",
        "Nombre": 500,
        "Minimum": "",
        "Maximum": "",
        "Unité": "MW",
        "Valeur en texte": "",
        "Lieu": "Essaouira",
        "Statut": "Prévu",
        "Modalité": "Projet",
        "À la date du": dt.date(2026, 5, 8),
        "Échéance": "2030",
        "État": "Accepté",
        "Rang": "Normal",
        "Confiance": 0.85,
        "À vérifier": "",
        "Passage": "Le campus, dont la puissance n’excède pas 500 MW, ouvrira en 2030.",
        "Passages": 1,
        "Source": "A-0001",
        "Titre de la source": "Un campus au bord de la mer",
        "Éditeur": "Le Phare",
        "Date de la source": "2026-05",
        "Adresse": "https://example.org/campus?page=1&vue=2",
        "Lien": "Ouvrir",
        "Énoncé": "La puissance du campus ne dépasse pas 500 MW.",
        "Nombre normalisé": 500,
        "Minimum normalisé": "",
        "Maximum normalisé": "",
        "Unité normalisée": "MW",
        "Objet": "",
        "Raison": "",
        "Relu par": "Aïcha",
        "Relu le (UTC)": dt.datetime(2026, 5, 9, 10, 11, 12),  # noqa: DTZ001  sheets know no zones
        "Doublon de": "",
        "Note": "À confirmer par l’opérateur.",
        "Précisions": "",
        "Origine": "rule:power@1.0",
        "Clé de propriété": "installed_power",
        "Identifiant du fait": "7a0d2c5e-0000-4000-8000-000000000001",
        "Version": 3,
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_rows_match_the_content_in_number_and_report(tmp_path: Path, language: str) -> None:
    """A sheet that lost its last row would go unnoticed."""
    path = tmp_path / "o.xlsx"
    report = written(path, content(), language)
    assert list(report.rows.values()) == [3, 1, 1, 3, 2, 2, 2]
    for title, count in report.rows.items():
        assert len(values(path, title)) == count


@pytest.mark.parametrize(
    "amount",
    [
        "0",
        "0.1",
        "-2.50",
        "0.1000",
        "1234567.891",
        "123456789012345",
        "0.000000000000001",
        "1E+3",
        "-0.0000005",
        "999.999999",
    ],
)
def test_decimals_are_written_digit_by_digit(tmp_path: Path, amount: str) -> None:
    """0.1 would come back as 0.1000000001, or as a text that no sum includes."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(amount=Decimal(amount))]))
    assert _fact_cell(path, "amount").get("t") is None
    assert Decimal(_stored(path, "amount")) == Decimal(amount)
    assert "E" not in _stored(path, "amount")


@pytest.mark.parametrize("amount", ["1234567890.1234567", "12345678901234567890", "1E+40", "1E-40", "NaN", "-Infinity"])
def test_numbers_a_sheet_cannot_hold_stay_whole_as_text(tmp_path: Path, amount: str) -> None:
    """A spreadsheet keeps 15 digits: the others would be lost without a word."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(amount=Decimal(amount))]))
    assert values(path, "Faits")[0][FACTS.position("amount") - 1] == amount


@pytest.mark.parametrize(
    ("edtf", "serial"),
    [("2026-05-08", "46150"), ("1900-03-01", "61"), ("2024-02-29", "45351"), ("9999-12-31", "2958465")],
)
def test_full_days_are_real_dates(tmp_path: Path, edtf: str, serial: str) -> None:
    """Sorting by date would put 10 May before 9 May."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(as_of=edtf)]))
    assert _stored(path, "as_of") == serial
    assert openpyxl.load_workbook(path)["Faits"].cell(2, FACTS.position("as_of")).value.date().isoformat() == edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "2026",
        "2026-05",
        "2026-05~",
        "2026-05-08?",
        "2026-01/2026-03",
        "202X",
        "1899-12-31",
        "2026-02-30",
        "-0044-03-15",
    ],
)
def test_imprecise_dates_stay_text(tmp_path: Path, edtf: str) -> None:
    """A month would turn into its first day: a precision nobody stated."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(as_of=edtf)]))
    assert values(path, "Faits")[0][FACTS.position("as_of") - 1] == edtf


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("2026-05-09T12:11:12+02:00", dt.datetime(2026, 5, 9, 10, 11, 12)),  # noqa: DTZ001
        ("2026-05-09T10:11:12Z", dt.datetime(2026, 5, 9, 10, 11, 12)),  # noqa: DTZ001
        ("2026-05-09T10:11:12", dt.datetime(2026, 5, 9, 10, 11, 12)),  # noqa: DTZ001
        ("2026-05-09", "2026-05-09"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("1850-01-01T00:00:00Z", "1850-01-01T00:00:00Z"),
        ("2026-99-09T10:11:12Z", "2026-99-09T10:11:12Z"),
        ("yesterday", "yesterday"),
    ],
)
def test_times_are_real_and_universal(tmp_path: Path, stamp: str, told: object) -> None:
    """Two editors in two time zones would see the journal in the wrong order."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(reviewed_at=stamp)]))
    assert values(path, "Faits")[0][FACTS.position("reviewed_at") - 1] == told


def test_plain_numbers_have_no_unit_and_lost_passages_are_named(tmp_path: Path) -> None:
    """A rank would read "5 1", and a value without a passage would look like any other."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    row = dict(zip(header(path, "Faits"), values(path, "Faits")[2], strict=True))
    assert (row["Unité"], row["Unité normalisée"], row["À vérifier"]) == ("", "", "sans passage")
    assert row["Sujet"] == "مركز بيانات الرباط"


def test_two_reasons_to_look_are_both_told_and_unknown_keys_stay_readable(tmp_path: Path) -> None:
    """A reason this version has no word for would vanish."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(needs_look="some_new_reason", evidence_count=0)]))
    assert values(path, "Faits")[0][FACTS.position("looks") - 1] == "some_new_reason; sans passage"


def test_yes_and_no_are_booleans(tmp_path: Path) -> None:
    """The filter would offer 0 and 1."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    assert [row[header(path, "Journal").index("Interrompue")] for row in values(path, "Journal")] == [False, True]


def test_a_confidence_that_is_no_number_does_not_break_the_file(tmp_path: Path) -> None:
    """One odd value would make the whole workbook unreadable."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(confidence=float("nan")), fact(confidence=Decimal("0.5"))]))
    assert [row[FACTS.position("confidence") - 1] for row in values(path, "Faits")] == ["nan", 0.5]


def test_capacities_come_largest_first_and_each_lifecycle_in_its_own_column(tmp_path: Path) -> None:
    """Planned and running power would be drawn, or added, as one."""
    path = tmp_path / "o.xlsx"
    rows = (power(1, "5", lifecycle="operational"), power(2, "500"), power(3, None, comparator="=", value="inconnue"))
    written(path, content(capacities=rows))
    names = header(path, "Capacités")
    assert "Annulé (MW)" not in names
    told = [
        [row[names.index(name)] for name in ("Fait", "En service (MW)", "Prévu (MW)")]
        for row in values(path, "Capacités")
    ]
    assert told == [["F-0002", "", 500], ["F-0001", 5, ""], ["F-0003", "", ""]]


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=("Cc", "Cs")), max_size=40)
_AMOUNT = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_TEXT, _AMOUNT), min_size=1, max_size=8))
def test_any_text_and_amount_come_back_as_they_were(tmp_path: Path, rows: list[tuple[str, Decimal]]) -> None:
    """A correction would be invented when the file returns."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(number=f"F-{at}", note=text, amount=n) for at, (text, n) in enumerate(rows)]))
    for told, (text, amount) in zip(values(path, "Faits"), rows, strict=True):
        assert told[FACTS.position("note") - 1] == text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
        assert Decimal(str(told[FACTS.position("amount") - 1])) == amount


def test_empty_cells_are_empty_and_look_like_their_column(tmp_path: Path) -> None:
    """Counting the notes would count empty ones, and a date typed into an empty cell would show as a number."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(note="", as_of="")]))
    page = openpyxl.load_workbook(path)["Faits"]
    note, day = (page.cell(2, FACTS.position(name)) for name in ("note", "as_of"))
    assert (note.value, note.alignment.wrap_text) == (None, True)
    assert (day.value, day.number_format) == (None, "yyyy-mm-dd")
    assert "<dimension" not in sheet_part(path, "Faits")


@pytest.mark.parametrize(("origin", "told"), [("person", "Personne"), ("file:a,b; c.csv", "file:a,b; c.csv")])
def test_the_origin_is_worded_and_file_names_stay_as_they_are(tmp_path: Path, origin: str, told: str) -> None:
    """Nobody could find the file that a value came from."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(origin=origin)]))
    assert values(path, "Faits")[0][FACTS.position("origin") - 1] == told
