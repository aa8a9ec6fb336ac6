"""A state machine that works like an editor and knows what must be there after every step."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from store_samples import TEXT, a_fact, a_passage, put_article

from maeditor.domain.articles import Article, Passage, TextVersion
from maeditor.domain.changes import Done
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.domain.sheets import Sheet
from maeditor.store.engine import Store, open_store
from maeditor.store.integrity import check
from maeditor.store.unit_of_work import UnitOfWork

Whole: TypeAlias = tuple[
    tuple[Article, ...], tuple[Fact, ...], tuple[Evidence, ...], tuple[Passage, ...], tuple[Sheet, ...]
]

EDITOR = "Inès"


class UndoMachine(RuleBasedStateMachine):
    """Does, fails, undoes, redoes and reopens; ``steps`` are the whole states before and after each action."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self.store: Store = open_store(target)
        self.now: Whole = self.whole()
        self.undoable: list[tuple[Whole, Whole]] = []
        self.redoable: list[tuple[Whole, Whole]] = []

    def teardown(self) -> None:
        assert list(check(self.store)) == []
        self.store.close()

    def whole(self) -> Whole:
        """Everything there is, without versions: these only ever grow."""
        with self.store.read() as queries:
            articles = queries.articles(include_hidden=True)
            facts = queries.facts(include_hidden=True)
            evidence = queries.evidence_of([fact.id for fact in facts])
            sheets = queries.sheets(include_hidden=True)
            passages = [one for article in articles for one in queries.passages_of(article.id)]
        return (
            tuple(replace(one, version=0) for one in articles),
            tuple(replace(one, version=0) for one in facts),
            tuple(replace(one, version=0) for one in evidence),
            tuple(replace(one, version=0) for one in passages),
            tuple(replace(one, version=0) for one in sheets),
        )

    def did(self, done: Done) -> None:
        before, self.now = self.now, self.whole()
        if done.changes:
            self.undoable.append((before, self.now))
            self.redoable.clear()

    def some_fact(self, unit: UnitOfWork, at: int) -> Fact:
        facts = unit.queries.facts(include_hidden=True)
        return facts[at % len(facts)]

    @rule()
    def import_article(self) -> None:
        with self.store.write() as unit:
            unit.begin_action("import", EDITOR)
            put_article(unit)
            done = unit.finish_action()
        self.did(done)

    @precondition(lambda self: self.now[0])
    @rule(at=st.integers(0, 9), start=st.integers(0, 40), evidence=st.integers(0, 2))
    def record_fact(self, at: int, start: int, evidence: int) -> None:
        with self.store.write() as unit:
            articles = unit.queries.articles(include_hidden=True)
            article = articles[at % len(articles)]
            version: TextVersion = unit.queries.text_version(article.text_id)
            unit.begin_action("record-fact", EDITOR)
            fact = unit.facts.add(a_fact(unit, article))
            for offset in range(evidence):
                passage = unit.passages.add(a_passage(version, start + offset, start + offset + 5, TEXT))
                unit.evidence.add(Evidence(new_id(), 1, fact.id, passage.id))
            done = unit.finish_action()
        self.did(done)

    @precondition(lambda self: self.now[1])
    @rule(at=st.integers(0, 9), state=st.sampled_from(State), note=st.sampled_from(["", "vu", "à revoir"]))
    def edit(self, at: int, state: State, note: str) -> None:
        with self.store.write() as unit:
            unit.begin_action("edit", EDITOR)
            unit.facts.replace(replace(self.some_fact(unit, at), state=state, note=note))
            done = unit.finish_action()
        self.did(done)

    @precondition(lambda self: self.now[1])
    @rule(at=st.integers(0, 9))
    def delete(self, at: int) -> None:
        with self.store.write() as unit:
            unit.begin_action("delete", EDITOR)
            fact = self.some_fact(unit, at)
            for evidence in unit.queries.evidence_of([fact.id]):
                unit.evidence.remove(evidence)
                unit.passages.remove(unit.passages.get(evidence.passage_id))
            unit.facts.remove(unit.facts.get(fact.id))
            done = unit.finish_action()
        self.did(done)

    @rule(title=st.sampled_from(["Ports", "Quais"]), position=st.integers(-3, 3))
    def add_sheet(self, title: str, position: int) -> None:
        with self.store.write() as unit:
            unit.begin_action("add-sheet", EDITOR)
            unit.sheets.add(Sheet(new_id(), 1, title, position, listing={"states": ["accepted"]}))
            done = unit.finish_action()
        self.did(done)

    @precondition(lambda self: self.now[4])
    @rule(
        at=st.integers(0, 9),
        position=st.integers(-3, 3),
        columns=st.sampled_from([(), ("subject", "value")]),
        hidden=st.booleans(),
        others=st.booleans(),
    )
    def change_sheet(self, at: int, position: int, columns: tuple[str, ...], hidden: bool, others: bool) -> None:
        with self.store.write() as unit:
            unit.begin_action("change-sheet", EDITOR)
            sheets = unit.queries.sheets(include_hidden=True)
            wanted = [replace(sheets[at % len(sheets)], position=position, columns=columns, hidden=hidden)]
            if others:
                wanted += [replace(one, position=one.position + 4) for one in sheets if one.id != wanted[0].id]
            unit.sheets.replace_all(wanted)
            done = unit.finish_action()
        self.did(done)

    @precondition(lambda self: self.now[1])
    @rule(at=st.integers(0, 9))
    def fail(self, at: int) -> None:
        with pytest.raises(ZeroDivisionError), self.store.write() as unit:
            unit.begin_action("fail", EDITOR)
            unit.facts.replace(replace(self.some_fact(unit, at), note="never saved"))
            put_article(unit)
            unit.finish_action()
            _ = 1 / 0

    @rule()
    def undo(self) -> None:
        with self.store.write() as unit:
            action = unit.queries.journal.last_revertible(EDITOR)
            assert (action is not None) == bool(self.undoable)
            if action is None:
                return
            self.take_back(unit, action.id)
        before, after = self.undoable.pop()
        self.redoable.append((before, after))
        self.now = before

    @rule()
    def redo(self) -> None:
        with self.store.write() as unit:
            action = unit.queries.journal.last_revert(EDITOR)
            assert (action is not None) == bool(self.redoable)
            if action is None:
                return
            self.take_back(unit, action.id)
        before, after = self.redoable.pop()
        self.undoable.append((before, after))
        self.now = after

    def take_back(self, unit: UnitOfWork, action_id: str) -> None:
        changes = unit.queries.journal.changes(action_id)
        unit.begin_action("undo", EDITOR, reverts=action_id)
        for change in reversed(changes):
            unit.apply_change(change.inverse())
        unit.finish_action()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = open_store(self.store.target)

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        assert self.whole() == self.now
