"""Bounds told a word or two before a value: "nearly" read as exactly, or a rise as a ceiling, is wrong."""

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.proposals import propose


@pytest.mark.parametrize(
    ("text", "language", "comparator"),
    [
        ("La dette avoisinerait désormais les 9 milliards d’euros.", "fr", Comparator.ABOUT),
        ("Le taux flirte à nouveau avec les 40 %.", "fr", Comparator.ABOUT),
        ("La récolte approche 30 tonnes.", "fr", Comparator.ABOUT),
        ("Le débit est de 2 Gbit/s au mieux.", "fr", Comparator.AT_MOST),
        ("Sales edged up to $24 million.", "en", Comparator.EQUAL),
        ("Power is bought under a 15-year contract.", "en", Comparator.EQUAL),
        ("The fleet burns up to 30 tonnes.", "en", Comparator.AT_MOST),
    ],
)
def test_the_bound_is_the_one_told(text, language, comparator):
    (found,) = propose(text, language).proposals
    assert found.comparator is comparator
