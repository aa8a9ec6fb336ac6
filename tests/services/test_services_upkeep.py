"""Copies and the search made anew: a copy named like yesterday's, a repair that never ends or is left half done."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from restructured import record
from services_project import Project

from maeditor.domain.errors import ProjectError
from maeditor.services import library, searching
from maeditor.services.backing_up import back_up, suggested_name
from maeditor.services.checking import check_project, of_search, repair_search
from maeditor.services.projects import open_project


def found(project: Project) -> int:
    return len(searching.search(project.runner, "Rifdata", "fr").facts)


def test_a_copy_holds_all_and_is_named_after_the_day(project: Project, tmp_path: Path) -> None:
    record(project)
    name = suggested_name("Faits", datetime(2026, 11, 22, 9, tzinfo=UTC))
    assert name == "Faits 2026-11-22.maed"
    copy = back_up(project.runner, tmp_path / name)
    assert copy.size == (tmp_path / name).stat().st_size > 0
    other = open_project(copy.path)
    assert library.project_facts(other) == library.project_facts(project.runner)
    other.store.close()


def test_the_project_is_never_its_own_copy(project: Project) -> None:
    before = project.path.read_bytes()
    with pytest.raises(ProjectError, match="backup_onto_itself"):
        back_up(project.runner, project.path)
    assert project.path.read_bytes() == before


def test_the_search_is_made_anew_and_a_repair_stopped_half_way_goes_on_later(project: Project) -> None:
    record(project)
    with project.runner.store.write() as unit:
        unit.forget_index()
        unit.set_meta("search_behind", "")
    assert found(project) == 0
    problems = check_project(project.runner)
    assert of_search(problems) == len(problems) > 0
    assert not repair_search(project.runner, lambda: True)
    assert searching.is_behind(project.runner)
    assert check_project(project.runner) == ()
    assert repair_search(project.runner)
    assert found(project) == 1
    assert not searching.is_behind(project.runner)
    assert check_project(project.runner) == ()
