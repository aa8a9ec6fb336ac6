"""The rows that came back: ticked, filtered or ordered wrongly they would take what nobody chose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from maeditor.catalogue import load_catalogue
from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import Correction, MergeState
from maeditor.domain.values import Comparator
from maeditor.ui.returning.model import ReturnedModel
from maeditor.ui.returning.pane import ReturningPane
from maeditor.ui.returning.row_text import RowText
from maeditor.ui.returning.rows import Choice, Returned, rows_of, units_there
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording

MANY = 100_000
KNOWN = {each.key: each for each in load_catalogue()}
POWER = next(each for each in KNOWN.values() if each.dimension == "power")
STATES = st.sampled_from(list(MergeState))


def fact(fact_id: str, number: int = 1) -> Fact:
    made = Fact(fact_id, 1, number, "", f"Centre {number}", POWER.key, "2 GW", State.ACCEPTED)
    return replace(made, comparator=Comparator.EQUAL, amount=Decimal(2), unit="GW")


def returned(corrections: list[Correction], name: str = "fiches.xlsx") -> Returned:
    known = {each.fact_id: fact(each.fact_id, at) for at, each in enumerate(corrections) if each.fact_id}
    new = {each.row: (fact(f"new {each.row}"), False) for each in corrections if not each.fact_id}
    rows = rows_of(corrections, known, KNOWN, new, "differs")
    return Returned(name, "", "", len(rows), 0, rows, units_there(corrections))


def correction(fact_id: str, state: MergeState, field: str = "place", **said: object) -> Correction:
    told = {"base": "Maroc", "here": "Maroc", "there": "Tanger", **said}
    return Correction(fact_id, "F-0001", field, state=state, **told)  # type: ignore[arg-type]


def model_of(corrections: list[Correction]) -> ReturnedModel:
    model = ReturnedModel(Wording("fr"))
    model.show(returned(corrections), Wording("fr"))
    return model


@given(st.lists(STATES, max_size=12))
def test_what_is_ticked_at_first_is_what_was_changed_there_alone(states: list[MergeState]) -> None:
    model = model_of([correction(f"{at}", state) for at, state in enumerate(states)])
    clean = [f"{at}" for at, state in enumerate(states) if state is MergeState.CHANGED_THERE]
    assert [key[0] for key in model.taken] == clean
    assert model.taken_count == len(clean)


@given(st.lists(STATES, min_size=1, max_size=8), st.data())
def test_the_count_of_ticks_is_that_of_what_would_be_taken(states: list[MergeState], data: st.DataObject) -> None:
    model = model_of([correction(f"{at}", state) for at, state in enumerate(states)])
    for _step in range(6):
        at = data.draw(st.integers(0, model.rowCount() - 1))
        row = model.row(at)
        assert row is not None
        decided = model.toggle(at) if data.draw(st.booleans()) else model.decide(at, Choice.KEEP)
        assert decided == row.applicable
        assert model.taken_count == len(model.taken)
    assert all(row.state is not MergeState.INVALID for row in model.returned.rows if row.key in model.taken)


def test_what_changed_here_alone_is_shown_when_asked_for_and_where_there_is_nothing_else() -> None:
    model = model_of([correction("a", MergeState.CHANGED_HERE), correction("b", MergeState.BOTH)])
    assert model.rowCount() == 1
    model.show_only(MergeState.CHANGED_HERE)
    assert model.row(0).state is MergeState.CHANGED_HERE  # type: ignore[union-attr]
    assert model_of([correction("a", MergeState.CHANGED_HERE)]).rowCount() == 1


def test_a_file_read_again_keeps_decisions_but_not_on_a_row_that_says_something_else() -> None:
    both, other = correction("a", MergeState.BOTH), correction("b", MergeState.BOTH)
    model = model_of([both, other])
    for at in range(2):
        model.decide(at, Choice.TAKE)
    model.show(returned([both, replace(other, there="Fès")]), Wording("fr"))
    assert [key[0] for key in model.taken] == ["a"]
    model.show(returned([both], "autre.xlsx"), Wording("fr"))
    assert model.taken == []


def test_rows_of_one_fact_stand_beside_each_other() -> None:
    listed = [
        correction("a", MergeState.BOTH),
        correction("b", MergeState.BOTH),
        correction("a", MergeState.CHANGED_THERE, "subject"),
    ]
    assert [row.correction.fact_id for row in returned(listed).rows] == ["a", "a", "b"]


def test_a_column_orders_up_down_and_as_in_the_workbook_again() -> None:
    model = model_of([correction(each, MergeState.BOTH, there=each) for each in "bca"])
    seen = []
    for _press in range(3):
        model.sort_by("there")
        seen.append("".join(model.row(at).correction.there for at in range(3)))  # type: ignore[union-attr]
    assert seen == ["abc", "cba", "bca"]


@pytest.mark.parametrize(
    ("field", "canonical", "told"),
    [
        ("amount", "2.5", "2,5\u00a0MW"),
        ("unit", "MW", "MW"),
        ("as_of", "2025-12", "décembre 2025"),
        ("lifecycle", "planned", "Prévu"),
        ("state", "rejected", "Rejeté"),
        ("property", POWER.key, POWER.label("fr")),
        ("comparator", "range", "de … à …"),
        ("place", "Tanger", "Tanger"),
        ("amount", "about ten", "about ten"),
    ],
)
def test_what_stands_in_the_workbook_is_told_as_people_write_it(field: str, canonical: str, told: str) -> None:
    unit = correction("a", MergeState.CHANGED_THERE, "unit", base="GW", here="GW", there="MW")
    said = correction("a", MergeState.CHANGED_THERE, field, base="", here="", there=canonical)
    listed = [said] if field == "unit" else [unit, said]
    made = returned(listed)
    assert RowText(made, Wording("fr")).there(made.rows[-1]) == told


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_shown_ticked_and_filtered(theme: Theme, words: Words, qtbot: QtBot) -> None:
    listed = [correction(f"{at}", MergeState.BOTH if at % 3 else MergeState.CHANGED_THERE) for at in range(MANY)]
    made = returned(listed)
    pane = ReturningPane(theme, words)
    qtbot.addWidget(pane)
    pane.resize(1300, 800)
    pane.show()
    begun = perf_counter()
    pane.show_returned(made)
    pane.grab()
    shown = perf_counter() - begun
    begun = perf_counter()
    for _press in range(10):
        QTest.keyClick(pane.list.rows, Qt.Key.Key_End)
        QTest.keyClick(pane.list.rows, Qt.Key.Key_Space)
        QTest.keyClick(pane.list.rows, Qt.Key.Key_Home)
        QTest.keyClick(pane.list.rows, Qt.Key.Key_Space)
    pane.grab()
    walked = perf_counter() - begun
    # Ten times what it takes: a widget for each row, or a look through all of them at each key, takes longer still.
    assert shown < 8, shown
    assert walked < 4, walked
    assert pane.model.taken_count == MANY // 3 + 1
    pane.show_only(MergeState.BOTH)
    assert pane.model.rowCount() == MANY - MANY // 3 - 1
