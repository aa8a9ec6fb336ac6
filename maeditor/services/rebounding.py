"""Moving the bounds of a passage: a fact keeps its evidence, which then begins or ends elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MissingRecordError, ValueTextError
from maeditor.services.agreeing import looked_at
from maeditor.services.annotating import passage_at
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork


def move_passage(runner: ActionRunner, evidence_id: str, span: Span) -> Done:
    """Let a fact's evidence rest on another span of the same text, as one action.

    A passage that other facts rest on stays for them. Whether the value stands in its passages is looked at anew.
    Raises ValueTextError where the fact rests on that span already, QuoteMismatchError outside of the text.
    """

    def work(unit: UnitOfWork) -> Row:
        link = unit.evidence.get(evidence_id)
        fact = unit.facts.get(link.fact_id)
        old = unit.passages.get(link.passage_id)
        article = unit.articles.find(old.article_id)
        if article is None:
            raise MissingRecordError("article_missing", id=old.article_id)
        known = unit.queries.passages_of(old.article_id)
        wanted = (old.text_id, span.start, span.end)
        there = next((each for each in known if (each.text_id, each.start, each.end) == wanted), None)
        links = unit.queries.evidence_of([fact.id])
        if there is not None and any((each.passage_id, each.role) == (there.id, link.role) for each in links):
            raise ValueTextError("evidence_exists", fact=fact.label)
        if there is None:
            there = passage_at(old.article_id, old.text_id, unit.queries.text(old.text_id), span)
            unit.passages.add(there)
        unit.evidence.replace(replace(link, passage_id=there.id))
        if not unit.queries.evidence_on([old.id]):
            unit.passages.remove(old)
        passages = unit.queries.passages(each.passage_id for each in unit.queries.evidence_of([fact.id]))
        seen = looked_at(fact, passages, article.language)
        if seen != fact:
            unit.facts.replace(seen)
        return {"facts": [fact.label]}

    return runner.run("move-passage", work)
