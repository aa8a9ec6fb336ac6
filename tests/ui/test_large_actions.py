"""Thousands of facts at one key: the window would stand still, or be left with half of it, if these failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from shell_setting import settle
from timeline_setting import Control, Key, Shift, press

from maeditor.domain.articles import Passage
from maeditor.domain.changes import Row
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.services import checkpoints, deleting, reviewing
from maeditor.services.checking import check_project
from maeditor.services.importing import import_text
from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner
from maeditor.store.unit_of_work import UnitOfWork
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

pytestmark = pytest.mark.slow

MANY = 1500
TICKS = 25
"""Turns of the event loop during the work: a window that stands still has none."""


class Heartbeat:
    """Counts the turns of the event loop while a job runs."""

    def __init__(self, window: Window) -> None:
        self.ticks = 0
        self._window = window
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        if self._window.jobs.alone:
            self.ticks += 1


def whole(runner: ActionRunner) -> tuple[object, ...]:
    """What is there and what was decided of it."""
    with runner.read() as queries:
        facts = queries.facts()
        links = queries.evidence_of([fact.id for fact in facts])
        return (
            [each.id for each in queries.articles()],
            [(fact.id, fact.state, fact.article_id) for fact in facts],
            {link.id for link in links},
        )


@pytest.fixture
def long_article(workspace: Workspace) -> str:
    """An article with fifteen hundred facts, each on a passage of its own."""
    desk = workspace.desk
    text = "\n\n".join(f"Le site {number} compte {number} mégawatts." for number in range(MANY))
    report = import_text(desk.runner, text)
    article_id = report.article_ids[0]
    with desk.runner.read() as queries:
        text_id = queries.article(article_id).text_id
        body = queries.text(text_id)

    def work(unit: UnitOfWork) -> Row:
        facts = [
            Fact(
                id=new_id(),
                version=1,
                number=unit.next_number("fact"),
                article_id=article_id,
                subject=f"site {number}",
                property="capacity_power",
                raw="",
                state=State.PROPOSED,
            )
            for number in range(MANY)
        ]
        starts = [body.index(f"Le site {number} ") for number in range(MANY)]
        places = [
            Passage(new_id(), 1, article_id, text_id, at, at + 7, body[at : at + 7], "", body[at + 7 : at + 30])
            for at in starts
        ]
        unit.passages.add_all(places)
        unit.facts.add_all(facts)
        unit.evidence.add_all(
            Evidence(new_id(), 1, fact.id, place.id) for fact, place in zip(facts, places, strict=True)
        )
        return {"count": MANY}

    desk.act(lambda: desk.runner.run("propose-facts", work))
    settle()
    return article_id


@pytest.fixture
def deleted(workspace: Workspace, long_article: str) -> tuple[object, ...]:
    """The same, deleted: what was there before."""
    desk = workspace.desk
    before = whole(desk.runner)
    desk.act(lambda: deleting.delete_article(desk.runner, long_article))
    settle()
    assert len(whole(desk.runner)[1]) == len(before[1]) - MANY  # type: ignore[arg-type]
    return before


def done(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=60_000)
    settle()


def test_undoing_and_redoing_a_large_deletion_leave_the_window_alive(
    qtbot: QtBot, window: Window, workspace: Workspace, deleted: tuple[object, ...]
) -> None:
    desk = workspace.desk
    gone = whole(desk.runner)
    for key, expected in ((Control, deleted), (Control | Shift, gone), (Control, deleted)):
        heart = Heartbeat(window)
        press(window, "z", key)
        assert window.jobs.alone
        done(qtbot, window)
        assert heart.ticks >= TICKS
        assert whole(desk.runner) == expected
    assert check_project(desk.runner) == ()


def test_a_second_undo_meanwhile_is_refused_in_one_sentence_and_a_small_decision_is_saved(
    qtbot: QtBot, window: Window, workspace: Workspace, deleted: tuple[object, ...]
) -> None:
    desk = workspace.desk
    small = next(fact_id for fact_id, state, _article in whole(desk.runner)[1] if state is State.PROPOSED)  # type: ignore[attr-defined]
    press(window, "z", Control)
    for _again in range(2):
        window.main.notices.dismiss()
        press(window, "z", Control)
        assert window.main.notices.text == window.words.say("notice.one_at_a_time")
    assert desk.act(lambda: reviewing.accept_fact(desk.runner, small)) is not None
    assert window.jobs.alone, "saved while it runs, not after it"
    done(qtbot, window)
    now = {fact_id: state for fact_id, state, _article in whole(desk.runner)[1]}  # type: ignore[attr-defined]
    assert now.pop(small) is State.ACCEPTED
    before = {fact_id: state for fact_id, state, _article in deleted[1]}  # type: ignore[attr-defined]
    del before[small]
    assert now == before


def test_stopped_nothing_of_it_is_done_and_it_can_be_asked_for_again(
    qtbot: QtBot, window: Window, workspace: Workspace, deleted: tuple[object, ...]
) -> None:
    desk = workspace.desk
    gone = whole(desk.runner)
    press(window, "z", Control)
    (job,) = window.jobs.running
    job.cancel()
    done(qtbot, window)
    assert whole(desk.runner) == gone
    assert window.main.notices.text == window.words.say("error.action_stopped")
    press(window, "z", Control)
    done(qtbot, window)
    assert whole(desk.runner) == deleted


def test_closing_the_window_in_the_middle_leaves_all_as_it_was(
    qtbot: QtBot, window: Window, workspace: Workspace, deleted: tuple[object, ...]
) -> None:
    project = Path(workspace.target)
    gone = whole(workspace.desk.runner)
    heart = Heartbeat(window)
    press(window, "z", Control)
    qtbot.waitUntil(lambda: heart.ticks > 2)
    press(window, "q", Control)
    qtbot.waitUntil(lambda: not window.main.isVisible(), timeout=60_000)
    again = open_project(project, editor="Amina")
    assert whole(again) == gone
    assert check_project(again) == ()
    again.store.close()


def test_the_history_drawer_and_the_way_back_to_a_checkpoint_leave_it_alive_too(
    qtbot: QtBot, window: Window, workspace: Workspace, long_article: str
) -> None:
    desk = workspace.desk
    before = whole(desk.runner)
    mark = checkpoints.set_checkpoint(desk.runner, "avant")
    desk.act(lambda: mark)
    desk.act(lambda: deleting.delete_article(desk.runner, long_article))
    press(window, Key.Key_H, Control | Shift)
    heart = Heartbeat(window)
    press(window, Key.Key_Delete)
    assert window.jobs.alone
    done(qtbot, window)
    assert heart.ticks >= TICKS
    assert whole(desk.runner) == before
    press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    done(qtbot, window)
    assert whole(desk.runner) != before
    press(window, Key.Key_Escape)
    window.commands.call("return-to-checkpoint")
    settle()
    heart = Heartbeat(window)
    press(window, Key.Key_Return)
    assert window.jobs.alone
    done(qtbot, window)
    assert heart.ticks >= TICKS
    assert whole(desk.runner) == before
