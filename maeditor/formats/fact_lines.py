"""A fact as one machine-readable line; the schema stands in docs/formats.md."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor.domain.articles import Passage
from maeditor.domain.facts import Fact, Role


def fact_line(fact: Fact, evidence: Iterable[tuple[Role, Passage, str]]) -> dict[str, object]:
    """The whole fact record with its evidence; what is not set is null."""
    return {
        "id": fact.id,
        "version": fact.version,
        "number": fact.label,
        "article": fact.article_id or None,
        "subject": fact.subject,
        "property": fact.property,
        "raw": fact.raw,
        "claim": fact.claim or None,
        "comparator": fact.comparator.value if fact.comparator else None,
        "amount": fact.amount,
        "lower": fact.lower,
        "upper": fact.upper,
        "unit": fact.unit or None,
        "text": fact.text_value or None,
        "normalised": {
            "amount": fact.norm_amount,
            "lower": fact.norm_lower,
            "upper": fact.norm_upper,
            "unit": fact.norm_unit or None,
        },
        "place": fact.place or None,
        "lifecycle": fact.lifecycle.value,
        "modality": fact.modality.value,
        "as_of": fact.as_of or None,
        "target": fact.target or None,
        "object": fact.object_entity or None,
        "state": fact.state.value,
        "standing": fact.standing.value,
        "reason": fact.reason or None,
        "confidence": round(fact.confidence, 4),
        "needs_look": fact.needs_look or None,
        "reviewer": fact.reviewer or None,
        "reviewed_at": fact.reviewed_at or None,
        "duplicate_of": fact.duplicate_of or None,
        "note": fact.note or None,
        "origin": fact.origin,
        "qualifiers": dict(sorted(fact.qualifiers.items())),
        "evidence": [
            {
                "role": role.value,
                "article": passage.article_id,
                "title": title,
                "start": passage.start,
                "end": passage.end,
                "exact": passage.exact,
                "prefix": passage.prefix,
                "suffix": passage.suffix,
            }
            for role, passage, title in evidence
        ],
    }
