"""Without these sources that disagree would be found by luck, and sources that agree would be called liars."""

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from fact_making import made, power
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.conflicts import UNLIKE, conflicting, contradict
from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing, State
from maeditor.domain.values import Comparator, Quantity

FACTS = st.lists(
    st.builds(
        lambda value, fields: made(value=value, **fields),
        st.sampled_from(
            [
                power(500),
                power(450),
                power(500, Comparator.AT_MOST),
                power(480, Comparator.ABOUT),
                Quantity.between(Decimal(40), Decimal(386), "MW"),
                Quantity.of(Decimal(500), "MAD"),
                None,
            ]
        ),
        st.fixed_dictionaries(
            {},
            optional={
                "subject": st.sampled_from(["Maroc", "Kenya", ""]),
                "place": st.sampled_from(["", "Rabat", "Fès"]),
                "lifecycle": st.sampled_from(list(Lifecycle)),
                "modality": st.sampled_from(list(Modality)),
                "as_of": st.sampled_from(["", "2025", "2025-05", "2026", "hier"]),
                "state": st.sampled_from(list(State)),
                "qualifiers": st.sampled_from([{}, {"basis": "it"}, {"basis": "facility"}]),
            },
        ),
    ),
    max_size=8,
).map(lambda facts: [replace(fact, id=f"fact-{place}", number=place) for place, fact in enumerate(facts)])


@given(FACTS)
def test_conflicts_hold_exactly_the_facts_that_contradict_another(facts: list[Fact]) -> None:
    found = conflicting(facts)
    told = {fact_id for conflict in found for fact_id in conflict.fact_ids}
    assert told == {one.id for one in facts if any(contradict(one, other) for other in facts if other is not one)}
    assert len(told) == sum(len(conflict.facts) for conflict in found)
    for one in facts:
        assert not contradict(one, one)
        assert all(contradict(one, other) == contradict(other, one) for other in facts)


@given(FACTS, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_come_does_not_matter(facts: list[Fact], chance: "st.random.Random") -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert conflicting(facts) == conflicting(shuffled)


def test_two_sources_that_give_different_powers_are_one_conflict() -> None:
    third = made(3, power(450))
    for order in permutations([made(1, power(500)), made(2, power(500)), third]):
        (conflict,) = conflicting(order)
        assert (conflict.subject, conflict.property) == ("Maroc", "capacity_power")
        assert conflict.fact_ids == ("fact-1", "fact-2", "fact-3")
    assert conflicting([made(1, power(500)), made(2, power(500))]) == ()


def test_two_disagreements_joined_by_a_third_are_one_conflict() -> None:
    facts = [
        made(1, power(500), as_of="2025"),
        made(2, power(450), as_of="2025"),
        made(3, power(500), as_of="2026"),
        made(4, power(450), as_of="2026"),
    ]
    assert [conflict.fact_ids for conflict in conflicting(facts)] == [("fact-1", "fact-2"), ("fact-3", "fact-4")]
    joining = made(5, power(10))
    assert [len(conflict.facts) for conflict in conflicting([*facts, joining])] == [5]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"lifecycle": Lifecycle.PLANNED}, {"lifecycle": Lifecycle.OPERATIONAL}),
        ({"place": "Rabat"}, {"place": "Fès"}),
        ({"as_of": "2025"}, {"as_of": "2026"}),
        ({"as_of": "hier"}, {"as_of": "2026"}),
        ({"as_of": "2026"}, {"as_of": "hier"}),
        ({"target": "2027"}, {"target": "2030"}),
        ({"modality": Modality.FORECAST}, {"modality": Modality.FACT}),
        ({"qualifiers": {"basis": "it"}}, {"qualifiers": {"basis": "facility"}}),
        ({"subject": "Kenya"}, {}),
        ({"property": "energy"}, {}),
        ({"subject": ""}, {"subject": ""}),
        ({"state": State.REJECTED}, {}),
        ({"standing": Standing.SET_ASIDE}, {}),
        ({"hidden": True}, {}),
        ({"duplicate_of": "fact-9"}, {}),
        ({"qualifiers": {"polarity": "negated"}}, {}),
        ({"norm_unit": ""}, {}),
        ({"norm_unit": "VA"}, {}),
    ],
)
def test_values_of_different_things_do_not_contradict(one: dict[str, object], other: dict[str, object]) -> None:
    left, right = made(1, power(500), **one), made(2, power(450), **other)
    assert not contradict(left, right)
    assert not contradict(right, left)
    assert conflicting([left, right]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"lifecycle": Lifecycle.PLANNED}, {}),
        ({"place": "Rabat"}, {}),
        ({"as_of": "2026"}, {}),
        ({"as_of": "2026-05"}, {"as_of": "2026"}),
        ({"modality": Modality.FORECAST}, {"modality": Modality.PLAN}),
        ({"qualifiers": {"basis": "it"}}, {"qualifiers": {"aggregate": "total"}}),
        ({"state": State.ACCEPTED}, {"state": State.DEFERRED}),
    ],
)
def test_what_one_source_leaves_out_excuses_nothing(one: dict[str, object], other: dict[str, object]) -> None:
    assert contradict(made(1, power(500), **one), made(2, power(450), **other))


@pytest.mark.parametrize("key", sorted(UNLIKE))
def test_counts_of_unlike_things_only_disagree_where_both_say_what_they_count(key: str) -> None:
    racks, halls = {"counts": "racks"}, {"counts": "halls"}
    four, five = Quantity.of(Decimal(4)), Quantity.of(Decimal(5))

    def disagree(one: dict[str, str], other: dict[str, str]) -> bool:
        return contradict(made(1, four, property=key, qualifiers=one), made(2, five, property=key, qualifiers=other))

    assert disagree(racks, racks)
    assert not disagree(racks, halls)
    assert not disagree(racks, {})
    assert not disagree({}, {})


def test_at_most_500_and_450_hold_together() -> None:
    assert not contradict(made(1, power(500, Comparator.AT_MOST)), made(2, power(450)))
    assert contradict(made(1, power(500, Comparator.AT_MOST)), made(2, power(501)))
