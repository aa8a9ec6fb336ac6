"""What must hold for any text: true spans, text order, no overlap, cost in step with length."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.mentions import mentions

_WORDS = """12 3,5 1.200 2026 05 mai mars sept % € $ MW km² kWh millions de d' l'an à et - / : . , un deux vingt
cent mille mil premier seconde 5e XXe Tier IV plus moins environ fin h juin T1 x2 ½ demi tiers dizaine dizaines ٣ DH Md
FCFA n° le the of may third to half dozen 24h/24 virgule point"""
_PIECES = st.sampled_from(_WORDS.split())


def _sound(text, language):
    found = mentions(text, language)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        end = mention.end


@given(st.lists(_PIECES, max_size=25).map(" ".join), st.sampled_from(["fr", "en", "ar"]))
def test_any_row_of_number_words_gives_sound_mentions(text, language):
    _sound(text, language)


@given(st.lists(_PIECES, max_size=25).map("".join), st.sampled_from(["fr", "en", "ar"]))
def test_any_glued_row_gives_sound_mentions(text, language):
    _sound(text, language)


@given(st.text(max_size=80), st.sampled_from(["fr", "en", "ar", None]))
def test_any_text_gives_sound_mentions(text, language):
    _sound(text, language)


_LINES = {
    "an article": "Le site de 40 MW, à 12 km de là, coûtera 2,5 milliards de dirhams d'ici fin 2027 (80 % de dette). ",
    "figures only": "1 234 567 ",
    "dots and figures": "1.2.3.4",
    "number words": "mille deux cent vingt et un millions ",
    "articles": "un une ",
    "quotes and inches": '12" x 4" ',
    "scales": "million million ",
    "thousands after commas": "one thousand, one hundred, ",
}


def _calls(text, language):
    count = 0

    def tick(frame, event, argument):
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        mentions(text, language)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", _LINES)
def test_cost_grows_with_length_and_not_faster(name, language):
    line = _LINES[name]
    mentions(line, language)  # lexicons are opened once, out of the count
    small, large = _calls(line * 40, language), _calls(line * 160, language)
    assert large <= 4.3 * small


def test_a_mile_of_figures_is_a_code_without_a_value():
    found = mentions("9" * 50_000, "fr")
    assert [mention.value for mention in found] == [None]


def test_a_mile_of_thousands_is_read_without_getting_lost_in_it():
    assert len(mentions("one thousand, " * 5_000, "en")) == 5_000
