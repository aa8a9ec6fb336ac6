"""What a person looks for would not be found because the article writes it otherwise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.services.finding import MOST_TYPED, folded, pattern_of, spans


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("Energie", "de l’ÉNERGIE.", "ÉNERGIE"),
        ("l'energie", "de l’énergie", "l’énergie"),
        ("oeuvre", "Une Œuvre", "Œuvre"),
        ("œuvre", "une oeuvre", "oeuvre"),
        ("efficace", "plus eﬃcace", "eﬃcace"),
        ("efficace", "plus eﬀicace", "eﬀicace"),
        ("strasse", "die Straße", "Straße"),
        ("20  mw", "soit 20\u202fMW", "20\u202fMW"),
        ("deux mots", "deux\n mots", "deux\n mots"),
        ("40-60", "de 40–60 MW", "40–60"),
        ("m2", "500 m²", "m²"),
        ("énergie", "e\u0301nergie", "e\u0301nergie"),
        ("e\u0301t", "un été", "ét"),
        ("coopération", "co\u00adopération", "co\u00adopération"),
        ("المدينة", "في المدينه", "المدينه"),
        ("الاردن", "في الأُرْدُن", "الأُرْدُن"),
        ("محطه", "مـحـطـة", "مـحـطـة"),
        ("لا", "ﻻ", "ﻻ"),
        ("2028", "سنة ٢٠٢٨", "٢٠٢٨"),
        ("1/2", "soit ½ MW", "½"),
        ("...", "la suite…", "…"),
        ("C++ (2)", "du c++ (2)", "c++ (2)"),
    ],
)
def test_other_ways_to_write_it_are_found(typed: str, text: str, found: str) -> None:
    """Case, accents, ligatures, spaces, dashes, vowel signs and figures do not matter; the place is the text's own."""
    pattern = pattern_of(typed)
    assert pattern is not None
    assert [text[start:end] for start, end in spans(pattern, text)] == [found]


def test_nothing_typed_finds_nothing() -> None:
    """Spaces, or accents on their own, would be found everywhere."""
    assert pattern_of("  \u0301 ") is None
    assert pattern_of("") is None


def test_another_word_is_not_found() -> None:
    """Letters that are no forms of each other stay apart."""
    pattern = pattern_of("mesure")
    assert pattern is not None
    assert list(spans(pattern, "une masure, des mœurs")) == []


LETTERS = (
    st.characters(max_codepoint=0x24F, exclude_categories=("Cs",))
    | st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
).filter(lambda letter: len(folded(letter)) <= 1)
"""Characters that stand for one letter: of several that overlap (``sß``) only the first reading is sought."""


@given(st.text(LETTERS, min_size=1, max_size=MOST_TYPED))
def test_a_text_is_found_in_itself(text: str) -> None:
    """Whatever is copied from an article is found in it."""
    pattern = pattern_of(text)
    if pattern is None:
        assert folded(text) == ""
        return
    assert next(spans(pattern, text), None) is not None


@given(st.text(LETTERS, min_size=1, max_size=MOST_TYPED))
def test_accents_apart_are_found(text: str) -> None:
    """A text that writes its accents as characters of their own is the same text."""
    pattern = pattern_of(unicodedata.normalize("NFC", text))
    if pattern is not None:
        assert next(spans(pattern, unicodedata.normalize("NFD", text)), None) is not None
