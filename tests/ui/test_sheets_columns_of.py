"""A sheet's columns: what is ticked and where it stands, whatever a person does to them in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.ui.sheets.columns_of import USUAL, choices_of, kept, moved, ticked
from maeditor.wording import Wording

WORDS = Wording("fr")
some_columns = st.lists(st.sampled_from(USUAL), unique=True).map(tuple)


@given(some_columns)
def test_every_column_is_listed_once_and_the_chosen_ones_keep_their_order(columns: tuple[str, ...]) -> None:
    choices = choices_of(columns, WORDS)
    assert sorted(each.key for each in choices) == sorted(USUAL)
    assert kept(choices) == (() if columns == USUAL else columns)


@given(some_columns, st.integers(0, len(USUAL) - 1))
def test_a_tick_put_and_taken_changes_that_column_alone(columns: tuple[str, ...], row: int) -> None:
    choices = choices_of(columns, WORDS)
    changed = ticked(choices, row)
    if changed is None:
        assert [each.key for each in choices if each.on] == [choices[row].key]
        return
    before = [each.key for each in choices if each.on and each.key != choices[row].key]
    after = [each for each in (changed or USUAL) if each != choices[row].key]
    assert after == before
    assert (choices[row].key in (changed or USUAL)) is not choices[row].on


@given(some_columns, st.integers(0, len(USUAL) - 1), st.integers(0, len(USUAL) - 1))
def test_moving_loses_and_invents_no_column(columns: tuple[str, ...], row: int, place: int) -> None:
    choices = choices_of(columns, WORDS)
    changed = moved(choices, row, place)
    on = [each.key for each in choices if each.on]
    if choices[row].on:
        assert changed is not None
        rest = [each for each in (changed or USUAL) if each != choices[row].key]
        assert rest == [each for each in on if each != choices[row].key]
    else:
        assert changed is None


def test_a_step_goes_past_what_is_left_out() -> None:
    """A column would seem stuck beside one that is not ticked."""
    choices = choices_of((USUAL[0], USUAL[2]), WORDS)
    assert moved(choices, 0, 1) == (USUAL[2], USUAL[0])
    assert moved(choices, 2, 1) == (USUAL[2], USUAL[0])


def test_columns_of_another_version_are_passed_over() -> None:
    assert kept(choices_of(("unheard_of", USUAL[3]), WORDS)) == (USUAL[3],)
