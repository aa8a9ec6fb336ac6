"""A damaged index: a search would pass over what is there, and nobody would be told."""

from __future__ import annotations

from store_samples import import_article, record_fact

from maeditor.store.engine import Store
from maeditor.store.integrity import check
from maeditor.store.search_index import TABLE, Kind, index_name


def filled(store: Store) -> str:
    """An article with a fact and its passage; tells the fact's id."""
    article, version, _ = import_article(store)
    return record_fact(store, article, version)[0].id


def damage(store: Store, *statements: str) -> None:
    """What a bug or a half-restored copy does."""
    with store._writer.begin() as connection:
        for each in statements:
            connection.exec_driver_sql(each)


def told(store: Store) -> list[tuple[str, str]]:
    return [(each.kind, str(each.details["table"])) for each in check(store)]


def repair(store: Store) -> None:
    with store.write() as unit:
        unit.forget_index()
    more = True
    while more:
        with store.write() as unit:
            more = unit.catch_up()


def test_an_index_in_order_is_no_problem(store: Store) -> None:
    filled(store)
    assert told(store) == []


def test_an_entry_that_says_something_else_is_told_and_made_anew(store: Store) -> None:
    filled(store)
    words = "'tout autre'" if store.path is not None else "array_to_tsvector(ARRAY['tout', 'autre'])"
    damage(store, f"UPDATE {TABLE} SET words = {words} WHERE kind = 'facts'")
    assert told(store) == [("search_differs", "facts")]
    repair(store)
    assert told(store) == []


def test_an_entry_of_what_is_gone_is_told(store: Store) -> None:
    filled(store)
    damage(store, f"UPDATE {TABLE} SET record_id = 'nobody' WHERE kind = 'passages'")
    assert told(store) == [("not_searchable", "passages"), ("search_differs", "passages")]
    repair(store)
    assert told(store) == []


def test_words_that_lead_nowhere_are_told(store: Store) -> None:
    filled(store)
    if store.path is None:
        return  # a server's own index
    index = index_name(Kind.ARTICLES)
    damage(store, f"INSERT INTO {index}({index}) VALUES ('delete-all')")
    assert told(store) == [("search_differs", "articles")]
    repair(store)
    assert told(store) == []


def test_of_very_many_wrong_entries_some_are_told(store: Store) -> None:
    article, version, _ = import_article(store)
    for _each in range(25):
        record_fact(store, article, version)
    words = "'autre'" if store.path is not None else "array_to_tsvector(ARRAY['autre'])"
    damage(store, f"UPDATE {TABLE} SET words = {words} WHERE kind = 'facts'")
    assert told(store) == [("search_differs", "facts")] * 20
