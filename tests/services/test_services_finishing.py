"""« Marquer relu »: an article would count as done with a fact undecided, or its figures be lost for good."""

from __future__ import annotations

import pytest
from restructured import propose, whole
from services_project import Project

from maeditor.domain.dismissals import DismissalReason
from maeditor.domain.errors import MissingRecordError, ReviewError, ValueTextError
from maeditor.services import deleting, finishing, library, reviewing, undoing
from maeditor.services.telling import tell_action
from maeditor.wording import Wording


def test_what_is_left_is_dismissed_as_one_action_and_the_article_is_done(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    reviewing.accept_fact(project.runner, fact_id)
    left = finishing.remaining(project.runner, project.article_id)
    before = whole(project.runner)
    assert left.undecided == 0
    assert "40 MW" in {each.text for each in left.left}
    spans = [each.span for each in left.left]
    done = finishing.finish_article(project.runner, project.article_id, spans, DismissalReason.CONTEXT)
    assert finishing.remaining(project.runner, project.article_id).done
    assert str(len(spans)) in tell_action(done.action, Wording("fr"))
    assert library.articles(project.runner)[0].title in tell_action(done.action, Wording("en"))
    undoing.undo(project.runner)
    assert whole(project.runner) == before


def test_a_fact_that_waits_keeps_the_article_open_and_nothing_is_done(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    before = whole(project.runner)
    left = finishing.remaining(project.runner, project.article_id)
    spans = [each.span for each in left.left]
    assert left.undecided == 1
    with pytest.raises(ReviewError) as refused:
        finishing.finish_article(project.runner, project.article_id, spans, DismissalReason.CONTEXT)
    assert "1" in Wording("fr").say(f"error.{refused.value.key}", **refused.value.details)
    reviewing.defer_fact(project.runner, fact_id)
    assert finishing.remaining(project.runner, project.article_id).undecided == 1
    reviewing.reopen_fact(project.runner, fact_id)
    assert whole(project.runner) == before


def test_another_reason_must_be_said(project: Project) -> None:
    spans = [each.span for each in finishing.remaining(project.runner, project.article_id).left]
    with pytest.raises(ValueTextError):
        finishing.finish_article(project.runner, project.article_id, spans, DismissalReason.OTHER, "  ")
    done = finishing.finish_article(project.runner, project.article_id, spans, DismissalReason.OTHER, "hors champ")
    assert done.touches("dismissals")


def test_an_article_deleted_meanwhile_is_not_finished(project: Project) -> None:
    spans = [each.span for each in finishing.remaining(project.runner, project.article_id).left]
    deleting.delete_article(project.runner, project.article_id)
    with pytest.raises(MissingRecordError):
        finishing.finish_article(project.runner, project.article_id, spans, DismissalReason.CONTEXT)
