"""How long a workbook takes to write, against the deflate of the same XML, openpyxl's write-only mode and XlsxWriter.

Run: ``python -m benchmarks.workbook [ROWS]`` (20,000 by default). XlsxWriter is compared only where it is installed.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from maeditor.formats.workbook import FactRow, WorkbookContent, write_workbook
from maeditor.formats.workbook.columns import FACTS, Kind
from maeditor.wording import Wording

_SHEET = "xl/worksheets/sheet2.xml"
_QUOTE = "Selon l’opérateur, le site n° {} pourrait atteindre {} MW d’ici 2030, une fois la ligne posée et raccordée."


def main() -> None:
    """Print one line a way of writing, with its ratio to ours."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    facts = [_fact(number) for number in range(rows)]
    cells = sum(value not in (None, "") for fact in facts[:100] for value in FACTS.read(fact)) * rows // 100
    print(f"{rows:,} facts × {len(FACTS.columns)} columns, {cells:,} filled cells")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ours.xlsx")
        write_workbook(path, _content(facts[:100]), Wording("fr"))  # imports and caches, out of the measure

        def write() -> None:
            write_workbook(path, _content(facts), Wording("fr"))

        ours, held = _timed(write), _most_held(write)
        print(f"ours                     {ours:7.2f} s   1.0   +{held:.0f} MB, file {_megabytes(path)}")
        with zipfile.ZipFile(path) as package:
            xml = package.read(_SHEET)
        deflate, size = _timed(lambda: _deflate(xml)), len(xml) / 1e6
        print(f"deflate of the same XML  {deflate:7.2f} s   ours takes {ours / deflate:.1f} × that ({size:.0f} MB)")
        for name, way in (("openpyxl write-only", _openpyxl), ("XlsxWriter constant", _xlsxwriter)):
            if name.startswith("Xlsx") and importlib.util.find_spec("xlsxwriter") is None:
                print("XlsxWriter               not installed")
                continue
            other = Path(folder, "other.xlsx")
            taken = _timed(lambda way=way, other=other: way(other, facts))  # type: ignore[misc]
            print(f"{name:24s} {taken:7.2f} s   {taken / ours:.1f} × ours, file {_megabytes(other)}")


def _fact(number: int) -> FactRow:
    return FactRow(
        number=f"F-{number:04d}",
        subject=f"Centre de données {number % 997}",
        property_label="Puissance installée",
        property_key="installed_power",
        value=f"{number % 500},5 MW",
        state="accepted" if number % 2 else "proposed",
        fact_id=f"5f0e6f0a-0000-4000-8000-{number:012d}",
        version=1 + number % 3,
        claim=f"Le site {number} aura cette puissance.",
        comparator="≤" if number % 3 else "=",
        amount=Decimal(number % 500) + Decimal("0.5"),
        unit="MW",
        norm_amount=Decimal(number % 500) + Decimal("0.5"),
        norm_unit="MW",
        place="Casablanca" if number % 2 else "Nairobi",
        lifecycle="planned" if number % 4 else "operational",
        as_of="2026-05" if number % 2 else f"2026-05-{1 + number % 28:02d}",
        target="2030",
        confidence=0.85,
        quote=_QUOTE.format(number, number % 500),
        source_number=f"A-{number // 20:04d}",
        source_title=f"Un centre de données de plus, {number // 20}",
        source_publisher="Le Courrier",
        source_date="2026-04-01",
        source_url=f"https://example.org/articles/{number // 20}?page=1&vue=2",
        evidence_count=1,
        reviewer="Aïcha",
        reviewed_at=f"2026-05-09T10:{number % 60:02d}:12+00:00",
        origin="rule:power@1.0",
    )


def _content(facts: list[FactRow]) -> WorkbookContent:
    return WorkbookContent("Essai", "2026-05-10T08:00:00+00:00", "Aïcha", facts, (), (), (), ())


def _values(fact: FactRow) -> list[Any]:
    """The same values as the other writers take them."""
    values: list[Any] = []
    for column, value in zip(FACTS.columns, FACTS.read(fact), strict=True):
        if value in (None, ""):
            values.append(None)
        elif column.kind is Kind.MEASURE:
            values.append(value[0])
        elif column.kind is Kind.DATE and len(value) == len("2026-05-08"):
            values.append(date.fromisoformat(value))
        elif column.kind is Kind.MOMENT:
            values.append(datetime.fromisoformat(value).replace(tzinfo=None))
        else:
            values.append(value)
    return values


def _openpyxl(path: Path, facts: list[FactRow]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Faits")
    wrapped = Alignment(vertical="top", wrap_text=True)
    for fact in facts:
        row = []
        for value in _values(fact):
            cell = WriteOnlyCell(sheet, value)
            cell.alignment = wrapped
            row.append(cell)
        sheet.append(row)
    book.save(path)


def _xlsxwriter(path: Path, facts: list[FactRow]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet("Faits")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, fact in enumerate(facts):
        for column, value in enumerate(_values(fact)):
            if value is not None:
                sheet.write(at, column, value, day if isinstance(value, date) else wrapped)
    book.close()


def _deflate(xml: bytes) -> None:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
    for at in range(0, len(xml), 1 << 17):
        packer.compress(xml[at : at + (1 << 17)])
    packer.flush()


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()  # of this process alone: the machine may be busy with others
    work()
    return time.process_time() - start


def _most_held(work: Callable[[], object]) -> float:
    tracemalloc.start()  # counts from here on; the system's count would also be of what came before
    work()
    held = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return held


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()
