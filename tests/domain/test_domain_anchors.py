"""Without these a highlight would stand on other words than the editor marked."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maeditor.domain.anchors import CONTEXT, Anchor, Span, reanchor
from maeditor.domain.articles import Passage, text_digest
from maeditor.domain.errors import QuoteMismatchError

LETTERS = st.sampled_from("ab é\u0301\u202f\n🏗👩‍💻كم²٣ﷺ")
TEXTS = st.one_of(st.text(LETTERS, min_size=1, max_size=120), st.text(min_size=1, max_size=120))


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_with_spans())
@example(("capacité 🏗 de 2 GW", Span(9, 10)))
def test_an_anchor_quotes_exactly_its_span(marked: tuple[str, Span]) -> None:
    text, span = marked
    anchor = Anchor.of(text, span)
    assert anchor.exact == text[span.start : span.end]
    assert len(anchor.prefix) == min(CONTEXT, span.start)
    assert len(anchor.suffix) == min(CONTEXT, len(text) - span.end)
    assert anchor.prefix + anchor.exact + anchor.suffix in text
    assert anchor.holds_in(text)
    anchor.verify(text)


@given(texts_with_spans())
def test_an_unchanged_text_gives_every_passage_its_own_place_back(marked: tuple[str, Span]) -> None:
    """Also where the same quote stands many times."""
    text, span = marked
    assert reanchor(Anchor.of(text, span), text) == span


@given(texts_with_spans(), st.text(LETTERS, min_size=1, max_size=40))
def test_a_passage_found_again_has_the_same_quote_and_context(marked: tuple[str, Span], inserted: str) -> None:
    text, span = marked
    anchor = Anchor.of(text, span)
    for changed in (inserted + text, text + inserted):
        found = reanchor(anchor, changed)
        if found is not None:
            again = Anchor.of(changed, found)
            assert again.exact == anchor.exact
            assert again.prefix.endswith(anchor.prefix)
            assert again.suffix.startswith(anchor.suffix)


def test_a_paragraph_put_before_moves_the_passage_along() -> None:
    text = "Le site comptera 2 gigawatts de puissance."
    span = Span(17, 28)
    assert reanchor(Anchor.of(text, span), "Chapô 🏗.\n" + text) == Span(26, 37)


def test_two_equal_places_are_never_guessed_between() -> None:
    anchor = Anchor.of("2 GW", Span(0, 4))
    assert reanchor(anchor, "ou 2 GW, ou 2 GW") is None


def test_a_quote_that_is_gone_is_an_orphan() -> None:
    assert reanchor(Anchor.of("avant 2 GW après", Span(6, 10)), "avant 3 GW après") is None


def test_a_quote_from_another_text_is_refused() -> None:
    anchor = Anchor.of("2 GW", Span(0, 4))
    assert not anchor.holds_in("3 GW")
    with pytest.raises(QuoteMismatchError) as told:
        anchor.verify("3 GW")
    assert told.value.key == "quote_mismatch"
    assert told.value.details == {"quote": "2 GW", "start": 0, "end": 4}


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(QuoteMismatchError) as told:
        Anchor.of("2 GW", Span(2, 9))
    assert told.value.key == "span_outside_text"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2)])
def test_an_empty_or_backward_span_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(st.integers(0, 20), st.integers(1, 9), st.integers(0, 20), st.integers(1, 9))
def test_spans_overlap_and_cover_as_their_characters_do(a: int, long: int, b: int, short: int) -> None:
    one, other = Span(a, a + long), Span(b, b + short)
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(mine & theirs)
    assert one.covers(other) == (theirs <= mine)


def test_a_stored_passage_knows_its_anchor() -> None:
    passage = Passage("p", 1, "a", "t", 4, 8, "2 GW", "de ", " ici")
    assert passage.anchor == Anchor(Span(4, 8), "2 GW", "de ", " ici")


def test_a_text_is_named_by_its_bytes() -> None:
    assert text_digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert text_digest("é") != text_digest("e\u0301")
