"""The sample project is the first thing a newcomer sees: it must show every kind of decision, and be sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from maeditor.domain.facts import State
from maeditor.services import figures, library, sheets
from maeditor.services.checking import check_project
from maeditor.services.projects import open_project
from maeditor.services.sample import build_sample


def test_the_sample_has_decisions_of_every_kind_and_sources_that_disagree(tmp_path: Path) -> None:
    build_sample(tmp_path / "exemple.maed")
    runner = open_project(tmp_path / "exemple.maed")
    views = library.project_facts(runner)
    states = Counter(view.fact.state for view in views)
    assert {State.PROPOSED, State.ACCEPTED, State.CORRECTED, State.REJECTED} <= set(states)
    conflicts = {(view.fact.subject, view.fact.property) for view in views if view.conflicted}
    assert ("Maroc", "rank") in conflicts
    assert len(library.articles(runner)) >= 8
    assert {card.language for card in library.articles(runner)} == {"fr", "en", "ar"}
    comparators = {point.comparator.value for row in figures.capacity_figure(runner).rows for point in row.points}
    assert {"=", "≈", "≤", "≥", "range"} <= comparators
    assert [each.title for each in sheets.sheets(runner)] == ["Capacités par pays", "Fiche complète"]
    for sheet in sheets.sheets(runner):
        with runner.read() as queries:
            assert sheets.sheet_facts(queries, sheet)
    assert check_project(runner) == ()
    runner.store.close()
