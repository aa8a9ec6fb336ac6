"""What is listed is kept with the project and comes back as it was; a damaged setting is no wall."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.listing import (
    LIKELY,
    UNSURE,
    FactFilter,
    Group,
    Listing,
    Origin,
    Sort,
    Sureness,
    plain,
    sureness,
)
from maeditor.domain.properties import Family


def sets_of(kind: type) -> st.SearchStrategy[frozenset]:
    return st.frozensets(st.sampled_from(list(kind)))


FILTERS = st.builds(
    FactFilter,
    sets_of(State),
    sets_of(Family),
    st.frozensets(st.text()),
    sets_of(Lifecycle),
    sets_of(Sureness),
    sets_of(Origin),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.text(),
)
LISTINGS = st.builds(Listing, FILTERS, st.sampled_from(Sort), st.booleans(), st.sampled_from(Group), st.booleans())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(LISTINGS)
def test_what_was_chosen_comes_back_the_next_day(listing: Listing) -> None:
    assert Listing.from_row(listing.to_row()) == listing


@given(st.dictionaries(st.sampled_from(sorted(Listing().to_row())), JSON))
def test_whatever_the_settings_hold_there_is_a_list(row: dict[str, object]) -> None:
    read = Listing.from_row(row)
    assert Listing.from_row(read.to_row()) == read


def test_what_another_version_kept_is_left_at_its_usual() -> None:
    kept = {"states": ["accepted", "forgotten"], "sort": "weight", "group": 3, "conflict": "yes", "rejected": None}
    assert Listing.from_row(kept) == Listing(FactFilter(states=frozenset({State.ACCEPTED})))


@given(LISTINGS)
def test_clearing_the_filter_keeps_the_order(listing: Listing) -> None:
    cleared = listing.without_filter()
    assert cleared.filter.count == 0
    assert (cleared.sort, cleared.group, cleared.descending) == (listing.sort, listing.group, listing.descending)


def test_each_thing_asked_for_is_counted_once() -> None:
    asked = FactFilter(
        states=frozenset({State.ACCEPTED, State.CORRECTED}),
        sureness=frozenset({Sureness.LOW}),
        doubt=True,
        text=" a b ",
    )
    assert asked.count == 4
    assert asked.words == ("a", "b")
    assert FactFilter(text="  ").count == 0


def test_a_filter_overlooks_accents_case_and_apostrophes() -> None:
    assert plain("L’Énergie") == plain("l'energie")
    assert plain("MW") == "mw"


def test_confidence_is_told_in_three_degrees() -> None:
    told = [sureness(confidence) for confidence in (0.0, 0.49, UNSURE, 0.79, LIKELY, 1.0)]
    assert told == [Sureness.LOW] * 2 + [Sureness.MEDIUM] * 2 + [Sureness.HIGH] * 2
