"""Passages and facts by hand: record a fact from a passage, attach another passage, correct what a fact says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maeditor.domain import dates, review
from maeditor.domain.anchors import Anchor, Span
from maeditor.domain.articles import Article, Passage
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MissingRecordError, ValueTextError
from maeditor.domain.facts import Evidence, Fact, Lifecycle, Role, State, normalised
from maeditor.domain.plain_text import one_line, some_lines
from maeditor.domain.record import new_id
from maeditor.domain.values import Quantity
from maeditor.services.agreeing import looked_at
from maeditor.services.reviewing import seen_fact
from maeditor.services.runner import ActionRunner, catalogue_of

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FactStatement:
    """What a person says in the fact form; a value is a quantity or a text (EDTF for dates)."""

    property: str
    subject: str
    quantity: Quantity | None = None
    text_value: str = ""
    raw: str = ""
    place: str = ""
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    as_of: str = ""
    target: str = ""
    note: str = ""

    def stated_in(self, fact: Fact) -> Fact:
        """The fact with this statement in place of its own."""
        value = self.quantity
        return replace(
            fact,
            property=self.property,
            subject=one_line(self.subject),
            comparator=value.comparator if value else None,
            amount=value.amount if value else None,
            lower=value.lower if value else None,
            upper=value.upper if value else None,
            unit=value.unit if value else "",
            text_value=self.text_value,
            raw=self.raw or fact.raw,
            place=one_line(self.place),
            lifecycle=self.lifecycle,
            as_of=self.as_of,
            target=self.target,
            note=some_lines(self.note),
        )


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact about to be recorded from a passage."""

    article_id: str
    span: Span
    statement: FactStatement
    evidence_spans: tuple[Span, ...] = field(default=())


def record_fact(runner: ActionRunner, draft: FactDraft) -> Done:
    """Record a person's fact with its passage; it is accepted, for a person made it."""

    def work(unit: UnitOfWork) -> Row:
        at = runner.clock()
        number = unit.next_number("fact")
        blank = Fact(
            new_id(), 1, number, draft.article_id, "", draft.statement.property, "", State.PROPOSED, confidence=1.0
        )
        article = _article(unit, draft.article_id)
        passage = _mark(unit, article, draft.span)
        statement = replace(draft.statement, raw=draft.statement.raw or passage.exact)
        stated = looked_at(_normalised(unit, statement.stated_in(blank)), [passage], article.language)
        fact = review.accepted(stated, runner.editor, at)
        unit.facts.add(fact)
        for marked in (passage, *(_mark(unit, article, span) for span in draft.evidence_spans)):
            unit.evidence.add(Evidence(new_id(), 1, fact.id, marked.id))
        return {"facts": [fact.label]}

    return runner.run("record-fact", work)


def attach_passage(runner: ActionRunner, fact_id: str, article_id: str, span: Span, role: Role = Role.SUPPORTS) -> Done:
    """Attach a passage to an existing fact as evidence."""

    def work(unit: UnitOfWork) -> Row:
        fact = seen_fact(unit, fact_id, None)
        passage = _mark(unit, _article(unit, article_id), span)
        if any((link.passage_id, link.role) == (passage.id, role) for link in unit.queries.evidence_of([fact_id])):
            raise ValueTextError("evidence_exists", fact=fact.label)
        unit.evidence.add(Evidence(new_id(), 1, fact_id, passage.id, role))
        return {"facts": [fact.label]}

    return runner.run("attach-passage", work)


def remove_evidence(runner: ActionRunner, evidence_id: str) -> Done:
    """Detach a passage from its fact; the fact stays, marked as without a passage if it was the last."""

    def work(unit: UnitOfWork) -> Row:
        link = unit.evidence.get(evidence_id)
        fact = unit.facts.get(link.fact_id)
        detach(unit, link)
        return {"facts": [fact.label]}

    return runner.run("remove-evidence", work)


def set_role(runner: ActionRunner, evidence_id: str, role: Role) -> Done:
    """Say what a passage does for its fact: support it, contradict it, or stand there for context."""

    def work(unit: UnitOfWork) -> Row:
        link = unit.evidence.get(evidence_id)
        fact = unit.facts.get(link.fact_id)
        others = (each for each in unit.queries.evidence_of([fact.id]) if each.id != link.id)
        if any((each.passage_id, each.role) == (link.passage_id, role) for each in others):
            raise ValueTextError("evidence_exists", fact=fact.label)
        unit.evidence.replace(replace(link, role=role))
        return {"facts": [fact.label]}

    return runner.run("set-evidence-role", work)


def correct_fact(runner: ActionRunner, fact_id: str, version: int, statement: FactStatement, reason: str = "") -> Done:
    """Change what a fact says; a proposal so changed is corrected. A reason settles that no passage says it.

    Raises StaleRecordError if the fact moved on since ``version``.
    """

    def work(unit: UnitOfWork) -> Row:
        fact = seen_fact(unit, fact_id, version)
        passages = unit.queries.passages(link.passage_id for link in unit.queries.evidence_of([fact_id]))
        stated = _normalised(unit, replace(statement.stated_in(fact), needs_look=""))
        stated = looked_at(stated, passages, _language(unit, fact.article_id))
        if reason and stated.needs_look == review.NEEDS_REASON:
            stated = replace(stated, needs_look="", reason=reason)
        unit.facts.replace(review.corrected(fact, stated, runner.editor, runner.clock()))
        return {"facts": [fact.label]}

    return runner.run("correct-fact", work)


def detach(unit: UnitOfWork, link: Evidence) -> None:
    """Remove evidence, and its passage if nothing else rests on it."""
    unit.evidence.remove(link)
    if not unit.queries.evidence_on([link.passage_id]):
        unit.passages.remove(unit.passages.get(link.passage_id))


def _article(unit: UnitOfWork, article_id: str) -> Article:
    article = unit.articles.find(article_id)
    if article is None or article.hidden:
        raise MissingRecordError("article_missing", id=article_id)
    return article


def _mark(unit: UnitOfWork, article: Article, span: Span) -> Passage:
    """Add a passage, verified against the article's text; the same span marked before is used again."""
    known = unit.queries.passage_on(article, span.start, span.end)
    if known is not None:
        return known
    passage = passage_at(article.id, article.text_id, unit.queries.text(article.text_id), span)
    unit.passages.add(passage)
    return passage


def passage_at(article_id: str, text_id: str, text: str, span: Span) -> Passage:
    """Build the passage of a span, quote and context read off the text. Raises QuoteMismatchError outside of it."""
    anchor = Anchor.of(text, span)
    return Passage(new_id(), 1, article_id, text_id, span.start, span.end, anchor.exact, anchor.prefix, anchor.suffix)


def _language(unit: UnitOfWork, article_id: str) -> str:
    article = unit.articles.find(article_id)
    return article.language if article else ""


def _normalised(unit: UnitOfWork, fact: Fact) -> Fact:
    """The fact with its value in the base unit. Raises ValueTextError for a date that is none or a foreign unit."""
    for date in filter(None, (fact.as_of, fact.target)):
        if not dates.is_edtf(date):
            raise ValueTextError("date_unreadable", text=date)
    known = catalogue_of(unit.queries).get(fact.property)
    if known is None:
        return replace(fact, norm_amount=None, norm_lower=None, norm_upper=None, norm_unit="")
    return normalised(fact, known)
