"""A link from a workbook leads to its fact, in the project that holds it, and changes nothing on the way."""

import pytest

from maeditor.domain.errors import LinkError
from maeditor.domain.links import Link, Target
from maeditor.domain.record import new_id
from maeditor.services import deleting, library
from maeditor.services.following import Place, place_of, project_with
from maeditor.services.projects import create_project, open_project
from maeditor.services.sample import build_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("links") / "exemple.maed"
    build_sample(path)
    return path


def test_a_fact_is_found_with_its_article_in_the_one_project_that_has_it(sample, tmp_path):
    with_store = open_project(sample)
    view = library.project_facts(with_store)[0]
    link = Link(Target.FACT, view.fact.id)
    assert place_of(with_store, link) == Place(view.evidence[0].passage.article_id, view.fact.id)
    article = Link(Target.ARTICLE, view.evidence[0].passage.article_id)
    assert place_of(with_store, article) == Place(article.id)
    with_store.store.close()
    create_project(tmp_path / "autre.maed", "autre").store.close()
    (tmp_path / "abîmé.maed").write_bytes(b"nothing")
    others = [str(tmp_path / "absent.maed"), str(tmp_path / "abîmé.maed"), str(tmp_path / "autre.maed")]
    before = sample.read_bytes()
    assert project_with(link, [*others, str(sample)]) == str(sample)
    assert project_with(link, others) is None
    assert sample.read_bytes() == before


def test_what_was_deleted_or_never_was_is_not_shown(sample, tmp_path):
    copy = tmp_path / "copie.maed"
    copy.write_bytes(sample.read_bytes())
    runner = open_project(copy)
    fact = library.project_facts(runner)[0].fact
    deleting.delete_facts(runner, [(fact.id, fact.version)])
    for link in (Link(Target.FACT, fact.id), Link(Target.FACT, new_id()), Link(Target.ARTICLE, new_id())):
        with pytest.raises(LinkError):
            place_of(runner, link)
    runner.store.close()
