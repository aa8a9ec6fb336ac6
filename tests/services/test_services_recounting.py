"""The history of a fact: an editor could not tell who said what, and when, if these failed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from restructured import POWER, fact_of, propose
from services_project import Project

from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, restructuring, reviewing, undoing
from maeditor.services.annotating import FactStatement
from maeditor.services.projects import open_project
from maeditor.services.recounting import Deed, fact_history
from maeditor.wording import Wording


def told(deed: Deed) -> dict[str, tuple[str, str]]:
    return {each.field: (each.before, each.after) for each in deed.changes}


def test_each_step_says_what_it_changed_in_words(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    bounded = Quantity.of(Decimal(500), "MW", Comparator.AT_MOST)
    version = fact_of(project.runner, fact_id).version
    annotating.correct_fact(
        project.runner, fact_id, version, FactStatement("capacity_power", "Rifdata", bounded, place="Nador")
    )
    reviewing.reject_fact(project.runner, fact_id, reason="déjà compté")
    newest, mended, reopened, made = fact_history(project.runner, fact_id, Wording("fr"), "fr")
    assert told(newest)["reason"] == ("", "déjà compté")
    assert told(newest)["state"][1] == "Rejeté"
    assert told(mended)["value"] == ("120\u00a0MW", "≤\u00a0500\u00a0MW")
    assert told(mended)["place"] == ("", "Nador")
    assert told(reopened)["state"] == ("Accepté", "Proposé")
    assert told(made)["property"][0] == ""
    assert "120 mégawatts" in told(made)["passages"][1]
    assert all(each.label and "." not in each.label for deed in (newest, mended, made) for each in deed.changes)
    assert [deed.action.editor for deed in (newest, made)] == ["Amina", "Amina"]


def test_it_says_which_steps_still_stand_and_who_took_the_others_back(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    reviewing.accept_fact(project.runner, fact_id)
    undone = undoing.undo(project.runner)
    deeds = fact_history(project.runner, fact_id, Wording("en"), "en")
    assert [deed.stands for deed in deeds] == [True, False, True, True]
    assert deeds[1].taken_back_by == undone.action
    undoing.redo(project.runner)
    assert [deed.stands for deed in fact_history(project.runner, fact_id, Wording("en"), "en")][2] is True


def test_passages_that_came_and_went_are_part_of_it(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    other = propose(project, "40 MW")
    annotating.attach_passage(project.runner, fact_id, project.article_id, project.span("60 MW"))
    restructuring.merge_facts(project.runner, fact_id, [(other, None)])
    merged, attached, *_rest = fact_history(project.runner, fact_id, Wording("fr"), "fr")
    assert "60 MW" in told(attached)["passages"][1]
    assert "40 MW" in told(merged)["passages"][1]
    given_away = fact_history(project.runner, other, Wording("fr"), "fr")[0]
    assert told(given_away)["passages"] == ("«\u00a040 MW\u00a0»", "")
    assert told(given_away)["duplicate_of"] == ("", "F-0001")
    assert told(given_away)["reason"][1] == Wording("fr").say("timeline.reason_duplicate")


def test_a_fact_that_is_gone_still_tells_its_life(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts", POWER, "40 MW")
    undoing.undo(project.runner)
    undoing.undo(project.runner)
    gone = fact_history(project.runner, fact_id, Wording("fr"), "fr")[0]
    assert told(gone)["value"] == ("120\u00a0MW", "")
    assert "passages" in told(gone)


def test_another_editors_steps_carry_their_name(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    other = open_project(project.path, editor="Brahim")
    reviewing.defer_fact(other, fact_id)
    other.store.close()
    assert fact_history(project.runner, fact_id, Wording("fr"), "fr")[0].action.editor == "Brahim"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_dates_are_said_in_words(project: Project, language: str) -> None:
    fact_id = propose(project, "120 mégawatts")
    version = fact_of(project.runner, fact_id).version
    dated = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"), as_of="2026-03", target="2028")
    annotating.correct_fact(project.runner, fact_id, version, dated)
    said = told(fact_history(project.runner, fact_id, Wording(language), language)[0])
    assert said["as_of"][1] == {"fr": "mars 2026", "en": "March 2026"}[language]
    assert said["target"][1] == "2028"
