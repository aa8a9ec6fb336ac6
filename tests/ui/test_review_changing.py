"""On the card a fact is changed in its place, split, linked, given other bounds: by keys, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from review_setting import ALT_SHIFT, CONTROL, Key, Reviewer
from shell_setting import settle

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Row
from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.values import Comparator
from maeditor.services import annotating, library, reviewing
from maeditor.services.review_cards import statement_of
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
    reviewer.type("265000 kW")
    beside = [label.text() for label in reviewer.pane.card.value_field.findChildren(QLabel) if label.isVisible()]
    assert any("265" in said for said in beside)
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
        ("d", "avant 2030", "as_of", "../2030"),
        ("d", "since March 2026", "as_of", "2026-03/.."),
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
