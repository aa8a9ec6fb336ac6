"""A project's records as the plain rows of a workbook."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from maeditor.domain.articles import Article, TextVersion
from maeditor.domain.facts import Qualifiers, State
from maeditor.domain.values import Comparator
from maeditor.formats.workbook.content import CapacityRow, EvidenceRow, FactRow, SourceRow
from maeditor.services.figures import Grouping, figure_of
from maeditor.services.library import EvidenceView, FactView
from maeditor.services.proposed_facts import FOUND_AT


def article_label(article: Article) -> str:
    """The short number shown to people: A-007."""
    return f"A-{article.number:03d}"


def fact_row(view: FactView, articles: dict[str, Article], language: str) -> FactRow:
    """One fact with its first quote and that quote's source."""
    fact = view.fact
    first = telling_evidence(view)
    source = articles.get(first.passage.article_id if first else fact.article_id)
    return FactRow(
        number=fact.label,
        subject=fact.subject,
        property_label=view.property.label(language),
        property_key=fact.property,
        value=fact.raw,
        state=fact.state.value,
        fact_id=fact.id,
        version=fact.version,
        claim=fact.claim,
        comparator=fact.comparator.value if fact.comparator else "",
        amount=fact.amount,
        lower=fact.lower,
        upper=fact.upper,
        unit=fact.unit,
        text_value=fact.text_value,
        norm_amount=fact.norm_amount,
        norm_lower=fact.norm_lower,
        norm_upper=fact.norm_upper,
        norm_unit=fact.norm_unit,
        place=fact.place,
        object_entity=fact.object_entity,
        lifecycle=fact.lifecycle.value,
        modality=fact.modality.value,
        as_of=fact.as_of,
        target=fact.target,
        standing=fact.standing.value,
        reason=fact.reason,
        confidence=Decimal(str(round(fact.confidence, 3))),
        needs_look=fact.needs_look,
        quote=first.passage.exact if first else "",
        source_number=article_label(source) if source else "",
        source_title=source.title if source else "",
        source_publisher=source.publisher if source else "",
        source_date=source.published if source else "",
        source_url=source.url if source else "",
        evidence_count=len(view.evidence),
        reviewer=fact.reviewer,
        reviewed_at=fact.reviewed_at,
        duplicate_of=fact.duplicate_of,
        note=fact.note,
        qualifiers=_told(fact.qualifiers),
        origin=fact.origin,
    )


def telling_evidence(view: FactView) -> EvidenceView | None:
    """The passage that says the value, before others that only stand earlier."""
    return min(view.evidence, key=lambda each: each.passage.exact != view.fact.raw, default=None)


def evidence_row(view: FactView, link: EvidenceView, articles: dict[str, Article], language: str) -> EvidenceRow:
    """One passage of one fact."""
    passage = link.passage
    source = articles.get(passage.article_id)
    return EvidenceRow(
        fact_number=view.fact.label,
        subject=view.fact.subject,
        property_label=view.property.label(language),
        value=view.fact.raw,
        role=link.role.value,
        quote=passage.exact,
        start=passage.start,
        end=passage.end,
        evidence_id=link.id,
        fact_id=view.fact.id,
        passage_id=passage.id,
        prefix=passage.prefix,
        suffix=passage.suffix,
        source_number=article_label(source) if source else "",
        source_title=source.title if source else "",
        source_publisher=source.publisher if source else "",
        source_date=source.published if source else "",
        source_url=source.url if source else "",
        looks=view.fact.needs_look,
    )


def source_rows(articles: Iterable[tuple[Article, TextVersion]], views: Iterable[FactView]) -> Iterator[SourceRow]:
    """Each article with how many facts came of it."""
    facts: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for view in views:
        for article_id in {each.passage.article_id for each in view.evidence} or {view.fact.article_id}:
            facts[article_id] += 1
            accepted[article_id] += view.fact.state in {State.ACCEPTED, State.CORRECTED}
    for article, version in articles:
        yield SourceRow(
            number=article_label(article),
            title=article.title,
            article_id=article.id,
            publisher=article.publisher,
            author=article.author,
            published=article.published,
            language=article.language,
            url=article.url,
            file_name=article.file_name,
            imported_at=article.imported_at,
            characters=version.length,
            facts=facts[article.id],
            accepted=accepted[article.id],
            sha256=version.original_sha256,
        )


def capacity_rows(views: Iterable[FactView]) -> Iterator[CapacityRow]:
    """The power facts in megawatts, as the chart draws them."""
    for row in figure_of(views, Grouping.PLACE).rows:
        for point in row.points:
            fact = point.view.fact
            ranged = point.comparator is Comparator.RANGE
            yield CapacityRow(
                fact_number=fact.label,
                place=fact.place,
                subject=fact.subject,
                value=fact.raw,
                comparator=point.comparator.value,
                amount=None if ranged else point.high,
                lower=point.low if ranged else None,
                upper=point.high if ranged else None,
                lifecycle=fact.lifecycle.value,
                state=fact.state.value,
                as_of=fact.as_of,
                target=fact.target,
                source_title=point.view.evidence[0].article_title if point.view.evidence else "",
            )


def _told(qualifiers: Qualifiers) -> str:
    """What qualifiers say to a person; where the proposal stood is nothing to read."""
    told = {name: value for name, value in qualifiers.items() if name != FOUND_AT}
    return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""
