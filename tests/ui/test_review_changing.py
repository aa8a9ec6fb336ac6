"""On the card a fact is changed in its place, split, linked, given other bounds: by keys, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from review_setting import ALT_SHIFT, CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Row
from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.values import Comparator
from maeditor.services import annotating, library, reviewing
from maeditor.services.review_cards import GLUED, statement_of
from maeditor.store.unit_of_work import UnitOfWork
from maeditor.ui.window import Window


@pytest.fixture
def reviewer(window: Window) -> Reviewer:
    """At a capacity of article 6."""
    made = Reviewer(window)
    made.show_article(6)
    views = library.article_facts(made.workspace.desk.runner, made.workspace.desk.selection.article_id)
    waiting = next(each for each in views if each.fact.amount == 265)
    made.workspace.desk.selection.show_fact(waiting.fact.id)
    made.start()
    assert made.shown.fact.amount == 265
    return made


def field() -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def test_a_value_is_mended_and_accepted_with_two_keys_and_what_is_typed(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    assert field().text() == "265"
    assert "265" in reviewer.pane.card.value_field._before.text()
    reviewer.type("265000 kW")
    reviewer.press(Key.Key_Return, CONTROL)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.unit, saved.state, saved.needs_look) == (265000, "kW", State.CORRECTED, "")
    assert reviewer.shown.fact.id != fact
    assert reviewer.pane.hasFocus()


def test_enter_keeps_the_change_and_the_card_escape_leaves_all_as_it_was(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("~265")
    reviewer.press(Key.Key_Escape)
    assert reviewer.saved(fact.id) == fact
    assert reviewer.pane.hasFocus()
    reviewer.press("v")
    reviewer.type("~265")
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact.id).comparator is Comparator.ABOUT
    assert reviewer.shown.fact.id == fact.id
    assert not reviewer.pane.footer.changing


def test_letters_and_space_typed_in_a_field_are_text_and_no_commands(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("s")
    reviewer.type("Arzx Jk")
    assert field().text() == "Arzx Jk"
    assert reviewer.saved(fact.id) == fact
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact.id).subject == "Arzx Jk"


def test_what_is_no_value_is_told_in_a_sentence_and_stays_to_be_mended(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact
    reviewer.press("v")
    reviewer.type("beaucoup")
    reviewer.press(Key.Key_Return)
    assert "beaucoup" in reviewer.pane.card.error.text()
    assert reviewer.pane.card.error.isVisible()
    assert field().text() == "beaucoup"
    assert reviewer.saved(fact.id) == fact
    field().selectAll()
    reviewer.type("265")
    assert not reviewer.pane.card.error.isVisible()
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact.id) == fact


def test_a_value_that_the_passage_does_not_say_asks_for_a_reason(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type("77")
    reviewer.press(Key.Key_Return, CONTROL)
    reason = reviewer.pane.card.reason
    assert reason.isVisible()
    assert "77" in reason.question.text()
    assert reviewer.saved(fact).state is State.PROPOSED
    reviewer.type("Lu sur la carte")
    reviewer.press(Key.Key_Return)
    saved = reviewer.saved(fact)
    assert (saved.amount, saved.reason, saved.needs_look) == (77, "Lu sur la carte", "")
    assert reviewer.shown.fact.id != fact
    reviewer.press("z")
    assert reviewer.saved(fact).amount == 265


def test_without_a_reason_the_doubt_stays_and_escape_goes_back_to_the_field(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("v")
    reviewer.type("77")
    reviewer.press(Key.Key_Return)
    reviewer.press(Key.Key_Escape)
    assert field().text() == "77"
    reviewer.press(Key.Key_Return)
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact).needs_look == "differs_from_passage"
    assert reviewer.shown.fact.id == fact


def test_accepting_what_differs_from_its_passage_asks_too(reviewer: Reviewer) -> None:
    runner, fact = reviewer.workspace.desk.runner, reviewer.shown.fact

    def doubt(unit: UnitOfWork) -> Row:
        unit.facts.replace(replace(unit.facts.get(fact.id), needs_look="differs_from_passage"))
        return {}

    reviewer.workspace.desk.bulletin.publish(runner.run("correct-fact", doubt))
    reviewer.press("a")
    assert reviewer.pane.card.reason.isVisible()
    reviewer.type("Vu")
    reviewer.press(Key.Key_Return)
    saved = reviewer.saved(fact.id)
    assert (saved.state, saved.reason, saved.needs_look) == (State.ACCEPTED, "Vu", "")


@pytest.mark.parametrize(
    ("key", "typed", "name", "value"),
    [
        ("q", "au plus", "comparator", Comparator.AT_MOST),
        ("u", "kW", "unit", "kW"),
        ("t", "serv", "lifecycle", Lifecycle.OPERATIONAL),
        ("d", "fin 2027", "as_of", "2027-12"),
        ("p", "energie", "property", "energy"),
        ("s", "Johannesburg", "subject", "Johannesburg"),
    ],
)
def test_each_field_has_its_key_and_takes_the_first_letters_of_what_is_meant(
    reviewer: Reviewer, key: str, typed: str, name: str, value: object
) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press(key)
    reviewer.type(typed)
    reviewer.press(Key.Key_Return)
    if reviewer.pane.card.reason.isVisible():
        reviewer.press(Key.Key_Return)
    if key == "p":
        assert reviewer.pane.card.error.isVisible(), "megawatts are no energy"
        return
    assert getattr(reviewer.saved(fact), name) == value


def test_arrows_choose_from_the_list(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("q")
    reviewer.press(Key.Key_Down)
    reviewer.press(Key.Key_Down)
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact).comparator is Comparator.LESS


def test_subjects_of_the_project_are_suggested(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("s")
    reviewer.type("casa")
    suggestions = reviewer.pane.card.rows["subject"].field
    assert suggestions is not None
    assert suggestions.list.isVisible()
    reviewer.press(Key.Key_Down)
    reviewer.press(Key.Key_Return)
    assert reviewer.saved(fact).subject == "Casablanca"


def test_tab_goes_from_field_to_field_and_all_is_saved_as_one(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    reviewer.press("s")
    reviewer.type("Midrand")
    for _field in range(4):
        reviewer.press(Key.Key_Tab)
    assert field() is reviewer.pane.card.rows["status"].field
    reviewer.type("prevu")
    reviewer.press(Key.Key_Return, CONTROL)
    saved = reviewer.saved(fact)
    assert (saved.subject, saved.lifecycle, saved.state) == ("Midrand", Lifecycle.PLANNED, State.CORRECTED)
    reviewer.press("z")
    assert reviewer.saved(fact).subject != "Midrand"


def test_all_fields_open_at_once_and_shift_tab_goes_back(reviewer: Reviewer) -> None:
    reviewer.press("e")
    assert len(reviewer.pane.card.open_names) == 8
    assert field() is reviewer.pane.card.value_field.amount
    reviewer.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert field() is reviewer.pane.card.rows["place"].field
    reviewer.press(Key.Key_Escape)
    assert reviewer.pane.card.open_names == ()


def test_the_bounds_of_the_passage_are_moved_by_words(reviewer: Reviewer) -> None:
    fact = reviewer.shown.fact.id
    before = reviewer.shown.evidence[0].passage
    reviewer.press("b")
    assert reviewer.workspace.reader.selected_span() == (before.start, before.end)
    reviewer.press(Key.Key_Right, ALT_SHIFT)
    reviewer.press(Key.Key_Return)
    after = library.fact_view(reviewer.workspace.desk.runner, fact).evidence[0].passage
    assert after.start == before.start
    assert after.end > before.end
    assert reviewer.shown.evidence[0].passage == after
    assert reviewer.saved(fact).state is State.PROPOSED
    assert reviewer.workspace.reader.selected_span() is None
    reviewer.press("b")
    reviewer.press(Key.Key_Right, ALT_SHIFT)
    reviewer.press(Key.Key_Escape)
    assert library.fact_view(reviewer.workspace.desk.runner, fact).evidence[0].passage == after
    assert reviewer.workspace.desk.selection.view == "review"


def test_what_is_typed_is_saved_before_another_card_and_kept_when_the_fact_moves_on(reviewer: Reviewer) -> None:
    runner, fact = reviewer.workspace.desk.runner, reviewer.shown.fact
    reviewer.press("s")
    reviewer.type("Soweto")
    reviewer.workspace.desk.bulletin.publish(reviewing.defer_fact(runner, fact.id))
    settle()
    assert field().text() == "Soweto"
    reviewer.press(Key.Key_PageDown, CONTROL)
    assert reviewer.saved(fact.id).subject == "Soweto"


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
        assert [each.key for each in doubts.readings] == ["", "Tab", ""]
        glued.press(Key.Key_Tab)
        assert doubts.taken == 1
        assert [each.key for each in doubts.readings] == ["", "", "↓"]
        glued.press(Key.Key_Down)
        assert doubts.taken == 2
        assert [each.key for each in doubts.readings] == ["", "", ""]
        glued.press(Key.Key_Up)
        assert doubts.taken == 1
        assert glued.pane.card.value._before
        glued.press("a")
        saved = glued.saved(fact)
        assert (saved.amount, saved.unit, saved.state, saved.needs_look) == (2, "GW", State.CORRECTED, "")

    def test_an_arrow_alone_takes_the_second_and_enter_accepts_it(self, glued: Reviewer) -> None:
        fact = glued.shown.fact.id
        glued.press(Key.Key_Down)
        glued.press(Key.Key_Return)
        assert glued.saved(fact).amount == 2

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

    def test_each_reading_names_its_column_and_takes_it_for_its_subject(self, glued: Reviewer) -> None:
        fact, doubts = glued.shown.fact, glued.pane.card.doubts
        names = [each.accessibleName() for each in doubts.readings]
        assert fact.subject in names[0]
        assert "Maroc" in names[1]
        assert glued.window.words.say("review.uncut") in names[2]
        assert doubts.title == glued.window.words.say("review.glued")
        glued.press(Key.Key_Tab)
        glued.press("a")
        assert (glued.saved(fact.id).amount, glued.saved(fact.id).subject) == (2, "Maroc")


def test_l_says_that_it_is_the_same_as_a_known_fact(reviewer: Reviewer) -> None:
    runner, fact = reviewer.workspace.desk.runner, reviewer.shown.fact
    reviewer.press(Key.Key_Escape)
    said = statement_of(fact)
    passage = reviewer.workspace.reader.view.highlights[-1]
    draft = annotating.FactDraft(fact.article_id, Span(passage.start, passage.end), said)
    known = reviewer.workspace.desk.act(lambda: annotating.record_fact(runner, draft))
    assert known is not None
    reviewer.workspace.desk.selection.show_fact(fact.id)
    reviewer.start()
    assert reviewer.pane.card.familiar.isVisible()
    reviewer.press("l")
    assert reviewer.saved(fact.id).duplicate_of == known.record_ids("facts")[0]
    passages = {each.passage.exact for each in library.fact_view(runner, known.record_ids("facts")[0]).evidence}
    assert {each.passage.exact for each in library.fact_view(runner, fact.id).evidence} <= passages
    reviewer.press("z")
    assert reviewer.saved(fact.id).duplicate_of == ""
