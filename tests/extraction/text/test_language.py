"""The language of a text: guessed wrong, "1,200" becomes another number."""

import pytest

from maeditor.extraction.text.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le port accueille deux navires et leurs équipages.", "fr"),
        ("The port welcomes two ships and their crews.", "en"),
        ("يستقبل الميناء سفينتين كل يوم.", "ar"),
        ("12 MW", "fr"),
        ("", "fr"),
        ("Selon le « Power & Water Report » de la société, la région reste sobre.", "fr"),
    ],
)
def test_the_language_is_told_from_its_small_words(text, language):
    assert guess_language(text) == language
