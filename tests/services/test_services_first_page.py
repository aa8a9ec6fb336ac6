"""The first page read without the store: an editor would see other articles and facts than there are if it failed."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from services_project import Project

from maeditor.domain.dismissals import DismissalReason
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.services import annotating, deleting, dismissing, library, listing, omissions, reviewing, undoing
from maeditor.services.importing import import_paths
from maeditor.services.projects import open_project, open_to_show
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner
from maeditor.services.sample import build_sample
from maeditor.store import signature
from maeditor.store.deferred import open_deferred
from maeditor.store.engine import Store

ARABIC = """مركز بيانات جديد في أكادير

تخطط الشركة لمركز بيانات بقدرة ٤٠ ميغاواط في أكادير سنة ٢٠٢٨. ويشغل الموقع ١٢٠ شخصا.
"""


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project with an Arabic article, and with facts accepted, rejected, undone, detached and dismissed."""
    folder = tmp_path_factory.mktemp("first")
    path = folder / "exemple.maed"
    build_sample(path)
    (folder / "arabe.txt").write_text(ARABIC, "utf-8")
    runner = open_project(path, editor="Amina")
    added = import_paths(runner, [folder / "arabe.txt"]).article_ids
    propose_articles(runner, added)
    first = library.articles(runner)[0].id
    views = library.article_facts(runner, first)
    for view, decide in zip(views, (reviewing.accept_fact, reviewing.reject_fact, reviewing.defer_fact), strict=False):
        decide(runner, view.fact.id, view.fact.version)
    reviewing.accept_fact(runner, views[3].fact.id, views[3].fact.version)
    undoing.undo(runner)
    annotating.remove_evidence(runner, views[4].evidence[0].id)
    figure = omissions.account_of(runner, first).left[0]
    dismissing.dismiss(runner, first, figure.span, next(iter(DismissalReason)), "")
    last = library.articles(runner)[1].id
    undone = import_paths(runner, [_another(folder)]).article_ids
    assert undone
    undoing.undo(runner)
    assert library.articles(runner)[1].id == last
    deleting.delete_article(runner, last)
    runner.store.close()
    return path


def _another(folder: Path) -> Path:
    path = folder / "autre.txt"
    path.write_text("Une autre salle\n\nElle atteindrait 7 MW à Fès.\n", "utf-8")
    return path


@pytest.fixture
def both(worked_on: Path) -> Iterator[tuple[ActionRunner, ActionRunner]]:
    """The same project by the store, and as the first page reads it."""
    whole, first = open_project(worked_on, editor="Amina"), open_to_show(worked_on, editor="Amina")
    assert not first.awake
    yield whole, first
    whole.store.close()
    first.store.close()


def test_the_first_page_is_what_the_store_says(both: tuple[ActionRunner, ActionRunner]) -> None:
    whole, first = both
    assert library.totals(first) == library.totals(whole)
    cards = library.articles(first)
    assert cards == library.articles(whole)
    assert {"ar", "fr"} <= {card.language for card in cards}
    for card in cards:
        opened = library.open_article(first, card.id)
        assert opened == library.open_article(whole, card.id)
        assert library.article_facts(first, card.id) == library.article_facts(whole, card.id)
        assert omissions.dismissals(first, card.id) == omissions.dismissals(whole, card.id)
        passages = [link.passage for view in opened.facts for link in view.evidence]
        assert library.surroundings(first, passages, 40) == library.surroundings(whole, passages, 40)
        for view in opened.facts[:5]:
            assert library.fact_view(first, view.fact.id) == library.fact_view(whole, view.fact.id)
    assert library.properties(first) == library.properties(whole)
    assert not first.awake, "something on the first page asked the store itself"


def test_each_read_answers_as_the_stores_own(both: tuple[ActionRunner, ActionRunner]) -> None:
    whole, first = both
    with whole.read() as theirs, first.read() as ours:
        articles = theirs.articles(include_hidden=True)
        assert len(articles) > len(theirs.articles()), "a deleted article is hidden"
        assert ours.articles(include_hidden=True) == articles
        assert ours.counts() == theirs.counts()
        assert ours.facts_by_article() == theirs.facts_by_article()
        assert ours.properties(include_hidden=True) == theirs.properties(include_hidden=True)
        assert (ours.meta("name"), ours.meta("nothing")) == (theirs.meta("name"), theirs.meta("nothing"))
        for article in (*articles, None):
            article_id = article.id if article is not None else ""
            for hidden in (False, True):
                facts = theirs.facts_of(article_id, include_hidden=hidden)
                assert ours.facts_of(article_id, include_hidden=hidden) == facts
            ids = [fact.id for fact in facts]
            assert ours.facts_by_id([*reversed(ids), "gone"]) == theirs.facts_by_id([*reversed(ids), "gone"])
            assert ours.evidence_of(ids) == theirs.evidence_of(ids)
            passages = theirs.passages_of(article_id)
            assert ours.passages_of(article_id) == passages
            ids = [each.id for each in passages]
            assert ours.passages(ids) == theirs.passages(ids)
            assert {*ours.evidence_on(ids)} == {*theirs.evidence_on(ids)}
            assert ours.dismissals_of(article_id) == theirs.dismissals_of(article_id)
            about = [(fact.subject, fact.property) for fact in facts if fact.subject]
            assert ours.facts_about(about) == theirs.facts_about(about)
        assert ours.listing.articles([each.id for each in articles]) == theirs.listing.articles(
            [each.id for each in articles]
        )
        for missing in (ours.article, ours.fact, ours.text_version):
            with pytest.raises(MissingRecordError):
                missing("gone")
    assert not first.awake


def test_what_the_first_page_does_not_know_the_store_is_asked(both: tuple[ActionRunner, ActionRunner]) -> None:
    whole, first = both
    with first.read() as queries:
        counted = queries.counts()
        assert queries.listing.highest() > 0
        assert queries.commits() > 0
        assert queries.counts() == counted
    assert first.awake
    assert undoing.undoable(first) == undoing.undoable(whole)
    assert listing.is_long(first) is listing.is_long(whole)


def test_the_first_action_waits_for_the_store_and_is_journalled(worked_on: Path, tmp_path: Path) -> None:
    first = open_to_show(shutil.copy(worked_on, tmp_path / "p.maed"), editor="Amina")
    article = library.articles(first)[0].id
    fact = next(view.fact for view in library.article_facts(first, article) if view.fact.state == "proposed")
    reviewing.accept_fact(first, fact.id, fact.version)
    assert first.awake
    assert library.fact_view(first, fact.id).fact.state == "accepted"
    undoing.undo(first)
    assert library.fact_view(first, fact.id).fact.state == "proposed"
    first.store.close()
    first.store.close()
    with pytest.raises(RuntimeError), first.read():
        pass


def test_the_store_is_made_once_however_many_ask(worked_on: Path) -> None:
    first = open_to_show(worked_on)
    made: list[Store] = []
    threads = [threading.Thread(target=lambda: made.append(first.store.wake())) for _each in range(4)]
    for each in threads:
        each.start()
    cards = library.articles(first)
    for each in threads:
        each.join()
    assert len(made) == 4
    assert len(set(map(id, made))) == 1
    assert library.articles(first) == cards
    first.store.close()


def test_looking_writes_nothing(worked_on: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(worked_on, tmp_path / "p.maed"))
    before = path.read_bytes()
    first = open_to_show(path)
    for card in library.articles(first):
        library.open_article(first, card.id)
    with first.read() as queries, pytest.raises(sqlite3.OperationalError, match="readonly"):
        queries.run("DELETE FROM facts")  # type: ignore[attr-defined]  # the first page's own
    first.store.close()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["p.maed"]


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("CREATE TRIGGER t AFTER UPDATE ON facts BEGIN DELETE FROM facts; END", "project_foreign_objects"),
        ("CREATE VIEW v AS SELECT * FROM facts", "project_foreign_objects"),
        (f"PRAGMA user_version={signature.revision_number(signature.REVISION) + 1}", "project_newer"),
        ("PRAGMA application_id=7", "project_not_ours"),
    ],
)
def test_what_is_refused_is_refused_before_anything_of_it_is_shown(make_project: Any, statement: str, key: str) -> None:
    project: Project = make_project()
    project.runner.store.close()
    with closing(sqlite3.connect(project.path)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(ProjectError) as refused:
        open_to_show(project.path)
    assert refused.value.key == key


def test_a_server_and_a_file_with_a_journal_beside_it_are_left_to_the_store(make_project: Any) -> None:
    project: Project = make_project()
    project.runner.store.close()
    assert open_deferred("postgresql+psycopg://nobody@nowhere/nothing") is None
    project.path.with_name(project.path.name + "-journal").write_bytes(b"something")
    assert open_deferred(project.path) is None


def test_damage_is_told_in_the_same_words(make_project: Any) -> None:
    project: Project = make_project()
    project.runner.store.close()
    with closing(sqlite3.connect(project.path)) as connection:
        connection.execute("UPDATE blobs SET data = x'00'")
        connection.execute("UPDATE articles SET number = 'many'")
        connection.commit()
    for opening in (open_project, open_to_show):
        runner = opening(project.path)
        with pytest.raises(ProjectError) as told:
            library.open_article(runner, project.article_id)
        assert told.value.key == "project_damaged"
        assert told.value.details["project"]
        with pytest.raises(ProjectError, match="text_damaged"), runner.read() as queries:
            queries.text(queries.run("SELECT id FROM texts").fetchone()[0] if not runner.awake else _text_id(project))
        runner.store.close()


def _text_id(project: Project) -> str:
    with closing(sqlite3.connect(project.path)) as connection:
        return str(connection.execute("SELECT id FROM texts").fetchone()[0])


def test_a_file_moved_or_replaced_under_the_first_page_is_told(make_project: Any, tmp_path: Path) -> None:
    project: Project = make_project()
    project.runner.store.close()
    first = open_to_show(project.path)
    elsewhere = project.path.rename(tmp_path / "elsewhere.maed")
    with pytest.raises(ProjectError, match="project_moved"):
        library.articles(first)
    shutil.copy(elsewhere, project.path)
    with pytest.raises(ProjectError, match="project_replaced"):
        library.articles(first)
    first.store.close()
