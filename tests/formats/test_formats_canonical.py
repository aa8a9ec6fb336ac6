"""The canonical form: without it a position in the store and one in the window would mean different characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.formats.canonical import REPLACEMENT, canonical

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=())) | st.text(
    "\r\n\v\f\x85\u2028\u2029\ufeff\x00\ud800a"
)


@given(ANY_TEXT)
def test_a_second_pass_changes_nothing(text):
    once = canonical(text)
    assert canonical(once) == once


@given(ANY_TEXT)
def test_every_text_can_be_stored_and_shown(text):
    kept = canonical(text)
    kept.encode("utf-8")
    assert not any(char in "\r\x00\u2028\u2029\x85" or ord(char) & 0xFFFE == 0xFFFE for char in kept)
    assert not any(0xFDD0 <= ord(char) <= 0xFDEF for char in kept)
    assert not kept.startswith("\ufeff")


@given(st.text(st.characters(exclude_categories=["Cs", "Cn", "Zl", "Zp", "Cc"], exclude_characters="\ufeff")))
def test_ordinary_text_is_untouched(text):
    assert canonical(text) == text


@given(st.text("ab\r\x00\ud83d\ufffe\u2029\v", min_size=1).filter(lambda text: "\r\n" not in text))
def test_only_line_ends_of_two_characters_move_positions(text):
    assert len(canonical(text)) == len(text)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffa\ufeff", "a\ufeff"),
        ("2\u202f000\u00a0MW", "2\u202f000\u00a0MW"),
        ("a\x00b\ud83dc\ufdd0\U0001ffff", f"a{REPLACEMENT}b{REPLACEMENT}c{REPLACEMENT}{REPLACEMENT}"),
        ("😀\r\n", "😀\n"),
    ],
)
def test_what_becomes_of_odd_characters(raw, kept):
    assert canonical(raw) == kept
