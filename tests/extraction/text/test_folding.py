"""Folding: were it to move a character, every highlight and every quote would point beside its words."""

from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.text.folding import fold


@given(st.text())
def test_folding_never_moves_a_character(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(folded.lower()) == len(text)


@given(st.text(alphabet="abc 123.,-'", max_size=60))
def test_plain_text_is_left_alone(text):
    assert fold(text) == text


def test_typographic_variants_have_one_face():
    assert fold("l’an\u202f2030 : 1\u00a0500 MW – 5ᵉ – “oui”") == 'l\'an 2030 : 1 500 MW - 5e - "oui"'


def test_arabic_figures_are_read_as_ours():
    assert fold("٢٠٣٠ و ۱۲٫۵٪") == "2030 و 12.5%"


def test_addresses_are_blanked_so_that_their_figures_are_no_facts():
    text = "Voir https://exemple.test/2024/12/page-3?id=45 ou ecrire@exemple.test, 12 sites"
    folded = fold(text)
    assert len(folded) == len(text)
    assert not any(character.isdigit() for character in folded[:-8])
    assert folded.endswith("12 sites")
