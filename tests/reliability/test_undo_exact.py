"""Undo is exact, over ten thousand steps: what is taken back is gone, what is redone is there, nothing else moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from undo_machine import UndoMachine

pytestmark = [pytest.mark.reliability, pytest.mark.slow]


def test_ten_thousand_steps(empty_project: Path, tmp_path: Path) -> None:
    count = iter(range(10_000))

    def machine() -> UndoMachine:
        path = tmp_path / f"{next(count)}.maed"
        path.write_bytes(empty_project.read_bytes())
        return UndoMachine(str(path))

    how = settings(
        max_examples=200,
        stateful_step_count=50,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(machine, settings=how)
