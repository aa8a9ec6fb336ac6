"""Thousands of facts decided at once: whoever searches afterwards finds them as before, and what else changed anew."""

from __future__ import annotations

from dataclasses import replace

from store_samples import a_fact

from maeditor.domain import search_terms
from maeditor.domain.facts import State
from maeditor.store.engine import Store
from maeditor.store.indexing import MANY
from maeditor.store.integrity import check
from maeditor.store.search_index import Kind


def found(store: Store, typed: str) -> list[str]:
    asked = [[[(word, True)]] for word in search_terms.words(typed)]
    with store.read() as queries:
        return queries.search(Kind.FACTS, asked, 5)


def test_many_decided_at_once_keep_their_places_and_those_that_say_otherwise_are_found_by_it(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("propose-facts", "Inès")
        facts = [a_fact(unit, subject=f"Parc {at}") for at in range(MANY + 50)]
        unit.facts.add_all(facts)
        unit.finish_action()
    newest = found(store, "parc")
    with store.write() as unit:
        unit.begin_action("accept-fact", "Inès")
        stored = unit.facts.find_all(each.id for each in facts)
        kept = [stored[each.id] for each in facts]
        changed = [replace(each, state=State.ACCEPTED, reviewer="Inès") for each in kept]
        changed[3] = replace(changed[3], subject="Tarfaya")
        changed[4] = replace(changed[4], hidden=True)
        unit.facts.replace_all(changed)
        unit.finish_action()
    assert found(store, "tarfaya") == [facts[3].id]
    assert found(store, "parc 3") != [facts[3].id]
    assert facts[4].id not in found(store, "parc 4")
    assert found(store, "parc") == newest
    assert found(store, "parc 7")
    assert list(check(store)) == []
