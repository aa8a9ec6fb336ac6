"""What nobody sees in a workbook: the baseline that corrections are merged against, and the lists cells choose from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from defusedxml import ElementTree
from workbook_samples import base, content, fact, header, power, sheet_part, values, written
from workbook_samples import part as part_of

from maeditor.domain.merge import MERGED_FIELDS
from maeditor.domain.sheets import ALL_PARTS, Part
from maeditor.formats.workbook.baseline import BASE_HEADINGS, BASE_SHEET, COLUMN_OF_FIELD, LISTS_SHEET
from maeditor.formats.workbook.columns import FACTS
from maeditor.formats.workbook.row_stream import letter_of

DAY = dt.date(2026, 5, 8)


def test_the_baseline_stands_whole_and_as_text(tmp_path: Path) -> None:
    """A number turned into a date, or a zero lost, would come back as a correction that nobody made."""
    path = tmp_path / "o.xlsx"
    rows = [base("F-0001", amount="0.10", unit="MW", as_of="2026-05-08", value="007"), base("F-0002", note="=1+1")]
    written(path, content(baseline=iter(rows)))
    assert header(path, BASE_SHEET) == list(BASE_HEADINGS)
    meta, *told = values(path, BASE_SHEET)
    assert meta[0] == "#meta"
    assert json.loads(meta[1]) == {
        "format": 1,
        "project": "p-1",
        "export": "x-1",
        "at": "2026-05-10T08:00:00+00:00",
        "sheet": "",
        "language": "fr",
    }
    assert [tuple(row) for row in told] == rows
    page = openpyxl.load_workbook(path)[BASE_SHEET]
    assert page.sheet_state == "hidden"
    assert {cell.number_format for cell in page[3] if cell.value is not None} == {"@"}
    assert page.cell(4, BASE_HEADINGS.index("note") + 1).quotePrefix


def test_a_baseline_that_fails_leaves_the_previous_workbook(tmp_path: Path) -> None:
    """The only copy of a fact sheet would be replaced by one whose corrections cannot come home."""

    def rows() -> Iterator[tuple[str, ...]]:
        yield base("F-0001")
        raise LookupError

    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(LookupError):
        written(path, content(baseline=rows()))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("language", "states"), [("fr", "Proposé"), ("en", "Proposed")])
def test_each_closed_column_offers_its_list(tmp_path: Path, language: str, states: str) -> None:
    """An editor would type a state by hand, misspelt, and have it refused on return."""
    path = tmp_path / "o.xlsx"
    written(path, content(), language)
    book = openpyxl.load_workbook(path)
    rows = values(path, LISTS_SHEET)
    lists = {heading: [row[at] for row in rows] for at, heading in enumerate(header(path, LISTS_SHEET))}
    assert book[LISTS_SHEET].sheet_state == "hidden"
    assert lists["state"][0] == states
    assert lists["place"][:2] == ["Essaouira", "Nairobi"]
    assert lists["property_label"][:3] == ["Puissance installée", "Rang", "Surface"]
    offered = {str(each.sqref): each for each in book.worksheets[1].data_validations.dataValidation}
    told = {}
    for column in FACTS.columns:
        letter = letter_of(FACTS.position(column.name))
        rule = offered.get(f"{letter}2:{letter}1048576")
        if rule is not None:
            told[column.name] = (rule.type, rule.errorStyle)
            assert rule.showErrorMessage
            if rule.type == "list":
                listed = letter_of(list(lists).index(column.name) + 1)
                count = sum(value != "" for value in lists[column.name])
                assert rule.formula1 == f"'{LISTS_SHEET}'!${listed}$2:${listed}${count + 1}"
    closed, free, number = ("list", "stop"), ("list", "warning"), ("decimal", "warning")
    assert told == {
        **dict.fromkeys(("property_label", "comparator", "lifecycle", "modality", "state", "standing"), closed),
        **dict.fromkeys(("shown_unit", "place"), free),
        **dict.fromkeys(("amount", "lower", "upper"), number),
    }


def test_a_list_holds_only_so_many_values(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drop-down of all places of a large project would open for minutes."""
    monkeypatch.setattr("maeditor.formats.workbook.hidden_sheets.MOST_CHOICES", 7)
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(place=f"Lieu {at}") for at in range(9)]))
    places = [row[header(path, LISTS_SHEET).index("place")] for row in values(path, LISTS_SHEET)]
    assert len([each for each in places if each]) == 7


def test_headings_tell_what_can_be_corrected(tmp_path: Path) -> None:
    """A colleague would correct the quote, and the correction would be lost without a word."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    page = openpyxl.load_workbook(path)["Faits"]
    green = {FACTS.columns[at].name for at, cell in enumerate(page[1]) if cell.fill.fgColor.rgb == "000B665F"}
    assert green == {COLUMN_OF_FIELD[name] for name in MERGED_FIELDS}
    told = [cell.value for row in openpyxl.load_workbook(path)["Lisez-moi"].iter_rows() for cell in row if cell.value]
    listed = told[told.index("En-tête vert") + 1]
    headings = {page.cell(1, FACTS.position(name)).value for name in green}
    assert set(listed.rstrip(".").split(", ")) == headings


def test_a_sheet_has_the_columns_that_were_chosen_and_what_they_need(tmp_path: Path) -> None:
    """Without its identity a row could not come home; a link without its address would open nothing."""
    path = tmp_path / "o.xlsx"
    chosen = ("place", "property", "link", "unit", "nothing of ours", "place")
    written(path, content(columns=chosen))
    page = openpyxl.load_workbook(path)["Faits"]
    hidden = [at for at in range(1, page.max_column + 1) if page.column_dimensions[letter_of(at)].hidden]
    names = header(path, "Faits")
    assert names == ["Fait", "Lieu", "Propriété", "Lien", "Unité", "Adresse", "Identifiant du fait"]
    assert hidden == [6, 7]
    assert page["D2"].value == '=HYPERLINK(F2,"Ouvrir")'
    assert len(values(path, BASE_SHEET)) == 3
    assert len(page.data_validations.dataValidation) == 3


@pytest.mark.parametrize("part", list(Part))
def test_a_part_that_was_not_chosen_is_not_there(tmp_path: Path, part: Part) -> None:
    """A journal meant to stay in the house would go to readers."""
    path = tmp_path / "o.xlsx"
    whole = set(written(path, content()).rows)
    fewer = set(written(path, content(parts=frozenset(ALL_PARTS) - {part})).rows)
    assert len(whole - fewer) == 1
    alone = written(path, content(parts=frozenset({part})))
    assert list(alone.rows) == ["Faits", *(whole - fewer)]
    assert openpyxl.load_workbook(path).sheetnames[-2:] == [LISTS_SHEET, BASE_SHEET]


def test_title_filters_and_program_stand_on_the_first_page(tmp_path: Path) -> None:
    """A reader of forty facts would take them for all that the project knows."""
    path = tmp_path / "o.xlsx"
    written(path, content(title="Puissances", filters=("États : accepté", "Lieux : Maroc")))
    page = openpyxl.load_workbook(path)["Lisez-moi"]
    told = [cell.value for row in page.iter_rows() for cell in row if cell.value is not None]
    assert told[0] == "Puissances"
    at = told.index("Choix des faits")
    assert told[at : at + 3] == ["Choix des faits", "États : accepté", "Lieux : Maroc"]
    assert {"Centres de données en Afrique", "maeditor 9.9"} <= set(told)
    assert page["B1"].fill.fgColor.rgb == "000B665F"


def test_texts_in_arabic_are_read_from_the_right(tmp_path: Path) -> None:
    """Numbers and full stops of an Arabic title would stand at the wrong end."""
    path = tmp_path / "o.xlsx"
    arabic = "مركز بيانات"
    facts = [fact(subject=arabic, place=f"12 {arabic}", note="Rabat " + arabic, claim="=" + arabic)]
    written(path, content(facts=facts))
    page = openpyxl.load_workbook(path)["Faits"]
    cells = {name: page.cell(2, FACTS.position(name)) for name in ("subject", "place", "note", "claim")}
    assert {name: cell.alignment.readingOrder for name, cell in cells.items()} == {
        "subject": 2,
        "place": 2,
        "note": 0,
        "claim": 2,
    }
    assert cells["claim"].quotePrefix
    assert cells["subject"].alignment.wrap_text
    assert values(path, "Faits")[0][FACTS.position("subject") - 1] == arabic


@pytest.mark.parametrize(
    ("amount", "unit", "shape"),
    [
        ("2.5", "MAD", "#,##0.00"),
        ("12000000000", "MAD", "#,##0"),
        ("0.085", "MAD/kWh", "#,##0.000"),
        ("2.5", "MW", "#,##0.0"),
        ("12.5", "%", "#,##0.0"),
        ("340", "1", "#,##0"),
    ],
)
def test_numbers_show_as_many_digits_as_their_unit_has(tmp_path: Path, amount: str, unit: str, shape: str) -> None:
    """2.5 dirhams would look like a slip; 12.5 percent must stay 12.5 and not become 0.125."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(amount=Decimal(amount), unit=unit)]))
    cell = openpyxl.load_workbook(path)["Faits"].cell(2, FACTS.position("amount"))
    assert (cell.number_format, Decimal(str(cell.value))) == (shape, Decimal(amount))


def test_a_cell_leads_back_to_its_fact(tmp_path: Path) -> None:
    """Nobody could get from a row of the workbook to the passage in its article; a hostile identity opens nothing."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(), fact(fact_id="../../x"), fact(fact_id="a" * 300)]))
    page = openpyxl.load_workbook(path)["Faits"]
    letter = letter_of(FACTS.position("fact_id"))
    assert [page.cell(row, FACTS.position("open")).value for row in (2, 3, 4)] == [
        f'=HYPERLINK("maeditor://fact/"&{letter}2,"Ouvrir")',
        None,
        None,
    ]
    assert values(path, "Faits")[0][FACTS.position("open") - 1] == "Ouvrir"
    assert values(path, "Chronologie")[0][7] == "Ouvrir"


def test_the_chart_says_in_words_what_it_draws(tmp_path: Path) -> None:
    """Who cannot see the chart would hear "Chart 1"; a quote in a name must not break the drawing."""
    path = tmp_path / "o.xlsx"
    written(path, content(capacities=[power(1, "500", subject='Parc "A" & <B>'), power(2, "5")]))
    drawing = ElementTree.fromstring(part_of(path, "xl/drawings/drawing1.xml"))
    (frame,) = (each for each in drawing.iter() if each.tag.endswith("}cNvPr"))
    assert frame.get("name") == "Graphique des capacités"
    assert 'Parc "A" & <B>' in frame.get("descr")
    assert "2 puissances" in frame.get("descr")
    written(path, content(capacities=[power(1, "500")]))
    assert "une seule puissance" in part_of(path, "xl/drawings/drawing1.xml")


def test_precise_days_of_the_chronology_are_dates(tmp_path: Path) -> None:
    """The chronology could not be sorted or drawn in the spreadsheet."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    first, second = values(path, "Chronologie")
    assert first[:6] == [DAY, "Jour", DAY, DAY, "Vaut à cette date", "Constaté"]
    assert second[:6] == ["2030", "Année", dt.date(2030, 1, 1), dt.date(2030, 12, 31), "Échéance", "Prévu"]
    assert "Campus" in sheet_part(path, "Entités")
