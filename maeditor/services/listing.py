"""Lists of facts as the window shows them: the order of all by number, their sections, and the facts of a page.

A list of a hundred thousand facts is its order, eight bytes a fact; facts are read where they are looked at.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isclose
from typing import TYPE_CHECKING

from maeditor.domain.articles import Article
from maeditor.domain.conflicts import conflicting
from maeditor.domain.facts import Fact
from maeditor.domain.listing import FactFilter, Group, Listing, Sort, plain
from maeditor.domain.properties import Property
from maeditor.domain.units import convert, unit
from maeditor.services import ranking
from maeditor.services.library import FactView, views_of
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.store.listed import NEARLY, Listed, Spoken, Wanted

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

LONG = 4000
"""Facts of a project from which on its list is put in order behind the window."""
BEGINNING = 200
"""Facts that are shown before the order of all is known."""
ARTICLES, FIRST_ARTICLES = 250, 40
"""Articles whose facts are read in one page."""
NUMBERS = 25_000
"""Facts read in one page of a list by number."""
_MAY_BEAR_ACCENTS = frozenset("aceginosuyz")
_NUMBER = re.compile(r"(?:f-?)?0*(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list: where its first fact stands among the facts, what all have in common, how that is called."""

    start: int
    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Facts by number in the order of a list; not ``complete`` where only its beginning is known yet."""

    numbers: array[int]
    sections: tuple[Section, ...] = ()
    complete: bool = True


def is_long(runner: ActionRunner) -> bool:
    """Tell whether the project has too many facts for its list to be put in order at once."""
    with runner.read() as queries:
        return queries.listing.highest() > LONG


def in_text_order(numbers: Iterable[int]) -> Order:
    """An order that is known already."""
    return Order(array("q", numbers))


def whole(runner: ActionRunner, listing: Listing, language: str) -> Order:
    """The whole project's list, read in short pages where its order lets them be."""
    sure = ranking.of_project(runner, listing)
    with runner.read() as queries:
        known = catalogue_of(queries)
        wanted = _wanted(listing if sure is None else ranking.unasked(listing), known, language)
        among = _among(queries, wanted, known, language)
        if sure is not None:
            among = ranking.among(sure, listing, among)
        pages = _pages(queries, wanted)
        if not pages and (listing.sort is not Sort.NUMBER or listing.group is not Group.NONE):
            read = queries.listing.read(wanted, among=among)
            return _order(queries, read if sure is None else ranking.ranked(read, sure, listing), listing.group)
    if not pages:
        return in_text_order(_by_number(runner, wanted, among))
    numbers, sections = array("q"), []
    for page in pages:
        with runner.read() as queries:
            read = queries.listing.read(page, among=among)
            sections += [
                Section(len(numbers) + each.start, each.key, each.name)
                for each in _named_sections(queries, read, listing.group)
            ]
        numbers.extend(read.numbers)
    return Order(numbers, tuple(sections))


def beginning(runner: ActionRunner, listing: Listing, language: str) -> Order | None:
    """The beginning of the whole project's list; None where only reading much of it tells what stands there."""
    asked = listing.filter
    cheap = {(Sort.TEXT, Group.NONE), (Sort.TEXT, Group.ARTICLE), (Sort.NUMBER, Group.NONE)}
    if asked.text.strip() or asked.conflict or asked.sureness or (listing.sort, listing.group) not in cheap:
        return None
    with runner.read() as queries:
        wanted = _wanted(listing, catalogue_of(queries), language)
        page = next(iter(_pages(queries, wanted, FIRST_ARTICLES, FIRST_ARTICLES)), wanted)
        read = queries.listing.read(page, BEGINNING)
        return replace(_order(queries, read, listing.group), complete=False)


def at_once(
    queries: Queries, listing: Listing, language: str, sure: ranking.Sure | None, *, supported: bool = False
) -> Order:
    """The whole project's list as it is at one moment; with ``supported``, without facts that rest on no passage."""
    known = catalogue_of(queries)
    wanted = _wanted(listing if sure is None else ranking.unasked(listing), known, language)
    among = _among(queries, wanted, known, language)
    if sure is not None:
        among = ranking.among(sure, listing, among)
    wanted = replace(wanted, supported=supported)
    numbers, sections = array("q"), []
    for page in _pages(queries, wanted) or [wanted]:
        read = queries.listing.read(page, among=among)
        if sure is not None:
            read = ranking.ranked(read, sure, listing)
        named = _named_sections(queries, read, listing.group)
        sections += [replace(each, start=len(numbers) + each.start) for each in named]
        numbers.extend(read.numbers)
    return Order(numbers, tuple(sections))


def wanted_at_once(queries: Queries, listing: Listing, language: str, *, supported: bool) -> Wanted | None:
    """What is asked of the store for a list; None where only the domain can tell what belongs to it."""
    known = catalogue_of(queries)
    wanted = replace(_wanted(listing, known, language), supported=supported)
    return None if listing.filter.words or listing.filter.conflict or ranking.is_asked(listing) else wanted


def first_at_once(queries: Queries, wanted: Wanted, limit: int) -> list[int]:
    """The beginning of such a list."""
    numbers: list[int] = []
    for page in _pages(queries, wanted, FIRST_ARTICLES) or [wanted]:
        numbers += queries.listing.read(page, limit - len(numbers)).numbers
        if len(numbers) >= limit:
            break
    return numbers


def of_article(
    runner: ActionRunner, listing: Listing, language: str, article_id: str, views: Sequence[FactView]
) -> Order:
    """An article's list; ``views`` are all its facts in text order."""
    if listing == Listing():
        return in_text_order(view.fact.number for view in views)
    sure = ranking.of_article(runner, listing, views)
    with runner.read() as queries:
        known = catalogue_of(queries)
        wanted = _wanted(listing if sure is None else ranking.unasked(listing), known, language, article_id)
        among = _among(queries, wanted, known, language)
        if sure is None:
            read = queries.listing.read(wanted, among=among)
        else:
            read = queries.listing.read(wanted, among=ranking.among(sure, listing, among))
            read = ranking.ranked(read, sure, listing)
        if listing.sort is Sort.TEXT:
            place = {view.fact.number: at for at, view in enumerate(views)}
            read = _within_sections(read, place, descending=listing.descending)
        return _order(queries, read, listing.group)


def views(runner: ActionRunner, numbers: Sequence[int]) -> tuple[FactView, ...]:
    """The facts of these numbers as they are shown; those that are gone are left out."""
    with runner.read() as queries:
        return views_of(queries, queries.listing.facts(numbers))


def articles_of(runner: ActionRunner, numbers: Sequence[int]) -> tuple[Article, ...]:
    """The articles that the facts of these numbers stand in, each once, by number."""
    with runner.read() as queries:
        ids = {fact.article_id for fact in queries.listing.facts(numbers) if fact.article_id}
        found = queries.listing.articles(ids).values() if ids else ()
        return tuple(sorted(found, key=lambda article: article.number))


def versions(runner: ActionRunner, numbers: Sequence[int]) -> list[tuple[str, int]]:
    """Id and version of the facts of these numbers, for an action on all of them."""
    with runner.read() as queries:
        return queries.listing.versions(numbers)


def rivals(runner: ActionRunner, fact_id: str) -> tuple[Fact, ...]:
    """The facts that contradict a fact, or are in one conflict with it, by number; it is not among them."""
    with runner.read() as queries:
        fact = queries.fact(fact_id)
        about = queries.facts_about([(fact.subject, fact.property)]) if fact.subject else ()
    cluster = next((each.facts for each in conflicting(about) if fact_id in each.fact_ids), ())
    return tuple(each for each in cluster if each.id != fact_id)


def _wanted(listing: Listing, known: Mapping[str, Property], language: str, article_id: str = "") -> Wanted:
    asked = listing.filter
    by_label = sorted(known.values(), key=lambda each: plain(each.label(language)))
    words = asked.words
    return Wanted(
        listing,
        article_id,
        properties=tuple(each.key for each in by_label),
        families=tuple(each.key for each in by_label if each.family in asked.families),
        patterns=tuple(_pattern(word) for word in words),
        named=tuple(_named(word, known, language) for word in words),
        numbers=tuple(_number(word) for word in words),
        values=_values(asked.text, known, language) if words else (),
    )


def _among(queries: Queries, wanted: Wanted, known: Mapping[str, Property], language: str) -> set[int] | None:
    """What only the domain can tell: who is in conflict, who says some words without regard to accents; None: all."""
    asked = wanted.listing.filter
    chosen: set[int] | None = None
    if asked.words:
        said = queries.listing.spoken(wanted)
        chosen = {each.number for each in said if _states(each, wanted) or _says(each, asked, known, language)}
    if asked.conflict:
        disputed = _disputed(queries)
        chosen = disputed if chosen is None else chosen & disputed
    return chosen


def _pages(queries: Queries, wanted: Wanted, size: int = ARTICLES, limit: int | None = None) -> list[Wanted]:
    """A list in the order of the articles, some articles at a time; nothing for a list in another order."""
    listing = wanted.listing
    if listing.sort is not Sort.TEXT or listing.group not in {Group.NONE, Group.ARTICLE}:
        return []
    # Sections stay in the order of the articles, whatever the order inside them.
    backward = listing.descending and listing.group is Group.NONE
    articles: list[str | None] = list(queries.listing.articles_in_order(limit, descending=backward))
    pages = [tuple(articles[at : at + size]) for at in range(0, len(articles), size)]
    # Facts that came without an article stand last.
    return [replace(wanted, articles=page) for page in [*pages, (None,)]]


def _by_number(runner: ActionRunner, wanted: Wanted, among: set[int] | None) -> array[int]:
    """A list by number, page after page."""
    numbers: array[int] = array("q")
    page = wanted
    while True:
        with runner.read() as queries:
            read = queries.listing.read(page, NUMBERS)
        if not read.numbers:
            return numbers
        numbers.extend(each for each in read.numbers if among is None or each in among)
        page = replace(page, after=read.numbers[-1])


def _disputed(queries: Queries) -> set[int]:
    about = queries.facts_about(queries.listing.shared_claims())
    return {fact.number for conflict in conflicting(about) for fact in conflict.facts}


def _values(text: str, known: Mapping[str, Property], language: str) -> tuple[tuple[str, float], ...]:
    """A text that is a value with a unit, in the base units of the properties that take it."""
    from maeditor.extraction.reading import read_value

    read = read_value(text, language)
    if read is None or read.amount is None or read.unit == "1":
        return ()
    dimension = unit(read.unit).dimension
    bases = sorted({each.base_unit for each in known.values() if each.dimension == dimension and each.base_unit})
    alike = [base for base in bases if unit(base).base == unit(read.unit).base]
    return tuple((base, float(convert(read.amount, read.unit, base))) for base in alike)


def _states(spoken: Spoken, wanted: Wanted) -> bool:
    stated = spoken.value
    return stated is not None and any(
        spoken.unit == base and isclose(stated, value, rel_tol=2 * NEARLY) for base, value in wanted.values
    )


def _says(spoken: Spoken, asked: FactFilter, known: Mapping[str, Property], language: str) -> bool:
    stated = known.get(spoken.property)
    told = plain(" ".join((*spoken.texts, stated.label(language) if stated else spoken.property)))
    return all(plain(word) in told or _number(word) == spoken.number for word in asked.words)


def _named(word: str, known: Mapping[str, Property], language: str) -> tuple[str, ...]:
    return tuple(sorted(each.key for each in known.values() if plain(word) in plain(each.label(language))))


def _number(word: str) -> int | None:
    found = _NUMBER.fullmatch(word.lower())
    return int(found.group(1)) if found else None


def _pattern(word: str) -> str:
    """A LIKE pattern that finds a word with and without accents, and more: letters that may bear one are left open."""
    bare = (
        each if each.isascii() and each.isalnum() and each not in _MAY_BEAR_ACCENTS else "%" for each in plain(word)
    )
    return re.sub("%+", "%", f"%{''.join(bare)}%")


def _within_sections(read: Listed, place: Mapping[int, int], *, descending: bool) -> Listed:
    """Inside each section the order of the text."""
    starts = [start for start, _key in read.sections] or [0]
    ends = [*starts[1:], len(read.numbers)]
    last = len(place)
    numbers: array[int] = array("q")
    for start, end in zip(starts, ends, strict=True):
        numbers.extend(sorted(read.numbers[start:end], key=lambda each: place.get(each, last), reverse=descending))
    return Listed(numbers, read.sections)


def _order(queries: Queries, read: Listed, group: Group) -> Order:
    return Order(read.numbers, _named_sections(queries, read, group))


def _named_sections(queries: Queries, read: Listed, group: Group) -> tuple[Section, ...]:
    if group is not Group.ARTICLE:
        return tuple(Section(at, key, key) for at, key in read.sections)
    titles = queries.listing.articles(key for _at, key in read.sections)
    return tuple(Section(at, key, titles[key].title if key in titles else "") for at, key in read.sections)
