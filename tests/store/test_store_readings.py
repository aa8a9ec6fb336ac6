"""What was read already: each run over a project would read every article again, or leave new ones out, otherwise."""

from __future__ import annotations

from dataclasses import replace

from store_samples import TEXT, import_article, record_fact

from maeditor.store.engine import Store
from maeditor.store.readings import Readable, Reading


def test_articles_to_read_in_the_order_asked_without_deleted_ones(store: Store) -> None:
    """Proposals would be made for what nobody sees any more, or in another order each time."""
    one, two, three = (import_article(store, text)[0] for text in (TEXT, "Autre texte.", "Un troisième."))
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        unit.articles.replace(replace(three, hidden=True))
        unit.finish_action()
    first = Readable(one.id, one.text_id, "fr", len(TEXT))
    second = Readable(two.id, two.text_id, "fr", len("Autre texte."))
    with store.read() as queries:
        assert queries.readings.articles() == (first, second)
        assert queries.readings.articles([two.id, "nobody", three.id, one.id, two.id]) == (second, first)
        assert queries.readings.articles([]) == ()


def test_the_articles_that_this_very_extractor_proposed_facts_for(store: Store) -> None:
    """Another version, or one whose name only looks like it, has read nothing for this one."""
    articles = [import_article(store, f"Texte {number}.")[0] for number in range(4)]
    record_fact(store, articles[0], origin="rule:count:my_reader@1.0")
    record_fact(store, articles[0], origin="rule:share:my_reader@1.0", hidden=True)
    record_fact(store, articles[1], origin="rule:count:my_reader@1.1")
    record_fact(store, articles[2], origin="rule:count:my-reader@1.0")
    record_fact(store, articles[3], origin="")
    ids = [article.id for article in articles]
    with store.read() as queries:
        assert queries.readings.proposed("my_reader@1.0", ids) == {ids[0]}
        assert queries.readings.proposed("my_reader@1.1", ids) == {ids[1]}
        assert queries.readings.proposed("my_reader@1.0", ids[1:]) == frozenset()


def test_the_last_reading_of_a_text_is_remembered(store: Store) -> None:
    old = Reading("t1", "fr", "grammar@1.0", "a1")
    new = Reading("t1", "en", "grammar@1.1", "a2")
    other = Reading("t2", "", "grammar@1.0", "a1")
    before = store_commits(store)
    with store.write() as unit:
        unit.keep_readings([old, other])
    assert store_commits(store) == before + 1
    with store.read() as queries:
        assert queries.readings.empty("grammar@1.0") == (old, other)
    with store.write() as unit:
        unit.keep_readings([old, new])
    with store.write() as unit:
        unit.keep_readings([])
    assert store_commits(store) == before + 2
    with store.read() as queries:
        assert queries.readings.empty("grammar@1.0") == (other,)
        assert queries.readings.empty("grammar@1.1") == (new,)


def test_an_action_can_have_an_id_that_was_known_before(store: Store) -> None:
    """What is written outside an action could not name it, otherwise."""
    with store.write() as unit:
        assert unit.begin_action("propose-facts", "Inès", action_id="known").id == "known"
        unit.finish_action()
    with store.read() as queries:
        assert queries.journal.action("known").kind == "propose-facts"


def store_commits(store: Store) -> int:
    with store.read() as queries:
        return queries.commits()
