"""Whatever is written down can be found again, however it is spelt, and nothing typed breaks the search."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import text
from store_samples import TEXT, a_fact, import_article, record_fact, revert

from maeditor.domain import search_terms
from maeditor.domain.facts import State
from maeditor.store import indexing
from maeditor.store.engine import Store
from maeditor.store.integrity import check
from maeditor.store.search_index import Kind


def found(store: Store, kind: Kind, typed: str, limit: int = 50) -> list[str]:
    asked = [[[(word, True)]] for word in search_terms.words(typed)]
    with store.read() as queries:
        return queries.search(kind, asked, limit)


def catch_up(store: Store) -> None:
    more = True
    while more:
        with store.write() as unit:
            more = unit.catch_up()


ARABIC = "تستثمر الشركة ٥٠٠ ميغاواط في مدينة الدّاخلة بالأقاليم"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Le cœur de l’Œuvre à Béni-Mellal", "coeur oeuvre BENI"),
        ("Straße ﬁxée", "strasse fixee"),
        (ARABIC, "الداخله"),
        (ARABIC, "بالاقاليم"),
        (ARABIC, "500"),
        (ARABIC, "الـــداخلة"),
        ("Une enveloppe de 2\u202f000 emplois", "2000"),
        ("C++, 2,4 % et O’Brien", "C++ 2,4 O'Brien"),
        ("Puissance de 500\u00a0MW", "puiss 500 m"),
    ],
)
def test_an_article_is_found_however_it_is_spelt(store: Store, written: str, typed: str) -> None:
    article, _version, _done = import_article(store, written)
    import_article(store, "Rien de tout cela.")
    assert found(store, Kind.ARTICLES, typed) == [article.id]


@pytest.mark.parametrize("written", ["0,5 GW", "500 mégawatts", "500 MW", "0.5 gigawatt", "٥٠٠ ميغاواط"])
def test_one_quantity_is_one_word_whatever_its_unit(store: Store, written: str) -> None:
    article, _version, _done = import_article(store, f"Il vise {written} en tout.")
    import_article(store, "Il vise 510 MW en tout.")
    word = search_terms.quantity_word(Decimal(500), "MW")
    with store.read() as queries:
        assert queries.search(Kind.ARTICLES, [[[(word, False)]]], 9) == [article.id]


def test_facts_and_passages_are_found_newest_first(store: Store) -> None:
    article, version, _done = import_article(store)
    first, _ = record_fact(store, article, version)
    second, _ = record_fact(store, article, subject="Parc de Béchar", note="à vérifier")
    assert found(store, Kind.FACTS, "parc") == [second.id, first.id]
    assert found(store, Kind.FACTS, "parc", limit=1) == [second.id]
    assert found(store, Kind.FACTS, "verifier bechar") == [second.id]
    assert len(found(store, Kind.PASSAGES, "20 mw")) == 1
    assert found(store, Kind.FACTS, "") == [second.id, first.id], "nothing typed: the newest"
    with store.write() as unit:
        unit.begin_action("accept", "Inès")
        decided = unit.facts.get(first.id)
        unit.facts.replace(replace(decided, state=State.ACCEPTED, note="noté"))
        unit.finish_action()
    assert found(store, Kind.FACTS, "parc") == [first.id, second.id], "decided last, shown first"
    named = [[[(indexing.property_word("installed_power"), False)], [("nowhere", False)]]]
    with store.read() as queries:
        assert set(queries.search(Kind.FACTS, named, 9)) == {first.id, second.id}, "one of several ways"


def test_undo_and_redo_take_away_and_bring_back(store: Store) -> None:
    article, _version, done = import_article(store)
    undone = revert(store, done.action.id)
    assert found(store, Kind.ARTICLES, "essai") == []
    revert(store, undone.action.id)
    assert found(store, Kind.ARTICLES, "essai") == [article.id]
    assert list(check(store)) == []


def test_a_hidden_article_is_not_found(store: Store) -> None:
    article, _version, _done = import_article(store)
    with store.write() as unit:
        unit.begin_action("hide", "Inès")
        unit.articles.replace(replace(unit.articles.get(article.id), hidden=True))
        unit.finish_action()
    assert found(store, Kind.ARTICLES, "essai") == []
    assert list(check(store)) == []
    with store.write() as unit:
        unit.begin_action("show", "Inès")
        unit.articles.replace(replace(unit.articles.get(article.id), hidden=False))
        unit.finish_action()
    assert found(store, Kind.ARTICLES, "essai") == [article.id]


def test_a_change_within_one_action_leaves_one_entry(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        fact = unit.facts.add(a_fact(unit))
        unit.facts.replace(replace(fact, subject="Tarfaya"))
        unit.finish_action()
    assert found(store, Kind.FACTS, "tarfaya") == [fact.id]
    assert found(store, Kind.FACTS, "parc") == []


def test_an_older_project_is_indexed_piece_by_piece(store: Store) -> None:
    articles = [import_article(store, f"{TEXT} {number}")[0] for number in range(25)]
    record_fact(store, *import_article(store)[:2])
    with store.write() as unit:
        unit.forget_index()
    assert found(store, Kind.ARTICLES, "parc") == []
    with store.connect_to_read() as connection:
        assert indexing.is_behind(connection)
    assert list(check(store)) == [], "what is still being indexed is no fault"
    catch_up(store)
    with store.connect_to_read() as connection:
        assert not indexing.is_behind(connection)
    assert len(found(store, Kind.ARTICLES, "parc")) == len(articles) + 1
    assert len(found(store, Kind.FACTS, "parc")) == len(found(store, Kind.PASSAGES, "mw")) == 1


def test_check_tells_what_no_search_finds(store: Store) -> None:
    article, _version, _done = import_article(store)
    with store.write() as unit:
        unit._connection.execute(text("DELETE FROM search_entries"))
        unit.set_meta("touched", "yes")
    assert [(one.kind, one.record) for one in check(store)] == [("not_searchable", article.id)]
    with store.write() as unit:
        unit.forget_index()
    catch_up(store)
    assert list(check(store)) == []


def test_a_damaged_text_is_indexed_by_what_else_is_known(store: Store) -> None:
    article, _version, _done = import_article(store)
    with store.write() as unit:
        unit._connection.execute(text("UPDATE blobs SET data = :data"), {"data": b"no zlib"})
        unit.forget_index()
    catch_up(store)
    assert found(store, Kind.ARTICLES, "essai journal") == [article.id]


def test_a_text_with_more_words_than_an_entry_holds(store: Store) -> None:
    article, _version, _done = import_article(store, " ".join(f"mot{number:09d}" for number in range(90_000)))
    assert found(store, Kind.ARTICLES, "mot000000007") == [article.id]


def test_whole_words_that_fill_the_list_come_before_what_only_begins_so(store: Store) -> None:
    whole = import_article(store, "Un parc.")[0]
    begun = import_article(store, "Un parcours.")[0]
    assert found(store, Kind.ARTICLES, "parc", limit=1) == [whole.id]
    assert found(store, Kind.ARTICLES, "parc") == [begun.id, whole.id]


def test_the_newest_that_begin_so_fill_the_list(store: Store) -> None:
    articles = [import_article(store, f"Une {word}.")[0].id for word in ("électricité", "électrique", "élection")]
    assert found(store, Kind.ARTICLES, "electri", limit=1) == [articles[1]]
    assert found(store, Kind.ARTICLES, "electri") == [articles[1], articles[0]]


def test_whatever_is_typed_is_no_error(store: Store) -> None:
    import_article(store)
    chance = random.Random(7)
    signs = "\"'*()-+:^~{}[]&|!<>@#%\\/?.,;=_ \t\n\0\ud800é٥ة²ﬁ🏭aAnNDdOoRrTtEe01 "
    with store.read() as queries:
        for _round in range(5000):
            typed = "".join(chance.choices(signs, k=chance.randint(0, 20)))
            asked = [[[(word, chance.random() < 0.5)]] for word in search_terms.words(typed)]
            queries.search(chance.choice(list(Kind)), asked, 5)
