"""Undo, redo and returns in any order lead to the exact states: an editor would lose work if this failed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from restructured import POWER, Whole, propose, whole
from services_project import ARTICLE, Project

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError, NothingToRevertError
from maeditor.domain.values import Quantity
from maeditor.services import annotating, checkpoints, library, restructuring, reviewing, undoing
from maeditor.services.checking import check_project
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project, open_project
from maeditor.services.standing import fates

QUOTES = ("120 mégawatts", "40 MW", "60 MW")


class Going(RuleBasedStateMachine):
    """Does, undoes, redoes, names places, goes back to them, and takes back out of turn; the model keeps whole states.

    ``steps`` are the states before and after each action that Ctrl+Z would take back, ``redoable`` those of Ctrl+Y.
    """

    template: ClassVar[Path]
    make_path: ClassVar[Callable[[], Path]]

    def __init__(self) -> None:
        super().__init__()
        path = type(self).make_path()
        shutil.copy(type(self).template, path)
        self.runner = open_project(path, editor="Amina")
        article_id = library.articles(self.runner)[0].id
        text = library.open_article(self.runner, article_id).text
        self.project = Project(path, self.runner, article_id, text)
        self.now: Whole = whole(self.runner)
        self.steps: list[tuple[Whole, Whole]] = []
        self.redoable: list[tuple[Whole, Whole]] = []
        self.marks: list[tuple[str, Whole]] = []
        with self.runner.read() as queries:
            self.facts = [fact.id for fact in queries.facts()]
        # What the template's editor did is not this machine's to take back.
        self.runner.rename_editor("Inès")
        self.runner = open_project(path, editor="Inès")
        self.project.runner.store.close()
        self.project.runner = self.runner

    def teardown(self) -> None:
        """Each step turned over twice, where nothing stands on it, changes nothing."""
        with self.runner.read() as queries:
            actions = queries.journal.actions(limit=5)
            known = fates(queries, actions)
        for action in actions:
            if known[action.id].stands and not undoing.obstacles(self.runner, action.id):
                undoing.take_back(self.runner, action.id)
                undoing.bring_back(self.runner, action.id)
                assert whole(self.runner) == self.now
        assert check_project(self.runner) == ()
        self.runner.store.close()

    def did(self, call: Callable[[], Done]) -> None:
        try:
            done = call()
        except MaeditorError:
            return  # and nothing was done, as the invariant sees
        before, self.now = self.now, whole(self.runner)
        if done.changes:
            self.steps.append((before, self.now))
            self.redoable.clear()

    @rule(quote=st.sampled_from(QUOTES), amount=st.integers(1, 3))
    def add(self, quote: str, amount: int) -> None:
        self.did(
            lambda: annotating.record_fact(
                self.runner,
                annotating.FactDraft(
                    self.project.article_id,
                    self.project.span(quote),
                    annotating.FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(amount), "GW")),
                ),
            )
        )

    @rule(at=st.integers(0, 2), how=st.sampled_from(["accept", "reject", "defer", "reopen"]))
    def decide(self, at: int, how: str) -> None:
        decision = getattr(reviewing, f"{how}_facts")
        self.did(lambda: decision(self.runner, [(self.facts[at], None)]))

    @rule(keep=st.integers(0, 2), other=st.integers(0, 2))
    def merge(self, keep: int, other: int) -> None:
        self.did(lambda: restructuring.merge_facts(self.runner, self.facts[keep], [(self.facts[other], None)]))

    @rule(at=st.integers(0, 2))
    def split(self, at: int) -> None:
        readings = [Quantity.of(Decimal(2), "GW"), Quantity.of(Decimal("0.5"), "GW")]
        self.did(lambda: restructuring.split_fact(self.runner, self.facts[at], None, readings))

    @rule(at=st.integers(0, 2))
    def duplicate(self, at: int) -> None:
        self.did(lambda: restructuring.duplicate_fact(self.runner, self.facts[at])[0])

    @rule()
    def name_place(self) -> None:
        mark = checkpoints.set_checkpoint(self.runner, f"jalon {len(self.marks)}").action
        self.marks.append((mark.id, self.now))

    @precondition(lambda self: self.marks)
    @rule(at=st.integers(0, 5))
    def go_back(self, at: int) -> None:
        mark, then = self.marks[at % len(self.marks)]
        if then == self.now:
            with pytest.raises(NothingToRevertError):
                checkpoints.return_to_checkpoint(self.runner, mark)
            return
        self.did(lambda: checkpoints.return_to_checkpoint(self.runner, mark))
        assert self.now == then

    @rule()
    def undo(self) -> None:
        if not self.steps:
            with pytest.raises(NothingToRevertError):
                undoing.undo(self.runner)
            return
        undoing.undo(self.runner)
        self.redoable.append(self.steps.pop())
        self.now = self.redoable[-1][0]

    @rule()
    def redo(self) -> None:
        if not self.redoable:
            with pytest.raises(NothingToRevertError):
                undoing.redo(self.runner)
            return
        undoing.redo(self.runner)
        self.steps.append(self.redoable.pop())
        self.now = self.steps[-1][1]

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        assert whole(self.runner) == self.now


def test_whatever_the_order_undo_redo_and_returns_lead_to_the_exact_states(tmp_path: Path) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    runner = create_project(tmp_path / "template.maed", "Essai", editor="Amina")
    article_id = import_paths(runner, [tmp_path / "a.txt"]).article_ids[0]
    project = Project(tmp_path / "template.maed", runner, article_id, library.open_article(runner, article_id).text)
    for quote in QUOTES:
        propose(project, quote, POWER, "340 personnes")
    runner.store.close()
    made: list[Path] = []

    def make_path() -> Path:
        made.append(tmp_path / f"p{len(made)}.maed")
        return made[-1]

    Going.template, Going.make_path = project.path, staticmethod(make_path)  # type: ignore[assignment]
    run_state_machine_as_test(Going, settings=settings(max_examples=15, stateful_step_count=14, deadline=None))
