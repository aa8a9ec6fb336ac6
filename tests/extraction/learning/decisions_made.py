"""Decisions to learn from, made up: rules that are right at different rates, articles of a few proposals each."""

from __future__ import annotations

from hypothesis import strategies as st

from maeditor.extraction.learning.decisions import FIELDS, Decision, Traits

RULES = ("capacity.unit", "jobs.words", "price.money")


def a_decision(
    rule: str = "capacity.unit",
    article: str = "a",
    *,
    prior: float = 0.8,
    stated: bool = True,
    wrong: tuple[str, ...] = (),
    **traits: object,
) -> Decision:
    return Decision(Traits(rule, prior, **traits), article, stated, frozenset(wrong))  # type: ignore[arg-type]


traits = st.builds(
    Traits,
    st.sampled_from(RULES),
    st.floats(0.05, 0.99),
    property=st.sampled_from(("capacity", "jobs")),
    unit=st.sampled_from(("MW", "1", "MAD")),
    raw=st.sampled_from(("40 MW", "12,5 %", "deux cents", "٤٠ ميغاواط")),
    has_subject=st.booleans(),
)
decisions = st.one_of(
    st.builds(Decision, traits, st.sampled_from("abc"), st.just(value=False)),
    st.builds(
        Decision,
        traits,
        st.sampled_from("abc"),
        st.just(value=True),
        st.frozensets(st.sampled_from(FIELDS), max_size=3),
    ),
)
