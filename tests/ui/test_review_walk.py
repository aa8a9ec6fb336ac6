"""Without the walk a review would ask twice about one fact, or end while facts still wait."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import State
from maeditor.ui.review.pace import Pace
from maeditor.ui.review.progress import Progress, segments
from maeditor.ui.review.saying import counts_text
from maeditor.ui.review.walk import Walk
from maeditor.ui.theme import Theme
from maeditor.wording import Wording

PROPOSED, ACCEPTED, DEFERRED = State.PROPOSED, State.ACCEPTED, State.DEFERRED


def walk_of(*states: State) -> Walk:
    walk = Walk({f"f{number}": state for number, state in enumerate(states)})
    walk.begin()
    return walk


def test_it_begins_where_a_fact_waits_and_goes_on_over_what_is_decided() -> None:
    walk = walk_of(ACCEPTED, PROPOSED, ACCEPTED, PROPOSED)
    assert walk.current == "f1"
    assert walk.following() == "f3"
    walk.note("f1", State.REJECTED)
    walk.advance()
    assert walk.current == "f3"
    walk.note("f3", ACCEPTED)
    walk.advance()
    assert walk.over
    assert walk.current == ""


def test_a_fact_chosen_in_the_text_is_where_it_begins() -> None:
    walk = Walk({"a": PROPOSED, "b": PROPOSED, "c": ACCEPTED})
    walk.begin("b")
    assert walk.current == "b"
    walk.begin("c")
    assert walk.current == "a"


def test_what_is_put_off_now_is_not_asked_again_what_was_put_off_before_comes_last() -> None:
    walk = walk_of(DEFERRED, PROPOSED, PROPOSED)
    assert walk.current == "f1"
    walk.note("f1", DEFERRED, put_off=True)
    walk.advance()
    assert walk.current == "f2"
    walk.note("f2", ACCEPTED)
    walk.advance()
    assert walk.current == "f0"
    walk.note("f0", DEFERRED, put_off=True)
    walk.advance()
    assert walk.over
    walk.ask_again()
    walk.begin()
    assert walk.current == "f0"
    assert walk.left == 2


def test_back_and_forth_reaches_decided_facts_and_comes_back_from_the_end() -> None:
    walk = walk_of(PROPOSED, PROPOSED)
    walk.note("f0", ACCEPTED)
    walk.advance()
    assert walk.step(-1)
    assert walk.current == "f0"
    assert not walk.step(-1)
    walk.advance()
    walk.note("f1", ACCEPTED)
    walk.advance()
    assert walk.over
    assert walk.step(-1)
    assert walk.current == "f1"
    assert walk.step(1)
    assert walk.over


def test_the_last_fact_stays_on_the_table_while_others_wait() -> None:
    walk = walk_of(PROPOSED, PROPOSED)
    walk.go_to("f1")
    assert not walk.step(1)
    assert walk.current == "f1"


def test_facts_come_and_go_under_the_walk() -> None:
    walk = walk_of(PROPOSED, PROPOSED, PROPOSED)
    walk.go_to("f1")
    walk.insert_after("f1", ["n"], State.CORRECTED)
    assert walk.ids == ("f0", "f1", "n", "f2")
    walk.remove("f0")
    assert walk.current == "f1"
    walk.remove("f1")
    walk.remove("gone")
    assert walk.left == 1
    walk.remove("n")
    walk.remove("f2")
    assert walk.over


@given(st.lists(st.sampled_from(list(State)), max_size=12), st.data())
def test_every_fact_that_waits_is_asked_once_and_then_it_ends(states: list[State], data: st.DataObject) -> None:
    walk = walk_of(*states)
    asked: list[str] = []
    while not walk.over:
        assert len(asked) <= len(states)
        asked.append(walk.current)
        state = data.draw(st.sampled_from([ACCEPTED, State.REJECTED, DEFERRED]))
        walk.note(walk.current, state, put_off=state is DEFERRED)
        walk.advance()
    waiting = {f"f{number}" for number, state in enumerate(states) if state in {PROPOSED, DEFERRED}}
    assert sorted(asked) == sorted(waiting)
    assert walk.left == 0


@given(st.lists(st.sampled_from(list(State)), min_size=1, max_size=300), st.integers(1, 60))
def test_the_bar_never_has_more_pieces_than_room_and_one_of_them_is_current(states: list[State], most: int) -> None:
    place = len(states) // 2
    shown = segments(states, [0], place, most)
    assert len(shown) == min(len(states), most)
    assert sum(each.current for each in shown) == 1
    assert shown[0].conflicted


def test_the_counts_tell_of_each_fact_once() -> None:
    wording = Wording("fr")
    states = {"a": ACCEPTED, "b": ACCEPTED, "c": State.REJECTED, "d": PROPOSED, "e": PROPOSED}
    told = counts_text(Walk(states, {"b", "d"}), wording)
    assert sum(int(each) for each in re.findall(r"\d+", told)) == len(states)
    assert wording.say("review.in_conflict", count=1) in told


def test_no_pace_is_told_of_two_decisions_nor_of_keys_held_down() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    for _each in range(2):
        now[0] += 4
        pace.decided()
    assert not pace.telling
    now[0] += 4
    pace.decided()
    assert pace.telling
    for _each in range(40):
        pace.decided()
    assert not pace.telling


def test_a_sitting_in_which_all_was_put_off_ends_without_a_bar_and_its_count(qtbot: QtBot, theme: Theme) -> None:
    """One grey line with a dot, and « 1 later » twice, said that something was still under way."""
    walk = Walk({"a": State.PROPOSED})
    assert counts_text(walk, Wording("fr"))
    walk.note("a", State.DEFERRED, put_off=True)
    walk.advance()
    assert walk.over
    assert counts_text(walk, Wording("fr")) == ""
    bar = Progress(theme, None)  # type: ignore[arg-type]
    qtbot.addWidget(bar)
    bar.show_walk(walk.states(), (), -1)
    assert bar.isHidden()
    bar.show_walk((State.ACCEPTED, State.DEFERRED), (), -1)
    assert not bar.isHidden()
