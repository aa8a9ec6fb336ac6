"""Undo and redo know what comes next, also tomorrow and for each editor apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update
from store_samples import import_article, record_fact, revert

from maeditor.domain.changes import Action, Done
from maeditor.domain.errors import ProjectError
from maeditor.store import schema
from maeditor.store.engine import Store, open_store


def undoable(store: Store, editor: str = "Inès") -> str | None:
    with store.read() as queries:
        found = queries.journal.last_revertible(editor)
    return None if found is None else found.id


def redoable(store: Store, editor: str = "Inès") -> str | None:
    with store.read() as queries:
        found = queries.journal.last_revert(editor)
    return None if found is None else found.id


def undo(store: Store, editor: str = "Inès") -> Done:
    return revert(store, undoable(store, editor) or "nothing", editor)


def redo(store: Store, editor: str = "Inès") -> Done:
    return revert(store, redoable(store, editor) or "nothing", editor)


def test_undo_and_redo_go_back_and_forth_through_a_restart(store: Store) -> None:
    first, second = record_fact(store)[1].action, record_fact(store)[1].action
    assert (undoable(store), redoable(store)) == (second.id, None)
    undone_second = undo(store).action
    undone_first = undo(store).action
    assert (undone_second.reverts, undone_first.reverts) == (second.id, first.id)
    assert (undoable(store), redoable(store)) == (None, undone_first.id)
    again = open_store(store.target)
    redone_first = redo(again).action
    assert (undoable(again), redoable(again)) == (redone_first.id, undone_second.id)
    redone_second = redo(again).action
    assert (undoable(again), redoable(again)) == (redone_second.id, None)
    assert undo(again).action.reverts == redone_second.id
    assert undoable(again) == redone_first.id
    again.close()


def test_something_new_ends_redoing(store: Store) -> None:
    record_fact(store)
    undo(store)
    assert redoable(store) is not None
    with store.write() as unit:
        unit.begin_action("export", "Inès")
        unit.finish_action()
    assert redoable(store) is not None, "what changed nothing is nothing new"
    assert undoable(store) is None, "and there is nothing in it to take back"
    record_fact(store, editor="Paul")
    assert redoable(store) is not None, "somebody else's doing is not mine"
    new = record_fact(store)[1].action
    assert (undoable(store), redoable(store)) == (new.id, None)


def test_each_editor_takes_back_his_own(store: Store) -> None:
    mine = record_fact(store)[1].action
    his = record_fact(store, editor="Paul")[1].action
    assert (undoable(store), undoable(store, "Paul"), undoable(store, "Zoé")) == (mine.id, his.id, None)
    revert(store, mine.id, "Paul")
    assert (undoable(store), redoable(store)) == (None, None)
    assert redoable(store, "Paul") is not None


def test_actions_come_in_pages_newest_first(store: Store) -> None:
    done = [record_fact(store, editor="Paul" if at % 3 == 0 else "Inès")[1].action for at in range(7)]
    with store.read() as queries:
        journal = queries.journal
        page = journal.actions(limit=3)
        assert page == tuple(reversed(done[4:]))
        assert journal.actions(before=page[-1].seq, limit=10) == tuple(reversed(done[:4]))
        assert [one.editor for one in journal.actions(editor="Paul")] == ["Paul"] * 3
        assert journal.actions(kinds=("import",)) == ()
        assert journal.actions_after(0, limit=2) == tuple(done[:2])
        assert journal.actions_after(done[4].seq) == tuple(done[5:])
        assert journal.find("nobody") is None
        assert journal.reverted_by(done[0].id) is None
    back = revert(store, done[0].id)
    with store.read() as queries:
        assert queries.journal.reverted_by(done[0].id) == back.action


def test_the_history_of_one_record(store: Store) -> None:
    fact, added = record_fact(store)
    record_fact(store)
    with store.write() as unit:
        unit.begin_action("note", "Paul")
        unit.facts.replace(replace(fact, note="seen"))
        noted = unit.finish_action()
    with store.read() as queries:
        history = queries.journal.history("facts", fact.id)
    assert history == ((added.action, added.changes[0]), (noted.action, noted.changes[0]))


@pytest.mark.parametrize("damage", [{"state": "lost"}, {"details": "{"}])
def test_a_damaged_action_is_a_damaged_project(store: Store, damage: dict[str, str]) -> None:
    record_fact(store)
    with store._writer.begin() as connection:
        connection.execute(update(schema.actions).values(**damage))
    with pytest.raises(ProjectError, match="project_damaged"), store.read() as queries:
        queries.journal.actions()


def test_a_change_of_an_unknown_table_is_a_damaged_project(store: Store) -> None:
    _, done = record_fact(store)
    with store._writer.begin() as connection:
        connection.execute(update(schema.changes).values(table_name="secrets"))
    with pytest.raises(ProjectError, match="project_damaged"), store.read() as queries:
        queries.journal.changes(done.action.id)


def test_actions_are_frozen(store: Store) -> None:
    _, done = record_fact(store)
    assert isinstance(done.action, Action)
    assert done.action.at.endswith("+00:00")


def test_the_journal_tells_undoing_from_doing_again(store: Store) -> None:
    _article, _version, done = import_article(store)
    undone = revert(store, done.action.id)
    redone = revert(store, undone.action.id)
    with store.read() as queries:
        journal = queries.journal
        assert [journal.is_backward(each.action.id) for each in (done, undone, redone)] == [False, True, False]


def test_what_was_done_since_a_mark_is_told_in_order_and_once(store: Store) -> None:
    with store.read() as queries:
        mark = queries.journal.mark()
    done = [record_fact(store)[1] for _each in range(3)]
    with store.write() as unit:
        unit.begin_action("checkpoint", "Inès")
        named = unit.finish_action()
    with store.read() as queries:
        reached, news = queries.journal.news(mark, 100)
        assert reached == queries.journal.mark()
        assert news == (*done, named)
        assert queries.journal.news(reached, 100) == (reached, ())


def test_much_that_was_done_is_told_in_parts_none_twice(store: Store) -> None:
    with store.read() as queries:
        mark = queries.journal.mark()
    done = [record_fact(store)[1] for _each in range(3)]
    told: list[Done] = []
    with store.read() as queries:
        while mark != queries.journal.mark():
            mark, news = queries.journal.news(mark, 2)
            told += news
    assert [change for each in told for change in each.changes] == [change for each in done for change in each.changes]
