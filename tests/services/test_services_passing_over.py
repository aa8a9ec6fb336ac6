"""Proposing again: each run would read the whole archive once more, or ask people what they have answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from article_heap import contents, heap, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Extraction
from maeditor.services import annotating, checkpoints, deleting, describing, library, reviewing, undoing
from maeditor.services.importing import import_paths
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner

EMPTY = "Rien encore\n\nLa mairie ne dit ni où ni quand, et personne ne le lui demande.\n"


@dataclass
class Counting:
    """The grammar, under a name of its own, with what it was given to read."""

    name: str = "grammar@9.1"
    read: list[str] = field(default_factory=list)

    def extract(self, text: str, language: str | None = None) -> Extraction:
        self.read.append(text)
        return GrammarExtractor().extract(text, language)


def test_what_gave_nothing_is_not_read_again(make_project: Callable[[str], Project]) -> None:
    runner, extractor = make_project(EMPTY).runner, Counting()
    for _ in range(2):
        report = propose_articles(runner, extractor=extractor)
        assert (report.total, report.done) == (0, None)
    assert len(extractor.read) == 1
    propose_articles(runner, extractor=extractor, again=True)
    assert len(extractor.read) == 2


def test_another_version_reads_all_again(make_project: Callable[[str], Project]) -> None:
    empty, full = make_project(EMPTY), make_project(texts(2)[1])
    for runner in (empty.runner, full.runner):
        propose_articles(runner, extractor=Counting())
        before = contents(runner)
        newer = Counting("grammar@9.2")
        propose_articles(runner, extractor=newer)
        propose_articles(runner, extractor=newer)
        assert len(newer.read) == 1
        assert [each["raw"] for each in contents(runner)] == [each["raw"] for each in before]


def test_a_run_that_was_taken_back_has_read_nothing(tmp_path: Path) -> None:
    """Also where it was done again, taken back once more, or left behind by a return to a checkpoint."""
    runner, extractor = heap(tmp_path, "retour", [*texts(3), EMPTY]), Counting()
    checkpoint = checkpoints.set_checkpoint(runner, "avant").action.id
    everything = 4

    def read_now() -> int:
        del extractor.read[:]
        propose_articles(runner, extractor=extractor)
        return len(extractor.read)

    assert read_now() == everything
    assert read_now() == 0
    undoing.undo(runner)
    undoing.redo(runner)
    assert read_now() == 0
    undoing.undo(runner)
    assert read_now() == everything
    checkpoints.return_to_checkpoint(runner, checkpoint)
    assert read_now() == everything
    assert read_now() == 0
    runner.store.close()


def test_an_article_in_another_language_is_read_again(make_project: Callable[[str], Project]) -> None:
    """A language that was guessed wrong may be why nothing was found."""
    project, extractor = make_project(EMPTY), Counting()
    propose_articles(project.runner, extractor=extractor)
    article = library.open_article(project.runner, project.article_id).article
    details = describing.ArticleDetails(article.title, language="en")
    describing.describe_article(project.runner, article.id, article.version, details)
    propose_articles(project.runner, extractor=extractor)
    assert len(extractor.read) == 2


def test_a_new_article_is_read_and_no_other(project: Project, tmp_path: Path) -> None:
    extractor = Counting()
    propose_articles(project.runner, extractor=extractor)
    file = tmp_path / "nouveau.txt"
    file.write_text(EMPTY, "utf-8")
    import_paths(project.runner, [file])
    propose_articles(project.runner, extractor=extractor)
    assert len(extractor.read) == 2
    assert extractor.read[1].startswith("Rien encore")


STEPS = ("accept", "reject", "defer", "delete", "correct", "again", "newer", "undo")


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=8))
def test_what_people_decided_stays_and_is_asked_once(
    make_project: Callable[[str], Project], steps: list[tuple[str, int]]
) -> None:
    """Whatever was decided, and however often it is read again, nothing stands there twice."""
    runner = make_project("Trois sites\n\n" + "".join(each.split("\n\n")[1] for each in texts(5))).runner
    first = propose_articles(runner).total
    places = {place(fact) for fact in visible(runner)}
    assert len(places) == first > 3
    for number, (what, which) in enumerate(steps):
        if what == "undo":
            undo_decision(runner)
        elif what == "again":
            propose_articles(runner, again=True)
        elif what == "newer":
            propose_articles(runner, extractor=Counting(f"grammar@9.{number}"))
        else:
            decide(runner, what, which)
        decided = {fact.id: fact for fact in visible(runner) if fact.state is not State.PROPOSED}
        propose_articles(runner, again=True)
        now = {fact.id: fact for fact in visible(runner)}
        assert {one: now.get(one) for one in decided} == decided
        found = [place(fact) for fact in now.values()]
        assert len(found) == len(set(found))
        assert set(found) <= places
    runner.store.close()


def visible(runner: ActionRunner) -> list[Fact]:
    return [view.fact for view in library.project_facts(runner)]


def place(fact: Fact) -> tuple[str, str]:
    return str(fact.qualifiers["found_at"]), fact.raw


def undo_decision(runner: ActionRunner) -> None:
    """Not the import: the article itself would be gone."""
    last = undoing.undoable(runner)
    if last is not None and last.kind != "import-articles":
        undoing.undo(runner)


def decide(runner: ActionRunner, what: str, which: int) -> None:
    facts = [fact for fact in visible(runner) if fact.state in {State.PROPOSED, State.DEFERRED}]
    if not facts:
        return
    fact = facts[which % len(facts)]
    if what == "accept":
        reviewing.accept_fact(runner, fact.id)
    elif what == "reject":
        reviewing.reject_fact(runner, fact.id)
    elif what == "defer" and fact.state is State.PROPOSED:
        reviewing.defer_fact(runner, fact.id)
    elif what == "delete":
        deleting.delete_fact(runner, fact.id)
    elif what == "correct":
        statement = annotating.FactStatement(fact.property, f"{fact.subject} bis", fact.quantity)
        annotating.correct_fact(runner, fact.id, fact.version, statement)
