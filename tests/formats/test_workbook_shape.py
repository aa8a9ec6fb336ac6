"""What an editor meets on opening the workbook: sheets, headers, filters, widths, words, the same file every time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from workbook_samples import NOTHING, base, content, fact, header, part, power, sheet_part, values, written

from maeditor.domain.facts import Lifecycle, Modality, Role, Standing, State
from maeditor.domain.values import Comparator
from maeditor.formats.workbook import JournalRow, columns, writer
from maeditor.formats.workbook.capacities import lay_out
from maeditor.formats.workbook.cells import word_of
from maeditor.formats.workbook.columns import Kind, SheetPlan
from maeditor.formats.workbook.row_stream import letter_of
from maeditor.formats.workbook.skeleton import heading_of
from maeditor.wording import LANGUAGES, Wording

TITLES = {
    "fr": ["Lisez-moi", "Faits", "Preuves", "Sources", "Capacités", "Chronologie", "Entités", "Journal"],
    "en": ["Read me", "Facts", "Evidence", "Sources", "Capacities", "Chronology", "Entities", "Journal"],
}
HIDDEN = ["_Listes", "_Base"]


def _plans(language: str) -> Iterator[SheetPlan]:
    yield from (columns.FACTS, columns.EVIDENCE, columns.SOURCES, columns.JOURNAL, columns.LONG_TEXTS)
    yield from (columns.CHRONOLOGY, columns.ENTITIES)
    every = [power(at, "5", lifecycle=lifecycle) for at, lifecycle in enumerate(columns.LIFECYCLES)]
    yield lay_out(every, Wording(language)).plan


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_come_in_order_and_in_the_language(tmp_path: Path, language: str) -> None:
    """A French editor would get an English workbook."""
    path = tmp_path / "o.xlsx"
    written(path, content(), language)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == TITLES[language] + HIDDEN
    assert [page.title for page in book if page.sheet_state == "hidden"] == HIDDEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_sheets_have_header_freeze_filter_and_widths(tmp_path: Path, language: str) -> None:
    """Scrolling would lose the headings, and there would be nothing to filter with."""
    path = tmp_path / "o.xlsx"
    written(path, content(), language)
    book = openpyxl.load_workbook(path)
    for title in TITLES[language][1:]:
        page = book[title]
        (table,) = page.tables.values()
        assert page.freeze_panes == "B2"
        assert table.ref == page.dimensions == table.autoFilter.ref
        assert [column.name for column in table.tableColumns] == header(path, title)
        assert page["A1"].fill.fgColor.rgb == "00DFE8E4"
        assert page["A1"].font.bold
        for at, column in enumerate(page[1], 1):
            assert column.fill.fgColor.rgb in {"000B665F", "00DFE8E4"}
            assert 8 <= page.column_dimensions[letter_of(at)].width <= 100
    assert 'name="maeditor" pivot="0" count="2"' in part(path, "xl/styles.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_differ_within_a_sheet(language: str) -> None:
    """Excel repairs a workbook whose table names a column twice."""
    for plan in _plans(language):
        headings = [heading_of(plan, column, Wording(language)).casefold() for column in plan.columns]
        assert len(set(headings)) == len(headings), plan.key
        assert all(heading and "\n" not in heading for heading in headings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_its_own_word(language: str) -> None:
    """Two states under one word could not be told apart when the file comes back; a raw key is no word."""
    wording = Wording(language)
    for plan in _plans(language):
        for column in plan.columns:
            words = [word_of(column.words, choice, wording) for choice in column.choices]
            assert len(set(words)) == len(words)
            assert not any(re.fullmatch("[a-z_]+", word) for word in words)
            assert len(",".join(words)) <= 255
            assert not any("," in word or '"' in word for word in words)
            assert (column.kind is Kind.WORD) == bool(column.words)


def test_choices_are_those_of_the_domain() -> None:
    """A new state would be exported as a bare key."""
    assert set(columns.STATES) == {str(key) for key in State}
    assert set(columns.STANDINGS) == {str(key) for key in Standing}
    assert set(columns.LIFECYCLES) == {str(key) for key in Lifecycle}
    assert set(columns.MODALITIES) == {str(key) for key in Modality}
    assert set(columns.ROLES) == {str(key) for key in Role}
    assert set(columns.COMPARATORS) == {str(key) for key in Comparator}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_names_are_allowed(language: str) -> None:
    """Excel refuses names that are too long or hold certain signs."""
    wording = Wording(language)
    for key in (
        "read_me",
        "facts",
        "evidence",
        "sources",
        "capacities",
        "chronology",
        "entities",
        "journal",
        "long_texts",
    ):
        assert re.fullmatch(r"[^\[\]:*?/\\']{1,26}", wording.say(f"workbook.sheet.{key}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_read_me_says_what_one_needs_to_read_the_rest(tmp_path: Path, language: str) -> None:
    """A reader would add planned power to running power, or not know what ≈ means."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(), fact(state="proposed"), fact()]), language)
    page = openpyxl.load_workbook(path).worksheets[0]
    told = {row[1]: (row[2], row[3]) for row in page.iter_rows(values_only=True) if row[1]}
    wording = Wording(language)
    assert "Centres de données en Afrique" in told
    assert wording.say("workbook.lifecycles_note") in told
    assert told[wording.say("workbook.made.facts")][0] == 3
    assert str(told[wording.say("workbook.made.when")][0]) == "2026-05-10 08:00:00"
    assert told[wording.say("workbook.made.by")][0] == "Aïcha"
    assert [told[title][1] for title in TITLES[language][1:]] == [3, 1, 1, 3, 2, 2, 2]
    assert told[wording.say("workbook.state.accepted")][1] == 2
    assert told[wording.say("workbook.state.rejected")][1] is None
    assert {"=", "≈", "<", "≤", ">", "≥"} <= set(told)
    links = {cell.value: cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink}
    assert links[TITLES[language][1]] == f"'{TITLES[language][1]}'!A1"
    assert links[wording.say("workbook.chart_line")].startswith(f"'{TITLES[language][4]}'!")


def test_an_empty_project_gives_a_whole_workbook(tmp_path: Path) -> None:
    """Exporting before the first fact would end in an error, or in a file that Excel repairs."""
    path = tmp_path / "o.xlsx"
    report = written(path, content(**NOTHING))
    assert set(report.rows.values()) == {0}
    assert "xl/charts/chart1.xml" not in zipfile.ZipFile(path).namelist()
    for page in openpyxl.load_workbook(path).worksheets[1:-2]:
        (table,) = page.tables.values()
        assert table.ref.endswith("2")
    assert "Graphique" not in sheet_part(path, "Lisez-moi")


def test_the_same_content_gives_the_same_file(tmp_path: Path) -> None:
    """A sheet under version control, or compared with last week's, would differ each time."""
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    for path in (first, second):
        written(path, content(facts=[fact(note="x" * 40_000)]))
    assert first.read_bytes() == second.read_bytes()


def test_the_file_says_at_its_beginning_that_it_is_a_workbook(tmp_path: Path) -> None:
    """Mail gateways and file managers that look at the first entry would see a plain archive."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    names = zipfile.ZipFile(path).namelist()
    assert names[0] == "_rels/.rels"
    assert len(names) == len(set(names))
    listed = set(re.findall(r'PartName="/([^"]+)"', part(path, "[Content_Types].xml")))
    assert listed <= set(names)


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The million and first fact would be lost, or break the workbook."""
    monkeypatch.setattr(writer, "LAST_ROW", 11)
    path = tmp_path / "o.xlsx"
    facts = [fact(number=f"F-{at:04d}", note="n" * 33_000 if at == 24 else "") for at in range(25)]
    journal = (JournalRow(at, "2026-05-09T10:11:12Z", "A", "x") for at in range(20))
    report = written(path, content(facts=facts, journal=journal, baseline=[base(row.number) for row in facts]))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("Lisez-moi", "Faits", "Faits (2)", "Faits (3)", "Preuves", "Sources", "Capacités", "Chronologie", "Entités"),
        *("Journal", "Journal (2)", "Textes longs", "_Listes", "_Base", "_Base (2)", "_Base (3)"),
    ]
    assert list(report.rows.values()) == [10, 10, 5, 1, 1, 3, 2, 2, 10, 10, 1]
    together = [row[0] for title in ("Faits", "Faits (2)", "Faits (3)") for row in values(path, title)]
    assert together == [row.number for row in facts]
    assert [name for page in book for name in page.tables] == [
        *("maeditor_facts", "maeditor_facts_2", "maeditor_facts_3", "maeditor_evidence", "maeditor_sources"),
        *("maeditor_capacities", "maeditor_chronology", "maeditor_entities", "maeditor_journal"),
        *("maeditor_journal_2", "maeditor_long_texts"),
    ]
    assert header(path, "Faits (3)") == header(path, "Faits")
    assert report.long_texts[0].sheet == "Faits (3)"
    assert len(book["Capacités"]._charts) == 1


def test_states_are_coloured(tmp_path: Path) -> None:
    """An editor would see no difference between kept and rejected."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    page = openpyxl.load_workbook(path)["Faits"]
    state = letter_of(columns.FACTS.position("state"))
    coloured = {
        str(area.sqref).split(":")[0]: len(rules) for area, rules in page.conditional_formatting._cf_rules.items()
    }
    assert coloured == {f"{state}2": 4, f"{letter_of(columns.FACTS.position('looks'))}2": 1}


def test_column_letters_follow_the_sheet() -> None:
    """Links would point to another column."""
    assert [letter_of(at) for at in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
