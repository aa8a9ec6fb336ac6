"""Facts made elsewhere, looked over: each quote is found in its article, or it is told why the fact does not pass.

Nothing enters without a passage unless the person says so; what enters is proposed, and reviewed like the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.anchors import Span
from maeditor.domain.articles import Article
from maeditor.domain.changes import Done
from maeditor.domain.facts import Evidence, Fact
from maeditor.domain.listing import plain
from maeditor.domain.plain_text import one_line
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.extraction.interface import Proposal
from maeditor.extraction.outside import Checked, ClaimedFact, check
from maeditor.extraction.text.quotes import QuoteFinder
from maeditor.formats.claimed_rows import ClaimedRow, read_claimed
from maeditor.services.annotating import passage_at
from maeditor.services.claiming import claimed_fact
from maeditor.services.proposed_facts import fact_of
from maeditor.services.runner import ActionRunner, LongAction, catalogue_of

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

BATCH = 100
NO_ARTICLE, THERE = "article_not_found", "already_there"
"""Why a row does not pass, besides what ``claiming`` and ``extraction.outside.Refusal`` name."""


@dataclass(frozen=True, slots=True)
class Vetted:
    """What came of one row. ``reason`` is empty where it passed: a key of ``vetting.reason_KEY`` otherwise.

    ``score`` is 1 where the quote stands word for word, less where only nearly, 0 where it was not found.
    """

    row: ClaimedRow
    article_id: str = ""
    article_title: str = ""
    proposal: Proposal | None = None
    score: float = 0.0
    reason: str = ""
    claimed: ClaimedFact | None = None

    @property
    def passed(self) -> bool:
        """Tell whether it enters with its passage."""
        return self.proposal is not None and not self.reason

    @property
    def may_enter(self) -> bool:
        """Tell whether it can enter without a passage, if the person says so."""
        return not self.passed and self.claimed is not None and self.reason != THERE


def vet_facts(
    runner: ActionRunner,
    path: Path,
    *,
    language: str = "fr",
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Vetted, ...]:
    """Look over the facts of a file, in its order; stopped, those looked over so far.

    ``language`` is that of numbers and dates as the file writes them. Raises UnreadableFileError.
    """
    rows = read_claimed(path)
    with runner.read() as queries:
        articles, known = queries.articles(), catalogue_of(queries)
    shelf = _Shelf(runner, articles)
    stated = [claimed_fact(row, known, language) for row in rows]
    by_article: dict[str, list[int]] = {}
    found: dict[int, Vetted] = {}
    for at, (row, claimed) in enumerate(zip(rows, stated, strict=True)):
        if isinstance(claimed, str):
            found[at] = Vetted(row, reason=claimed)
            continue
        article = shelf.find(row.values.get("article", ""), claimed.quote)
        if article is None:
            found[at] = Vetted(row, reason=NO_ARTICLE, claimed=claimed)
        else:
            by_article.setdefault(article.id, []).append(at)
    done = len(found)
    for article_id, places in by_article.items():
        if cancelled is not None and cancelled():
            break
        article = shelf.articles[article_id]
        claims = [claimed for claimed in (stated[at] for at in places) if isinstance(claimed, ClaimedFact)]
        there = _said_there(runner, article_id)
        for at, checked in zip(places, check(shelf.text(article_id), claims, article.language or None), strict=True):
            found[at] = _vetted(rows[at], article, checked, there)
        done += len(places)
        if progress is not None:
            progress(done / len(rows))
    return tuple(found[at] for at in sorted(found))


def take_facts(
    runner: ActionRunner, vetted: Sequence[Vetted], name: str, *, without_passage: bool = False
) -> Done | None:
    """Keep the facts that passed, as proposed ones with their passages; as one action. None where there are none.

    ``without_passage`` takes also those whose quote was not found; they say everywhere that they have no passage.
    """
    wanted = [each for each in vetted if each.passed or (without_passage and each.may_enter)]
    if not wanted:
        return None
    action = LongAction(runner, "import-facts", details={"titles": [name]})
    with runner.read() as queries:
        known = catalogue_of(queries)
        texts = {each.article_id: _text_of(queries, each.article_id) for each in wanted if each.article_id}
    for at in range(0, len(wanted), BATCH):
        some = wanted[at : at + BATCH]
        action.batch(lambda unit, some=some: _keep(unit, some, texts, known, name))  # type: ignore[misc]
    return action.close({"titles": [name], "count": len(wanted)})


def _keep(
    unit: UnitOfWork, some: Iterable[Vetted], texts: dict[str, tuple[str, str]], known: dict[str, Property], name: str
) -> None:
    marked: dict[str, dict[tuple[int, int], str]] = {}
    for each in some:
        number = unit.next_number("fact")
        if each.proposal is None or each.claimed is None or not each.passed:
            unit.facts.add(_without_passage(each, number, known, name))
            continue
        fact = fact_of(each.proposal, number, each.article_id, "outside@1.0", known)
        unit.facts.add(replace(fact, origin=f"file:{name}"))
        text_id, text = texts[each.article_id]
        spans = marked.setdefault(each.article_id, {})
        if not spans:
            spans.update({(one.start, one.end): one.id for one in unit.queries.passages_of(each.article_id)})
        for start, end in each.proposal.evidence:
            if (start, end) not in spans:
                passage = unit.passages.add(passage_at(each.article_id, text_id, text, Span(start, end)))
                spans[start, end] = passage.id
            unit.evidence.add(Evidence(new_id(), 1, fact.id, spans[start, end]))


def _without_passage(each: Vetted, number: int, known: dict[str, Property], name: str) -> Fact:
    claimed = each.claimed
    assert claimed is not None  # noqa: S101 - may_enter says so
    said = Proposal(
        0, 0, one_line(each.row.values.get("value", "")), claimed.property, claimed.value, claimed.value_max,
        claimed.unit,
        subject=claimed.subject, place=claimed.place, lifecycle=claimed.lifecycle, modality=claimed.modality,
        as_of=claimed.as_of, target=claimed.target,
    )  # fmt: skip
    fact = fact_of(said, number, each.article_id, "outside@1.0", known)
    note = one_line(claimed.quote)
    return replace(fact, origin=f"file:{name}", qualifiers={}, note=note, confidence=0.0)


class _Shelf:
    """The articles of a project, found by whatever a file calls them."""

    def __init__(self, runner: ActionRunner, articles: Iterable[Article]) -> None:
        self._runner = runner
        self.articles = {each.id: each for each in articles}
        self._names: dict[str, list[str]] = {}
        for each in self.articles.values():
            stem = Path(each.file_name).stem
            for name in {each.id, f"A-{each.number:03d}", each.title, each.url, each.file_name, stem} - {""}:
                self._names.setdefault(plain(name), []).append(each.id)
        self._finders: dict[str, QuoteFinder] = {}

    def find(self, name: str, quote: str) -> Article | None:
        """The article of that name; without a name, or where several have it, the one that says the quote."""
        named = self._names.get(plain(name.strip()), []) if name.strip() else list(self.articles)
        if len(named) == 1:
            return self.articles[named[0]]
        saying = [each for each in named if any(place.score == 1 for place in self._finder(each).places(quote))]
        return self.articles[saying[0]] if len(saying) == 1 else None

    def text(self, article_id: str) -> str:
        """An article's text."""
        with self._runner.read() as queries:
            return _text_of(queries, article_id)[1]

    def _finder(self, article_id: str) -> QuoteFinder:
        if article_id not in self._finders:
            self._finders[article_id] = QuoteFinder(self.text(article_id))
        return self._finders[article_id]


def _text_of(queries: Queries, article_id: str) -> tuple[str, str]:
    text_id = queries.article(article_id).text_id
    return text_id, queries.text(text_id)


def _said_there(runner: ActionRunner, article_id: str) -> set[tuple[object, ...]]:
    """What facts with a passage in the article say, and where: the same from outside is no news."""
    with runner.read() as queries:
        facts = queries.facts_of(article_id)
        places = {each.id: (each.start, each.end) for each in queries.passages_of(article_id)}
        links = queries.evidence_of([fact.id for fact in facts])
    by_id = {fact.id: fact for fact in facts}
    return {
        (_identity(by_id[link.fact_id]), place)
        for link in links
        for place in [places.get(link.passage_id)]
        if place is not None
    }


def _identity(fact: Fact) -> tuple[object, ...]:
    return (fact.property, fact.amount, fact.lower, fact.upper, fact.unit, fact.text_value)


def _vetted(row: ClaimedRow, article: Article, checked: Checked, there: set[tuple[object, ...]]) -> Vetted:
    score = checked.quote.score if checked.quote else 0.0
    title = article.title
    if checked.proposal is None:
        reason = checked.refusal.value if checked.refusal else ""
        return Vetted(row, article.id, title, None, score, reason, checked.claimed)
    fact = fact_of(checked.proposal, 0, article.id, "", {})
    if any((_identity(fact), place) in there for place in checked.proposal.evidence):
        return Vetted(row, article.id, title, checked.proposal, score, THERE, checked.claimed)
    return Vetted(row, article.id, title, checked.proposal, score, "", checked.claimed)
