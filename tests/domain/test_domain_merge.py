"""A merge that takes the wrong side, or half of each, loses somebody's work without a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.merge import MERGED_FIELDS, ONE_VALUE, Correction, MergeState, merged, merged_fields

TEXT = st.sampled_from(["", "a", "b", "c"])
ROW = st.fixed_dictionaries(dict.fromkeys(MERGED_FIELDS, TEXT))


@given(TEXT, TEXT, TEXT)
def test_a_field_is_told_of_by_who_changed_it(base: str, here: str, there: str) -> None:
    state = merged(base, here, there)
    assert (state is None) == (here == there)
    if state is not None:
        changed = (here != base, there != base)
        wanted = {(True, False): "changed_here", (False, True): "changed_there", (True, True): "both"}
        assert state.value == wanted[changed]


@given(ROW, ROW)
def test_what_nobody_changed_there_is_never_applied(base: dict[str, str], here: dict[str, str]) -> None:
    assert set(merged_fields(base, here, base).values()) <= {MergeState.CHANGED_HERE}
    assert merged_fields(base, here, {}) == {}


@given(ROW, ROW, ROW)
def test_a_value_changed_on_both_sides_is_never_clean_in_any_of_its_fields(
    base: dict[str, str], here: dict[str, str], there: dict[str, str]
) -> None:
    found = merged_fields(base, here, there)
    mended_here = any(here[name] not in (base[name], there[name]) for name in ONE_VALUE)
    clean = {name for name, state in found.items() if state is MergeState.CHANGED_THERE}
    assert not (mended_here and clean & ONE_VALUE)
    for name in set(MERGED_FIELDS) - ONE_VALUE:
        assert found.get(name) is merged(base[name], here[name], there[name])


def test_a_value_changed_alike_on_both_sides_leaves_the_rest_clean() -> None:
    base = {"amount": "120", "unit": "MW"}
    found = merged_fields(base, {"amount": "130", "unit": "MW"}, {"amount": "130", "unit": "GW"})
    assert found == {"unit": MergeState.CHANGED_THERE}


def test_a_correction_is_told_by_its_fact_and_field_and_a_new_row_by_its_place() -> None:
    state = MergeState.NEW
    assert Correction("f", "F-1", "amount", "", "", "", state, row=7).key == ("f", "amount", 0)
    assert Correction("", "", "", "", "", "", state, row=7).key == ("", "", 7)
