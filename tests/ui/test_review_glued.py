"""Glued cells: each reading is one key away, names its column, and is split once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from review_setting import Key, Reviewer

from maeditor.domain.facts import State
from maeditor.services import library, reviewing
from maeditor.services.review_cards import GLUED
from maeditor.ui.window import Window


class TestGlued:
    """Cells stuck together: 20.5 under two headings."""

    @pytest.fixture
    def glued(self, window: Window) -> Reviewer:
        reviewer = Reviewer(window)
        reviewer.show_article(1)
        runner = reviewer.workspace.desk.runner
        here = library.article_facts(runner, reviewer.workspace.desk.selection.article_id)
        fact = next(each.fact for each in here if each.fact.needs_look == GLUED)
        reviewer.workspace.desk.act(lambda: reviewing.reopen_fact(runner, fact.id))
        reviewer.workspace.desk.selection.show_fact(fact.id)
        reviewer.start()
        return reviewer

    @pytest.fixture
    def halves(self, glued: Reviewer) -> Reviewer:
        """Only one half is a fact."""
        runner, fact = glued.workspace.desk.runner, glued.shown.fact
        glued.press(Key.Key_Escape)
        here = library.article_facts(runner, fact.article_id)
        other = [each.fact.id for each in here if each.fact.amount == 2 and each.fact.id != fact.id]
        for each in other:
            glued.workspace.desk.act(lambda each=each: reviewing.reject_fact(runner, each))  # type: ignore[misc]
        glued.workspace.desk.selection.show_fact(fact.id)
        glued.start()
        assert glued.shown.fact.id == fact.id
        return glued

    def test_tab_takes_the_first_other_reading_and_an_arrow_the_one_below(self, glued: Reviewer) -> None:
        fact, doubts = glued.shown.fact.id, glued.pane.card.doubts
        assert doubts.isVisible()
        assert doubts.count == 3
        assert [each.key for each in doubts.readings[:3]] == ["1", "2", "3"]
        glued.press(Key.Key_Tab)
        assert doubts.taken == 1
        glued.press(Key.Key_Down)
        assert doubts.taken == 2
        glued.press(Key.Key_Up)
        assert doubts.taken == 1
        assert glued.pane.card.value.before
        glued.press("a")
        saved = glued.saved(fact)
        assert (saved.amount, saved.unit, saved.state, saved.needs_look) == (20, "GW", State.CORRECTED, "")

    def test_an_arrow_alone_takes_the_second_and_enter_accepts_it(self, glued: Reviewer) -> None:
        fact = glued.shown.fact.id
        glued.press(Key.Key_Down)
        glued.press(Key.Key_Return)
        assert glued.saved(fact).amount == 20

    def test_the_neighbour_s_value_is_no_reading_and_its_card_stays(self, glued: Reviewer) -> None:
        """It would be said twice, and this cell's own be lost."""
        card, runner = glued.pane.card.card, glued.workspace.desk.runner
        assert card is not None
        beside = card.beside
        assert beside is not None
        assert [each.quantity.amount for each in card.readings if each.quantity] == [
            Decimal("0.5"),
            Decimal(20),
            Decimal("20.5"),
        ]
        glued.press("3")
        glued.told()
        assert (glued.saved(card.fact.id).amount, glued.saved(card.fact.id).subject) == (
            Decimal("20.5"),
            card.fact.subject,
        )
        assert glued.saved(beside.id) == beside
        assert beside.label in glued.window.main.notices.text
        assert library.fact_view(runner, beside.id).fact.qualifiers == beside.qualifiers

    def test_the_reading_as_proposed_is_accepted_and_escape_takes_none(self, glued: Reviewer) -> None:
        fact = glued.shown.fact
        glued.press(Key.Key_Down)
        glued.press(Key.Key_Escape)
        assert glued.pane.card.doubts.taken == -1
        assert glued.workspace.desk.selection.view == "review"
        glued.press(Key.Key_Tab)
        glued.press(Key.Key_Up)
        assert glued.pane.card.doubts.taken == 0
        glued.press("a")
        assert glued.saved(fact.id).amount == fact.amount
        assert glued.saved(fact.id).state is State.ACCEPTED

    def test_where_both_halves_are_facts_already_the_card_offers_no_split_and_y_says_why(self, glued: Reviewer) -> None:
        split, words = glued.pane.card.doubts.split, glued.window.words
        assert not split.isEnabled()
        assert split.text().endswith(words.say("review.already_split", first="", second="").split()[-1])
        fact, runner = glued.shown.fact, glued.workspace.desk.runner
        before = {each.fact.id for each in library.project_facts(runner)}
        glued.press("y")
        assert {each.fact.id for each in library.project_facts(runner)} == before
        assert glued.saved(fact.id) == fact
        assert glued.window.main.notices.text == words.say("error.split_already", label=fact.label)

    def test_y_makes_two_facts_of_it_each_of_its_column_and_z_one_again(self, halves: Reviewer) -> None:
        fact = halves.shown.fact
        runner = halves.workspace.desk.runner
        before = {each.fact.id for each in library.project_facts(runner)}
        halves.press("y")
        made = [each.fact for each in library.project_facts(runner) if each.fact.id not in before]
        assert [(each.amount, each.subject, each.state) for each in made] == [(2, "Maroc", State.CORRECTED)]
        saved = halves.saved(fact.id)
        assert (saved.amount, saved.subject) == (Decimal("0.5"), fact.subject)
        halves.press("z")
        assert {each.fact.id for each in library.project_facts(runner)} == before
        assert halves.shown.fact.id == fact.id

    def test_what_was_split_is_not_split_again(self, halves: Reviewer) -> None:
        fact, runner = halves.shown.fact, halves.workspace.desk.runner
        halves.press("y")
        halves.told()
        before = {each.fact.id for each in library.project_facts(runner)}
        halves.workspace.desk.selection.show_fact(fact.id)
        halves.press("y")
        assert halves.shown.fact.id == fact.id
        assert {each.fact.id for each in library.project_facts(runner)} == before
        told = halves.window.words.say("error.split_not_glued", label=fact.label)
        assert halves.window.main.notices.text == told

    def test_each_reading_names_its_column_and_takes_it_for_its_subject(self, halves: Reviewer) -> None:
        fact, doubts = halves.shown.fact, halves.pane.card.doubts
        names = [each.accessibleName() for each in doubts.readings]
        assert fact.subject in names[0]
        assert "Maroc" in names[1]
        assert halves.window.words.say("review.cut_elsewhere") in names[2]
        assert halves.window.words.say("review.uncut") in names[3]
        assert halves.window.words.say("review.table_row", row=2) in halves.pane.card.quote.accessibleName()
        assert doubts.title == halves.window.words.say("review.glued")
        halves.press(Key.Key_Tab)
        halves.press("a")
        assert (halves.saved(fact.id).amount, halves.saved(fact.id).subject) == (2, "Maroc")
