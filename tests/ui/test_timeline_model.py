"""The history's rows: somebody who hears the window, or scrolls far, would miss steps if these failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.changes import Action, ActionState
from maeditor.services.comparing import FieldChange
from maeditor.services.retracing import RecordChange, Sort, Step, Trace
from maeditor.ui.theme import Theme
from maeditor.ui.timeline import step_text
from maeditor.ui.timeline.keyed_list import KeyedList
from maeditor.ui.timeline.model import StepRole, TimelineModel
from maeditor.ui.timeline.trace_delegate import TraceDelegate
from maeditor.ui.timeline.trace_model import TraceModel
from maeditor.ui.wording import Words
from maeditor.wording import Wording

NOW = datetime.now(UTC)
FR = Wording("fr")


def action(seq: int, days: int = 0, **details: object) -> Action:
    at = (NOW - timedelta(days=days)).isoformat()
    made = Action(f"a{seq}", seq, "accept-fact", "Amina", at, ActionState.DONE, "", {"facts": [f"F-{seq:04d}"]})
    return replace(made, **details)  # type: ignore[arg-type]


def step(seq: int, days: int = 0, by: Action | None = None, **details: object) -> Step:
    return Step(action(seq, days, **details), f"fait F-{seq:04d} accepté", by)


def test_days_stand_between_steps_and_are_never_chosen(qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    model = TimelineModel(FR)
    model.show([step(4), step(3), step(2, 1), step(1, 40)], FR, complete=True)
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert [rows[0], rows[3]] == ["Aujourd’hui", "Hier"]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert rows[1].startswith("Fait F-0004 accepté, Amina")
    qtmodeltester.check(model)


def test_pages_are_read_as_the_end_comes_into_sight_until_there_are_none(qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    model = TimelineModel(FR)
    asked: list[int] = []

    def below(last: Step) -> list[Step]:
        asked.append(last.action.seq)
        return [step(seq) for seq in range(last.action.seq - 1, max(last.action.seq - 4, 0), -1)]

    model.read_more = below
    model.show([step(9), step(8)], FR, complete=False)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [each.action.seq for each in model.steps] == list(range(9, 0, -1))
    assert asked == [8, 5, 2, 1]
    assert model.rowCount() == 10  # one day for all
    assert model.row_of("a3") == 7
    qtmodeltester.check(model)


def test_a_row_says_what_its_fact_is_and_only_facts_around_it_are_read(qtbot: QtBot) -> None:
    model = TimelineModel(FR)
    asked: list[list[int]] = []

    def describe(numbers: Sequence[int]) -> dict[int, str]:
        asked.append(list(numbers))
        return {number: f"{number} MW" for number in numbers}

    model.describe = describe
    model.show([step(seq) for seq in range(500, 1, -1)], FR, complete=True)
    assert asked == []
    first, second = (str(model.index(row, 0).data(StepRole.UNDER)) for row in (1, 2))
    assert "500 MW" in first
    assert "499 MW" in second
    assert len(asked) == 1
    assert len(asked[0]) < 100
    assert "Amina" in first
    assert "Amina" not in second, "who it was is said where it changes"
    assert "Amina" in str(model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_of_several_facts_none_is_described() -> None:
    assert step_text.fact_number(step(4)) == 4
    assert step_text.fact_number(replace(step(4), action=action(4, details={"facts": ["F-0001", "F-0002"]}))) is None
    assert step_text.fact_number(replace(step(4), action=action(4, details={}))) is None


def test_what_was_taken_back_or_cut_off_is_said_aloud(qtbot: QtBot) -> None:
    model = TimelineModel(FR)
    by = action(9, editor="Brahim")
    steps = [
        step(4, by=by),
        step(3, state=ActionState.INTERRUPTED),
        step(2, state=ActionState.OPEN),
    ]
    model.show(steps, FR, complete=True)
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(1, 4)]
    assert "annulé par Brahim" in said[0]
    assert "interrompu" in said[1]
    assert "en cours" in said[2]
    assert model.index(1, 0).data(StepRole.STEP) == steps[0]
    assert {step_text.icon_of(each) for each in steps} == {"accepted"}


def trace() -> Trace:
    fields = (FieldChange("state", "État", "Proposé", "Accepté"), FieldChange("note", "Note", "vu", ""))
    return Trace((RecordChange("facts", "F-0004", Sort.CHANGED, fields),), 12)


def test_changes_are_said_before_and_after(qtmodeltester) -> None:  # type: ignore[no-untyped-def]
    model = TraceModel(FR)
    model.show(trace(), FR)
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert rows[0] == "Fait F-0004, modifié"
    assert "Proposé, puis Accepté" in rows[1]
    assert "vide" in rows[2]
    assert "12" in rows[3]
    qtmodeltester.check(model)
    model.show(Trace((), 0), FR)
    assert model.rowCount() == 1


def test_long_values_are_wrapped_not_cut(qtbot: QtBot, theme: Theme, words: Words) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = KeyedList(window)
    model = TraceModel(FR)
    view.setModel(model)
    delegate = TraceDelegate(theme, words, view)
    view.setItemDelegate(delegate)
    view.resize(380, 300)
    long = " ".join(["un passage assez long"] * 12)
    short = FieldChange("note", "Note", "", "vu")
    fields = (short, replace(short, after=long), replace(short, before=long, after=long))
    model.show(Trace((RecordChange("facts", "F-0004", Sort.CHANGED, fields),), 0), FR)

    def height(row: int) -> int:
        from PySide6.QtWidgets import QStyleOptionViewItem

        return delegate.sizeHint(QStyleOptionViewItem(), QPersistentModelIndex(model.index(row, 0))).height()

    assert height(1) < height(2) < height(3)
    window.show()
    view.grab()


def test_a_step_on_several_facts_says_their_article(qtbot: QtBot) -> None:
    """Else seven rows that accepted a few facts each could not be told apart."""
    model = TimelineModel(FR)
    asked: list[tuple[int, ...]] = []

    def article(numbers: Sequence[int]) -> str:
        asked.append(tuple(numbers))
        return "Un titre"

    model.describe_several = article
    several = step(3, details={"facts": ["F-0004", "F-0005"]})
    unknown = step(2, details={"facts": ["F-0001", "F-0002"], "count": 70})
    model.show([several, unknown], FR, complete=True)
    for _twice in range(2):
        assert str(model.index(1).data(StepRole.UNDER)).endswith(" · Un titre")
        assert "Un titre" not in str(model.index(2).data(StepRole.UNDER)), "of most of its facts nothing is known"
    assert asked == [(4, 5)], "read once"
