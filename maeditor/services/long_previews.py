"""The beginning of a long sheet's tabs, and how much is in each, without reading all of its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from maeditor.domain.dates import sort_key
from maeditor.domain.facts import State
from maeditor.domain.listing import plain
from maeditor.domain.properties import Kind
from maeditor.domain.sheets import Part, Sheet
from maeditor.formats.workbook.content import EntityRow
from maeditor.services import figures
from maeditor.services.chronology_rows import chronology_rows
from maeditor.services.library import views_of
from maeditor.services.listing import first_at_once, wanted_at_once
from maeditor.services.runner import catalogue_of
from maeditor.services.sheet_facts import asked_of, columns_of
from maeditor.services.sheet_rows import capacity_rows, evidence_row, fact_row, source_rows

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.sheet_reads import SheetReads

LONG = 2_000
"""Facts of a sheet from which on its workbook is not made to be looked at."""
REVIEWED = frozenset({State.ACCEPTED.value, State.CORRECTED.value})


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows of each tab that a sheet has by its key, and the number of all; the columns of its facts.

    ``capacities`` has one row of every lifecycle, so that all their columns are known.
    """

    rows: dict[str, list[Any]]
    counts: dict[str, int]
    columns: tuple[str, ...]


def beginning_of(queries: Queries, sheet: Sheet, language: str, limit: int, long: int = LONG) -> Beginning | None:
    """Read it in a few statements; None where a sheet is not long, or only the domain tells what it holds."""
    listing, supported = asked_of(sheet)
    wanted = wanted_at_once(queries, listing, language, supported=supported)
    if wanted is None:
        return None
    reads = queries.listing.of_sheet(wanted)
    count = reads.facts()
    if count < long:
        return None
    views = views_of(queries, queries.listing.facts(first_at_once(queries, wanted, limit)))
    articles = queries.listing.articles(each.passage.article_id for view in views for each in view.evidence)
    articles |= queries.listing.articles(view.fact.article_id for view in views)
    rows: dict[str, list[Any]] = {
        "facts": [fact_row(view, articles, language) for view in views],
        "evidence": [evidence_row(view, link, articles, language) for view in views for link in view.evidence][:limit],
    }
    counts = {"facts": count, "evidence": reads.evidence()}
    others: tuple[tuple[Part, Callable[[], tuple[list[Any], int]]], ...] = (
        (Part.SOURCES, lambda: _sources(queries, reads, limit)),
        (Part.CAPACITIES, lambda: _capacities(queries, reads, limit)),
        (Part.CHRONOLOGY, lambda: _chronology(queries, reads, language, limit)),
        (Part.ENTITIES, lambda: _entities(queries, reads, limit)),
    )
    for part, read in others:
        rows[part.value], counts[part.value] = read() if sheet.has(part) else ([], 0)
    return Beginning(rows, counts, columns_of(sheet, set_aside=reads.any_set_aside()))


def _sources(queries: Queries, reads: SheetReads, limit: int) -> tuple[list[Any], int]:
    named = reads.articles()
    first = [each for each in queries.listing.articles_in_order() if each in named][:limit]
    articles = queries.listing.articles(first)
    counted = reads.of_articles(first)
    versions = [(articles[each], queries.text_version(articles[each].text_id)) for each in first]
    rows = [
        replace(row, facts=counted[row.article_id][0], accepted=counted[row.article_id][1])
        for row in source_rows(versions, ())
    ]
    return rows, len(named)


def _capacities(queries: Queries, reads: SheetReads, limit: int) -> tuple[list[Any], int]:
    count, numbers = reads.powers(figures.POWER, "MW", figures.SHOWN, limit)
    return list(capacity_rows(views_of(queries, queries.listing.facts(numbers)))), count


def _chronology(queries: Queries, reads: SheetReads, language: str, limit: int) -> tuple[list[Any], int]:
    dated = [each.key for each in catalogue_of(queries).values() if each.kind is Kind.DATE]
    counted = reads.dates(dated)
    first: list[str] = []
    reached = 0
    for date in sorted(counted, key=lambda each: (sort_key(each), each)):
        if reached >= limit:
            break
        first.append(date)
        reached += counted[date]
    views = views_of(queries, queries.listing.facts(reads.on_dates(first, dated, limit)))
    return chronology_rows(views, language)[:limit], sum(counted.values())


def _entities(queries: Queries, reads: SheetReads, limit: int) -> tuple[list[Any], int]:
    """Names as ``entity_rows`` counts them; the articles are those that the facts were found in."""
    keys: dict[str, str] = {}
    spelled: Counter[str] = Counter()
    roles: Counter[tuple[str, str]] = Counter()
    facts: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    said = reads.names()
    for subject, place, thing, state, _article, count in said:
        named = set()
        for role, name in (("subject", subject), ("place", place), ("object", thing)):
            bare = name.strip()
            if not bare:
                continue
            if bare not in keys:
                keys[bare] = plain(bare)
            named.add(keys[bare])
            spelled[bare] += count
            roles[keys[bare], role] += count
        for key in named:
            facts[key] += count
            if state in REVIEWED:
                accepted[key] += count
    first = sorted(facts, key=lambda key: (-facts[key], key))[:limit]
    articles: dict[str, set[str]] = {key: set() for key in first}
    for subject, place, thing, _state, article_id, _count in said:
        for name in (subject, place, thing):
            key = keys.get(name.strip(), "")
            if key in articles:
                articles[key].add(article_id)
    spellings: dict[str, list[str]] = {}
    for bare, key in keys.items():
        if key in articles:
            spellings.setdefault(key, []).append(bare)
    known = _known(queries)
    rows = [
        replace(
            known.get(key, EntityRow("")),
            name=min(spellings[key], key=lambda bare: (-spelled[bare], bare)),
            facts=facts[key],
            accepted=accepted[key],
            articles=len(articles[key]),
            as_subject=roles[key, "subject"],
            as_place=roles[key, "place"],
            as_object=roles[key, "object"],
        )
        for key in first
    ]
    return rows, len(facts)


def _known(queries: Queries) -> dict[str, EntityRow]:
    """What is known of named things, under all their names."""
    found: dict[str, EntityRow] = {}
    for each in queries.entities():
        row = EntityRow(
            each.label_fr, each.kind.value, label_fr=each.label_fr, label_en=each.label_en, label_ar=each.label_ar,
            iso3166=each.iso3166, wikidata=each.wikidata,
        )  # fmt: skip
        for name in filter(None, (each.label_fr, each.label_en, each.label_ar, *each.aliases)):
            found.setdefault(plain(name), row)
    return found
