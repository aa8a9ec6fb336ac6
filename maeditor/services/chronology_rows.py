"""The dates that facts name, in order, as the plain rows of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maeditor.domain.dates import is_edtf, parse, sort_key
from maeditor.domain.facts import COMING, Fact, Modality
from maeditor.domain.properties import Kind
from maeditor.formats.workbook.content import ChronologyRow
from maeditor.services.library import FactView
from maeditor.services.sheet_rows import telling_evidence

UNCERTAIN = frozenset({Modality.PLAN, Modality.FORECAST, Modality.POSSIBILITY})
"""Moods in which nothing has happened yet."""


def chronology_rows(views: Iterable[FactView], language: str) -> list[ChronologyRow]:
    """A row a date: when a value holds, when it is due, what happened; earliest first, unreadable ones last."""
    rows = [_row(view, what, date, language) for view in views for what, date in _dates(view)]
    rows.sort(key=lambda row: (sort_key(row.date), row.date, row.fact_number))
    return rows


def _dates(view: FactView) -> Iterator[tuple[str, str]]:
    fact = view.fact
    if view.property.kind is Kind.DATE and fact.text_value:
        yield "event", fact.text_value
    if fact.as_of:
        yield "as_of", fact.as_of
    if fact.target:
        yield "target", fact.target


def _row(view: FactView, what: str, date: str, language: str) -> ChronologyRow:
    fact, evidence = view.fact, telling_evidence(view)
    period = parse(date) if is_edtf(date) else None
    return ChronologyRow(
        date=date,
        what=what,
        told="planned" if what == "target" or _is_to_come(fact) else "stated",
        fact_number=fact.label,
        subject=fact.subject,
        property_label=view.property.label(language),
        value=fact.raw,
        fact_id=fact.id,
        earliest=period.first.isoformat() if period and period.first else "",
        latest=period.last.isoformat() if period and period.last else "",
        precision=period.precision.value if period else "",
        place=fact.place,
        lifecycle=fact.lifecycle.value,
        state=fact.state.value,
        source_title=evidence.article_title if evidence else "",
    )


def _is_to_come(fact: Fact) -> bool:
    return fact.lifecycle in COMING or fact.modality in UNCERTAIN
