"""Evidence is shown in its sentence: a bare "2 gigawatts" would not say of what."""

from __future__ import annotations

import pytest
from facts_setting import TEXT, passage_on
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.articles import Passage
from maeditor.ui.facts.quoting import Quote
from maeditor.ui.facts.quoting import quote_of as quote_within


def quote_of(passage: Passage) -> Quote:
    """With the 32 characters that a passage keeps itself."""
    return quote_within(passage, passage.prefix, passage.suffix, 32)


def test_a_short_sentence_is_quoted_whole() -> None:
    quote = quote_of(passage_on("dix postes", "Le port ouvre. On y compte dix postes à quai. Puis rien."))
    assert quote.text == "On y compte dix postes à quai."
    assert (quote.before, quote.exact, quote.after) == ("On y compte ", "dix postes", " à quai.")


def test_a_long_sentence_is_cut_between_words() -> None:
    quote = quote_of(passage_on("2 gigawatts"))
    assert quote.text == "Sa puissance doit atteindre 2 gigawatts en une seule tranche."
    long = quote_of(passage_on("2 gigawatts", TEXT.replace("Sa puissance", "Toute la puissance électrique promise")))
    assert long.before.startswith("…")
    assert not long.before.startswith("… ")
    assert (
        long.before.lstrip("…").split()[0]
        in TEXT.replace("Sa puissance", "Toute la puissance électrique promise").split()
    )
    far = quote_of(passage_on("Sa", TEXT))
    assert far.after.endswith("…")
    assert far.after[:-1].split()[-1] in TEXT.split()


def test_a_point_in_a_number_ends_no_sentence() -> None:
    quote = quote_of(passage_on("386 MW", "Le site a 1.5 ha, et 386 MW au total."))
    assert quote.text == "Le site a 1.5 ha, et 386 MW au total."


def test_what_ends_with_its_own_point_takes_nothing_of_the_next_sentence() -> None:
    assert quote_of(passage_on("dix postes à quai.", "On compte dix postes à quai. Puis rien.")).after == ""


def test_another_line_is_another_sentence() -> None:
    quote = quote_of(passage_on("40 MW", "Puissance\n40 MW\nSuperficie"))
    assert quote.text == "40 MW"


@given(
    text=st.text(alphabet="abcé .…!?\n\u00a0\u202f«»👍ع", min_size=3, max_size=120),
    start=st.integers(0, 118),
    length=st.integers(1, 30),
)
def test_a_quote_holds_its_passage_and_only_words_of_the_text(text: str, start: int, length: int) -> None:
    exact = text[start : start + length]
    if not exact.strip():
        return
    quote = quote_of(passage_on(exact, text))
    assert quote.exact in quote.text
    assert "".join(quote.exact.split()) == "".join(exact.split())
    shown = quote.text.removeprefix("…").removesuffix("…")
    assert "".join(shown.split()).strip("…") in "".join(text.split())


@pytest.mark.parametrize("quote", ["Le parc", "Le reste viendra."])
def test_at_the_ends_of_the_article_nothing_is_missing(quote: str) -> None:
    assert not quote_of(passage_on(quote)).before.startswith("…")


def test_more_of_the_article_gives_the_whole_sentence() -> None:
    text = "Le port ouvre. La puissance électrique de l’ensemble doit atteindre 2 gigawatts à terme. Puis rien."
    passage = passage_on("2 gigawatts", text)
    quote = quote_within(passage, text[: passage.start], text[passage.end :])
    assert quote.text == "La puissance électrique de l’ensemble doit atteindre 2 gigawatts à terme."


@pytest.mark.parametrize("bullet", ["• ", "– ", "• ⚡ ", "🧭 ", "▪\ufe0f "])
def test_bullets_and_pictures_of_a_list_are_no_words(bullet: str) -> None:
    text = f"Le port\n\n{bullet}Le site aura 40 MW.\n{bullet}Fin"
    passage = passage_on("40 MW", text)
    assert quote_within(passage, text[: passage.start], text[passage.end :]).text == "Le site aura 40 MW."
