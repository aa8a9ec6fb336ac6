"""Finds facts, passages and articles by what is typed: words however spelt, quantities whatever their unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from maeditor.domain import search_terms
from maeditor.domain.articles import Article, Passage
from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import Fact, Standing, State
from maeditor.domain.properties import Property
from maeditor.services.library import EvidenceView, FactView, unknown_property
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.store.search_index import Kind

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.search import Term

KINDS = tuple(Kind)
"""What can be found, each by its table's name."""
BEFORE, LONGEST = 16, 180
"""Characters of an excerpt before what was found, and in all."""
DETAILED = 8
"""Rows of a kind that tell where in a text they stand; those further down are rarely looked at."""
LONG_TEXT = 60_000
"""Characters of a text in which an excerpt is looked for: a row must not wait for five megabytes."""
SCREENFUL = 800
"""Characters of a text that are looked through at a time for the first word."""
NAMES_FROM = 3
"""Letters from which on the name of a property finds its facts."""

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670])*")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage, with its article, a fact that rests on it (or nothing) and its paragraph (0: not counted)."""

    passage: Passage
    article: Article
    fact_id: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article, with some of its text around the first word found, or nothing."""

    article: Article
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, newest first in each kind, facts that were turned down last; ``words`` are looked for as hits."""

    facts: tuple[FactView, ...] = ()
    passages: tuple[FoundPassage, ...] = ()
    articles: tuple[FoundArticle, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many in all."""
        return len(self.facts) + len(self.passages) + len(self.articles)


@dataclass(frozen=True, slots=True)
class _Asked:
    groups: tuple[tuple[tuple[Term, ...], ...], ...]
    words: tuple[str, ...]


def search(runner: ActionRunner, typed: str, language: str, limit: int = 50, kinds: Iterable[Kind] = KINDS) -> Found:
    """Find what holds all that was typed; the last things made or decided first. Nothing typed: the newest."""
    wanted = set(kinds)
    asked = _asked(typed, language)
    if not asked.groups:
        wanted.discard(Kind.PASSAGES)
        if typed.strip():
            return Found()
    with runner.read() as queries:
        facts = _facts(queries, asked, limit) if Kind.FACTS in wanted else ()
        passages = _passages(queries, asked, limit) if Kind.PASSAGES in wanted else ()
        articles = _articles(queries, asked, limit) if Kind.ARTICLES in wanted else ()
    return Found(facts, passages, articles, asked.words)


def is_behind(runner: ActionRunner) -> bool:
    """Tell whether an older project's records wait to be indexed."""
    from maeditor.store import indexing

    with runner.store.connect_to_read() as connection:
        return not runner.store.read_only and indexing.is_behind(connection)


def catch_up(runner: ActionRunner) -> bool:
    """Index some of them, in one short transaction; tells whether more wait."""
    with runner.store.write() as unit:
        return unit.catch_up()


def hits(text: str, words: Sequence[str]) -> Spans:
    """Where in a text the words stand that were asked for; a word that is only begun is marked that far."""
    if not words:
        return ()
    found, begins = [], tuple(words)
    for match in _WORD.finditer(text):
        spelt = _folded(match.group())
        if spelt.startswith(begins):
            begun = max(len(word) for word in words if spelt.startswith(word))
            plain = len(spelt) == match.end() - match.start()
            found.append((match.start(), match.start() + begun if plain else match.end()))
    asked = set(words)
    found.extend((start, end) for start, end, word in search_terms.quantities(text) if word in asked)
    return _joined(found)


def _joined(spans: list[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


@lru_cache(maxsize=32_768)
def _folded(word: str) -> str:
    return "".join(search_terms.words(word))


def _asked(typed: str, language: str) -> _Asked:
    groups: list[tuple[tuple[Term, ...], ...]] = []
    marked: list[str] = []
    at = 0
    for start, end, word in (*_quantities(typed, language), (len(typed), len(typed), "")):
        for each in search_terms.words(typed[at:start]):
            groups.append((((each, True),),))
            marked.append(each)
        if word:
            spelt = search_terms.words(typed[start:end])
            groups.append((((word, False),), tuple((each, True) for each in spelt)))
            marked.append(word)
        at = end
    return _Asked(tuple(groups), tuple(dict.fromkeys(marked)))


def _quantities(typed: str, language: str) -> list[tuple[int, int, str]]:
    """The quantities that were typed: the light reading first, for the whole grammar takes time to load."""
    found = list(search_terms.quantities(typed))
    if found or not any(sign.isdigit() for sign in typed) or not any(sign.isalpha() for sign in typed):
        return _apart(found)
    from maeditor.extraction.mentions import mentions
    from maeditor.extraction.reading import quantity

    for mention in mentions(typed, language):
        said = quantity(mention)
        if said is not None and said.amount is not None:
            word = search_terms.quantity_word(said.amount, said.unit)
            if word:
                found.append((mention.start, mention.end, word))
    return found


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of two readings of one figure the first."""
    starts = dict.fromkeys(start for start, _end, _word in found)
    return [next(one for one in found if one[0] == start) for start in starts]


def _named(asked: _Asked, known: Iterable[Property]) -> tuple[tuple[tuple[Term, ...], ...], ...]:
    """What is asked of facts: a word may be the name of their property as well."""
    from maeditor.store import indexing

    spelt = [
        (indexing.property_word(each.key), search_terms.words(f"{each.label_fr} {each.label_en}")) for each in known
    ]
    groups = []
    for group in asked.groups:
        (typed, _begun), *rest = group[0]
        names: list[tuple[Term, ...]] = []
        if len(group) == 1 and not rest and len(typed) >= NAMES_FROM:
            names = [((word, False),) for word, label in spelt if any(part.startswith(typed) for part in label)]
        groups.append((*group, *names))
    return tuple(groups)


def _facts(queries: Queries, asked: _Asked, limit: int) -> tuple[FactView, ...]:
    groups = _named(asked, catalogue_of(queries).values())
    facts = queries.facts_by_id(queries.search(Kind.FACTS, groups, 2 * limit))
    articles = queries.listing.articles({fact.article_id for fact in facts if fact.article_id})
    shown = [
        fact
        for fact in facts
        if not fact.hidden and (not fact.article_id or not _is_hidden(articles.get(fact.article_id)))
    ]
    # What was turned down is still found, after all that stands.
    shown.sort(key=lambda fact: fact.state is State.REJECTED or fact.standing is Standing.SET_ASIDE)
    return _views(queries, shown[:limit])


def _views(queries: Queries, facts: Sequence[Fact]) -> tuple[FactView, ...]:
    """Facts with property and evidence; whether another source contradicts them is not asked at every letter."""
    known = catalogue_of(queries)
    links = queries.evidence_of([fact.id for fact in facts])
    passages = {each.id: each for each in queries.passages([link.passage_id for link in links])}
    articles = queries.listing.articles(each.article_id for each in passages.values())
    return tuple(
        FactView(
            fact,
            known.get(fact.property) or unknown_property(fact.property),
            tuple(
                EvidenceView(
                    link.id,
                    link.role,
                    passages[link.passage_id],
                    articles[passages[link.passage_id].article_id].title,
                )
                for link in links
                if link.fact_id == fact.id
            ),
            conflicted=False,
        )
        for fact in facts
    )


def _passages(queries: Queries, asked: _Asked, limit: int) -> tuple[FoundPassage, ...]:
    passages = queries.passages(queries.search(Kind.PASSAGES, asked.groups, 2 * limit))
    articles = queries.listing.articles({passage.article_id for passage in passages})
    shown = [each for each in passages if not _is_hidden(articles.get(each.article_id))][:limit]
    facts = {link.passage_id: link.fact_id for link in queries.evidence_on([each.id for each in shown])}
    texts: dict[str, str] = {}
    return tuple(
        FoundPassage(
            each,
            articles[each.article_id],
            facts.get(each.id, ""),
            _paragraph(queries, each, texts) if at < DETAILED else 0,
        )
        for at, each in enumerate(shown)
    )


def _paragraph(queries: Queries, passage: Passage, texts: dict[str, str]) -> int:
    if passage.text_id not in texts:
        texts[passage.text_id] = _text(queries, passage.text_id)
    before = texts[passage.text_id][: passage.start]
    return 1 + len(re.findall(r"\n\s*(?=\S)", before)) if before else 0


def _articles(queries: Queries, asked: _Asked, limit: int) -> tuple[FoundArticle, ...]:
    ids = queries.search(Kind.ARTICLES, asked.groups, limit)
    articles = queries.listing.articles(ids)
    shown = [articles[each] for each in ids if not _is_hidden(articles.get(each))]
    return tuple(
        FoundArticle(each, _shown(queries, each, asked.words) if at < DETAILED and asked.words else "")
        for at, each in enumerate(shown)
    )


def _shown(queries: Queries, article: Article, words: Sequence[str]) -> str:
    """Some of an article's text; nothing where that is its title once more."""
    found = _excerpt(_text(queries, article.text_id), words)
    return "" if found and found.strip("… ") in article.title else found


def _is_hidden(article: Article | None) -> bool:
    return article is None or article.hidden


def _text(queries: Queries, text_id: str) -> str:
    """A text where it is short enough to be looked through while somebody types; a damaged one is told elsewhere."""
    try:
        version = queries.text_version(text_id)
        return queries.blob(version.text_sha256).decode("utf-8") if version.length <= LONG_TEXT else ""
    except ProjectError:
        return ""


def _excerpt(text: str, words: Sequence[str]) -> str:
    """Some of a text, from a little before the first word found, in one line; nothing where none stands there."""
    start = next((start for start, _end in _first_hits(text, words)), -1)
    if start < 0:
        return ""
    begin = max(start - BEFORE, text.rfind("\n", 0, start) + 1, 0)
    if begin and text[begin - 1] not in " \n":
        begin = text.find(" ", begin, start) + 1 or start
    ends = text.find("\n", start)
    end = min(begin + LONGEST, len(text) if ends < 0 else ends)
    before = "… " if begin and text[begin - 1] != "\n" else ""
    after = " …" if end < len(text) and text[end] != "\n" else ""
    return f"{before}{text[begin:end].strip()}{after}"


def _first_hits(text: str, words: Sequence[str]) -> Spans:
    """The first hit, and no more than a screenful read for it at a time."""
    for at in range(0, len(text), SCREENFUL):
        found = hits(text[at : at + SCREENFUL + 80], words)
        if found:
            return tuple((start + at, end + at) for start, end in found)
    return ()
