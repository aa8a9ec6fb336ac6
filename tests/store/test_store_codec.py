"""What is written is what is read: every field, every digit, also from rows that somebody damaged."""

from __future__ import annotations

import json
import typing
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.articles import Article, Noise, TextVersion
from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import Entity, Evidence, Fact, Lifecycle, Modality, Standing, State
from maeditor.domain.values import Comparator
from maeditor.store.codec import ARTICLES, CODECS, ENTITIES, EVIDENCE, FACTS, TEXTS

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=None)
qualifiers = st.dictionaries(
    words, words | st.integers(-(2**53), 2**53) | st.booleans() | st.none() | st.lists(words, max_size=2), max_size=3
)
facts = st.builds(
    Fact,
    id=words,
    version=st.integers(1, 9),
    number=st.integers(1, 9999),
    article_id=words,
    subject=words,
    property=words,
    raw=words,
    state=st.sampled_from(State),
    comparator=st.none() | st.sampled_from(Comparator),
    amount=decimals,
    lower=decimals,
    upper=decimals,
    norm_amount=decimals,
    norm_lower=decimals,
    norm_upper=decimals,
    lifecycle=st.sampled_from(Lifecycle),
    modality=st.sampled_from(Modality),
    standing=st.sampled_from(Standing),
    confidence=st.floats(0, 1),
    hidden=st.booleans(),
    qualifiers=qualifiers,
)


@given(facts)
def test_a_fact_survives_rows_cells_and_the_journal(fact: Fact) -> None:
    row = FACTS.to_row(fact)
    assert json.loads(json.dumps(row)) == row, "plain JSON"
    assert FACTS.from_row(row) == fact
    cells = FACTS.to_cells(row)
    assert set(cells) == {column.name for column in FACTS.table.columns}
    assert FACTS.to_record(typing.cast("Any", cells)) == fact
    assert FACTS.from_journal(FACTS.to_journal(row)) == row
    back = FACTS.from_row(row)
    for name in ("amount", "norm_lower"):
        assert str(getattr(back, name)) == str(getattr(fact, name)), "0.10 stays 0.10"


def test_the_float_beside_a_decimal_is_for_sorting() -> None:
    fact = Fact("f", 1, 1, "", "s", "p", "r", State.ACCEPTED)
    exact = replace(fact, norm_amount=Decimal("0.1"))
    between = replace(fact, norm_lower=Decimal(10), norm_upper=Decimal(30))
    values = [FACTS.to_cells(FACTS.to_row(one))["norm_value"] for one in (fact, exact, between)]
    assert values == [None, 0.1, 20.0]


def test_documents_keep_their_types() -> None:
    version = TextVersion("t", 1, "a", 1, "x", "y", "utf-8", "r", 3, (Noise(0, 1, "menu"), Noise(2, 3, "ad")))
    assert TEXTS.to_record(typing.cast("Any", TEXTS.to_cells(TEXTS.to_row(version)))) == version
    entity = Entity("e", 1, next(iter(typing.get_type_hints(Entity)["kind"])), "Rabat", aliases=("ar-Ribāṭ", "الرباط"))
    assert ENTITIES.to_record(typing.cast("Any", ENTITIES.to_cells(ENTITIES.to_row(entity)))) == entity


def test_every_field_has_a_column_and_no_table_is_left_out() -> None:
    for codec in CODECS.values():
        names = {field.name for field in fields(codec.record)}
        assert names <= {column.name for column in codec.table.columns}
        assert {column.name for column in codec.table.columns} - names <= {"norm_value"}
    assert list(CODECS) == [
        "articles",
        "texts",
        "passages",
        "dismissals",
        "facts",
        "evidence",
        "entities",
        "properties",
        "sheets",
    ]


def test_the_journal_leaves_out_what_is_as_always_and_fills_it_in_again() -> None:
    evidence = Evidence("e", 1, "f", "p")
    text = EVIDENCE.to_journal(EVIDENCE.to_row(evidence))
    assert text is not None
    assert json.loads(text) == {"id": "e", "version": 1, "fact_id": "f", "passage_id": "p"}
    assert EVIDENCE.from_journal(text) == EVIDENCE.to_row(evidence)
    assert EVIDENCE.to_journal(None) is None
    assert EVIDENCE.from_journal(None) is None


@pytest.mark.parametrize(
    "damage",
    [
        {"state": "nonsense"},
        {"amount": "12,5"},
        {"amount": 12.5, "state": 4},
        {"qualifiers": "{"},
        {"qualifiers": None},
        {"qualifiers": "[" * 100_000},
    ],
)
def test_a_damaged_row_is_a_damaged_project(damage: dict[str, object]) -> None:
    cells = FACTS.to_cells(FACTS.to_row(Fact("f", 1, 1, "", "s", "p", "r", State.ACCEPTED)))
    with pytest.raises(ProjectError, match="project_damaged"):
        FACTS.to_record(typing.cast("Any", {**cells, **damage}))


def test_a_damaged_noise_or_journal_is_a_damaged_project() -> None:
    version = TEXTS.to_cells(TEXTS.to_row(TextVersion("t", 1, "a", 1, "x", "y", "utf-8", "r", 3)))
    for noise in ('[{"start":0}]', "[1]", "7"):
        with pytest.raises(ProjectError, match="project_damaged"):
            TEXTS.to_record(typing.cast("Any", {**version, "noise": noise}))
    for text in ("{", "[1]", "null"):
        with pytest.raises(ProjectError, match="project_damaged"):
            FACTS.from_journal(text)
    with pytest.raises(ProjectError, match="project_damaged"):
        ARTICLES.from_row({"id": "a", "title": "only"})
    assert Article.__name__ == ARTICLES.record.__name__
