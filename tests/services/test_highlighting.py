"""A fact made with one key would say something else than its passage, or land in a family that cannot hold it."""

from __future__ import annotations

from pathlib import Path

import pytest

from maeditor.domain.anchors import Span
from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.services import importing, library, projects, undoing
from maeditor.services.highlighting import family_of, highlight
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner

TEXT = "Le parc\n\nLa puissance installée atteint 40 MW à Nador. Le directeur parle d’un chantier exemplaire.\n"


@pytest.fixture
def runner(tmp_path: Path) -> ActionRunner:
    """A project with one article."""
    made = projects.create_project(tmp_path / "p.maed", "Essai", editor="ada")
    importing.import_text(made, TEXT)
    yield made
    made.store.close()


def _highlighted(runner: ActionRunner, quote: str, family: Family | None) -> FactView:
    article = library.articles(runner)[0].id
    start = TEXT.index(quote)
    done = highlight(runner, article, Span(start, start + len(quote)), family)
    assert family_of(runner, done) is not None
    return library.fact_view(runner, done.record_ids("facts")[0])


def test_the_reading_is_recorded_and_taken_back(runner: ActionRunner) -> None:
    """A capacity is read as one, accepted, on exactly its words; one undo takes all of it back."""
    view = _highlighted(runner, "40 MW", None)
    assert view.property.family is Family.CAPACITY
    assert view.fact.state is State.ACCEPTED
    assert [each.passage.exact for each in view.evidence] == ["40 MW"]
    undoing.undo(runner)
    assert library.project_facts(runner) == ()


def test_words_go_into_the_family_used_last(runner: ActionRunner) -> None:
    """What is no value is a text of the family that the person works in."""
    view = _highlighted(runner, "chantier exemplaire", Family.ACTOR)
    assert view.property.family is Family.ACTOR
    assert view.fact.text_value == "chantier exemplaire"


def test_a_value_stays_where_the_family_takes_none(runner: ActionRunner) -> None:
    """Megawatts are no rank and no place, whatever was recorded before."""
    for family in (Family.RANK, Family.PLACE):
        assert _highlighted(runner, "40 MW", family).property.family is Family.CAPACITY
        undoing.undo(runner)


def test_only_a_fact_made_by_hand_tells_a_family(runner: ActionRunner) -> None:
    """Undoing one does not."""
    _highlighted(runner, "40 MW", None)
    assert family_of(runner, undoing.undo(runner)) is None
