"""Figures put aside: an editor would look at the same figure twice, or lose why it was left, if these failed."""

from __future__ import annotations

import pytest
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.domain.errors import MissingRecordError, QuoteMismatchError, ValueTextError
from maeditor.services import dismissing, undoing
from maeditor.services.checking import check_project
from maeditor.services.dismissing import LONGEST_NAME
from maeditor.services.journal_rows import journal_rows
from maeditor.services.telling import tell_action
from maeditor.wording import LANGUAGES, Wording

REPEATED, OTHER = DismissalReason.REPEATED, DismissalReason.OTHER


def kept(project: Project) -> tuple[Dismissal, ...]:
    with project.runner.read() as queries:
        return queries.dismissals_of(project.article_id)


def told(done: Done, language: str = "fr") -> str:
    return tell_action(done.action, Wording(language))


def test_a_figure_is_put_aside_with_its_quote_and_taken_back(project: Project) -> None:
    done = dismissing.dismiss(project.runner, project.article_id, project.span("340"), OTHER, " hors du projet ")
    assert done.action.kind == "dismiss-figure"
    (one,) = kept(project)
    assert (one.exact, one.reason, one.note) == ("340", OTHER, "hors du projet")
    assert one.anchor.holds_in(project.text)
    back = dismissing.take_back(project.runner, [one.id, one.id])
    assert kept(project) == ()
    for language in LANGUAGES:
        assert "340" in told(done, language)
        assert "340" in told(back, language)
    assert check_project(project.runner) == ()


def test_undo_and_redo_hold_after_closing(project: Project) -> None:
    spans = [project.span("340"), project.span("2028"), project.span("340")]
    done = dismissing.dismiss_all(project.runner, project.article_id, spans, REPEATED)
    assert [each.exact for each in kept(project)] == ["2028", "340"]
    assert "2" in told(done)
    project.reopen()
    undoing.undo(project.runner)
    assert kept(project) == ()
    undoing.redo(project.runner)
    assert [each.reason for each in kept(project)] == [REPEATED, REPEATED]
    dismissing.take_back(project.runner, [kept(project)[0].id])
    undoing.undo(project.runner)
    assert len(kept(project)) == 2
    assert check_project(project.runner) == ()


def test_what_cannot_be_leaves_nothing_behind(project: Project) -> None:
    run, article = project.runner, project.article_id
    dismissing.dismiss(run, article, project.span("340"), REPEATED)
    with pytest.raises(ValueTextError, match="figure_dismissed"):
        dismissing.dismiss_all(run, article, [project.span("2028"), project.span("340")], REPEATED)
    with pytest.raises(ValueTextError, match="dismissal_without_note"):
        dismissing.dismiss(run, article, project.span("2028"), OTHER, " ")
    with pytest.raises(QuoteMismatchError):
        dismissing.dismiss(run, article, Span(len(project.text), len(project.text) + 1), REPEATED)
    with pytest.raises(MissingRecordError):
        dismissing.dismiss(run, "nobody", Span(0, 1), REPEATED)
    with pytest.raises(MissingRecordError):
        dismissing.take_back(run, [kept(project)[0].id, "nobody"])
    assert [each.exact for each in kept(project)] == ["340"]


def test_a_long_quote_is_cut_in_the_sentence_about_it(project: Project) -> None:
    start = project.text.index("La première")
    done = dismissing.dismiss(project.runner, project.article_id, Span(start, start + 60), REPEATED)
    assert len(done.action.details["quotes"][0]) <= LONGEST_NAME
    assert "…" in told(done)


def test_the_journal_says_which_figure_of_which_article_and_why(project: Project) -> None:
    dismissing.dismiss(project.runner, project.article_id, project.span("340"), OTHER, "compté ailleurs")
    with project.runner.read() as queries:
        actions = [(action, queries.journal.changes(action.id)) for action in queries.journal.actions()]
    rows = list(journal_rows(reversed(actions), lambda action: action.kind))
    (row,) = [row for row in rows if row.field == "dismissals"]
    assert row.about == "A-001"
    assert row.after == "340 · other · compté ailleurs"
    assert not row.before
