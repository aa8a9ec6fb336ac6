"""The first page's reads answer as the store's own: an editor would see other records than there are if one did not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from project_files import execute
from store_samples import a_fact, a_passage, a_property, import_article, put_article, record_fact

from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.domain.facts import Evidence, State
from maeditor.domain.record import new_id
from maeditor.domain.sheets import Sheet
from maeditor.store import first_page
from maeditor.store.engine import Store, open_store
from maeditor.store.first_page import FirstQueries
from maeditor.store.queries import Queries
from maeditor.store.sqlite_files import connect_file, prepare


@pytest.fixture
def worked_in(project_file: Path) -> Iterator[Store]:
    """Two articles and a hidden one; facts in several states, hidden, without article; a dismissed figure."""
    store = open_store(project_file)
    article, version, _ = import_article(store)
    other, other_version, _ = import_article(store, "Une autre salle vise 7 MW à Fès, dit-on là-bas.")
    record_fact(store, article, version)
    record_fact(store, article, version, state=State.ACCEPTED, subject="Autre parc")
    record_fact(store, other, state=State.REJECTED)
    record_fact(store, other, hidden=True)
    record_fact(store)
    with store.write() as unit:
        unit.begin_action("delete-article", "Inès")
        gone, _version = put_article(unit, "Un article que personne ne garde.")
        unit.facts.add(a_fact(unit, gone))
        unit.articles.replace(replace(gone, hidden=True))
        unit.properties.add(a_property())
        unit.properties.add(replace(a_property("autre"), hidden=True))
        spot = a_passage(other_version, 22, 26, "Une autre salle vise 7 MW à Fès, dit-on là-bas.")
        unit.sheets.add_all(
            Sheet(each, 1, each, position, listing={"states": ["accepted"]}, columns=("value",), hidden=each == "c")
            for each, position in (("a", 3), ("b", 1), ("c", 2))
        )
        unit.dismissals.add(
            Dismissal(
                new_id(), 1, other.id, spot.text_id, spot.start, spot.end,
                spot.exact, spot.prefix, spot.suffix, DismissalReason.CONTEXT,
            )
        )  # fmt: skip
        fact = a_fact(unit, article)
        unit.facts.add(fact)
        for start in (0, 3, 8):
            passage = a_passage(version, start, start + 5)
            unit.passages.add(passage)
            unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
        unit.finish_action()
    yield store
    store.close()


@pytest.fixture
def ours(worked_in: Store, project_file: Path) -> Iterator[FirstQueries]:
    """The first page's reads of that project; they may ask nobody else."""

    def others() -> Queries:
        raise AssertionError("the store itself was asked")

    with closing(connect_file(project_file, "ro", 5)) as connection:
        prepare(connection, 5, writes=False)
        yield FirstQueries(connection, others)


@pytest.fixture(params=[None, 2], ids=["at once", "in pieces"])
def pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long lists are asked for in several statements: the answer must not show it."""
    if request.param is not None:
        monkeypatch.setattr(first_page, "MOST", request.param)
        monkeypatch.setattr(first_page, "PAIRS", 1)


@pytest.mark.usefixtures("pieces")
def test_every_read_of_the_first_page_says_what_the_store_says(worked_in: Store, ours: FirstQueries) -> None:
    with worked_in.read() as theirs:
        assert (ours.meta("name"), ours.meta("nothing")) == (theirs.meta("name"), None)
        assert ours.mark() == theirs.mark()
        assert ours.mark().commits == theirs.commits() > 0
        assert len(ours.articles()) == 2
        assert ours.articles() == theirs.articles()
        articles = ours.articles(include_hidden=True)
        assert articles == theirs.articles(include_hidden=True)
        assert ours.counts() == theirs.counts()
        assert ours.facts_by_article() == theirs.facts_by_article()
        assert len(ours.properties()) == 1
        assert len(ours.sheets()) == 2
        assert ours.sheets() == theirs.sheets()
        assert ours.sheets(include_hidden=True) == theirs.sheets(include_hidden=True)
        assert ours.properties() == theirs.properties()
        assert ours.properties(include_hidden=True) == theirs.properties(include_hidden=True)
        ids = [each.id for each in articles]
        assert ours.listing.articles([*ids, "gone"]) == theirs.listing.articles([*ids, "gone"])
        for article in articles:
            assert ours.article(article.id) == article
            assert ours.text_version(article.text_id) == theirs.text_version(article.text_id)
            assert ours.text(article.text_id) == theirs.text(article.text_id)
            passages = ours.passages_of(article.id)
            assert passages == theirs.passages_of(article.id)
            reversed_ids = [each.id for each in reversed(passages)]
            assert ours.passages([*reversed_ids, "gone"]) == theirs.passages([*reversed_ids, "gone"])
            assert {*ours.evidence_on(reversed_ids)} == {*theirs.evidence_on(reversed_ids)}
            assert ours.dismissals_of(article.id) == theirs.dismissals_of(article.id)
        facts = [fact for each in (*ids, "") for fact in ours.facts_of(each, include_hidden=True)]
        assert len(facts) == 7
        for each in (*ids, ""):
            assert ours.facts_of(each) == theirs.facts_of(each)
            assert ours.facts_of(each, include_hidden=True) == theirs.facts_of(each, include_hidden=True)
        for fact in facts:
            assert ours.fact(fact.id) == fact == theirs.fact(fact.id)
        fact_ids = [fact.id for fact in reversed(facts)]
        assert ours.facts_by_id([*fact_ids, "gone"]) == theirs.facts_by_id([*fact_ids, "gone"])
        assert ours.evidence_of(fact_ids) == theirs.evidence_of(fact_ids)
        about = [(fact.subject, fact.property) for fact in facts]
        # Each half is somebody's, the pair is nobody's.
        crossed = [("Autre parc", "nothing"), ("Nobody", about[0][1])]
        assert ours.facts_about([*about, *crossed]) == theirs.facts_about([*about, *crossed])
        assert ours.facts_about(crossed) == ()


def test_a_record_that_is_gone_is_told_in_the_same_words(ours: FirstQueries) -> None:
    for asked in (ours.article, ours.fact, ours.text_version, ours.text):
        with pytest.raises(MissingRecordError, match="record_missing"):
            asked("gone")


def test_a_text_that_is_gone_or_differs_is_never_shown(ours: FirstQueries, project_file: Path) -> None:
    text_id = ours.articles()[0].text_id
    execute(project_file, "UPDATE blobs SET data = x'00'")
    with pytest.raises(ProjectError, match="text_damaged"):
        ours.text(text_id)
    execute(project_file, "DELETE FROM blobs")
    with pytest.raises(ProjectError, match="text_missing"):
        ours.text(text_id)


def test_a_state_that_there_is_not_is_damage(ours: FirstQueries, project_file: Path) -> None:
    execute(project_file, "PRAGMA ignore_check_constraints=ON", "UPDATE facts SET state = 'perhaps'")
    for asked in (ours.counts, ours.facts_by_article):
        with pytest.raises(ProjectError, match="project_damaged"):
            asked()


def test_any_other_read_goes_on_to_the_store(worked_in: Store, project_file: Path) -> None:
    with closing(sqlite3.connect(project_file)) as connection, worked_in.read() as theirs:
        first = FirstQueries(connection, lambda: theirs)
        assert first.commits() == theirs.commits()
        assert first.listing.highest() == theirs.listing.highest()
