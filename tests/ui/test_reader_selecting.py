"""Choosing a passage by keys would take half a figure or a neighbour's sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maeditor.ui.reader.selecting import move_by_word, trimmed, widen

TEXT = "Le parc fait 20,5 MW. Il sera ouvert en 2028.\n\nUn autre alinéa, plus court."


def test_a_word_grows_to_its_sentence_then_its_paragraph() -> None:
    """M once gives the sentence, M again the paragraph, and then no more."""
    start = TEXT.index("sera")
    sentence = widen(TEXT, start, start + 4)
    assert TEXT[slice(*sentence)] == "Il sera ouvert en 2028."
    paragraph = widen(TEXT, *sentence)
    assert TEXT[slice(*paragraph)] == "Le parc fait 20,5 MW. Il sera ouvert en 2028."
    assert widen(TEXT, *paragraph) == paragraph


def test_the_caret_alone_finds_its_sentence() -> None:
    """Nothing need be chosen first; a decimal comma or point does not end a sentence."""
    at = TEXT.index("20,5") + 3
    assert TEXT[slice(*widen(TEXT, at, at))] == "Le parc fait 20,5 MW."


def test_a_choice_over_two_sentences_takes_both() -> None:
    """A passage that crosses a full stop grows to both sentences, across paragraphs too."""
    start, end = TEXT.index("MW"), TEXT.index("alinéa")
    assert widen(TEXT, start, end) == (0, len(TEXT))


def test_words_hold_figures_together() -> None:
    """20,5 is one step, and so is it backwards."""
    at = TEXT.index("20,5")
    assert move_by_word(TEXT, at, forward=True) == at + 4
    assert move_by_word(TEXT, at + 4, forward=False) == at
    assert move_by_word(TEXT, len(TEXT), forward=True) == len(TEXT)
    assert move_by_word(TEXT, 0, forward=False) == 0


@given(st.text("ab 1,.\n", max_size=30), st.data())
def test_growing_never_loses_what_was_chosen(text: str, data: st.DataObject) -> None:
    """A wider choice holds the narrower one."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wider = widen(text, start, end)
    assert wider[0] <= start
    assert end <= wider[1] <= len(text)


@given(st.text(" a\u00a0", max_size=12))
def test_trimming_takes_only_spaces(text: str) -> None:
    """The ends of a passage are characters that say something."""
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == (text.strip() or text)
