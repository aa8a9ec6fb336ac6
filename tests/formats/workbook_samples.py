"""Small workbooks for the tests, and ways to look into what was written."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import python_calamine
from defusedxml import ElementTree

from maeditor.formats.workbook import (
    CapacityRow,
    ChronologyRow,
    EntityRow,
    EvidenceRow,
    FactRow,
    JournalRow,
    SourceRow,
    WorkbookContent,
    WorkbookReport,
    write_workbook,
)
from maeditor.formats.workbook.baseline import BASE_HEADINGS
from maeditor.wording import Wording

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

FACT = FactRow(
    number="F-0001",
    subject="Campus d’Essaouira",
    property_label="Puissance installée",
    property_key="installed_power",
    value="n’excède pas 500 MW",
    state="accepted",
    fact_id="7a0d2c5e-0000-4000-8000-000000000001",
    version=3,
    claim="La puissance du campus ne dépasse pas 500 MW.",
    comparator="≤",
    amount=Decimal(500),
    unit="MW",
    norm_amount=Decimal(500),
    norm_unit="MW",
    place="Essaouira",
    lifecycle="planned",
    modality="plan",
    as_of="2026-05-08",
    target="2030",
    confidence=0.85,
    quote="Le campus, dont la puissance n’excède pas 500 MW, ouvrira en 2030.",
    source_number="A-0001",
    source_title="Un campus au bord de la mer",
    source_publisher="Le Phare",
    source_date="2026-05",
    source_url="https://example.org/campus?page=1&vue=2",
    evidence_count=1,
    reviewer="Aïcha",
    reviewed_at="2026-05-09T10:11:12+00:00",
    note="À confirmer par l’opérateur.",
    origin="rule:power@1.0",
)


def fact(**changes: Any) -> FactRow:
    """A fact like the first, with some fields changed."""
    return replace(FACT, **changes)


def power(number: int, amount: str | None, **changes: Any) -> CapacityRow:
    """A capacity of so many megawatts."""
    row = CapacityRow(
        fact_number=f"F-{number:04d}",
        place="Essaouira",
        subject=f"Site {number}",
        value=f"{amount} MW",
        amount=None if amount is None else Decimal(amount),
        lifecycle="planned",
        state="accepted",
    )
    return replace(row, **changes)


def dated(date: str, what: str, told: str, **changes: Any) -> ChronologyRow:
    """A date that the first fact names."""
    row = ChronologyRow(
        date=date,
        what=what,
        told=told,
        fact_number=FACT.number,
        subject=FACT.subject,
        property_label=FACT.property_label,
        value=FACT.value,
        fact_id=FACT.fact_id,
        place=FACT.place,
        lifecycle=FACT.lifecycle,
        state=FACT.state,
        source_title=FACT.source_title,
    )
    return replace(row, **changes)


def base(number: str, **told: str) -> tuple[str, ...]:
    """What a fact was, as the baseline tells it."""
    said = {"fact_id": FACT.fact_id, "version": "3", "number": number, "subject": FACT.subject} | told
    return tuple(said.get(heading, "") for heading in BASE_HEADINGS)


def content(**changes: Any) -> WorkbookContent:
    """A small project; each part can be replaced."""
    return replace(_SMALL, **changes)


NOTHING: dict[str, Any] = {
    **dict.fromkeys(
        ("facts", "evidence", "sources", "capacities", "chronology", "entities", "journal", "baseline"), ()
    ),
    "choices": {},
}
"""The changes that leave a project without anything."""

_SMALL = WorkbookContent(
    project="Centres de données en Afrique",
    exported_at="2026-05-10T08:00:00+00:00",
    editor="Aïcha",
    facts=(
        FACT,
        fact(
            number="F-0002",
            subject="Parc de Naivasha",
            value="entre 40 et 386 MW",
            comparator="range",
            amount=None,
            lower=Decimal(40),
            upper=Decimal("386.5"),
            norm_amount=None,
            norm_lower=Decimal(40),
            norm_upper=Decimal("386.5"),
            state="proposed",
            as_of="2026-05",
            needs_look="differs_from_passage",
            reviewer="",
            reviewed_at="",
        ),
        fact(
            number="F-0003",
            subject="مركز بيانات الرباط",
            property_label="Rang",
            property_key="rank",
            value="cinquième",
            comparator="=",
            amount=Decimal(5),
            unit="1",
            norm_amount=Decimal(5),
            norm_unit="1",
            state="deferred",
            quote="",
            source_number="",
            source_title="",
            source_publisher="",
            source_date="",
            source_url="",
            evidence_count=0,
        ),
    ),
    evidence=(
        EvidenceRow(
            fact_number="F-0001",
            subject="Campus d’Essaouira",
            property_label="Puissance installée",
            value="n’excède pas 500 MW",
            role="supports",
            field="amount",
            quote="n’excède pas 500 MW",
            prefix="dont la puissance ",
            suffix=", ouvrira en 2030.",
            start=1024,
            end=1043,
            source_number="A-0001",
            source_title="Un campus au bord de la mer",
            source_publisher="Le Phare",
            source_date="2026-05",
            source_url="https://example.org/campus?page=1&vue=2",
            evidence_id="e-1",
            fact_id="7a0d2c5e-0000-4000-8000-000000000001",
            passage_id="p-1",
        ),
    ),
    sources=(
        SourceRow(
            number="A-0001",
            title="Un campus au bord de la mer",
            article_id="a-1",
            publisher="Le Phare",
            author="S. Idrissi",
            published="2026-05-08",
            language="fr",
            url="https://example.org/campus?page=1&vue=2",
            file_name="campus.html",
            imported_at="2026-05-09T09:00:00+00:00",
            characters=4210,
            facts=3,
            accepted=1,
            sha256="ab" * 32,
        ),
    ),
    capacities=(
        power(1, "500", comparator="≤", subject="Campus d’Essaouira"),
        power(2, None, comparator="range", lower=Decimal(40), upper=Decimal("386.5"), state="proposed"),
        power(4, "5.5", place="Nairobi", lifecycle="operational", as_of="2026"),
    ),
    journal=(
        JournalRow(1, "2026-05-09T10:11:12.250000+00:00", "Aïcha", "A accepté un fait", "F-0001", "state", "a", "b"),
        JournalRow(2, "2026-05-09T10:12:00+00:00", "Aïcha", "A repris un geste", "F-0001", reverts=1, interrupted=True),
    ),
    chronology=(
        dated("2026-05-08", "as_of", "stated", earliest="2026-05-08", latest="2026-05-08", precision="day"),
        dated("2030", "target", "planned", earliest="2030-01-01", latest="2030-12-31", precision="year"),
    ),
    entities=(
        EntityRow("Campus d’Essaouira", as_subject=2, facts=2, accepted=1, articles=1),
        EntityRow(
            "Essaouira",
            "city",
            as_place=3,
            facts=3,
            accepted=1,
            articles=1,
            label_fr="Essaouira",
            label_ar="الصويرة",
            wikidata="Q217704",
        ),
    ),
    baseline=(
        base("F-0001", amount="500", state="accepted"),
        base("F-0002", lower="40", upper="386.5", as_of="2026-05"),
    ),
    meta={"project": "p-1", "export": "x-1", "sheet": ""},
    choices={"property_label": ("Puissance installée", "Rang", "Surface"), "place": ("Nairobi",)},
    program="maeditor 9.9",
)


def written(path: Path, of: WorkbookContent, language: str = "fr") -> WorkbookReport:
    """Write a workbook."""
    return write_workbook(path, of, Wording(language))


def values(path: Path, sheet: str) -> list[list[Any]]:
    """Read a sheet with a reader that shares no code with the writer; without its header."""
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return book.get_sheet_by_name(sheet).to_python()[1:]


def header(path: Path, sheet: str) -> list[Any]:
    """The first row of a sheet."""
    return python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python()[0]


def part(path: Path, name: str) -> str:
    """One part of the package, as text."""
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def sheet_part(path: Path, title: str) -> str:
    """The part that holds a sheet."""
    titles = re.findall(r'<sheet [^>]*name="([^"]*)"', part(path, "xl/workbook.xml"))
    return part(path, f"xl/worksheets/sheet{titles.index(title) + 1}.xml")


def cells(path: Path, title: str) -> dict[str, Any]:
    """The cell elements of a sheet by address."""
    tree = ElementTree.fromstring(sheet_part(path, title))
    return {cell.get("r"): cell for cell in tree.iter(f"{MAIN}c")}


def formulas(path: Path) -> dict[str, list[str]]:
    """All formulas in cells, a list a sheet part."""
    found = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                tree = ElementTree.fromstring(package.read(name))
                found[name] = [formula.text or "" for formula in tree.iter(f"{MAIN}f")]
    return found
