"""Proposing again: each run would read the whole archive once more, or ask people what they have answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

import pytest
from article_heap import contents, heap, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Quantity
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Extraction, Proposal
from maeditor.services import annotating, checkpoints, deleting, describing, library, reviewing, undoing
from maeditor.services.answered import Answered, unanswered
from maeditor.services.importing import import_paths
from maeditor.services.proposed_facts import fact_of
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner

STATED = "Trois sites\n\nLe parc atteindra 4 MW en 2031 et emploiera 41 agents.\n"
EMPTY = "Rien encore\n\nLa mairie ne dit ni où ni quand, et personne ne le lui demande.\n"


@dataclass
class Counting:
    """The grammar, under a name of its own, with what it was given to read."""

    name: str = "grammar@9.1"
    before: int = 0
    after: int = 0
    """So many characters its spans are wider than the grammar's, or narrower, as far as their figures let them."""
    read: list[str] = field(default_factory=list)

    def extract(self, text: str, language: str | None = None) -> Extraction:
        self.read.append(text)
        found = GrammarExtractor().extract(text, language)
        return replace(found, proposals=tuple(self._moved(each, text) for each in found.proposals))

    def _moved(self, proposal: Proposal, text: str) -> Proposal:
        figures = [at for at in range(proposal.start, proposal.end) if text[at].isdigit()]
        first, last = (figures[0], figures[-1] + 1) if figures else (proposal.start, proposal.end)
        start = min(max(proposal.start - self.before, 0), first)
        end = max(min(proposal.end + self.after, len(text)), last)
        return replace(proposal, start=start, end=end, quote=text[start:end])


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


@pytest.mark.parametrize("wider", [(0, 0), (1, 1), (0, 9), (9, 0), (6, 6), (-3, -3)])
def test_what_was_decided_is_not_asked_again_where_a_newer_extractor_takes_other_spans(
    make_project: Callable[[str], Project], wider: tuple[int, int]
) -> None:
    """Or every release would ask a whole archive again."""
    runner = make_project(STATED).runner
    propose_articles(runner)
    power, agents = (next(each for each in visible(runner) if each.unit == unit) for unit in ("MW", "1"))
    reviewing.reject_fact(runner, power.id)
    reviewing.accept_fact(runner, agents.id)
    waiting = [said(each) for each in visible(runner) if each.state is State.PROPOSED]
    propose_articles(runner, extractor=Counting("grammar@9.2", *wider))
    assert [said(each) for each in visible(runner) if each.state is State.PROPOSED] == waiting


def test_what_was_corrected_is_known_by_what_it_was_proposed_as(make_project: Callable[[str], Project]) -> None:
    runner = make_project(STATED).runner
    propose_articles(runner)
    fact = next(each for each in visible(runner) if each.unit == "MW")
    other = annotating.FactStatement("count_other", "pylônes", Quantity.of(Decimal(7), "1"))
    annotating.correct_fact(runner, fact.id, fact.version, other)
    before = [fact.id for fact in visible(runner) if fact.state is not State.PROPOSED]
    propose_articles(runner, extractor=Counting("grammar@9.2", 2, 5))
    now = visible(runner)
    assert [each.id for each in now if each.state is not State.PROPOSED] == before
    assert not [each for each in now if each.state is State.PROPOSED and each.unit == "MW"]


def test_another_value_told_by_the_same_words_is_still_asked() -> None:
    """Of "de 10 à 20", of split cells, of a rank that is a count as well: one answer is none to the other."""
    text = "Le quai recevra de 10 à 20 navires."
    start, end = text.index("de 10"), text.index(" navires")
    ten, twenty = (
        Proposal(start, end, text[start:end], "count_other", Decimal(number), unit="1") for number in (10, 20)
    )
    rank = replace(ten, property="rank")
    fact = fact_of(ten, 1, "a", "grammar@9.1", {})
    answered = [Answered(fact, ((start, end),), (), lambda: fact)]
    assert unanswered((ten, twenty, rank), answered, text) == (twenty, rank)
    assert unanswered((rank, twenty), answered, text) == (twenty,)
    assert unanswered((twenty,), answered, text) == ()
    elsewhere = [Answered(fact, ((0, 2),), (), lambda: fact)]
    assert unanswered((ten, twenty), elsewhere, text) == (ten, twenty)


STEPS = ("accept", "reject", "defer", "delete", "correct", "again", "newer", "undo")


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), max_size=8),
    wider=st.tuples(st.integers(-3, 9), st.integers(-3, 9)),
)
def test_what_people_decided_stays_and_is_asked_once(
    make_project: Callable[[str], Project], steps: list[tuple[str, int]], wider: tuple[int, int]
) -> None:
    """Whatever was decided, however often it is read again and wherever spans then end, nothing stands there twice."""
    runner = make_project("Trois sites\n\n" + "".join(each.split("\n\n")[1] for each in texts(5))).runner
    first = propose_articles(runner).total
    places = {said(fact) for fact in visible(runner)}
    assert len(places) == first > 3
    for number, (what, which) in enumerate(steps):
        if what == "undo":
            undo_decision(runner)
        elif what == "again":
            propose_articles(runner, again=True)
        elif what == "newer":
            propose_articles(runner, extractor=Counting(f"grammar@9.{number}", *wider))
        else:
            decide(runner, what, which)
        decided = {fact.id: fact for fact in visible(runner) if fact.state is not State.PROPOSED}
        propose_articles(runner, again=True)
        now = {fact.id: fact for fact in visible(runner)}
        assert {one: now.get(one) for one in decided} == decided
        found = [said(fact) for fact in now.values()]
        assert len(found) == len(set(found))
        assert set(found) <= places
    runner.store.close()


def visible(runner: ActionRunner) -> list[Fact]:
    return [view.fact for view in library.project_facts(runner)]


def said(fact: Fact) -> tuple[str, str, str]:
    """Which of the facts it is: no two of the texts' say the same."""
    return fact.property, str(fact.quantity), fact.text_value


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
