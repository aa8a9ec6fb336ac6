"""Undo is exact: whatever an editor does, in any order, also over a restart."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from undo_machine import UndoMachine


def test_undo_and_redo_restore_everything(new_target: Callable[[], str]) -> None:
    how = settings(
        max_examples=12,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(lambda: UndoMachine(new_target()), settings=how)
