"""A project copied in another form is whole: every record under its own id and version, and no number given twice."""

from __future__ import annotations

import pytest
from store_samples import a_fact, import_article

from maeditor.domain.errors import ProjectError, StaleRecordError
from maeditor.domain.facts import Fact
from maeditor.store.engine import Store


def test_every_fact_is_read_a_page_at_a_time(store: Store) -> None:
    article, _version, _ = import_article(store)
    with store.write() as unit:
        unit.begin_action("record-fact", "Camille")
        facts = [a_fact(unit, article) for _each in range(5)]
        unit.facts.add_all(facts)
        unit.finish_action()
    seen: list[str] = []
    last = ""
    while True:
        with store.read() as queries:
            page = queries.whole.rows("facts", last, 2)
        if not page:
            break
        assert len(page) <= 2
        seen += [row["id"] for row in page]
        last = seen[-1]
    assert seen == sorted(fact.id for fact in facts)


def test_a_record_brought_in_keeps_its_id_and_version_and_its_number_is_not_given_again(store: Store) -> None:
    article, _version, _ = import_article(store)
    with store.write() as unit:
        unit.begin_action("take-in-project", "Camille")
        row = {**_row(a_fact(unit, article)), "version": 7, "number": 41}
        unit.add_rows("facts", [row])
        unit.reach_number("fact", 41)
        unit.reach_number("fact", 3)
        unit.finish_action()
    with store.write() as unit:
        assert unit.facts.get(row["id"]).version == 7
        assert unit.next_number("fact") == 42
    with pytest.raises(StaleRecordError), store.write() as unit:
        unit.begin_action("take-in-project", "Camille")
        unit.add_rows("facts", [row])


def test_a_row_that_is_none_is_refused(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("take-in-project", "Camille")
        with pytest.raises(ProjectError):
            unit.add_rows("facts", [{"id": "1"}])


def _row(fact: Fact) -> dict[str, object]:
    from maeditor.store.codec import FACTS

    return FACTS.to_row(fact)
