"""Facts by hand: an editor would lose the passage of a figure, or somebody's correction, if these failed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.errors import MissingRecordError, QuoteMismatchError, StaleRecordError, ValueTextError
from maeditor.domain.facts import Lifecycle, Role, State
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, library
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.importing import import_paths

POWER = FactStatement(
    "capacity_power",
    "Rifdata",
    Quantity.of(Decimal(120), "MW"),
    place="Nador",
    lifecycle=Lifecycle.PLANNED,
    target="2028",
)


def recorded(project: Project, statement: FactStatement = POWER, quote: str = "120 mégawatts") -> library.FactView:
    done = annotating.record_fact(project.runner, FactDraft(project.article_id, project.span(quote), statement))
    return library.fact_view(project.runner, done.record_ids("facts")[0])


def test_a_recorded_fact_keeps_value_passage_and_who_made_it(project: Project) -> None:
    view = recorded(project)
    fact = view.fact
    assert (fact.state, fact.reviewer, fact.origin, fact.raw) == (State.ACCEPTED, "Amina", "person", "120 mégawatts")
    assert (fact.norm_amount, fact.norm_unit, fact.target) == (Decimal(120), "MW", "2028")
    passage = view.evidence[0].passage
    assert project.text[passage.start : passage.end] == passage.exact == "120 mégawatts"
    assert passage.prefix == project.text[passage.start - 32 : passage.start]


def test_a_passage_after_an_emoji_stands_on_its_own_words(project: Project) -> None:
    view = recorded(project, replace(POWER, property="jobs", quantity=Quantity.of(Decimal(340))), "340 personnes")
    passage = view.evidence[0].passage
    assert project.text[passage.start : passage.end] == "340 personnes"


def test_a_span_outside_of_the_text_is_refused_and_nothing_is_kept(project: Project) -> None:
    far = Span(len(project.text) - 2, len(project.text) + 5)
    with pytest.raises(QuoteMismatchError):
        annotating.record_fact(project.runner, FactDraft(project.article_id, far, POWER))
    assert library.project_facts(project.runner) == ()


def test_a_passage_can_support_or_contradict_an_existing_fact(project: Project) -> None:
    fact = recorded(project).fact
    annotating.attach_passage(project.runner, fact.id, project.article_id, project.span("40 MW"), Role.CONTRADICTS)
    view = library.fact_view(project.runner, fact.id)
    assert [(each.passage.exact, each.role) for each in view.evidence] == [
        ("120 mégawatts", Role.SUPPORTS),
        ("40 MW", Role.CONTRADICTS),
    ]
    assert view.fact.version > fact.version, "who holds the fact must hear that its evidence changed"


def test_the_same_span_is_one_passage_for_several_facts(project: Project) -> None:
    first, second = recorded(project), recorded(project)
    assert first.evidence[0].passage.id == second.evidence[0].passage.id
    annotating.remove_evidence(project.runner, first.evidence[0].id)
    assert library.fact_view(project.runner, second.fact.id).evidence, "the other fact's passage went away"
    assert library.fact_view(project.runner, first.fact.id).evidence == ()


def test_attaching_to_a_fact_that_is_gone_says_so(project: Project) -> None:
    with pytest.raises(MissingRecordError):
        annotating.attach_passage(project.runner, "no-such-fact", project.article_id, project.span("40 MW"))


def test_correcting_normalises_anew_and_leaves_what_the_source_says(project: Project) -> None:
    fact = recorded(project).fact
    said = replace(POWER, quantity=Quantity.of(Decimal("0.06"), "GW", Comparator.AT_MOST))
    annotating.correct_fact(project.runner, fact.id, fact.version, said)
    corrected = library.fact_view(project.runner, fact.id).fact
    assert (corrected.comparator, corrected.norm_amount) == (Comparator.AT_MOST, Decimal(60))
    assert corrected.raw == "120 mégawatts"


def test_a_correction_of_what_somebody_changed_meanwhile_is_refused(project: Project) -> None:
    fact = recorded(project).fact
    annotating.correct_fact(project.runner, fact.id, fact.version, replace(POWER, subject="Rifdata Nador"))
    with pytest.raises(StaleRecordError):
        annotating.correct_fact(project.runner, fact.id, fact.version, replace(POWER, subject="mine"))
    assert library.fact_view(project.runner, fact.id).fact.subject == "Rifdata Nador"


def test_a_unit_that_measures_something_else_is_refused(project: Project) -> None:
    with pytest.raises(ValueTextError):
        recorded(project, replace(POWER, quantity=Quantity.of(Decimal(3), "m2")))
    assert library.project_facts(project.runner) == ()


def test_a_value_that_its_passage_does_not_say_is_marked_until_a_person_puts_it_right(project: Project) -> None:
    wrong = recorded(project, replace(POWER, quantity=Quantity.of(Decimal(210), "MW"))).fact
    assert wrong.needs_look == "differs_from_passage"
    annotating.correct_fact(project.runner, wrong.id, wrong.version, POWER)
    assert library.fact_view(project.runner, wrong.id).fact.needs_look == ""


@pytest.mark.parametrize(
    ("quote", "amount", "unit"),
    [("120 mégawatts", "0.12", "GW"), ("n’excède pas 60 MW", "60", "MW"), ("340 personnes", "340", "1")],
)
def test_a_value_said_in_other_units_or_with_a_hedge_is_not_marked(
    project: Project, quote: str, amount: str, unit: str
) -> None:
    named = "jobs" if unit == "1" else "capacity_power"
    statement = replace(POWER, property=named, quantity=Quantity.of(Decimal(amount), unit))
    assert recorded(project, statement, quote).fact.needs_look == ""


def test_evidence_comes_in_the_order_of_articles_and_text(project: Project, tmp_path: Path) -> None:
    fact = recorded(project).fact
    for number in range(6):
        file = tmp_path / f"suite{number}.txt"
        file.write_text(f"Suite {number}\n\nLe campus de {number + 120} mégawatts avance.", "utf-8")
        (article_id,) = import_paths(project.runner, [file]).article_ids
        annotating.attach_passage(project.runner, fact.id, article_id, Span(10, 20))
    numbers = {card.id: card.number for card in library.articles(project.runner)}
    shown = [numbers[each.passage.article_id] for each in library.fact_view(project.runner, fact.id).evidence]
    assert shown == sorted(shown)


def test_the_same_passage_is_evidence_once(project: Project) -> None:
    fact = recorded(project).fact
    with pytest.raises(ValueTextError):
        annotating.attach_passage(project.runner, fact.id, project.article_id, project.span("120 mégawatts"))
    assert len(library.fact_view(project.runner, fact.id).evidence) == 1


def test_a_date_that_is_none_is_never_stored(project: Project) -> None:
    with pytest.raises(ValueTextError):
        recorded(project, replace(POWER, target="bientôt"))
