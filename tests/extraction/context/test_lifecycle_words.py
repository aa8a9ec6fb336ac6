"""The status of a fact shows the words that gave it: without them a wrong status is found by nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.facts import Lifecycle
from maeditor.extraction.context.lifecycle import Moods
from maeditor.extraction.text.plaintext import plain


@pytest.mark.parametrize(
    ("text", "value", "words", "stage"),
    [
        ("Un site prévu de 40 MW ouvrira.", "40 MW", "prevu", Lifecycle.PLANNED),
        ("Le parc en construction offrira 80 MW.", "80 MW", "en construction", Lifecycle.UNDER_CONSTRUCTION),
        ("La digue permettra un bassin de 40 ha.", "40 ha", "permettra", Lifecycle.PLANNED),
        ("Les silos naîtront sur 40 ha.", "40 ha", "naitront", Lifecycle.PLANNED),
        ("The plant was cancelled; it had 12 MW.", "12 MW", "cancelled", Lifecycle.CANCELLED),
    ],
)
def test_the_words_that_tell_the_status_are_known(text: str, value: str, words: str, stage: Lifecycle) -> None:
    soft = plain(text)
    start = text.index(value)
    moods = Moods(soft, 0, len(text))
    found = moods.words_near(start, start + len(value))
    assert found is not None
    assert moods.near(start, start + len(value))[0] is stage
    assert soft[slice(*found)].startswith(words.split(maxsplit=1)[0])


def test_without_such_words_there_are_none() -> None:
    text = "Une salle de 5 MW."
    moods = Moods(plain(text), 0, len(text))
    assert moods.words_near(13, 17) is None
    assert moods.near(13, 17)[0] is Lifecycle.UNKNOWN


@given(
    words=st.lists(st.sampled_from(["prévu", "40 MW", "annulé", "en service", "le", "sera", "2 GW", ","]), max_size=12)
)
def test_stages_stand_in_order_and_within_the_text(words: list[str]) -> None:
    soft = plain(" ".join(words))
    stages = Moods(soft, 0, len(soft)).stages()
    assert [each[0] for each in stages] == sorted(each[0] for each in stages)
    assert all(0 <= start < end <= len(soft) and stage is not Lifecycle.UNKNOWN for start, end, stage in stages)
