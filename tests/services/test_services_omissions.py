"""Where figures stand: an editor would miss one, or be sent to one that is settled, if these failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.articles import Noise, Passage
from maeditor.domain.dismissals import Dismissal, DismissalReason
from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.figures import Figure, figures
from maeditor.services import annotating, dismissing, figure_memory, library, omissions, reviewing, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.figure_memory import FigureMemory
from maeditor.services.omissions import Account, Settling, account, after_dismissing, settling_of

POWER = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"), target="2028")


def left(project: Project) -> list[str]:
    return [each.text for each in omissions.unattached(project.runner, project.article_id)]


def record(project: Project, quote: str, statement: FactStatement = POWER) -> str:
    draft = FactDraft(project.article_id, project.span(quote), statement)
    return annotating.record_fact(project.runner, draft).record_ids("facts")[0]


def test_every_figure_is_left_until_it_is_settled(project: Project) -> None:
    assert left(project) == ["120 mégawatts", "2028", "340", "première", "40 MW", "60 MW"]


def test_a_fact_takes_its_figure_and_its_date(project: Project) -> None:
    record(project, "120 mégawatts")
    assert left(project) == ["340", "première", "40 MW", "60 MW"]
    undoing.undo(project.runner)
    assert len(left(project)) == 6


def test_a_whole_sentence_as_passage_hides_no_other_figure(project: Project) -> None:
    sentence = "La première tranche, de 40 MW, n’excède pas 60 MW une fois étendue."
    record(project, sentence, replace(POWER, quantity=Quantity.of(Decimal("0.04"), "GW"), target=""))
    assert left(project) == ["120 mégawatts", "2028", "340", "première", "60 MW"]


def test_where_a_fact_says_none_of_them_its_passage_speaks_for_all(project: Project) -> None:
    record(project, "de 40 MW, n’excède pas 60 MW", replace(POWER, quantity=Quantity.of(Decimal(7), "MW"), target=""))
    assert left(project) == ["120 mégawatts", "2028", "340", "première"]


def test_what_a_fact_is_about_is_said_by_it(project: Project) -> None:
    statement = replace(POWER, subject="Première tranche", quantity=Quantity.of(Decimal(40), "MW"))
    record(project, "40 MW", statement)
    assert "première" not in left(project)


def test_a_rejected_fact_settles_its_figure_too(project: Project) -> None:
    reviewing.reject_fact(project.runner, record(project, "340"))
    assert "340" not in left(project)


def test_half_a_figure_is_not_the_figure(make_project: Callable[[str], Project]) -> None:
    project = make_project("Le parc aura de 40 à 386 MW selon les phases du projet.\n")
    record(project, "40", replace(POWER, quantity=Quantity.of(Decimal(40), "MW")))
    assert left(project) == ["40 à 386 MW"]
    record(project, "386", replace(POWER, quantity=Quantity.of(Decimal(386), "MW")))
    assert left(project) == []


def test_the_unit_of_a_table_is_said_by_the_facts_of_its_rows(make_project: Callable[[str], Project]) -> None:
    project = make_project("Les sites du pays\n\nVille | MW\nNador | 120\nSafi | 12\n\nReste à dire combien de MW.\n")
    record(project, "120")
    assert left(project) == ["12", "MW"]


def test_dismissed_figures_are_left_no_more_and_come_back(project: Project) -> None:
    dismissing.dismiss(project.runner, project.article_id, project.span("340"), DismissalReason.OFF_TOPIC)
    assert "340" not in left(project)
    ((figure, dismissal),) = omissions.dismissed(project.runner, project.article_id)
    assert (figure.start, dismissal.reason) == (project.span("340").start, DismissalReason.OFF_TOPIC)
    dismissing.take_back(project.runner, [dismissal.id])
    assert "340" in left(project)


def test_a_dismissed_figure_that_becomes_a_fact_is_one(project: Project) -> None:
    dismissing.dismiss(project.runner, project.article_id, project.span("340"), DismissalReason.OFF_TOPIC)
    record(project, "340")
    assert omissions.dismissed(project.runner, project.article_id) == ()


def test_an_article_is_settled_when_each_is_a_fact_or_dismissed(project: Project) -> None:
    record(project, "120 mégawatts")
    found = omissions.account_of(project.runner, project.article_id)
    assert not found.settled
    dismissing.dismiss_all(
        project.runner, project.article_id, [each.span for each in found.left], DismissalReason.CONTEXT
    )
    assert omissions.account_of(project.runner, project.article_id).settled


def test_lines_that_are_noise_are_not_asked_for(project: Project) -> None:
    opened = library.open_article(project.runner, project.article_id)
    end = opened.text.index("\n\nLa première")
    quiet = settling_of(replace(opened, noise=(Noise(0, end, "menu"),)), ())
    found = account(quiet, figures(opened.text, "fr"))
    assert [each.text for each in found.left] == ["première", "40 MW", "60 MW"]


def test_what_is_read_for_it_is_what_an_open_article_says(project: Project) -> None:
    fact_id = record(project, "120 mégawatts")
    annotating.attach_passage(project.runner, fact_id, project.article_id, project.span("40 MW"))
    dismissing.dismiss(project.runner, project.article_id, project.span("340"), DismissalReason.OFF_TOPIC)
    opened = library.open_article(project.runner, project.article_id)
    put_aside = omissions.dismissals(project.runner, project.article_id)
    one, other = settling_of(opened, put_aside), omissions.read_settling(project.runner, project.article_id)
    assert replace(one, said=()) == replace(other, said=())
    assert sorted((fact.id, passage.id) for fact, passage in one.said) == sorted(
        (fact.id, passage.id) for fact, passage in other.said
    )


def test_the_memory_gives_what_was_found_and_forgets_the_oldest(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = FigureMemory()
    monkeypatch.setattr(figure_memory, "MOST_KEPT", 3)
    first = memory.figures("a", "2 GW et 3 GW", "fr")
    assert memory.figures("a", "", "fr") is first
    memory.figures("b", "4 GW et 5 GW", "")
    assert not memory.knows("a", "fr")
    assert memory.knows("b", "")


# For any text and passages

WORDS = st.sampled_from(
    ["Le parc", "de 2 GW", "emploie 12 personnes", "en 2028", "premier", "20.5", ".", "\n", "٣٠ ميغاواط"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def settling(text: str, facts: list[tuple[Span, Fact]], put_aside: list[Dismissal]) -> Settling:
    said = tuple((fact, Passage("p", 1, "a", "t", span.start, span.end, "", "", "")) for span, fact in facts)
    return Settling("t", text, "fr", (), said, tuple(put_aside))


def placed(found: Account) -> list[tuple[int, int]]:
    spans = [(each.start, each.end) for each in (*found.left, *found.attached, *found.passed)]
    return sorted([*spans, *((figure.start, figure.end) for figure, _ in found.dismissed)])


@st.composite
def scenes(draw: st.DrawFn) -> tuple[str, list[tuple[Span, Fact]], list[Dismissal]]:
    text = draw(TEXTS)
    span = st.builds(
        lambda start, length: Span(start, min(start + length, len(text))),
        st.integers(0, len(text) - 1),
        st.integers(1, 30),
    )
    fact = st.builds(
        lambda state, amount, when: Fact(
            "f",
            1,
            1,
            "a",
            "",
            "capacity_power",
            "",
            state,
            comparator=Comparator.EQUAL,
            amount=amount,
            unit="MW",
            as_of=when,
        ),
        st.sampled_from(State),
        st.sampled_from([None, Decimal(2000), Decimal(12)]),
        st.sampled_from(["", "2028", "../2028-12", "not a date"]),
    )
    facts = draw(st.lists(st.tuples(span, fact), max_size=5))
    put_aside = [
        Dismissal(
            str(at),
            1,
            "a",
            "t",
            each.start,
            each.end,
            "",
            "",
            "",
            DismissalReason.CONTEXT,
        )
        for at, each in enumerate(draw(st.lists(span, max_size=3)))
    ]
    return text, facts, put_aside


@given(scenes())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_figure_stands_in_exactly_one_place(scene: tuple[str, list[tuple[Span, Fact]], list[Dismissal]]) -> None:
    text, facts, put_aside = scene
    found = figures(text, "fr")
    result = account(settling(text, facts, put_aside), found)
    assert placed(result) == [(each.start, each.end) for each in found]
    assert all(text[each.start : each.end] == each.text for each in result.left)
    for each in result.left:
        assert not any(span.start == each.start and span.end == each.end for span, _ in facts)
        assert not any(one.start <= each.start and each.end <= one.end for one in put_aside)


@given(scenes())
def test_after_dismissals_alone_the_short_way_leads_to_the_same(
    scene: tuple[str, list[tuple[Span, Fact]], list[Dismissal]],
) -> None:
    text, facts, put_aside = scene
    found = figures(text, "fr")
    with_them, without = account(settling(text, facts, put_aside), found), account(settling(text, facts, []), found)
    assert after_dismissing(without, text, put_aside) == with_them
    assert after_dismissing(with_them, text, []) == without


@given(scenes())
def test_without_facts_and_dismissals_nothing_is_settled(
    scene: tuple[str, list[tuple[Span, Fact]], list[Dismissal]],
) -> None:
    text = scene[0]
    found: tuple[Figure, ...] = figures(text, "fr")
    result = account(settling(text, [], []), found)
    assert (result.attached, result.dismissed) == ((), ())
    assert len(result.left) + len(result.passed) == len(found)
