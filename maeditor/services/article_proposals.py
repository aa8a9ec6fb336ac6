"""What proposing changes in one article: worked out of what was read, then stored with whatever people decided kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from maeditor.domain.anchors import Span
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.extraction.interface import Extraction, Proposal
from maeditor.services.annotating import detach, passage_at
from maeditor.services.answered import Answered, unanswered
from maeditor.services.proposed_facts import FOUND_AT, fact_of, spans_of

if TYPE_CHECKING:
    from maeditor.domain.articles import Passage
    from maeditor.store.queries import Queries
    from maeditor.store.readings import Reading
    from maeditor.store.unit_of_work import UnitOfWork

UNTOUCHING = frozenset({"propose-facts", "undo", "redo"})


@dataclass(frozen=True, slots=True)
class Asked:
    """An article's text, given out to be read."""

    article_id: str
    text_id: str
    language: str
    text: str

    def reading(self, extractor: str, action_id: str) -> Reading:
        """What is remembered of it where it gives nothing."""
        from maeditor.store.readings import Reading

        return Reading(self.text_id, self.language, extractor, action_id)


@dataclass(frozen=True, slots=True)
class ArticleProposals:
    """What proposing changes in one article, worked out before the store is touched."""

    asked: Asked
    seen: frozenset[str]
    stale: tuple[Fact, ...]
    new: tuple[Proposal, ...]
    known: Mapping[str, Property]
    extractor: str

    @property
    def changes(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.stale or self.new)

    def store_in(self, unit: UnitOfWork, weigh: Callable[[Fact], Fact]) -> int:
        """Write it and tell how many are new: none where somebody else proposed for the article meanwhile.

        ``weigh`` gives each new fact the confidence that decisions taught.
        """
        article_id, text_id, text = self.asked.article_id, self.asked.text_id, self.asked.text
        article = unit.articles.find(article_id)
        if article is None or article.hidden:
            return 0
        there = {fact.id: fact for fact in unit.queries.facts_of(article_id)}
        if any(is_ours(fact) and fact.id not in self.seen for fact in there.values()):
            return 0
        for fact in self.stale:
            if there.get(fact.id) != fact:
                continue  # decided or changed meanwhile: it stays
            for link in unit.queries.evidence_of([fact.id]):
                detach(unit, link)
            unit.facts.remove(fact)
        marked = {(each.start, each.end): each for each in unit.queries.passages_of(article_id)}
        facts, passages, links = [], [], []
        for proposal in self.new:
            fact = fact_of(proposal, unit.next_number("fact"), article_id, self.extractor, self.known)
            facts.append(weigh(fact))
            for start, end in spans_of(proposal):
                passage = marked.get((start, end))
                if passage is None:
                    passage = passage_at(article_id, text_id, text, Span(start, end))
                    marked[start, end] = passage
                    passages.append(passage)
                links.append(Evidence(new_id(), 1, fact.id, passage.id))
        unit.passages.add_all(passages)
        unit.facts.add_all(facts)
        unit.evidence.add_all(links)
        return len(facts)


def prepare(
    queries: Queries,
    asked: Asked,
    extraction: Extraction,
    extractor: str,
    known: Mapping[str, Property],
    *,
    again: bool,
) -> ArticleProposals | None:
    """Work it out; None where the article is gone, or was read by somebody else while it was read for us."""
    found = queries.readings.articles([asked.article_id])
    if not found or (found[0].text_id, found[0].language) != (asked.text_id, asked.language):
        return None
    if not again and queries.readings.proposed(extractor, [asked.article_id]):
        return None
    facts = queries.facts_of(asked.article_id, include_hidden=True)
    deleted = [fact for fact in facts if fact.hidden]
    facts = tuple(fact for fact in facts if not fact.hidden)
    passages: dict[str, Passage] = {each.id: each for each in queries.passages_of(asked.article_id)}
    links = queries.evidence_of([fact.id for fact in facts])
    stale = tuple(fact for fact in facts if is_ours(fact) and not _is_touched(queries, fact))
    gone = {fact.id for fact in stale}
    kept = [fact for fact in facts if fact.id not in gone]
    shown_by: dict[str, list[tuple[int, int]]] = {}
    for link in links:
        if link.passage_id in passages:
            passage = passages[link.passage_id]
            shown_by.setdefault(link.fact_id, []).append((passage.start, passage.end))
    # What a person deleted is decided, too.
    answered = (
        Answered(fact, _found_at(fact), tuple(shown_by.get(fact.id, ())), partial(_as_proposed, queries, fact))
        for fact in (*kept, *deleted)
    )
    new = unanswered(extraction.proposals, answered, asked.text)
    return ArticleProposals(asked, frozenset(fact.id for fact in facts), stale, new, known, extractor)


def is_ours(fact: Fact) -> bool:
    """Tell whether an extractor proposed it."""
    return fact.origin.startswith("rule:")


def _is_touched(queries: Queries, fact: Fact) -> bool:
    """Tell whether a person has done anything with a proposal; its proposing taken back and done again is nothing."""
    if fact.state is not State.PROPOSED:
        return True
    return any(action.kind not in UNTOUCHING for action, _change in queries.journal.history("facts", fact.id))


def _found_at(fact: Fact) -> tuple[tuple[int, int], ...]:
    """Where its proposal stood: what a person decided about it is not proposed again, whatever it says by now."""
    spans = fact.qualifiers.get(FOUND_AT)
    whole = [span for span in spans if isinstance(span, list) and len(span) == 2] if isinstance(spans, list) else []
    return tuple((int(start), int(end)) for start, end in whole)


def _as_proposed(queries: Queries, fact: Fact) -> Fact:
    """What it said before people changed it; a decision alone changes nothing that is said."""
    if not is_ours(fact) or (fact.state in {State.ACCEPTED, State.REJECTED} and fact.version <= 2):
        return fact
    from maeditor.store.codec import FACTS

    rows = (change.after for _action, change in queries.journal.history("facts", fact.id))
    first = next((row for row in rows if row is not None), None)
    return fact if first is None else FACTS.from_row(first)
