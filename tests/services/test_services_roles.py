"""What a passage does for its fact can be said, once, and taken back."""

from __future__ import annotations

import pytest
from services_project import Project

from maeditor.domain.errors import MissingRecordError, ValueTextError
from maeditor.domain.facts import Role
from maeditor.services import annotating, library, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.library import EvidenceView, FactView
from maeditor.services.telling import tell_action
from maeditor.wording import Wording


@pytest.fixture
def fact(project: Project) -> FactView:
    draft = FactDraft(project.article_id, project.span("Rifdata"), FactStatement("operator", "Nador", text_value="x"))
    done = annotating.record_fact(project.runner, draft)
    return library.fact_view(project.runner, done.record_ids("facts")[0])


def links(project: Project, fact: FactView) -> tuple[EvidenceView, ...]:
    return library.fact_view(project.runner, fact.fact.id).evidence


def test_another_role_is_one_action_of_its_fact_and_can_be_undone(project: Project, fact: FactView) -> None:
    done = annotating.set_role(project.runner, fact.evidence[0].id, Role.CONTRADICTS)
    assert [each.role for each in links(project, fact)] == [Role.CONTRADICTS]
    assert done.touches("facts"), "whoever holds the fact hears of it"
    assert fact.fact.label in tell_action(done.action, Wording("fr"))
    undoing.undo(project.runner)
    assert [each.role for each in links(project, fact)] == [Role.SUPPORTS]


def test_a_passage_has_each_role_once(project: Project, fact: FactView) -> None:
    done = annotating.attach_passage(
        project.runner, fact.fact.id, project.article_id, project.span("Rifdata"), Role.CONTEXT
    )
    other = done.record_ids("evidence")[0]
    with pytest.raises(ValueTextError):
        annotating.set_role(project.runner, other, Role.SUPPORTS)
    assert [each.role for each in links(project, fact)].count(Role.SUPPORTS) == 1
    annotating.set_role(project.runner, other, Role.CONTRADICTS)
    assert {each.role for each in links(project, fact)} == {Role.SUPPORTS, Role.CONTRADICTS}


def test_a_passage_that_is_gone_has_no_role(project: Project) -> None:
    with pytest.raises(MissingRecordError):
        annotating.set_role(project.runner, "nobody", Role.CONTEXT)
