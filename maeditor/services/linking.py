"""Which facts a passage may be linked to instead of making a new one."""

from __future__ import annotations

from maeditor.domain.anchors import Span
from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.services.annotating import FactStatement
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner


def linkable(runner: ActionRunner, article_id: str, span: Span, statement: FactStatement) -> tuple[FactView, ...]:
    """The article's facts, then the project's that state the same property of the same subject.

    Rejected ones, and those that rest on the passage already, are left out.
    """
    here = library.article_facts(runner, article_id)
    with runner.read() as queries:
        alike = queries.facts_about([(statement.subject, statement.property)]) if statement.subject else ()
        known = {view.fact.id for view in here}
        others = library.views_of(queries, tuple(fact for fact in alike if fact.id not in known))
    return tuple(
        view
        for view in (*here, *others)
        if view.fact.state is not State.REJECTED and not _rests_on(view, article_id, span)
    )


def _rests_on(view: FactView, article_id: str, span: Span) -> bool:
    passages = (each.passage for each in view.evidence if each.passage.article_id == article_id)
    return any((passage.start, passage.end) == (span.start, span.end) for passage in passages)
