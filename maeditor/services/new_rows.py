"""Rows that somebody added to a workbook: each becomes a proposed fact, with its passage where its quote is found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from maeditor.domain.anchors import Span
from maeditor.domain.articles import Article
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, State
from maeditor.domain.listing import plain
from maeditor.domain.merge import MERGED_FIELDS
from maeditor.domain.properties import Property
from maeditor.domain.review import NEEDS_REASON
from maeditor.domain.units import symbol
from maeditor.domain.values import Comparator, Quantity
from maeditor.formats.returned import Returned, ReturnedRow
from maeditor.services.restating import VALUED, described, valued
from maeditor.services.returned_cells import CellError, CellReader
from maeditor.services.returned_changes import NewRow
from maeditor.services.sheet_rows import article_label
from maeditor.wording import Wording

if TYPE_CHECKING:
    from maeditor.extraction.text.quotes import Found
    from maeditor.store.queries import Queries

_BLANK: Mapping[str, str] = dict.fromkeys(MERGED_FIELDS, "")
_SAYS_A_VALUE = ("value", "amount", "lower", "upper", "text_value")


class RowFaultError(Exception):
    """A new row that cannot become a fact; ``field`` is empty where the row as a whole is wrong."""

    def __init__(self, field: str, fault: CellError | ValueTextError) -> None:
        super().__init__(field)
        self.field, self.fault = field, fault


class NewRows:
    """Makes facts of the new rows of one workbook."""

    def __init__(
        self, reader: CellReader, known: Mapping[str, Property], language: str, export: str, file_name: str
    ) -> None:
        self._reader, self._known, self._language = reader, known, language
        self._export, self._origin = export, f"file:{file_name}"
        self._given: set[str] = set()

    def read(self, row: ReturnedRow) -> NewRow:
        """The fact that a row would become, in state proposed. Raises RowFaultError."""
        said, wrong = self._reader.changed(row.cells, _BLANK)
        for name in MERGED_FIELDS:
            if name in wrong:
                raise RowFaultError(name, wrong[name])
        if not said.get("subject") or not said.get("property") or not any(said.get(name) for name in _SAYS_A_VALUE):
            raise RowFaultError("", CellError("new_row_incomplete"))
        blank = Fact(self._identity(said, row), 1, 0, "", "", said["property"], "", State.PROPOSED, origin=self._origin)
        try:
            fact = valued(blank, {name: said[name] for name in VALUED & said.keys()}, self._known, self._language)
        except (CellError, ValueTextError) as fault:
            raise RowFaultError("", fault) from fault
        fact = replace(fact, raw=fact.raw or worded_value(fact, Wording(self._language)))
        return NewRow(row.row, described(fact, said))

    def _identity(self, said: Mapping[str, str], row: ReturnedRow) -> str:
        """The same for the same words of the same export, a further one for the same words once more."""
        words = json.dumps([sorted(said.items()), [_told(row.cells.get(name)) for name in ("quote", "source_number")]])
        times = 0
        while (found := str(uuid5(NAMESPACE_URL, f"maeditor:{self._export}:{words}:{times}"))) in self._given:
            times += 1
        self._given.add(found)
        return found


def with_passages(queries: Queries, rows: Iterable[tuple[NewRow, ReturnedRow]]) -> list[NewRow]:
    """The new rows, each with the span of its quote where an article holds it word for word, in the article it names.

    Where the quote does not say the value as our own lexer reads it, the fact is marked so.
    """
    shelf = _Shelf(queries)
    found: list[NewRow] = []
    by_article: dict[str, list[int]] = {}
    for at, (new, row) in enumerate(rows):
        found.append(new)
        quote = _told(row.cells.get("quote"))
        article = shelf.holding(quote, shelf.named(row.cells)) if quote else None
        if article is not None:
            found[at] = replace(new, fact=replace(new.fact, article_id=article.id))
            by_article.setdefault(article.id, []).append(at)
            shelf.quotes[new.fact.id] = quote
    for article_id, places in by_article.items():
        for at, new in zip(places, shelf.checked(article_id, [found[at] for at in places]), strict=True):
            found[at] = new
    return found


class _Shelf:
    """The articles, and what is read of them, as far as anything is asked of them."""

    def __init__(self, queries: Queries) -> None:
        from maeditor.extraction.text.quotes import QuoteFinder

        self._queries, self._finder = queries, QuoteFinder
        self._articles = {each.id: each for each in queries.articles()}
        self._finders: dict[str, QuoteFinder] = {}
        self.quotes: dict[str, str] = {}

    def named(self, cells: Mapping[str, Returned]) -> list[Article]:
        """The articles that a row may mean: the one of its number, those of its title, else all."""
        number, title = (_told(cells.get(name)) for name in ("source_number", "source_title"))
        every = list(self._articles.values())
        by_number = [each for each in every if number and article_label(each) == number]
        by_title = [each for each in every if title and plain(each.title) == plain(title)]
        return by_number or by_title or every

    def holding(self, quote: str, articles: Iterable[Article]) -> Article | None:
        """The one article in which a quote stands word for word; None where it is in none, or in several."""
        found = [each for each in articles if any(place.score == 1 for place in self._places(each, quote))]
        return found[0] if len(found) == 1 else None

    def checked(self, article_id: str, rows: list[NewRow]) -> list[NewRow]:
        """The new rows of an article with the spans of their quotes, each value read there again."""
        from maeditor.extraction.outside import ClaimedFact, Refusal, check

        article = self._articles[article_id]
        claims = [
            ClaimedFact(
                self.quotes[new.fact.id],
                new.fact.property,
                value if (value := _amount(new.fact)) is not None else new.fact.text_value,
                new.fact.unit,
                new.fact.upper,
            )
            for new in rows
        ]
        found = check(self._queries.text(article.text_id), claims, article.language or None)
        checked: list[NewRow] = []
        for new, each in zip(rows, found, strict=True):
            if each.quote is None or each.quote.score < 1 or each.refusal is Refusal.QUOTE_IN_NOISE:
                checked.append(replace(new, fact=replace(new.fact, article_id="")))
                continue
            passed = each.proposal
            doubt, sure = (passed.needs_look, passed.confidence) if passed is not None else (NEEDS_REASON, 0.0)
            fact = replace(new.fact, needs_look=doubt, confidence=sure)
            checked.append(replace(new, fact=fact, text_id=article.text_id, span=Span(*each.quote[:2])))
        return checked

    def _places(self, article: Article, quote: str) -> list[Found]:
        finder = self._finders.get(article.id)
        if finder is None:
            finder = self._finders[article.id] = self._finder(self._queries.text(article.text_id))
        return finder.places(quote)


def _amount(fact: Fact) -> Decimal | None:
    return fact.amount if fact.amount is not None else fact.lower


def _told(cell: Returned) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def worded_value(fact: Fact, wording: Wording) -> str:
    """The value in words, for a row that gave it in numbers alone."""
    value = fact.quantity
    return fact.text_value if value is None else _said(value, wording)


def _said(value: Quantity, wording: Wording) -> str:
    ends = [wording.number(each) for each in (value.amount, value.lower, value.upper) if each is not None]
    sign = "" if value.comparator in {Comparator.EQUAL, Comparator.RANGE} else f"{value.comparator}\u00a0"
    unit = symbol(value.unit, wording.language, value.amount)
    return f"{sign}{'–'.join(ends)}" + (f"\u00a0{unit}" if unit else "")
