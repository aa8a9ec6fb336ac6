"""Numbers in words: a number misread here is a wrong fact with a right-looking quote."""

import random
from decimal import Decimal

import pytest
from num2words import num2words
from text_to_num import text2num

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions

_SAMPLE = [*range(2, 130), *range(190, 2020, 7), *random.Random(7).sample(range(2_000, 10**12), 150)]


@pytest.mark.parametrize("variety", ["fr", "fr_CH", "fr_BE", "en"])
def test_cardinals_agree_with_num2words(variety):
    for number in _SAMPLE:
        words = num2words(number, lang=variety)
        found = mentions(words, variety[:2])
        assert [(mention.text, mention.value) for mention in found] == [(words, number)], words


@pytest.mark.parametrize("variety", ["fr", "fr_CH", "fr_BE", "en"])
def test_ordinals_agree_with_num2words(variety):
    for number in _SAMPLE:
        words = num2words(number, lang=variety, to="ordinal")
        found = mentions(words, variety[:2])
        assert [(mention.kind, mention.value) for mention in found] == [(MentionKind.ORDINAL, number)], words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_decimals_agree_with_num2words(language):
    for number in random.Random(11).sample(range(100, 10**7), 120):
        words = num2words(number / 100, lang=language)
        assert [mention.value for mention in mentions(words, language)] == [Decimal(number) / 100], words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whole_numbers_agree_with_text2num(language):
    for number in _SAMPLE:
        words = num2words(number, lang=language).replace(",", "")
        assert mentions(words, language)[0].value == text2num(words, language), words


@pytest.mark.slow
@pytest.mark.parametrize("variety", ["fr", "fr_CH", "fr_BE", "en"])
def test_every_number_below_ten_thousand_agrees_with_both_peers(variety):
    language = variety[:2]
    for number in range(10_000):
        words = num2words(number, lang=variety)
        (mention,) = mentions(words, language)
        assert (mention.text, mention.value) == (words, number), words
        assert text2num(words.replace(",", ""), language) == number, words


@pytest.mark.slow
@pytest.mark.parametrize("variety", ["fr", "fr_CH", "fr_BE", "en"])
def test_every_ordinal_below_ten_thousand_agrees_with_num2words(variety):
    for number in range(1, 10_000):
        words = num2words(number, lang=variety, to="ordinal")
        (mention,) = mentions(words, variety[:2])
        assert (mention.kind, mention.text, mention.value) == (MentionKind.ORDINAL, words, number), words


@pytest.mark.slow
@pytest.mark.parametrize("variety", ["fr", "fr_CH", "fr_BE"])
def test_every_number_below_ten_thousand_reads_with_the_hyphens_of_1990(variety):
    for number in range(2, 10_000):
        words = num2words(number, lang=variety).replace(" ", "-")
        (mention,) = mentions(words, "fr")
        assert (mention.text, mention.value) == (words, number), words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mil neuf cent quatre-vingt-quatre", 1984),
        ("deux millions et demi", 2_500_000),
        ("une douzaine", 12),
        ("trois douzaines", 36),
        ("vingt-et-un mille milliards", 21_000_000_000_000),
        ("onze cents", 1100),
        ("mille et un", 1001),
        ("quatre vingt dix sept", 97),
        ("zéro virgule zéro huit", Decimal("0.08")),
        ("moins douze", -12),
    ],
)
def test_french_ways_of_counting(words, value):
    assert [mention.value for mention in mentions(words, "fr")] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred and seven", 107),
        ("two and a half million", 2_500_000),
        ("half a dozen", 6),
        ("twenty-five hundred", 2500),
        ("three lakh", 300_000),
        ("minus four", -4),
        ("half a billion", 500_000_000),
    ],
)
def test_english_ways_of_counting(words, value):
    assert [mention.value for mention in mentions(words, "en")] == [value]


def test_words_side_by_side_stay_two_numbers():
    assert [mention.value for mention in mentions("sept, huit ou neuf salles", "fr")] == [7, 8, 9]
    assert [mention.value for mention in mentions("seven, eight or nine halls", "en")] == [7, 8, 9]


def test_articles_are_not_numbers():
    assert mentions("Un opérateur ouvre une salle.", "fr") == ()
    assert mentions("One opens a hall.", "en") == ()
