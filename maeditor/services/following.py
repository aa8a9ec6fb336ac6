"""Where a link into the program leads: into which project, to which article and fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maeditor.domain.errors import LinkError, MaeditorError
from maeditor.domain.links import Link, Target
from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner


@dataclass(frozen=True, slots=True)
class Place:
    """An article and, where the link names one, its fact; a fact without a passage or an article has none."""

    article_id: str
    fact_id: str = ""


def place_of(runner: ActionRunner, link: Link) -> Place:
    """Where a link leads in an open project. Raises LinkError where what it names is not in it, or was deleted."""
    with runner.read() as queries:
        if link.target is Target.ARTICLE:
            articles = {each.id for each in queries.articles()}
            if link.id in articles:
                return Place(link.id)
        else:
            for fact in queries.facts_by_id([link.id]):
                if not fact.hidden:
                    passages = queries.passages(each.passage_id for each in queries.evidence_of([fact.id]))
                    homes = [each.article_id for each in passages]
                    return Place(fact.article_id or next(iter(homes), ""), fact.id)
    raise LinkError("link_target_missing", text=str(link))


def project_with(link: Link, projects: Iterable[str]) -> str | None:
    """The first of these projects that holds what a link names; one that cannot be opened is passed over."""
    for project in projects:
        try:
            runner = open_project(project)
        except MaeditorError:
            continue
        try:
            place_of(runner, link)
        except MaeditorError:
            continue
        else:
            return project
        finally:
            runner.store.close()
    return None
