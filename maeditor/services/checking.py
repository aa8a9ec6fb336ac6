"""The integrity of a project, looked over without changing it."""

from __future__ import annotations

from maeditor.services.runner import ActionRunner
from maeditor.store.integrity import Problem, check


def check_project(runner: ActionRunner) -> tuple[Problem, ...]:
    """Find every quote that is not at its span, every orphan, every gap between journal and records."""
    return tuple(check(runner.store.wake()))
