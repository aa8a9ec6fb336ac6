"""The inspector's fields: what a person does not touch is never changed, what they type is read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from facts_setting import power, property_of, view_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Lifecycle
from maeditor.domain.properties import Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import library
from maeditor.services.projects import open_project
from maeditor.ui.facts.form import FactForm
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, words: Words) -> FactForm:
    made = FactForm(theme, words)
    qtbot.addWidget(made)
    made.set_properties(load_catalogue())
    return made


@pytest.mark.parametrize("language", ["fr", "en"])
def test_looking_at_a_fact_never_changes_it(qtbot: QtBot, theme: Theme, sample: Path, language: str) -> None:
    runner = open_project(str(sample))
    form = FactForm(theme, Words(language))
    qtbot.addWidget(form)
    form.set_properties(library.properties(runner))
    views = library.project_facts(runner)
    assert len(views) > 100
    for view in views:
        form.show_fact(view.fact)
        assert form.statement().stated_in(view.fact) == view.fact, view.fact.label
    runner.store.close()


def test_another_language_leaves_the_fact_alone(form: FactForm, words: Words) -> None:
    fact = power("12.5", "MW", comparator=Comparator.AT_MOST, target="2028").fact
    form.show_fact(fact)
    words.set_language("en")
    assert form.amount.text() == "12.5"
    assert form.statement().stated_in(fact) == fact


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("3", Quantity.of(Decimal(3), "GW")),
        ("500 MW", Quantity.of(Decimal(500), "MW")),
        ("≤ 500 MW", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST)),
        ("~8 MW", Quantity.of(Decimal(8), "MW", Comparator.ABOUT)),
        ("40-386 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
        ("40 à 386", Quantity.between(Decimal(40), Decimal(386), "GW")),
        ("1,2", Quantity.of(Decimal("1.2"), "GW")),
        ("1.2", Quantity.of(Decimal("1.2"), "GW")),
    ],
)
def test_a_value_is_read_as_people_write_it(form: FactForm, typed: str, quantity: Quantity) -> None:
    form.show_fact(power("2", "GW").fact)
    form.amount.setText(typed)
    assert form.statement().quantity == quantity


def test_the_sign_chosen_holds_for_a_bare_number(form: FactForm) -> None:
    form.show_fact(power("2", "GW", comparator=Comparator.AT_LEAST).fact)
    form.amount.setText("3")
    assert form.statement().quantity == Quantity.of(Decimal(3), "GW", Comparator.AT_LEAST)


def test_large_money_stays_itself_in_its_short_form(form: FactForm) -> None:
    money = next(each for each in load_catalogue() if each.key == "investment")
    fact = view_of(money, Quantity.of(Decimal(12_000_000_000), "MAD")).fact
    form.show_fact(fact)
    assert form.amount.text() == "12\u00a0Md"
    assert form.statement().stated_in(fact) == fact


@pytest.mark.parametrize("typed", ["beaucoup", "", "2 ou 3 choses"])
def test_what_cannot_be_read_is_refused_by_name(form: FactForm, typed: str) -> None:
    form.show_fact(power().fact)
    form.amount.setText(typed)
    with pytest.raises(ValueTextError) as caught:
        form.statement()
    assert caught.value.key == "value_unreadable"


def test_a_date_that_is_none_is_refused(form: FactForm) -> None:
    form.show_fact(power().fact)
    form.date.setText("bientôt")
    with pytest.raises(ValueTextError) as caught:
        form.statement()
    assert caught.value.key == "date_unreadable"


def test_the_date_field_means_the_target_of_what_is_to_come_and_the_day_of_what_is(form: FactForm) -> None:
    form.show_fact(power(lifecycle=Lifecycle.PLANNED, target="2028", as_of="2024").fact)
    assert form.date.text() == "2028"
    said = form.statement()
    assert (said.target, said.as_of) == ("2028", "2024")
    form.show_fact(power(lifecycle=Lifecycle.OPERATIONAL, as_of="2024").fact)
    form.date.setText("2025-03")
    assert form.statement().as_of == "2025-03"


def test_a_text_takes_no_sign_and_no_unit(form: FactForm) -> None:
    text = property_of(Kind.TEXT)
    form.show_fact(view_of(text, text="Tier III").fact)
    assert form.comparator.isHidden()
    assert form.unit.isHidden()
    assert form.statement().text_value == "Tier III"
    form.show_fact(power().fact)
    assert not form.comparator.isHidden()


def test_enter_saves_control_enter_also_accepts_and_escape_takes_back(qtbot: QtBot, form: FactForm) -> None:
    form.show_fact(power().fact)
    form.show()
    heard: list[str] = []
    form.committed.connect(lambda: heard.append("committed"))
    form.accepted.connect(lambda: heard.append("accepted"))
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    QTest.keyClick(form.subject, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["committed", "accepted"]
    form.amount.setText("7")
    QTest.keyClick(form.amount, Qt.Key.Key_Escape)
    assert form.amount.text() == "2"


def test_a_project_without_the_property_still_shows_the_fact(form: FactForm) -> None:
    fact = replace(power().fact, property="strange")
    form.show_fact(fact)
    assert form.property_list.currentText() == "strange"


def test_every_field_has_a_name_and_the_open_list_shows_whole_names(form: FactForm, words: Words) -> None:
    for kind in (QLineEdit, QComboBox):
        for field in form.findChildren(kind):
            assert field.accessibleName(), field
    metrics = form.property_list.fontMetrics()
    widest = max(
        metrics.horizontalAdvance(form.property_list.itemText(row)) for row in range(form.property_list.count())
    )
    assert form.property_list.view().minimumWidth() > widest


def test_fields_follow_the_size_of_the_text(qtbot: QtBot, form: FactForm, theme: Theme) -> None:
    form.show_fact(power().fact)
    form.resize(500, 200)
    form.show()
    qtbot.waitExposed(form)
    usual = form.amount.height()
    assert usual == 30
    theme.set_scale(1.5)
    qtbot.waitUntil(lambda: form.amount.height() == 45)
    theme.set_scale(1.0)
    qtbot.waitUntil(lambda: form.amount.height() == usual)


def test_a_choice_too_long_for_its_place_is_told_whole_by_its_tip(qtbot: QtBot, form: FactForm) -> None:
    form.show_fact(power().fact)
    form.resize(300, 140)
    form.show()
    qtbot.waitExposed(form)
    form.property_list.setGeometry(0, 0, 90, 30)
    form.property_list.grab()
    assert form.property_list.toolTip() == "Capacité électrique"
    form.property_list.setGeometry(0, 0, 290, 30)
    form.property_list.grab()
    assert form.property_list.toolTip() == "Propriété"


def type_over(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1er", "rank_not_here"),
        ("-5", "value_negative"),
        ("-5 MW", "value_negative"),
        ("12 GWh", "unit_not_here"),
        ("rien", "value_unreadable"),
    ],
)
def test_nonsense_is_said_in_one_sentence_under_the_field(form: FactForm, typed: str, key: str) -> None:
    form.show_fact(power().fact)
    type_over(form.amount, typed)
    with pytest.raises(ValueTextError) as caught:
        form.statement()
    assert caught.value.key == key
    label = form.notes.labels["value"]
    assert not label.isHidden()
    assert label.text() == form.notes.sentence
    assert form.amount.accessibleDescription() == form.notes.sentence
    assert form.amount.text() == typed
    QTest.keyClick(form.amount, Qt.Key.Key_Backspace)
    assert form.notes.sentence == ""


def test_a_date_that_is_none_is_said_under_its_own_field(form: FactForm, words: Words) -> None:
    form.show_fact(power().fact)
    type_over(form.date, "demain")
    form.check()
    assert not form.notes.labels["status"].isHidden()
    assert "demain" in form.notes.sentence
    french = form.notes.sentence
    words.set_language("en")
    assert form.notes.sentence != french
    assert "demain" in form.notes.sentence
    QTest.keyClick(form.date, Qt.Key.Key_Escape)
    assert form.notes.sentence == ""


def test_leaving_a_field_says_what_is_wrong_with_it(qtbot: QtBot, form: FactForm) -> None:
    form.show_fact(power().fact)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.amount.setFocus()
    type_over(form.amount, "beaucoup")
    assert form.notes.sentence == ""
    QTest.keyClick(form.amount, Qt.Key.Key_Tab)
    assert "beaucoup" in form.notes.sentence


def test_a_date_may_be_typed_as_people_write_it(form: FactForm) -> None:
    form.show_fact(power(lifecycle=Lifecycle.PLANNED, target="2028").fact)
    type_over(form.date, "mars 2029")
    assert form.statement().target == "2029-03"


def test_a_chosen_sign_must_go_with_the_amount(form: FactForm) -> None:
    form.show_fact(power("2", "GW").fact)
    form.comparator.setCurrentIndex(form.comparator.findData(Comparator.RANGE.value))
    with pytest.raises(ValueTextError) as caught:
        form.statement()
    assert caught.value.key == "range_needs_two"
    type_over(form.amount, "2-3")
    assert form.statement().quantity == Quantity.between(Decimal(2), Decimal(3), "GW")


def test_a_range_becomes_one_number_by_typing_one(form: FactForm) -> None:
    span = Quantity.between(Decimal(40), Decimal(386), "MW")
    form.show_fact(view_of(property_of(Kind.QUANTITY, "power"), span).fact)
    assert form.statement().quantity == span
    type_over(form.amount, "60")
    assert form.statement().quantity == Quantity.of(Decimal(60), "MW")
    form.show_fact(view_of(property_of(Kind.QUANTITY, "power"), span, number=2).fact)
    form.comparator.setCurrentIndex(form.comparator.findData(Comparator.AT_MOST.value))
    with pytest.raises(ValueTextError) as caught:
        form.statement()
    assert caught.value.key == "range_has_two"


def test_units_are_those_of_the_property(form: FactForm) -> None:
    form.show_fact(power().fact)
    power_units = {form.unit.itemData(row) for row in range(form.unit.count())}
    assert power_units == set(property_of(Kind.QUANTITY, "power").units)
    form.property_list.setCurrentIndex(form.property_list.findData("energy"))
    form.property_list.activated.emit(form.property_list.currentIndex())
    energy = next(each for each in load_catalogue() if each.key == "energy")
    assert {form.unit.itemData(row) for row in range(form.unit.count())} == set(energy.units)


def test_tab_goes_through_the_fields_as_they_stand(qtbot: QtBot, form: FactForm) -> None:
    form.show_fact(power().fact)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.subject.setFocus()
    order = [form.subject]
    for _step in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [form.subject, form.place, form.comparator, form.amount, form.unit, form.lifecycle, form.date]
