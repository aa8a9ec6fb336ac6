"""What learning asks the store, on both kinds of project: decisions would be missed, or counted twice, otherwise."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from project_files import execute
from store_samples import import_article, record_fact, revert

from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import Fact, State
from maeditor.domain.review import DUPLICATE
from maeditor.store.decided import Touched
from maeditor.store.engine import Store, open_store

RULE = "rule:capacity.unit:grammar@1.0"


def proposed(store: Store, **fields: object) -> Fact:
    return record_fact(store, **{"origin": RULE, "confidence": 0.7, **fields})[0]  # type: ignore[arg-type]


def decide(store: Store, fact: Fact, state: State, **fields: object) -> str:
    with store.write() as unit:
        unit.begin_action("accept-fact", "Inès")
        unit.facts.replace(replace(unit.facts.get(fact.id), state=state, **fields))  # type: ignore[arg-type]
        return unit.finish_action().action.id


def decided(store: Store) -> dict[str, str]:
    with store.read() as queries:
        return {row["id"]: row["state"] for row in queries.decided.all()}


def touched(store: Store, since: int, most: int = 100) -> Touched | None:
    with store.read() as queries:
        return queries.decided.changed(since, most)


def reached(store: Store) -> int:
    with store.read() as queries:
        return queries.mark().change


def test_decisions_about_proposals_are_found_deleted_or_not_and_duplicates_left_out(store: Store) -> None:
    accepted, corrected, rejected, twin, put_off = (proposed(store) for _each in range(5))
    proposed(store)
    own = record_fact(store, origin="person")[0]
    decide(store, accepted, State.ACCEPTED, hidden=True)
    decide(store, corrected, State.CORRECTED, subject="Autre parc")
    decide(store, rejected, State.REJECTED, reason="looked_at")
    decide(store, twin, State.REJECTED, reason=DUPLICATE)
    decide(store, put_off, State.DEFERRED)
    decide(store, own, State.ACCEPTED)
    assert decided(store) == {accepted.id: "accepted", corrected.id: "corrected", rejected.id: "rejected"}


def test_what_was_touched_since_is_told_with_what_is_decided_of_it(store: Store) -> None:
    one, other = proposed(store), proposed(store)
    since = reached(store)
    action = decide(store, one, State.ACCEPTED)
    decide(store, other, State.DEFERRED)
    found = touched(store, since)
    assert found is not None
    assert found.ids == {one.id, other.id}
    assert [row["id"] for row in found.rows] == [one.id]
    since = reached(store)
    revert(store, action)
    assert touched(store, since) == Touched(frozenset({one.id}), ())
    assert touched(store, reached(store)) == Touched(frozenset(), ())


def test_of_more_than_is_asked_for_nothing_is_told(store: Store) -> None:
    since = reached(store)
    for _each in range(3):
        proposed(store)
    assert touched(store, since, most=2) is None
    assert touched(store, since, most=3) is not None


def test_a_fact_is_told_as_it_came_whatever_was_done_to_it(store: Store) -> None:
    fact = proposed(store, subject="Parc")
    decide(store, fact, State.CORRECTED, subject="Campus")
    decide(store, fact, State.REJECTED, subject="Usine")
    with store.read() as queries:
        found = queries.decided.as_proposed([fact.id, "unknown"])
        assert queries.decided.as_proposed([]) == {}
    assert found.keys() == {fact.id}
    assert (found[fact.id]["subject"], found[fact.id]["state"]) == ("Parc", "proposed")


def test_every_fact_that_was_not_deleted_is_told_with_the_confidence_its_rule_gave(store: Store) -> None:
    article = import_article(store)[0]
    plain = proposed(store, article_id=article.id)
    weighed = proposed(store, qualifiers={"prior": 0.6, "note": "≈"})
    decide(store, proposed(store), State.PROPOSED, hidden=True)
    with store.read() as queries:
        found = {row["id"]: row["qualifiers"] for row in queries.decided.every()}
    assert found == {plain.id: {}, weighed.id: {"prior": 0.6, "note": "≈"}}


@pytest.mark.parametrize("damage", ['{"prior": 0.', '["prior"]', '"prior"'])
def test_a_damaged_document_is_a_damaged_project(project_file: Path, damage: str) -> None:
    with closing(open_store(project_file)) as store:
        proposed(store)
        execute(project_file, f"UPDATE facts SET qualifiers = '{damage}'")
        with store.read() as queries, pytest.raises(ProjectError, match="project_damaged"):
            list(queries.decided.every())
