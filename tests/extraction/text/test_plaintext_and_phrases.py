"""Comparable text and word lists: without them no trigger word would be found, or at the wrong place."""

from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.text.phrases import compile_phrases, compile_tagged
from maeditor.extraction.text.plaintext import plain


@given(st.text())
def test_plain_text_keeps_every_offset(text):
    assert len(plain(text)) == len(text)


def test_accents_case_quotes_and_blanks_do_not_matter():
    assert plain("L’Éolien — 1\u202f200\u00a0GWh") == "l'eolien - 1 200 gwh"


def test_longer_phrases_win_and_stars_take_the_rest_of_a_word():
    pattern = compile_phrases(["centre", "centre de donnees", "invest*"])
    found = [match.group() for match in pattern.finditer("un centre de donnees, investissement, recentrer")]
    assert found == ["centre de donnees", "investissement"]


def test_a_match_tells_which_list_it_is_of():
    pattern = compile_tagged({"up": ["hausse"], "down": ["baisse*"]})
    assert [match.lastgroup for match in pattern.finditer("en baisse puis en hausse")] == ["down", "up"]
