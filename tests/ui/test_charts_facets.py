"""What the boxes count and hide, and what is cut out of an article."""

from __future__ import annotations

from charts_scenes import LANGUAGES, fact, figure
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.facts import Lifecycle, State
from maeditor.ui.charts.excerpt import MOST, Excerpt, context_of, excerpt_text, marked_in
from maeditor.ui.charts.facets import KINDS, LANGUAGE, LIFECYCLE, STATE, Choice, Facet, facets_of, filtered


def test_each_box_counts_its_facts() -> None:
    counted = facets_of(figure(), LANGUAGES)
    assert Facet(LIFECYCLE, "operational", 4) in counted
    assert Facet(STATE, "proposed", 2) in counted
    assert Facet(LANGUAGE, "en", 2) in counted
    for kind in KINDS:
        assert sum(each.count for each in counted if each.kind == kind) == 10


def test_hiding_takes_facts_rows_and_sources_away() -> None:
    left = filtered(figure(), Choice().without(LANGUAGE, "en").without(LIFECYCLE, "planned"), LANGUAGES)
    assert {point.view.fact.id for row in left.rows for point in row.points} == {"f3", "f6", "f8", "f9", "f10"}
    assert left.articles == 1
    assert Choice().without(STATE, "x").with_again(STATE, "x") == Choice()


def test_an_article_without_a_language_has_a_box_too() -> None:
    views = [fact("Nador", "5", article="a9", lifecycle=Lifecycle.ANNOUNCED, state=State.DEFERRED)]
    assert facets_of(figure(views), LANGUAGES)[-1] == Facet(LANGUAGE, "", 1)


def test_the_excerpt_is_the_paragraph_with_the_value_marked() -> None:
    text = "Un titre\n\nLe campus 🏗️ aura 40 MW en 2027 puis 386 MW.\n\nLa suite."
    first, second = text.index("40 MW"), text.index("386 MW")
    marks = marked_in(text, ((first, first + 5), (second, second + 6)), "40 MW")
    shown, inside = excerpt_text(text, marks)
    assert shown == "Le campus 🏗️ aura 40 MW en 2027 puis 386 MW."
    assert [shown[a:b] for a, b in inside] == ["40 MW", "386 MW"]


def test_the_value_is_marked_inside_its_sentence() -> None:
    text = "Le campus aura 40 MW en 2027."
    assert marked_in(text, ((0, len(text)),), "40 MW") == ((15, 20),)
    assert marked_in(text, ((0, len(text)),), "quarante") == ((0, len(text)),)


def test_a_very_long_paragraph_is_cut_at_words() -> None:
    """A page without line ends would fill the whole panel."""
    text = "mot " * 500 + "40 MW " + "fin " * 500
    start = text.index("40 MW")
    shown, inside = excerpt_text(text, ((start, start + 5),))
    assert len(shown) <= MOST + 10
    assert shown.startswith("… mot ")
    assert shown.endswith("fin …")
    assert [shown[a:b] for a, b in inside] == ["40 MW"]


def test_passages_that_touch_are_marked_as_one() -> None:
    assert marked_in("40 à 386 MW", ((0, 4), (3, 11)), "") == ((0, 11),)


def test_arabic_runs_from_right_to_left() -> None:
    view = fact("Nador", "5")
    assert Excerpt(view, language="ar-MA").right_to_left
    assert not Excerpt(view, language="fr").right_to_left


@given(st.text("ab .\n", min_size=1, max_size=4000), st.data())
def test_an_excerpt_always_holds_its_passage(text: str, data: st.DataObject) -> None:
    """However long the paragraph, the words the fact rests on are shown and marked."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 300)))
    shown, inside = excerpt_text(text, ((start, end),))
    assert shown[inside[0][0] : inside[0][1]] == text[start:end]
    first, last = context_of(text, start, end)
    assert first <= start < end <= last
    assert last - first <= MOST + (end - start)
