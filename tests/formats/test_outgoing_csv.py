"""Facts as CSV: a cell that calculates would run on a colleague's machine, a comma read as a point would be a lie."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outgoing_samples import compare
from workbook_samples import content, fact

from maeditor.domain.errors import ExportError
from maeditor.formats.outgoing.csv_rows import guarded, write_csv
from maeditor.formats.workbook import FactRow
from maeditor.formats.workbook.columns import FACTS
from maeditor.wording import Wording

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '=HYPERLINK("http://example.org/?"&A1,"ici")',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    '-2+3+cmd|" /C calc"!A0',
    " =1+1",
    "＝1+1",
)
NUMBERS = ("-5", "+12", "-0,5", "-1.25", "1e-7", "-3,5e10")


def rows(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def written(path: Path, *facts: FactRow, language: str = "fr", delimiter: str = "") -> list[dict[str, str]]:
    write_csv(path, facts, Wording(language), delimiter=delimiter)
    told = rows(path, delimiter or (";" if language == "fr" else ","))
    return [dict(zip((column.name for column in FACTS.columns), row, strict=True)) for row in told[1:]]


def test_there_are_thirteen_payloads() -> None:
    assert len(set(PAYLOADS)) == 13


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_calculates(tmp_path: Path, payload: str) -> None:
    told = written(tmp_path / "o.csv", fact(subject=payload, quote=payload, note=payload))[0]
    for name in ("subject", "quote", "note"):
        assert told[name].startswith("'")
        assert told[name][1:].replace("\n", "").strip() == payload.replace("\n", "").strip()


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_stays_a_number(number: str) -> None:
    assert guarded(number) == number


def test_amounts_are_written_with_the_languages_decimal_sign(tmp_path: Path) -> None:
    row = fact(amount=Decimal("-1234.50"), confidence=0.85, unit="MW")
    french = written(tmp_path / "fr.csv", row)[0]
    assert (french["amount"], french["confidence"]) == ("-1234,50", "0,85")
    english = written(tmp_path / "en.csv", row, language="en")[0]
    assert (english["amount"], english["confidence"]) == ("-1234.50", "0.85")
    # Where commas part the cells, a decimal comma would be one comma too many for many readers.
    assert written(tmp_path / "c.csv", row, delimiter=",")[0]["amount"] == "-1234.50"
    assert written(tmp_path / "s.csv", row, language="en", delimiter=";")[0]["amount"] == "-1234.50"


def test_lines_quotes_and_delimiters_inside_a_text_stay_in_their_cell(tmp_path: Path) -> None:
    hard = 'un; "deux"\ntrois, quatre\r\ncinq'
    told = written(tmp_path / "o.csv", fact(quote=hard), fact(quote="six"))
    assert [each["quote"] for each in told] == [hard.replace("\r", ""), "six"]


def test_excel_is_told_that_it_is_utf_8(tmp_path: Path) -> None:
    written(tmp_path / "o.csv", fact(subject="مركز Éà"))
    assert (tmp_path / "o.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_only_the_chosen_columns_are_written(tmp_path: Path) -> None:
    write_csv(tmp_path / "o.csv", [fact()], Wording("en"), columns=("subject", "place"))
    assert rows(tmp_path / "o.csv", ",")[1][:3] == ["F-0001", "Campus d’Essaouira", "Essaouira"]


def test_what_a_cell_cannot_show_is_counted(tmp_path: Path) -> None:
    report = write_csv(tmp_path / "o.csv", [fact(note="x" * 40_000, claim="a\x00b\x07")], Wording("fr"))
    assert (report.count, report.long_texts, report.replaced_characters) == (1, 1, 2)
    assert rows(tmp_path / "o.csv", ";")[1].count("x" * 40_000) == 1


def test_a_stopped_export_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text("avant", "utf-8")
    with pytest.raises(ExportError) as caught:
        write_csv(tmp_path / "o.csv", [fact()] * 300, Wording("fr"), cancelled=lambda: True)
    assert caught.value.key == "export_cancelled"
    assert [each.name for each in tmp_path.iterdir()] == ["o.csv"]
    assert (tmp_path / "o.csv").read_text("utf-8") == "avant"


def test_how_far_it_is_goes_up_to_the_whole(tmp_path: Path) -> None:
    heard: list[float] = []
    write_csv(tmp_path / "o.csv", [fact()] * 450, Wording("fr"), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_every_text_comes_back_as_it_was_or_with_one_apostrophe(tmp_path: Path, text: str) -> None:
    told = written(tmp_path / "o.csv", fact(note=text))[0]["note"]
    assert told in {text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"), f"'{text}"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_file_is_the_one_last_looked_at(tmp_path: Path, language: str) -> None:
    write_csv(tmp_path / "o.csv", content().facts, Wording(language))
    compare((tmp_path / "o.csv").read_bytes().decode("utf-8"), f"facts_{language}.csv")
