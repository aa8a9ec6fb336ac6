"""Lists show what they should, in order, without what is hidden, page by page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from store_samples import (
    TEXT,
    a_fact,
    a_passage,
    a_property,
    an_entity,
    import_article,
    put_article,
    record_fact,
)

from maeditor.domain.articles import Article, text_digest
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.domain.facts import Evidence, State
from maeditor.domain.record import new_id
from maeditor.store.engine import Store


def hide(store: Store, article: Article) -> Article:
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        hidden = unit.articles.replace(replace(unit.articles.get(article.id), hidden=True))
        unit.finish_action()
    return hidden


def test_articles_by_number_without_hidden_ones(store: Store) -> None:
    one, two = import_article(store)[0], import_article(store, "Autre texte.")[0]
    hidden = hide(store, one)
    with store.read() as queries:
        assert queries.articles() == (two,)
        assert queries.articles(include_hidden=True) == (hidden, two)
        assert queries.article(one.id) == hidden
        with pytest.raises(MissingRecordError):
            queries.article("nobody")


def test_exact_duplicates_are_recognised_unless_hidden(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("import", "Inès")
        article, version = put_article(unit, original=b"<p>Le parc</p>")
        unit.finish_action()
    original = version.original_sha256
    with store.read() as queries:
        assert queries.article_by_original(original) == article
        assert queries.article_by_text(text_digest(TEXT)) == article
        assert queries.article_by_text(original) is None
        assert queries.original(version.id) == b"<p>Le parc</p>"
        assert queries.text(version.id) == TEXT
        assert queries.text_versions(article.id) == (version,)
        assert queries.text_version(version.id) == version
    hidden = hide(store, article)
    with store.read() as queries:
        assert queries.article_by_original(original) is None
        assert queries.article_by_text(text_digest(TEXT), include_hidden=True) == hidden


def test_passages_stand_in_text_order(store: Store) -> None:
    article, version, _ = import_article(store)
    marks = [a_passage(version, 40, 45), a_passage(version, 3, 7), a_passage(version, 3, 5)]
    with store.write() as unit:
        unit.begin_action("mark", "Inès")
        unit.passages.add_all(marks)
        unit.finish_action()
    with store.read() as queries:
        assert queries.passages_of(article.id) == (marks[2], marks[1], marks[0])
        assert queries.passages([marks[0].id, "nobody", marks[2].id]) == (marks[0], marks[2])
        assert queries.passages([]) == ()


def test_facts_come_in_pages_and_by_state_and_property(store: Store) -> None:
    facts = [
        record_fact(store, state=State.ACCEPTED if at % 2 else State.PROPOSED, property="power" if at < 4 else "rank")[
            0
        ]
        for at in range(6)
    ]
    with store.read() as queries:
        first = queries.facts(limit=4)
        assert first == tuple(facts[:4])
        assert queries.facts(after=first[-1].number, limit=4) == tuple(facts[4:])
        assert queries.facts(states=[State.ACCEPTED]) == tuple(facts[1::2])
        assert queries.facts(properties=["rank"], states=iter([State.PROPOSED])) == (facts[4],)
        assert queries.fact_by_number(3) == facts[2]
        assert queries.fact_by_number(99) is None


def test_hidden_facts_and_those_of_hidden_articles_are_left_out(store: Store) -> None:
    article, version, _ = import_article(store)
    other = import_article(store, "Autre texte.")[0]
    of_article, hidden, alone, of_other = (
        record_fact(store, article, version)[0],
        record_fact(store, article, hidden=True)[0],
        record_fact(store)[0],
        record_fact(store, other)[0],
    )
    hide(store, other)
    with store.read() as queries:
        assert queries.facts() == (of_article, alone)
        assert queries.facts(include_hidden=True) == (of_article, hidden, alone, of_other)
        assert queries.facts_of(article.id) == (of_article,)
        assert queries.facts_of(article.id, include_hidden=True) == (of_article, hidden)
        assert queries.facts_of("") == (alone,)
        counts = queries.counts()
        assert queries.facts_by_article() == {article.id: {State.PROPOSED: 1}}
    assert counts.articles == 1
    assert counts.facts == {**dict.fromkeys(State, 0), State.PROPOSED: 2}
    assert counts.proposed == {article.id: 1}


def test_evidence_is_grouped_by_fact_in_the_order_asked_for(store: Store) -> None:
    article, version, _ = import_article(store)
    facts = [record_fact(store, article, version)[0] for _ in range(3)]
    with store.write() as unit:
        unit.begin_action("attach", "Inès")
        passage = a_passage(version, 40, 45)
        unit.passages.add(passage)
        second = unit.evidence.add(Evidence(new_id(), 1, facts[0].id, passage.id))
        unit.finish_action()
    with store.read() as queries:
        found = queries.evidence_of([facts[2].id, facts[0].id, "nobody"])
        assert [one.fact_id for one in found] == [facts[2].id, facts[0].id, facts[0].id]
        assert queries.evidence_on([passage.id]) == (second,)
        assert queries.evidence_of([]) == ()


def test_catalogue_and_entities_in_their_order(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("add", "Inès")
        shown, hidden = a_property("rank"), replace(a_property("area"), hidden=True)
        first = a_property("count")
        unit.properties.add_all([shown, hidden, first])
        rabat, agadir = an_entity("Rabat"), an_entity("Agadir")
        gone = replace(an_entity("Aaa"), hidden=True)
        unit.entities.add_all([rabat, agadir, gone])
        unit.finish_action()
    with store.read() as queries:
        assert queries.properties() == (first, shown)
        assert queries.properties(include_hidden=True) == (hidden, first, shown)
        assert queries.entities() == (agadir, rabat)
        assert queries.entities(include_hidden=True) == (gone, agadir, rabat)


def test_a_page_of_facts_is_read_by_index(project_file: object) -> None:
    """A full scan would make every list slower as the project grows."""
    from maeditor.store.engine import open_store

    store = open_store(str(project_file))
    plans = {
        "SELECT * FROM facts WHERE number > 5 ORDER BY number LIMIT 50": "uq_facts_number",
        "SELECT * FROM facts WHERE article_id = 'a' AND state = 'proposed'": "ix_facts_article_state",
        "SELECT * FROM facts WHERE property = 'p' AND state = 's'": "ix_facts_property_state",
        "SELECT * FROM passages WHERE article_id = 'a' ORDER BY start": "ix_passages_article_start",
        "SELECT * FROM evidence WHERE fact_id = 'f'": "ix_evidence_fact",
        "SELECT * FROM changes WHERE action_id = 'a' ORDER BY seq": "ix_changes_action",
    }
    with store.connect_to_read() as connection:
        for statement, index in plans.items():
            plan = " ".join(str(row[3]) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {statement}")))
            assert "SEARCH" in plan
            assert index in plan or "autoindex" in plan, plan
            assert "TEMP B-TREE" not in plan, plan
    store.close()


def test_many_facts_in_one_transaction_stay_in_order(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("propose", "Inès")
        unit.facts.add_all([a_fact(unit) for _ in range(30)])
        unit.finish_action()
    with store.read() as queries:
        assert [fact.number for fact in queries.facts(after=20)] == list(range(21, 31))


def test_the_facts_that_can_contradict_one_are_found_without_reading_the_others(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("record-fact", "Amina")
        many = [a_fact(unit, subject=f"Site {number}") for number in range(205)]
        rival = a_fact(unit, subject="Site 3")
        unit.facts.add_all([*many, rival, a_fact(unit, subject="Site 3", property="jobs")])
        unit.finish_action()
    with store.read() as queries:
        assert queries.facts_about([("Site 3", "installed_power")]) == (many[3], rival)
        everything = queries.facts_about((fact.subject, fact.property) for fact in many)
        assert everything == (*many, rival)
        assert queries.facts_about([]) == ()


def test_a_damaged_state_is_told_of_the_project_and_no_fault_of_ours(store: Store) -> None:
    record_fact(store, import_article(store)[0])
    with store._writer.begin() as connection:
        connection.execute(text("UPDATE facts SET state = 'proposgd'"))
    with store.read() as queries, pytest.raises(ProjectError, match="project_damaged"):
        queries.counts()


def test_a_passage_is_found_by_its_place_in_the_present_text(store: Store) -> None:
    article, version, _done = import_article(store)
    record_fact(store, article, version)
    with store.read() as queries:
        passage = queries.passages_of(article.id)[0]
        assert queries.passage_on(article, passage.start, passage.end) == passage
        assert queries.passage_on(article, passage.start, passage.end + 1) is None
