"""LibreOffice opens the workbook as it is: what it reads and writes again are our values, not a repaired rest."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from workbook_samples import NOTHING, content, fact, power, values, written

from maeditor.formats.workbook.baseline import BASE_HEADINGS
from maeditor.formats.workbook.columns import FACTS

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.office, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]

AMOUNT = FACTS.position("amount")
Convert = Callable[[Path, str, str], Path]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert with LibreOffice, under a profile of its own; returns the folder of what it wrote."""
    profile = tmp_path_factory.mktemp("profile")

    def run(path: Path, to: str, into: str) -> Path:
        folder = path.parent / into
        arguments = [str(OFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
        arguments += ["--convert-to", to, "--outdir", str(folder), str(path)]
        done = subprocess.run(
            arguments, capture_output=True, text=True, timeout=120, env=os.environ | {"LC_ALL": "C.UTF-8"}
        )
        assert done.returncode == 0, done.stderr
        assert "Error" not in done.stderr + done.stdout
        return folder

    return run


def _choices(page: Worksheet) -> dict[str, tuple[str, str]]:
    """What each column offers, by its first cell; programs write the same place in several ways."""
    return {
        str(each.sqref).split(":")[0]: (str(each.formula1).replace("'", "").replace("$", ""), each.errorStyle or "stop")
        for each in page.data_validations.dataValidation
        if each.type == "list"
    }


def test_libreoffice_writes_back_the_same_values(tmp_path: Path, convert: Convert) -> None:
    """A reader with LibreOffice would meet a repair message, or find cells missing."""
    path = tmp_path / "o.xlsx"
    payloads = ["=1+1", "#N/A", "@SUM(1)", "_x0041_", "  bords  ", "ligne 1\nligne 2", "😀 مركز", "1e5", "TRUE", "\t=1"]
    facts = [
        fact(number=f"F-{at:04d}", note=text, subject=text, amount=Decimal(at) / 8 + Decimal("0.001"))
        for at, text in enumerate(payloads)
    ]
    rows = [power(at, str(10**at), lifecycle="operational" if at % 2 else "planned") for at in range(4)]
    written(path, content(facts=[*facts, fact(note="x" * 40_000)], capacities=rows))
    again = convert(path, "xlsx", "again") / "o.xlsx"
    ours, theirs = openpyxl.load_workbook(path), openpyxl.load_workbook(again)
    assert theirs.sheetnames == ours.sheetnames
    for title in ours.sheetnames[1:]:
        assert values(again, title) == values(path, title)
        assert theirs[title].sheet_state == ours[title].sheet_state
    assert _choices(theirs["Faits"]) == _choices(ours["Faits"])
    for at in range(2, len(facts) + 2):
        assert theirs["Faits"].cell(at, AMOUNT).number_format == ours["Faits"].cell(at, AMOUNT).number_format
    assert len(theirs["Capacités"]._charts) == 1
    assert theirs["Capacités"]._charts[0].y_axis.scaling.logBase == 10
    formulas = [cell.value for row in theirs["Faits"].iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) == 2 * (len(facts) + 1)
    assert all(str(formula).startswith("=HYPERLINK(") for formula in formulas)


def test_libreoffice_shows_texts_numbers_and_dates_as_meant(tmp_path: Path, convert: Convert) -> None:
    """A date would show as 46150, a payload as the result of its formula."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(note="=1+1", amount=Decimal("1234.50"), as_of="2026-05-08", source_date="2026")]))
    # Sheet 2, dates and percentages as shown, UTF-8, comma: LibreOffice's own numbering of the filter's options.
    folder = convert(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "csv")
    (sheet,) = folder.glob("*.csv")
    names, row = csv.reader(sheet.read_text("utf-8").splitlines())
    told = dict(zip(names, row, strict=True))
    assert (told["Note"], told["Nombre"], told["Confiance"]) == ("=1+1", "1234.5", "85%")
    assert (told["À la date du"], told["Date de la source"], told["Relu le (UTC)"]) == (
        "2026-05-08",
        "2026",
        "2026-05-09 10:11:12",
    )
    assert told["Lien"] == "Ouvrir"


def test_libreoffice_opens_an_empty_project(tmp_path: Path, convert: Convert) -> None:
    """Tables without rows are what spreadsheets repair most."""
    path = tmp_path / "o.xlsx"
    written(path, content(**NOTHING))
    assert openpyxl.load_workbook(convert(path, "xlsx", "again") / "o.xlsx").sheetnames[1] == "Faits"


def test_libreoffice_prints_it_without_the_hidden_sheets(tmp_path: Path, convert: Convert) -> None:
    """Thirty pages of identities would come out of the printer."""
    path = tmp_path / "o.xlsx"
    written(path, content(baseline=[("NEVERPRINTED",) * len(BASE_HEADINGS)]))
    pdf = pypdfium2.PdfDocument(convert(path, "pdf", "pdf") / "o.pdf")
    told = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "Faits" in told
    assert "NEVERPRINTED" not in told.replace("\n", "").replace("\r", "")
