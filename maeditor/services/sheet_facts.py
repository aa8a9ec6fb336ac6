"""Which facts a sheet holds, and in what order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maeditor.domain.facts import Fact
from maeditor.domain.listing import Listing, Sort
from maeditor.domain.sheets import Sheet
from maeditor.services import ranking
from maeditor.services.listing import Order, at_once
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.services.ranking import Sure
    from maeditor.store.queries import Queries


def whole_project_sheet(title: str) -> Sheet:
    """A sheet of everything but what was rejected, by number; no record is kept of it."""
    return Sheet("", 0, title, 0, listing=Listing(sort=Sort.NUMBER).to_row(), without_passage=True)


def sheet_facts(queries: Queries, sheet: Sheet, language: str = "", sure: Sure | None = None) -> tuple[Fact, ...]:
    """The facts of a sheet in its order: rejected ones, and those without a passage, only where they are asked for.

    ``sure`` is how sure facts are as was learned (``how_sure``); without it, as they were stored.
    """
    return queries.listing.facts(sheet_order(queries, sheet, language, sure).numbers)


def sheet_order(queries: Queries, sheet: Sheet, language: str = "", sure: Sure | None = None) -> Order:
    """The same by number, with the sections that its grouping makes."""
    asked, supported = asked_of(sheet)
    return at_once(queries, asked, sheet.language or language or "fr", sure, supported=supported)


def asked_of(sheet: Sheet) -> tuple[Listing, bool]:
    """A sheet's filter and order, and whether facts without a passage stay out."""
    asked = sheet.asked
    return replace(asked, rejected=False), not (sheet.without_passage or asked.filter.without_passage)


def columns_of(sheet: Sheet, *, set_aside: bool) -> tuple[str, ...]:
    """The columns of a sheet; where it holds facts that were set aside, also the one that says so."""
    chosen = sheet.columns
    return (*chosen, "standing") if set_aside and chosen and "standing" not in chosen else chosen


def how_sure(runner: ActionRunner, sheet: Sheet) -> Sure | None:
    """How sure facts are, where the sheet chooses or orders by it."""
    return ranking.of_project(runner, sheet.asked)
